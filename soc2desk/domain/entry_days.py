"""When the program took down each day that a person typed for what was decided, rated or seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from soc2desk.domain.claimed_days import CLAIMED, SPEAKS_OF, EntryDay
from soc2desk.domain.entered_late import MOST_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from soc2desk.domain.project import Project

    _Said = tuple[object, ...]


def with_entry_days(before: Project, after: Project, today: date) -> Project:
    """Return a changed project in which each claimed day that is new or was moved bears today, and the others theirs.

    So does one of which something else is rated or decided now: a rating of today has no day of last year. Whatever
    days of entry the change itself brings are left aside. What a claim bore that is gone goes with it.
    """
    if after.entry_days == before.entry_days and all(getattr(before, t) is getattr(after, t) for t in CLAIMED):
        return after
    known = {path: said for path, *said in _claims(before)}
    found = (
        before.entry_day.get(path) if known.get(path) == said else EntryDay(path, today)
        for path, *said in _claims(after)
    )  # fmt: skip
    return replace(after, entry_days=tuple(one for one in found if one is not None))


def all_entered(project: Project, today: date) -> tuple[EntryDay, ...]:
    """Return every claimed day of a project as entered today."""
    return tuple(EntryDay(path, today) for path, *_ in _claims(project))


def entered_on(project: Project, table: str, row: str, field: str) -> date | None:
    """Return when a claimed day was entered; None where it was not while the program kept such days."""
    found = project.entry_day.get(_path(table, row, field))
    return None if found is None else found.on


def entered_late(project: Project, table: str, row: str, field: str, claimed: date) -> date | None:
    """Return when a claimed day was entered, where that is so long after it that a reader is told; else None."""
    entered = entered_on(project, table, row, field)
    return entered if entered is not None and (entered - claimed).days > MOST_DAYS else None


def entered_in(project: Project, tables: Iterable[str]) -> tuple[date, ...]:
    """Return every day on which claimed days of some tables were entered."""
    wanted = frozenset(tables)
    return tuple(one.on for one in project.entry_days if one.id.partition(".")[0] in wanted)


def without_later(project: Project, day: date) -> Project:
    """Return the project without the claimed days that were entered after a day."""
    later = {one.id for one in project.entry_days if one.on > day}
    if not later:
        return project
    tables: dict[str, Any] = {
        table: tuple(_without(table, row, later) for row in getattr(project, table)) for table in CLAIMED
    }
    return replace(project, **tables, entry_days=tuple(one for one in project.entry_days if one.id not in later))


def _without(table: str, row: Any, later: set[str]) -> Any:
    gone = dict.fromkeys(name for name in CLAIMED[table] if _path(table, row.id, name) in later)
    return replace(row, **gone) if gone else row


def claims_with_entry(project: Project) -> Iterator[tuple[str, date, _Said, EntryDay | None]]:
    """Yield every claimed day by its path, with what it speaks of, and the day of its entry where there is one."""
    yield from ((path, day, said, project.entry_day.get(path)) for path, day, said in _claims(project))


def _claims(project: Project) -> Iterator[tuple[str, date, _Said]]:
    for table, fields in CLAIMED.items():
        for row in getattr(project, table):
            for name in fields:
                day = getattr(row, name)
                if day is not None:
                    said = tuple(getattr(row, field) for field in SPEAKS_OF[table, name])
                    yield _path(table, row.id, name), day, said


def _path(table: str, row: str, field: str) -> str:
    return f"{table}.{row}.{field}"
