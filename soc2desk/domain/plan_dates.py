"""The days that a plan hangs on: what was answered, and what is usual where nobody answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.due import periods
from soc2desk.domain.expected import LATEST_REPORT_DAYS
from soc2desk.domain.milestones import Anchor
from soc2desk.domain.owed import fiscal_start

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement

USUAL_FIELDWORK_DAYS = 14
"""Days after the end of what is examined on which fieldwork usually begins, where nobody gave its day."""
SOONEST_REPORT_DAYS = 28
"""Fewer days than these between the end and the report are a wish and no plan."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """The part of a quarter of the fiscal year that lies in what is examined."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class PlanDates:
    """The days of one examination; None where nothing tells them. `usual` are those that nobody gave."""

    start: date | None = None
    end: date | None = None
    fieldwork: date | None = None
    report: date | None = None
    quarters: tuple[Quarter, ...] = ()
    usual: frozenset[Anchor] = frozenset()

    @property
    def middle(self) -> date | None:
        """The day in the middle of what is examined."""
        return self.start + (self.end - self.start) // 2 if self.start and self.end else None


def plan_dates(engagement: Engagement) -> PlanDates:
    """Return the days of the plan. A date of fieldwork or of the report that nobody gave is the usual one."""
    scope = engagement.scope
    start, end = (scope.start, scope.end) if scope.is_type_2 else (scope.as_of, scope.as_of)
    if start and end and start > end:
        return PlanDates()
    fieldwork = scope.fieldwork or (end + timedelta(days=USUAL_FIELDWORK_DAYS) if end else None)
    report, is_usual = _report(engagement, end, fieldwork)
    usual = {Anchor.FIELDWORK} if fieldwork and not scope.fieldwork else set()
    return PlanDates(
        start, end, fieldwork, report, _quarters(engagement, start, end),
        frozenset(usual | ({Anchor.REPORT} if report and is_usual else set())),
    )  # fmt: skip


def _report(engagement: Engagement, end: date | None, fieldwork: date | None) -> tuple[date | None, bool]:
    """Return the day of the report and whether it is the usual one: sooner only where somebody needs it sooner."""
    if end is None or fieldwork is None:
        return None, False
    usual = max(end, fieldwork) + timedelta(days=LATEST_REPORT_DAYS)
    answer = engagement.names.stated["report_needed_by"].answer
    needed = answer.value if answer else None
    can_be = isinstance(needed, date) and end + timedelta(days=SOONEST_REPORT_DAYS) <= needed < usual
    return (needed, False) if can_be and isinstance(needed, date) else (usual, True)


def _quarters(engagement: Engagement, start: date | None, end: date | None) -> tuple[Quarter, ...]:
    if start is None or end is None:
        return ()
    found = periods("", Cadence.QUARTERLY, start, end, fiscal_start(engagement))
    return tuple(Quarter(one.name, max(one.start, start), min(one.end, end)) for one in found)
