"""A number stands with the right form of its noun."""

from __future__ import annotations

from soc2desk.domain.counted import counted


def test_one_is_one_and_everything_else_is_many() -> None:
    assert [counted(number, "line") for number in (0, 1, 2, 1200)] == ["0 lines", "1 line", "2 lines", "1,200 lines"]
    assert [counted(number, "person", "people") for number in (1, 2)] == ["1 person", "2 people"]
