"""The condition language: what it says, and that nothing else gets through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.conditions import NOT_KNOWN, Known, NotKnown, decide
from soc2desk.domain.problems import ContentProblem
from soc2desk.reading.expressions import names_in_text, parse_condition

NAMES: dict[str, Known | NotKnown] = {
    "has_office": True,
    "remote": False,
    "kind": "processor",
    "people": 12,
    "categories": ("security", "privacy"),
    "merge_rule": None,
    "open": NOT_KNOWN,
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("has_office", True),
        ("not has_office", False),
        ("has_office and not remote", True),
        ("remote or kind == 'processor'", True),
        ("kind != 'processor'", False),
        ("kind in ['processor', 'both']", True),
        ("kind not in ['controller']", True),
        ("'privacy' in categories", True),
        ("'availability' in categories or remote", False),
        ("people >= 12 and people < 50", True),
        ("merge_rule", False),
        ("merge_rule == none", True),
        ("remote or (has_office and people > 3)", True),
        ("open", None),
        ("open and remote", False),
        ("open or has_office", True),
        ("true", True),
    ],
)
def test_a_condition_means_what_it_says(text: str, expected: bool | None) -> None:  # noqa: FBT001 - a table
    assert decide(parse_condition(text, "x"), NAMES) is expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "a b",
        "a and",
        "a.b",
        "a['b']",
        "a()",
        "a|length",
        "a is none",
        "a + 1 == 2",
        "a ~ b",
        "a < 1 < b",
        "a == -1",
        "a == 1.5",
        "a if b else c",
        "('a', 'b')",
        "{'a': 1}",
        "[a, b]",
        "kind in [1, 2]",
        "(a and b) == c",
        "a }} {{ b",
        "{% if a %}",
        "'open",
        "''.__class__",
        "(" * 200 + "a" + ")" * 200,
        "a or " * 200 + "a",
    ],
)
def test_everything_else_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(ContentProblem) as caught:
        parse_condition(text, "x.yaml, line 7")
    assert caught.value.where == "x.yaml, line 7"
    assert caught.value.hint


@given(st.text(alphabet="ab ()[]'.,|<>=!+-~{}%not iandr01", max_size=40))
def test_any_text_is_a_condition_or_a_problem(text: str) -> None:
    try:
        condition = parse_condition(text, "x")
    except ContentProblem as problem:
        assert problem.where == "x"  # noqa: PT017 - either way out is fine, nothing else is
    else:
        assert condition.op


def test_the_names_of_a_statement_come_once_and_in_order() -> None:
    text = (
        "{{ b | each | capital }} {% if c and not b %}{{ a }}{% elif d == 'x' %}y{% else %}{{ e | listed }}{% endif %}"
    )
    assert names_in_text(text, "x") == ("b", "c", "a", "d", "e")


@pytest.mark.parametrize(
    "text",
    [
        "{{ a.b }}",
        "{{ a | upper }}",
        "{{ a | each(1) }}",
        "{{ f() }}",
        "{{ 1 + 1 }}",
        "{{ 'a' }}",
        "{% for x in a %}{% endfor %}",
        "{% set a = 1 %}",
        "{% include 'x' %}",
        "{% if a + b %}{% endif %}",
        "{{ a",
        "{% if a %}",
    ],
)
def test_a_statement_takes_nothing_but_names_filters_and_if(text: str) -> None:
    with pytest.raises(ContentProblem) as caught:
        names_in_text(text, "x.yaml, line 7")
    assert caught.value.where == "x.yaml, line 7"


def test_a_misspelt_filter_gets_the_nearest_one() -> None:
    with pytest.raises(ContentProblem) as caught:
        names_in_text("{{ a | eachs }}", "x")
    assert caught.value.hint == "Did you mean each?"


@pytest.mark.parametrize(
    "text", ["{{ " + "(" * 3_000 + "a }}", "{% if " + "not " * 3_000 + "a %}x{% endif %}", "{{ " + "9" * 5_000 + " }}"]
)
def test_a_statement_that_is_nested_without_end_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(ContentProblem, match="nested too deep") as caught:
        names_in_text(text, "controls.yaml, line 7")
    assert caught.value.where == "controls.yaml, line 7"
