"""A row, and a record with the days inside it, that two copies were brought together to: which days it may bear."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.domain.kept_records import KeptRecord


@dataclass(frozen=True, slots=True)
class Moments:
    """What is known of the days of one row.

    `here` is the row as it stood in this copy and `base` in the state that both come from, None for none. `came` are
    the states of it whose days this program took down. Before `earliest` the other copy can have entered nothing.
    """

    here: Any
    came: tuple[Any, ...]
    base: Any
    earliest: date | None
    today: date

    def day(self, name: str, day: date | None) -> date | None:
        """Return the day that a field may bear: the one that it has, or today."""
        return day if day is None or self._stands(name, day) else self.today

    def _stands(self, name: str, day: date) -> bool:
        had = getattr(self.here, name, None)
        if had == day:
            return True
        if had is not None and day < had:
            return False
        return self.is_possible(day, getattr(self.base, name, None)) and any(
            getattr(one, name) == day for one in self.came
        )

    def is_possible(self, day: date, before: date | None) -> bool:
        """Return whether the other copy can have entered something on a day; what stood there before stands."""
        return day == before or self.earliest is None or day >= self.earliest


def merged_record(row: KeptRecord, moments: Moments) -> KeptRecord:
    """Return a record with the days on which it, and each day or signature in it, was entered."""
    entered = moments.day("entered_on", row.entered_on)
    if entered != row.entered_on:
        return replace(row, entered_on=entered, changed_on=None, said_on={})
    for one in moments.came:
        if replace(one, changed_on=None) == replace(row, changed_on=None):
            return _as_it_came(row, one, moments)
    # Half of one and half of the other was put together today.
    return replace(row, changed_on=moments.today, said_on=_said(row, moments))


def _as_it_came(row: KeptRecord, one: KeptRecord, moments: Moments) -> KeptRecord:
    had = moments.here.changed_on if moments.here is not None else None
    days = [day for day in (one.changed_on, had) if day is not None]
    said = _said(row, moments)
    changed = max(days, default=None) if said == dict(one.said_on) else moments.today
    return replace(row, changed_on=changed, said_on=said)


def _said(row: KeptRecord, moments: Moments) -> dict[str, date]:
    """Return on which day each day of a record was said, where that was not the day of the record."""
    days = {name: _said_on(name, row, moments) for name in row.values if row.day(name) is not None}
    return {name: day for name, day in days.items() if day is not None and day != row.entered_on}


def _said_on(name: str, row: KeptRecord, moments: Moments) -> date | None:
    here, base = moments.here, moments.base
    if here is not None and here.values.get(name) == row.values[name]:
        return here.entered(name)  # type: ignore[no-any-return]
    before = base.entered(name) if base is not None and base.values.get(name) == row.values[name] else None
    had = here.entered(name) if here is not None and here.day(name) is not None else None
    for one in moments.came:
        said = one.entered(name) if one.values.get(name) == row.values[name] else None
        if said is not None and (had is None or said >= had) and moments.is_possible(said, before):
            return said  # type: ignore[no-any-return]
    return moments.today
