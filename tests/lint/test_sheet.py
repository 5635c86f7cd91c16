"""A template spelled out: places, arms of an if, what is asked around a value."""

from __future__ import annotations

import pytest

from soc2desk.domain.policies import Partial
from soc2desk.lint.sheet import can_meet, place, spell_out

PIECE = Partial("end.md", "_partials/end.md", "first\nsecond {{ service }}\n")


def test_each_line_keeps_the_place_it_was_written_at() -> None:
    sheet = spell_out("D", "one\n{% if a %}\ntwo\n{% endif %}\nthree", "d.md", 10, {})
    assert [(row.words, row.where) for row in sheet.rows] == [
        ("one", "d.md, line 10"),
        ("two", "d.md, line 12"),
        ("three", "d.md, line 14"),
    ]


def test_a_piece_is_spelled_out_where_it_is_included_with_its_own_lines() -> None:
    sheet = spell_out("D", "one\n{% include 'end.md' %}\ntwo", "d.md", 1, {"end.md": PIECE})
    assert [row.where for row in sheet.rows] == [
        "d.md, line 1",
        "_partials/end.md, line 1",
        "_partials/end.md, line 2",
        "_partials/end.md, line 3",
        "d.md, line 3",
    ]
    assert sheet.slots[0].where == "_partials/end.md, line 2"


def test_a_value_knows_the_names_asked_for_around_it() -> None:
    sheet = spell_out("D", "{% if a %}{{ x }}{% elif b == 'c' %}{{ y | each }}{% endif %}{{ z.name }}", "d.md", 1, {})
    assert [(s.name, s.field, s.filters, set(s.guards)) for s in sheet.slots] == [
        ("x", "", (), {"a"}),
        ("y", "", ("each",), {"a", "b"}),
        ("z", "name", (), set()),
    ]
    assert sheet.asked == {"a", "b"}


def test_only_different_arms_of_one_if_never_meet() -> None:
    text = "{% if a %}\none\n{% else %}\ntwo\n{% endif %}\n{% if a %}\nthree\n{% endif %}\nfour"
    one, two, three, four = (row.arms for row in spell_out("D", text, "d.md", 1, {}).rows)
    assert not can_meet(one, two)
    assert can_meet(one, three)
    assert can_meet(two, three)
    assert can_meet(three, four)


@pytest.mark.parametrize(
    "text", ["{% endif %}", "{% else %}", "{% if %}x", "{{ }}", "{% if a %}", "{% endfor %}{{ a b }}"]
)
def test_a_broken_template_is_still_spelled_out(text: str) -> None:
    assert spell_out("D", f"{text}\nlast", "d.md", 1, {}).rows[-1].words == "last"


def test_prose_is_what_the_writer_typed() -> None:
    row = spell_out("D", "Do `weekly` things at [ref](POL-A/weekly) {{ x }} now. [ACC-07]", "d.md", 1, {}).rows[0]
    assert "weekly" not in row.prose
    assert "ACC-07" not in row.prose
    assert "weekly" in row.shown
    assert "POL-A" not in row.shown
    assert row.prose.startswith("Do ")


def test_a_text_without_lines_is_named_by_its_path() -> None:
    assert place("controls/ACC-07/statement", 0) == "controls/ACC-07/statement"
