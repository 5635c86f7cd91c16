"""Which days people work on: Monday to Friday, but the public holidays of a place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The days off of one company. `place` is the province whose `holidays` they are; empty where only weekends are."""

    holidays: frozenset[date] = frozenset()
    place: str = ""

    def is_off(self, day: date) -> bool:
        """Return whether nobody is expected to work on a day."""
        return day.weekday() >= _SATURDAY or day in self.holidays

    def first_working_day_on_or_before(self, day: date) -> date:
        """Return the day itself, or the working day before it: what is due on a day off is done earlier."""
        return self._from(day, -_A_DAY)

    def first_working_day_on_or_after(self, day: date) -> date:
        """Return the day itself, or the working day after it."""
        return self._from(day, _A_DAY)

    def add_business_days(self, day: date, count: int) -> date:
        """Return the day that is `count` working days after a day, or before it where `count` is below zero.

        The count begins on the next day, whether `day` is a working day or not: one business day after a Friday, and
        after the Saturday behind it, is the Monday.
        """
        step = _A_DAY if count >= 0 else -_A_DAY
        for _ in range(abs(count)):
            day = self._from(day + step, step)
        return day

    def business_days_between(self, first: date, last: date) -> int:
        """Return how many working days lie after the first day up to the last; 0 where there is none."""
        days = (first + timedelta(days=one) for one in range(1, (last - first).days + 1))
        return sum(not self.is_off(day) for day in days)

    def _from(self, day: date, step: timedelta) -> date:
        while self.is_off(day) and date.min < day < date.max:
            day += step
        return day
