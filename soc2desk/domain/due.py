"""Which acts a rhythm asks for: the periods of the company's fiscal year, each due on its last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from soc2desk.domain.cadences import Cadence

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = {Cadence.MONTHLY: 1, Cadence.QUARTERLY: 3, Cadence.SEMI_ANNUAL: 6, Cadence.ANNUAL: 12}
"""Months of a period, for the rhythms that follow the fiscal year."""
_LETTER = {Cadence.QUARTERLY: "Q", Cadence.SEMI_ANNUAL: "H"}
_JANUARY = 1
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Period:
    """One period that a rhythm owes an act for. `about` is the id of a control or record, `name` such as 2026-Q3.

    It runs from `start` to `end`, both included, also where only a part of it lies in what is looked at (`partial`).
    """

    about: str
    name: str
    start: date
    end: date
    partial: bool = False

    @property
    def id(self) -> str:
        """The id of the act: ACC-07/2026-Q3."""
        return f"{self.about}/{self.name}"

    @property
    def due(self) -> date:
        """The day by which it is to be done: the last of the period."""
        return self.end


@lru_cache(maxsize=1024)
def periods(about: str, cadence: Cadence, start: date, end: date, fiscal_start: int = _JANUARY) -> tuple[Period, ...]:
    """Return the periods that touch the days from `start` to `end`, both included, in their order.

    Months, quarters, half-years and years follow the fiscal year, which begins in the month `fiscal_start`; weeks run
    from Monday to Sunday; daily means working days, Monday to Friday. A rhythm without dated acts owes nothing. The one
    date of a Type I report is given as both days: it owes the period that it lies in.
    """
    # Asked again after each change of any answer, and long for what is done every day: hence remembered.
    if cadence.acts_a_year == 0 or start > end:
        return ()
    found = _from(cadence, start, fiscal_start)
    return tuple(
        Period(about, name, first, last, partial=first < start or last > end)
        for name, first, last in _until(found, end)
    )


Span = tuple[str, date, date]
"""A name, the first and the last day."""


def _until(spans: Iterator[Span], end: date) -> Iterator[Span]:
    for span in spans:
        if span[1] > end:
            return
        yield span


def _from(cadence: Cadence, start: date, fiscal_start: int) -> Iterator[Span]:
    """Yield the periods from the one that holds `start`, without an end but the last day that the calendar knows."""
    match cadence:
        case Cadence.DAILY:
            return _working_days(start)
        case Cadence.WEEKLY:
            return _weeks(start - timedelta(days=start.weekday()))
        case _:
            return _parts_of_years(cadence, start, fiscal_start)


def _working_days(day: date) -> Iterator[Span]:
    while day < date.max:
        if day.weekday() < _SATURDAY:
            yield day.isoformat(), day, day
        day += timedelta(days=1)


def _weeks(monday: date) -> Iterator[Span]:
    while (date.max - monday).days >= 7:  # noqa: PLR2004 - days of a week
        year, week, _ = monday.isocalendar()
        yield f"{year}-W{week:02}", monday, monday + timedelta(days=6)
        monday += timedelta(days=7)


def _parts_of_years(cadence: Cadence, start: date, fiscal_start: int) -> Iterator[Span]:
    length = MONTHS[cadence]
    passed = (start.year * 12 + start.month - 1) - (fiscal_start - 1)
    at = passed - passed % length
    while (at + length + fiscal_start - 1) // 12 < date.max.year:
        first = _first_of(at, fiscal_start)
        yield _name(cadence, at, first, fiscal_start), first, _first_of(at + length, fiscal_start) - timedelta(days=1)
        at += length


def _first_of(at: int, fiscal_start: int) -> date:
    """Return the first day of a month counted from the fiscal year 0."""
    year, month = divmod(at + fiscal_start - 1, 12)
    return date(year, month + 1, 1)


def _name(cadence: Cadence, at: int, first: date, fiscal_start: int) -> str:
    if cadence is Cadence.MONTHLY:
        return f"{first:%Y-%m}"
    year = at // 12
    # A fiscal year that ends in the next calendar year says so: 2026-27.
    named = str(year) if fiscal_start == _JANUARY else f"{year}-{(year + 1) % 100:02}"
    letter = _LETTER.get(cadence)
    return f"{named}-{letter}{at % 12 // MONTHS[cadence] + 1}" if letter else named
