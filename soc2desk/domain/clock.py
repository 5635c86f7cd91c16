"""The days that the program took down, and a clock that would put a new one before them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.problems import ProjectProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from soc2desk.domain.project import Project

ELSEWHERE = timedelta(days=1)
"""How far two clocks that are right can be apart: another time zone."""


def days_taken_down(project: Project) -> Iterator[date | None]:
    """Yield every day on which the program says that something was entered, attached, said, judged or answered."""
    yield from (day for _, day in taken_down(project))


def taken_down(project: Project) -> Iterator[tuple[str, date | None]]:
    """Yield the same with what each day is of."""
    yield from ((f"approvals.{one.id}", one.on) for one in project.approvals)
    yield from ((f"edits.{one.id}", one.on) for one in project.edits)
    yield from ((f"control_states.{one.id}", one.confirmed_on) for one in project.control_states)
    yield from ((f"self_check.{one.id}", one.on) for one in project.self_check)
    for record in project.records:
        days = (record.entered_on, record.changed_on, *record.said_on.values())
        yield from ((f"records.{record.id}", day) for day in days)
    for piece in project.evidence:
        yield from ((f"evidence.{piece.id}", day) for day in (piece.received, piece.reviewed_on))
    yield from ((f"completions.{one.id}", one.entered_on) for one in project.completions)
    yield from ((f"walked_requests.{one.id}", one.asked_on) for one in project.walked_requests)
    yield from ((f"remedies.{one.id}", one.closed_on) for one in project.remedies)
    yield from ((f"auditor_requests.{one.id}", one.confirmed_on) for one in project.auditor_requests)
    yield from ((f"seen_in_lists.{one.id}", one.settled_on) for one in project.seen_in_lists)
    yield from ((f"entry_days.{one.id}", one.on) for one in project.entry_days)


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
