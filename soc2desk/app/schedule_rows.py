"""The schedule as rows to filter: what is due, who does it, and whether something shows that it was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.app.scheduling import Planned
from soc2desk.domain.evidence import Standing
from soc2desk.domain.file_names import file_name
from soc2desk.domain.plan_steps import When
from soc2desk.domain.schedule import decide_schedule
from soc2desk.reading.days_off import days_off

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.plan_steps import Step
    from soc2desk.domain.schedule import Occurrence

SOON = timedelta(days=30)
_LONGEST = 48


class DueState(StrEnum):
    """Where a row stands today. A milestone whose day is over may have been reached; only an act can be overdue."""

    DONE = "done"
    OVERDUE = "overdue"
    PAST = "past"
    NOW = "now"
    SOON = "soon"
    AHEAD = "ahead"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """One line: a milestone, or an act of a control with its `period`. It leads to its `place`, if there is one."""

    id: str
    title: str
    due: date | None
    state: DueState
    person: str
    person_name: str
    control: str = ""
    family: str = ""
    period: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class WantedRows:
    """What a list is narrowed to; "" is anybody and any family, `soon` what is overdue, due now or in thirty days."""

    person: str = ""
    family: str = ""
    soon: bool = False


def plan_of(engagement: Engagement, name: str) -> Planned:
    """Return the schedule of an open project; `name` sets its calendar apart while the company has none."""
    owner = file_name(engagement.answer_text("company"), _LONGEST) or file_name(name, _LONGEST)
    return Planned(engagement, decide_schedule(engagement, days_off(engagement)), owner)


def step_rows(planned: Planned) -> tuple[ScheduleRow, ...]:
    """Return the milestones: what is due now, then by day, then those without one."""
    return tuple(_of_step(step, planned) for step in planned.schedule.steps)


def act_rows(planned: Planned) -> tuple[ScheduleRow, ...]:
    """Return every act that the controls owe, by day."""
    project = planned.engagement.project
    kept = (one.occurrence for one in project.evidence if one.state is not Standing.REJECTED)
    shown = {*kept, *(one.occurrence for one in project.records)}
    return tuple(_of_act(act, planned, done=act.id in shown) for act in planned.schedule.occurrences)


def matching_rows(rows: Iterable[ScheduleRow], wanted: WantedRows) -> tuple[ScheduleRow, ...]:
    """Return the rows that are wanted, in their order."""
    near = {DueState.OVERDUE, DueState.NOW, DueState.SOON}
    return tuple(
        row
        for row in rows
        if wanted.person in {"", row.person}
        and wanted.family in {"", row.family}
        and (not wanted.soon or row.state in near)
    )


def _of_step(step: Step, planned: Planned) -> ScheduleRow:
    day, engagement = planned.schedule.day, planned.engagement
    state = _ahead(step.due, day)
    if step.when is When.NOW:
        state = DueState.NOW
    elif step.when is When.PAST:
        state = DueState.PAST
    who = step.who.person
    due = None if step.when is When.NOW else step.due
    return ScheduleRow(step.id, step.milestone.title, due, state, who, engagement.person_name(who))


def _of_act(act: Occurrence, planned: Planned, *, done: bool) -> ScheduleRow:
    engagement, control = planned.engagement, planned.engagement.worked[act.control].control
    state = DueState.OVERDUE if act.when is When.PAST else _ahead(act.due, planned.schedule.day)
    who = act.who.person
    return ScheduleRow(
        act.id,
        control.title,
        act.due,
        DueState.DONE if done else state,
        who,
        engagement.person_name(who),
        act.control,
        control.family,
        act.owed.period.name,
        engagement.place_of(act.control),
    )


def _ahead(due: date | None, day: date) -> DueState:
    if due is None:
        return DueState.OPEN
    return DueState.SOON if due - day <= SOON else DueState.AHEAD
