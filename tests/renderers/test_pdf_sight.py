"""The order of a line, where scripts from right to left stand beside others."""

from __future__ import annotations

import pytest

from soc2desk.renderers.pdf_sight import base_level, levels, order_of_sight


def seen(words: str) -> str:
    """Return a line as the eye meets it from left to right, letter by letter."""
    return "".join(words[at] for at in order_of_sight(levels(words, base_level(words))))


def test_words_from_left_to_right_stand_as_they_are_read() -> None:
    assert seen("Société (2026) Łódź 中文") == "Société (2026) Łódź 中文"


def test_hebrew_is_turned_within_the_words_around_it() -> None:
    assert seen("to אב ג end") == "to ג בא end"


def test_a_line_that_begins_from_right_to_left_does_so_as_a_whole() -> None:
    assert seen("אב Main Street ג") == "ג Main Street בא"


def test_numbers_inside_a_turned_stretch_still_read_right() -> None:
    assert seen("א 2026-11 ב") == "ב 2026-11 א"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("is אב (גד) at", "is )דג( בא at"),
        ("is אב (since) at", "is בא (since) at"),
        ("אב (since) גד", "דג )since( בא"),
        ("is (אב at", "is (בא at"),
    ],
    ids=["pair of the name", "pair of the sentence", "pair of a turned line", "without its other half"],
)
def test_brackets_go_with_the_words_they_belong_to(words: str, expected: str) -> None:
    """Brackets of a turned stretch are drawn mirrored, so that they open where the stretch is read first."""
    assert seen(words) == expected


def test_a_space_at_the_end_of_a_line_never_moves_the_words() -> None:
    assert seen("to אב ") == "to בא "
