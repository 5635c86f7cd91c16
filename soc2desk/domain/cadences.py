"""A rhythm is a code, never a word: text, matrix and schedule read the same one."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from enum import StrEnum


class Cadence(StrEnum):
    """How often something is done. `continuous` and `per_event` have no dated acts."""

    CONTINUOUS = "continuous"
    PER_EVENT = "per_event"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SEMI_ANNUAL = "semi_annual"
    ANNUAL = "annual"

    @property
    def acts_a_year(self) -> int:
        """Dated acts a year; daily means working days. 0 where no date is promised."""
        return _ACTS[self]


_ACTS = {
    Cadence.CONTINUOUS: 0,
    Cadence.PER_EVENT: 0,
    Cadence.DAILY: 250,
    Cadence.WEEKLY: 52,
    Cadence.MONTHLY: 12,
    Cadence.QUARTERLY: 4,
    Cadence.SEMI_ANNUAL: 2,
    Cadence.ANNUAL: 1,
}

_MONTHS = {Cadence.MONTHLY: 1, Cadence.QUARTERLY: 3, Cadence.SEMI_ANNUAL: 6, Cadence.ANNUAL: 12}


def next_day(day: date, cadence: str) -> date | None:
    """Return the day by which something done on `day` is due again; None for a rhythm that is not counted in months."""
    months = _MONTHS.get(Cadence(cadence))
    if months is None:
        return None
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
