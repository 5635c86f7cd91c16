"""No template runs away: what is too long, too deep or too wide is refused in a sentence, with file and line."""

from __future__ import annotations

import pytest

from soc2desk.document.fill import fill
from soc2desk.document.template_limits import LONGEST_FILLED, LONGEST_TEXT
from soc2desk.document.templates import Source, parse_template
from soc2desk.domain.problems import ContentProblem
from tests.composed import catalogue
from tests.document.any_engagement import engagement

KNOWN = ("company", "has_office", "size")
ROWS = tuple({"name": f"Vendor {number}"} for number in range(2_000))


def read(text: str, pieces: dict[str, str] | None = None) -> tuple[object, ...]:
    return parse_template(text, Source("firm/a.md", 10), KNOWN, pieces or {})


@pytest.mark.parametrize(
    "tag",
    [
        "{% if has_office %}" * 500 + "x" + "{% endif %}" * 500,
        "{% if has_office %}" * 61 + "x" + "{% endif %}" * 61,
        "{{ " + "(" * 3_000 + "company" + ")" * 3_000 + " }}",
        "{{ company" + " | capital" * 3_000 + " }}",
        "{{ " + "-" * 3_000 + "size }}",
        "{{ '}}' " + "[" * 3_000 + " }}",
        "{% if " + "not " * 3_000 + "has_office %}x{% endif %}",
        "{% if " + "has_office or " * 3_000 + "has_office %}x{% endif %}",
        "{% if size in " + "[" * 3_000 + "]" * 3_000 + " %}x{% endif %}",
        "{% if size == " + "9" * 5_000 + " %}x{% endif %}",
    ],
    ids=["ifs", "61 ifs", "brackets", "filters", "signs", "after a string", "nots", "ors", "lists", "a number"],
)
def test_what_goes_too_deep_is_refused_with_its_line(tag: str) -> None:
    with pytest.raises(ContentProblem, match="deeper than a text needs") as caught:
        read(f"First, of (all).\n\n{tag}\n\nLast.\n")
    assert caught.value.where == "firm/a.md, line 12"
    assert caught.value.hint


def test_ifs_one_after_the_other_are_no_depth() -> None:
    assert read("{% if has_office %}x{% endif %}\n" * 500)
    arms = "".join(f"{{% elif size == {number} %}}{number}" for number in range(500))
    assert read(f"{{% if has_office %}}x{arms}{{% endif %}}")


def test_a_text_of_a_length_that_nobody_writes_is_refused() -> None:
    with pytest.raises(ContentProblem, match="more than 300,000 characters") as caught:
        read("x\n" * (LONGEST_TEXT // 2 + 1))
    assert caught.value.where == f"firm/a.md, line {10 + LONGEST_TEXT // 2}"


def test_pieces_cannot_be_included_until_the_text_is_endless() -> None:
    with pytest.raises(ContentProblem, match="and its pieces have more than 1,000,000") as caught:
        read("One.\n" + "{% include 'long.md' %}\n" * 20, {"long.md": "x" * 100_000})
    assert caught.value.where == "firm/a.md, line 21"


@pytest.mark.parametrize("inside", ["", "some words", "{{ b.name }}"], ids=["nothing", "words", "a value"])
def test_loops_within_loops_end_however_long_the_tables_are(inside: str) -> None:
    body = read(f"One.\n{{% for a in vendors %}}\n{{% for b in vendors %}}{inside}{{% endfor %}}\n{{% endfor %}}\n")
    with pytest.raises(ContentProblem, match=f"more than {LONGEST_FILLED:,} characters") as caught:
        fill(body, engagement().names, {"vendors": ROWS}, catalogue().phrases)  # type: ignore[arg-type]
    assert caught.value.where == "firm/a.md, line 12"
    assert caught.value.hint


def test_a_table_of_two_thousand_rows_is_printed() -> None:
    body = read(
        "{% for a in vendors %}\n- {{ a.name }}, of which we expect more than can be said here.\n{% endfor %}\n"
    )
    made = fill(body, engagement().names, {"vendors": ROWS}, catalogue().phrases)  # type: ignore[arg-type]
    assert len(made.values) == 2_000
