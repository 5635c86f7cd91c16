"""The days that the program took down, and a clock that would put a new one before them."""

from __future__ import annotations

from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.problems import ProjectProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from soc2desk.domain.project import Project

ELSEWHERE = timedelta(days=1)
"""How far two clocks that are right can be apart: another time zone."""


TAKEN_DOWN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "approvals": ("on",),
        "edits": ("on",),
        "control_wordings": ("on",),
        "retired_controls": ("on",),
        "control_states": ("confirmed_on",),
        "self_check": ("on",),
        "records": ("entered_on", "changed_on"),
        "evidence": ("received", "reviewed_on"),
        "completions": ("entered_on",),
        "walked_requests": ("asked_on",),
        "remedies": ("closed_on",),
        "auditor_requests": ("confirmed_on",),
        "listed_controls": ("confirmed_on",),
        "own_documents": ("on",),
        "own_clauses": ("confirmed_on",),
        "seen_in_lists": ("settled_on",),
        "client_answers": ("entered_on",),
        "entry_days": ("on",),
    }
)
"""The days of each table that the program took down; a record holds more of them, by its fields."""


def days_taken_down(project: Project) -> Iterator[date | None]:
    """Yield every day on which the program says that something was entered, attached, said, judged or answered."""
    yield from (day for _, day in taken_down(project))


def taken_down(project: Project) -> Iterator[tuple[str, date | None]]:
    """Yield the same with what each day is of."""
    for table, names in TAKEN_DOWN.items():
        for one in getattr(project, table):
            yield from ((f"{table}.{one.id}", getattr(one, name)) for name in names)
    for record in project.records:
        yield from ((f"records.{record.id}", day) for day in record.said_on.values())


def newest_day(project: Project) -> date | None:
    """Return the newest of these days, None for none."""
    return max((day for day in days_taken_down(project) if day is not None), default=None)


def is_behind(project: Project, today: date) -> bool:
    """Return whether the clock stands before the newest day in the project, by more than a time zone."""
    newest = newest_day(project)
    return newest is not None and newest > today + ELSEWHERE


def refuse_behind(project: Project, today: date) -> None:
    """Raise ProjectProblem where the clock stands before the newest day in the project."""
    if is_behind(project, today):
        raise _behind(today, newest_day(project) or today)


def refuse_earlier(before: Project, after: Project) -> None:
    """Raise ProjectProblem where a change, by whatever act, brings a day before the newest one that there was."""
    newest = newest_day(before)
    if newest is None:
        return
    known = set(taken_down(before))
    fresh = [day for place, day in taken_down(after) if day is not None and (place, day) not in known]
    earliest = min(fresh, default=newest)
    if earliest + ELSEWHERE < newest:
        raise _behind(earliest, newest)


def _behind(today: date, newest: date) -> ProjectProblem:
    message = f"The clock says {today.isoformat()}, but something was entered here on {newest.isoformat()}."
    hint = "Set the clock of this computer right: what is entered bears its day, and nothing is backdated."
    return ProjectProblem(message, hint=hint)
