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
    """Yield every day on which the program says that something was entered, attached, judged, approved or answered."""
    yield from (one.on for one in project.approvals)
    yield from (one.on for one in project.edits)
    yield from (day for one in project.records for day in (one.entered_on, one.changed_on))
    yield from (day for one in project.evidence for day in (one.received, one.reviewed_on))
    yield from (one.entered_on for one in project.completions)
    yield from (one.asked_on for one in project.walked_requests)
    yield from (one.closed_on for one in project.remedies)
    yield from (one.confirmed_on for one in project.auditor_requests)
    yield from (one.settled_on for one in project.seen_in_lists)


def refuse_behind(project: Project, today: date) -> None:
    """Raise ProjectProblem where the clock stands before the newest day in the project."""
    newest = max((day for day in days_taken_down(project) if day is not None), default=today)
    if newest > today + ELSEWHERE:
        message = f"The clock says {today.isoformat()}, but something was entered here on {newest.isoformat()}."
        hint = "Set the clock of this computer right: what is entered bears its day, and nothing is backdated."
        raise ProjectProblem(message, hint=hint)
