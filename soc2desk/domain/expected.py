"""The month in which a report can be expected, or why nobody should name one yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.project import State

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement

LONGEST_BRIDGE = 92
"""Days after a report for which readers usually take a bridge letter."""
LATEST_REPORT_DAYS = 56
"""Days from the end of what is examined, or the start of fieldwork, by which a report usually is there."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The first day of the month to name, or None with the reason: dates, controls or past."""

    month: date | None
    reason: str = ""


def expected_report(engagement: Engagement) -> Expected:
    """Return the month to name to a prospect; none where the plan cannot hold it.

    It cannot while a date is missing, while a control is not confirmed, or is planned for later than the first day that
    is examined, and not for a month that has gone by.
    """
    scope = engagement.scope
    first, last = (scope.start, scope.end) if scope.is_type_2 else (scope.as_of, scope.as_of)
    if first is None or last is None:
        return Expected(None, "dates")
    if any(_late(one.state, one.start, first) for one in engagement.controls):
        return Expected(None, "controls")
    fieldwork = engagement.names.stated["fieldwork_start"].answer
    begun = fieldwork.value if fieldwork is not None and isinstance(fieldwork.value, date) else last
    day = max(last, begun) + timedelta(days=LATEST_REPORT_DAYS)
    return Expected(day.replace(day=1)) if day >= engagement.day else Expected(None, "past")


def _late(state: State, start: date | None, first: date) -> bool:
    return state is State.NOT_CONFIRMED or (state is State.PLANNED and (start is None or start > first))
