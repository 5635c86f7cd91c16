"""The guesses about the columns of a list, as rows that a person can look through and change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.storage.exports.days import Shape

if TYPE_CHECKING:
    from soc2desk.storage.exports.columns import Survey

ORDERS = {"day-first": Shape.DAY_FIRST, "month-first": Shape.MONTH_FIRST}
"""How a person says in which order day and month stand."""


@dataclass(frozen=True, slots=True)
class Guessed:
    """One guess: what it is for, the headings that were taken, how sure it is, and what else is worth knowing."""

    what: str
    headings: tuple[str, ...]
    sure: str
    note: str = ""

    @property
    def words(self) -> str:
        """The guess on one line."""
        told = ", ".join(filter(None, (self.sure, self.note)))
        return f"{self.what} = {' + '.join(self.headings)}  ({told})"


def order_of(words: str | None) -> Shape:
    """Return the order of day and month that a person named."""
    return ORDERS.get(words or "", Shape.EITHER)


def guesses_of(looked: Survey) -> tuple[Guessed, ...]:
    """Return every guess about the columns of a list that was looked through."""
    return tuple(
        Guessed(
            guess.kind,
            guess.headings,
            guess.sure.value,
            ", ".join(filter(None, (guess.why, _days(looked, guess.kind)))),
        )
        for guess in looked.guesses
    )


def _days(looked: Survey, kind: str) -> str:
    days = looked.days.get(kind)
    return f"days: {days.said}" if days and days.days else ""
