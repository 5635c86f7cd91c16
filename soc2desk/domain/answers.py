"""Typed answers: a value, whether a person confirmed it, and whether the company does it today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from soc2desk.domain.cadences import Cadence


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in one unit: hours, days or business days."""

    amount: int
    unit: str

    def __str__(self) -> str:
        """The words a document prints, for example "1 business day"."""
        return f"{self.amount} {self.unit if self.amount != 1 else self.unit.removesuffix('s')}"


DURATION_UNITS = ("hours", "days", "business days")

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""A date outside these years, both included, is a slip of the keyboard."""

Value = str | int | bool | date | Cadence | Duration | tuple[str, ...]
"""What an answer may hold, by the kind of its question."""


class Practice(StrEnum):
    """Whether the company does today what an answer says."""

    DONE = "done"
    PLANNED = "planned"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `value` None with practice DONE means answered with "none"; with NOT_YET nothing is decided.

    `confirmed` is False for a suggested value. `start` is the day a planned value begins, None when not set.
    """

    value: Value | None
    confirmed: bool = True
    practice: Practice = Practice.DONE
    start: date | None = None
