"""Where days stand on a chart, and what stands above them: years, and months where there is room for their names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from soc2desk.renderers import pdf_style
from soc2desk.renderers.pdf_marks import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WHOLE, _LETTER = 17.0, 7.5  # points that a month must have to bear three letters, or one
_QUARTER = 6.0  # points a month must have for its quarter to bear a name
_YEAR = 22.0  # points a year must have to bear its number
_STEPS = (1, 2, 5, 10, 20, 50, 100, 500, 1000)  # years between two numbers
_QUARTER_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Tick:
    """A stretch of the scale: its left edge, its width, its name; empty where there is no room for one."""

    x: float
    width: float
    name: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from `start` to `end`, both included, spread over a width in points."""

    start: date
    end: date
    left: float
    width: float

    @property
    def day(self) -> float:
        """Return the width of one day."""
        return self.width / ((self.end - self.start).days + 1)

    def x(self, day: date) -> float:
        """Return the left edge of a day; a day outside stands at the edge."""
        inside = min(max((day - self.start).days, 0), (self.end - self.start).days + 1)
        return self.left + inside * self.day

    def after(self, day: date) -> float:
        """Return the right edge of a day."""
        return self.x(day) if day == date.max else self.x(day + timedelta(days=1))

    @property
    def month(self) -> float:
        """Return the width of a month, about."""
        return 30.4 * self.day

    def years(self) -> tuple[Tick, ...]:
        """Return the years; where they have no room for their numbers, every second, fifth, tenth and so on."""
        year = 12 * self.month
        step = next((step for step in _STEPS if step * year >= _YEAR), _STEPS[-1])
        firsts = [
            date(at, 1, 1) for at in range(self.start.year - self.start.year % step, self.end.year + 1, step) if at
        ]
        edges = [max(first, self.start) for first in firsts] or [self.start]
        ends = [*(first - timedelta(days=1) for first in edges[1:]), self.end]
        return tuple(self._tick(first, last, str(first.year), _YEAR) for first, last in zip(edges, ends, strict=True))

    def months(self) -> tuple[Tick, ...]:
        """Return the months, or the quarters where months have no room, or nothing."""
        if self.month >= _LETTER:
            whole = self.month >= _WHOLE
            return tuple(
                self._tick(first, last, _MONTHS[first.month - 1][: 3 if whole else 1], 0.8 * self.month)
                for first, last in self._stretches(1)
            )
        if self.month >= _QUARTER / _QUARTER_MONTHS:
            return tuple(
                self._tick(first, last, f"Q{(first.month - 1) // 3 + 1}", 9.0) for first, last in self._stretches(3)
            )
        return ()

    def rules(self, height: float) -> tuple[Box, ...]:
        """Return the upright lines at the beginning of each month and year."""
        years = {round(tick.x, 2) for tick in self.years()}
        lines = dict.fromkeys((*(tick.x for tick in self.months()), *(tick.x for tick in self.years())))
        return tuple(Box(x, 0.0, 0.7 if round(x, 2) in years else 0.3, height, pdf_style.LINE) for x in lines)

    def _tick(self, first: date, last: date, name: str, least: float) -> Tick:
        left, right = self.x(first), self.after(last)
        return Tick(left, right - left, name if right - left >= least else "")

    def _stretches(self, months: int) -> Iterator[tuple[date, date]]:
        """Yield the first and last day of each stretch of so many months of the calendar, cut at the edges."""
        first = self.start
        while True:
            month = first.month - 1 - (first.month - 1) % months + months
            if (first.year, month) >= (date.max.year, 12):
                yield first, self.end
                return
            following = date(first.year + month // 12, month % 12 + 1, 1)
            yield first, min(self.end, following - timedelta(days=1))
            if following > self.end:
                return
            first = following


def scale_of(start: date, end: date, left: float, width: float) -> Scale:
    """Return the scale of whole months that holds two days; days the wrong way round are turned."""
    start, end = min(start, end), max(start, end)
    return Scale(start.replace(day=1), _last_of_month(end), left, width)


def _last_of_month(day: date) -> date:
    if (day.year, day.month) == (date.max.year, 12):
        return date.max
    return date(day.year + day.month // 12, day.month % 12 + 1, 1) - timedelta(days=1)
