"""The steps of a plan: each milestone with its day, and who sees to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.domain.milestones import Anchor, Milestone, Shift
from soc2desk.domain.ownership import NOBODY
from soc2desk.domain.who_does import Who, who_does

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.plan_dates import PlanDates
    from soc2desk.domain.working_days import WorkingDays


class When(StrEnum):
    """Where a day stands, seen from today. What is past may be done or not: that is for records to show."""

    PAST = "past"
    NOW = "now"
    NEXT = "next"
    AHEAD = "ahead"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Step:
    """One milestone in a plan. `id` is MS-05, and MS-13/2027-Q1 for one of each quarter.

    `plain` is its day by the count, `due` that day moved off weekends and holidays. A step that would have been due
    before the plan began has no plain day: it is due now. Both are None while a day is missing that they hang on.
    `usual` says that they hang on a usual day which nobody gave, `closer` that time is too short for the usual offsets.
    """

    id: str
    milestone: Milestone
    plain: date | None
    due: date | None
    who: Who
    when: When
    usual: bool = False
    closer: bool = False


@dataclass(frozen=True, slots=True)
class _Plan:
    engagement: Engagement
    dates: PlanDates
    working_days: WorkingDays
    begun: date


_Placed = tuple[str, date | None, bool]
"""The id of a step, its plain day, and whether it was moved closer."""


def plan_begun(engagement: Engagement) -> date:
    """Return the day on which the plan was made: that of the first packet or of the first thing kept, else today.

    Who keeps records has begun, whether a packet was made or not: what lay before is gone by, and not due now.
    """
    project = engagement.project
    known = (
        project.document_date,
        *(one.entered_on for one in project.records),
        *(one.received for one in project.evidence),
        *(one.entered_on for one in project.completions),
    )
    return min((*(day for day in known if day), engagement.day))


def decide_steps(engagement: Engagement, dates: PlanDates, working_days: WorkingDays) -> tuple[Step, ...]:
    """Return the steps of the plan: what is due now, then by their days, then those without a day."""
    plan = _Plan(engagement, dates, working_days, plan_begun(engagement))
    report = engagement.scope.report_type
    mine = [one for one in engagement.catalogue.milestones if not report or report in one.report_types]
    leads = {anchor: _lead(mine, anchor, report) for anchor in Anchor}
    found = [_step(one, placed, plan) for one in mine for placed in _places(one, leads[one.anchor], plan)]
    found.sort(key=lambda step: (step.when is not When.NOW, step.due or date.max))
    ahead = next((step.due for step in found if step.when is When.AHEAD), None)
    return tuple(replace(s, when=When.NEXT) if s.when is When.AHEAD and s.due == ahead else s for s in found)


def _lead(milestones: Iterable[Milestone], anchor: Anchor, report: str) -> int:
    """Return how many days before an anchor its first milestone is."""
    return max((-one.offset(report) for one in milestones if one.anchor is anchor), default=0)


def _places(one: Milestone, lead: int, plan: _Plan) -> Iterator[_Placed]:
    offset = timedelta(days=one.offset(plan.engagement.scope.report_type))
    if one.anchor is Anchor.QUARTER:
        for quarter in plan.dates.quarters:
            yield f"{one.id}/{quarter.name}", max(quarter.last + offset, quarter.first), False
        if not plan.dates.quarters:
            yield one.id, None, False
        return
    base = _base(one.anchor, plan.dates)
    if base is None:
        yield one.id, None, False
        return
    room = max((base - plan.begun).days, 0)
    if offset.days < 0 and room < lead:
        yield one.id, base - timedelta(days=-offset.days * room // lead), True
    else:
        yield one.id, _inside(base + offset, one, plan), False


def _base(anchor: Anchor, dates: PlanDates) -> date | None:
    return {
        Anchor.START: dates.start,
        Anchor.END: dates.end,
        Anchor.MIDDLE: dates.middle,
        Anchor.FIELDWORK: dates.fieldwork,
        Anchor.REPORT: dates.report,
    }[anchor]


def _inside(day: date, one: Milestone, plan: _Plan) -> date:
    """Return the day; for what happens after the window opened not a later one than that on which it closes."""
    end = plan.dates.end
    return min(day, end) if one.anchor is Anchor.START and one.offset_days > 0 and end else day


def _step(one: Milestone, placed: _Placed, plan: _Plan) -> Step:
    id_, plain, closer = placed
    usual, engagement = one.anchor in plan.dates.usual, plan.engagement
    if plain is None:
        return Step(id_, one, None, None, _who(one, engagement.day, engagement), When.OPEN)
    if _is_late(one, plain, plan):
        due = plan.working_days.first_working_day_on_or_after(engagement.day)
        return Step(id_, one, None, due, _who(one, due, engagement), When.NOW, usual, closer)
    due = _moved(one, plain, plan)
    when = When.PAST if due < engagement.day else When.AHEAD
    return Step(id_, one, plain, due, _who(one, due, engagement), when, usual, closer)


def _is_late(one: Milestone, plain: date, plan: _Plan) -> bool:
    """Say whether a step would have been due before anybody planned it: nobody can do it on a day gone by.

    The day on which a window opens is told as it is, and a quarter that went by is not made up for.
    """
    return plain < plan.begun and one.shift is not Shift.STAYS and one.anchor is not Anchor.QUARTER


def _moved(one: Milestone, plain: date, plan: _Plan) -> date:
    match one.shift:
        case Shift.STAYS if one.anchor not in plan.dates.usual:
            return plain
        case Shift.STAYS | Shift.LATER:
            return plan.working_days.first_working_day_on_or_after(plain)
    # What belongs into the window is not moved out of it, and nothing before the day on which the plan was made.
    floor = max((day for day in (plan.begun, plan.dates.start) if day and day <= plain), default=date.min)
    day = plan.working_days.first_working_day_on_or_before(plain)
    return day if day >= floor else min(plan.working_days.first_working_day_on_or_after(floor), plain)


def _who(one: Milestone, day: date, engagement: Engagement) -> Who:
    role = engagement.project.role.get(one.owner, NOBODY)
    return who_does(role.holder, role.backup, day, engagement.project)
