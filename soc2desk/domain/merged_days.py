"""The days in what two copies were brought together to: nothing that comes from the other one looks older than it is.

A day of the other copy stays only where that bears the seal of this program; else what came is entered today, and what
it says of earlier days becomes a claim. No row gets an earlier day than it had here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from soc2desk.domain.claimed_days import EntryDay
from soc2desk.domain.clock import ELSEWHERE, TAKEN_DOWN, newest_day
from soc2desk.domain.entry_days import claims_with_entry
from soc2desk.domain.kept_records import KeptRecord
from soc2desk.domain.merged_records import Moments, merged_record
from soc2desk.domain.project import Approval

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from soc2desk.domain.project import Project

_ENTRY_DAYS = "entry_days"


@dataclass(frozen=True)
class Copies:
    """The state that both come from, None where none is known, and the two copies; `theirs` has the ids used here.

    Whether the days of one can be leaned on stands in the project itself (`days_are_told`).
    """

    base: Project | None
    mine: Project
    theirs: Project

    @cached_property
    def leaned(self) -> tuple[Project, ...]:
        """The states whose days this program took down."""
        return tuple(one for one in (self.base, self.theirs) if one is not None and not one.days_are_told)

    @cached_property
    def earliest(self) -> date | None:
        """The day before which the other copy can have entered nothing new: it went on from the state of both."""
        newest = newest_day(self.base) if self.base is not None else None
        return None if newest is None else newest - ELSEWHERE


def settled(copies: Copies, merged: Project, today: date) -> Project:
    """Return the project that two copies were brought together to, with the days that may stand in it."""
    tables: dict[str, Any] = {
        name: tuple(_rows(copies, merged, name, today)) for name in TAKEN_DOWN if name != _ENTRY_DAYS
    }
    entries = tuple(_entries(copies, merged, today))
    return replace(merged, **tables, entry_days=entries, days_are_told=copies.mine.days_are_told)


def _rows(copies: Copies, merged: Project, table: str, today: date) -> Iterator[Any]:
    mine, *leaned = ({row.id: row for row in getattr(one, table)} for one in (copies.mine, *copies.leaned))
    base = {row.id: row for row in getattr(copies.base, table)} if copies.base is not None else {}
    for row in getattr(merged, table):
        here = mine.get(row.id)
        if row == here:
            yield row
            continue
        came = tuple(rows[row.id] for rows in leaned if row.id in rows)
        moments = Moments(here, came, base.get(row.id), copies.earliest, today)
        yield merged_record(row, moments) if isinstance(row, KeptRecord) else _row(table, row, moments)


def _row(table: str, row: Any, moments: Moments) -> Any:
    fresh = {name: moments.day(name, getattr(row, name)) for name in TAKEN_DOWN[table]}
    if isinstance(row, Approval) and fresh["on"] != row.on:
        # When it was approved elsewhere is a claim now, beside the day on which it came in.
        return replace(row, on=moments.today, decided_on=row.decided_on or row.on)
    return replace(row, **fresh)


def _entries(copies: Copies, merged: Project, today: date) -> Iterator[EntryDay]:
    """Yield when each claimed day was entered, where the program kept such days.

    One copy has to say the same of the same: half of a rating of each is a rating of today.
    """
    here, *came = (
        {path: (claim, entry) for path, *claim, entry in claims_with_entry(one)}
        for one in (copies.mine, *copies.leaned)
    )
    for path, *claim, _ in claims_with_entry(merged):
        known = next((one[path] for one in (here, *came) if path in one and one[path][0] == claim), None)
        entry, had = (known[1] if known else EntryDay(path, today)), here.get(path, (None, None))[1]
        if entry is not None and had is not None and entry.on < had.on:
            entry = EntryDay(path, today)
        if entry is not None:
            yield entry
