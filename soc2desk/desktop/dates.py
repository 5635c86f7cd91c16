"""Days as the window writes them: 20 November 2026."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.desktop.words import Words


def said_date(day: date, words: Words) -> str:
    """Return a day written out."""
    return words("dates.day", day=day.day, month=words(f"dates.month.{day.month}"), year=day.year)
