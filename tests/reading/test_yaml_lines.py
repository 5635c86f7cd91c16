"""Reading YAML: everything is text, every value has its line, nothing hostile gets in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.problems import ContentProblem, Problem, ProjectProblem
from soc2desk.reading.yaml_lines import read_yaml


def test_every_scalar_stays_text() -> None:
    data = read_yaml("a: No\nb: 6.10\nc: 007\nd: 2027-02-01\ne: null\nf: ''\n", "x.yaml").data
    assert data == {"a": "No", "b": "6.10", "c": "007", "d": "2027-02-01", "e": "null", "f": ""}


def test_a_plain_empty_value_and_a_tilde_are_nothing() -> None:
    assert read_yaml("a:\nb: ~\nc: '~'\n", "x.yaml").data == {"a": None, "b": None, "c": "~"}


def test_nested_values_know_their_lines() -> None:
    located = read_yaml("# first\na:\n- x\n- b: 1\n  c:\n    d: 2\n", "x.yaml")
    assert located.where(("a", 1, "c", "d")) == "x.yaml, line 6"
    assert located.where(("a", 0)) == "x.yaml, line 3"


def test_a_path_that_is_not_there_points_at_what_holds_it() -> None:
    assert read_yaml("a:\n  b: 1\n", "x.yaml").where(("a", "missing", 3)) == "x.yaml, line 1"


def test_lines_count_from_where_the_text_begins_in_its_file() -> None:
    assert read_yaml("a: 1\nb: 2\n", "x.md", first_line=5).where(("b",)) == "x.md, line 6"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read_yaml(b"\xef\xbb\xbfa: 1\n", "x.yaml").data == {"a": "1"}


def test_accents_and_blocks_come_through() -> None:
    assert read_yaml("nom: Éléonore\ntext: |\n  one\n  two\n", "x.yaml").data == {
        "nom": "Éléonore",
        "text": "one\ntwo\n",
    }


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    ("text", "says", "line"),
    [
        ("a: 1\nb: &x 2\n", "Anchors", 2),
        ("a: 1\nb: *x\n", "Anchors", 2),
        (BOMB, "Anchors", 1),
        ("a: 1\n<<: {b: 2}\n", "merge key", 2),
        ("a: 1\nb: 2\na: 3\n", "The key a stands here twice", 3),
        ("a: {b: 1, b: 2}\n", "The key b stands here twice", 1),
        ("a: 1\n---\nb: 2\n", "more than one document", 2),
        ("a: !!python/object/apply:os.system [ls]\n", "Tags", 1),
        ("a: 1\nb: !secret x\n", "Tags", 2),
        ("a:\n\tb: 1\n", "A tab stands", 2),
        ("a: 'open\n", "not well-formed", 1),
        ("a: b: c\n", "not well-formed", 1),
        ("? [a, b]\n: 1\n", "single word", 1),
        ("- " * 60 + "x\n", "nested more than 40", 1),
        ("[" * 2000, "nested more than 40", 1),
    ],
)
def test_what_is_refused_names_file_and_line(text: str, says: str, line: int) -> None:
    with pytest.raises(ContentProblem, match=says) as caught:
        read_yaml(text, "x.yaml")
    assert caught.value.where == f"x.yaml, line {line}"


@pytest.mark.parametrize("empty", ["", "\n\n", "# only a remark\n", "---\n", "~\n"])
def test_an_empty_file_is_refused(empty: str) -> None:
    with pytest.raises(ContentProblem, match="The file is empty"):
        read_yaml(empty, "x.yaml")


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"a: \x80\xff\n", "not in UTF-8"),
        ("a: é\n".encode("utf-16"), "not in UTF-8"),
        (b"PK\x03\x04\x00\x00", "binary data"),
        (b"a: \x01\n", "characters that YAML does not allow"),
        (b"a: " + b"x" * 5_000_001, "larger than 5 MB"),
    ],
)
def test_what_is_no_text_is_refused_kindly(raw: bytes, says: str) -> None:
    with pytest.raises(ContentProblem, match=says) as caught:
        read_yaml(raw, "x.yaml")
    assert caught.value.where.startswith("x.yaml")  # type: ignore[union-attr]


def test_the_line_of_a_byte_that_is_no_utf_8_is_named() -> None:
    with pytest.raises(ContentProblem) as caught:
        read_yaml(b"a: 1\nb: 2\nc: \xe9\n", "x.yaml")
    assert caught.value.where == "x.yaml, line 3"


def test_the_caller_chooses_the_kind_of_problem() -> None:
    with pytest.raises(ProjectProblem):
        read_yaml("a: [", "answers.yaml", ProjectProblem)


@given(st.one_of(st.binary(max_size=80), st.text(alphabet=":-[]{}&*!|>'\"% #?,\n\t~<a0é", max_size=60)))
def test_any_input_is_read_or_refused_with_a_problem(source: bytes | str) -> None:
    try:
        located = read_yaml(source, "x.yaml")
    except Problem as problem:
        assert problem.message.endswith(".")  # noqa: PT017 - either way out is fine, nothing else is
    else:
        assert located.data is not None
