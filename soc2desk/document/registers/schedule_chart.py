"""The schedule as a chart: phases and milestones, what is examined, and what is due in each family of controls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.timeline_chart import timeline_chart
from soc2desk.domain.plan_steps import When
from soc2desk.domain.timelines import ChartRow, DayMark, MarkLook, Span, SpanLook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from soc2desk.document.blocks import Chart
    from soc2desk.document.registers.ground import Ground
    from soc2desk.domain.cadences import Cadence
    from soc2desk.domain.schedule import Schedule


def schedule_chart(schedule: Schedule, ground: Ground) -> tuple[Chart, ...]:
    """Return the schedule as a chart; none while it has no day. What is due now stands on no day and in no chart."""
    rows = (*_plan(schedule, ground), *_families(schedule, ground))
    return timeline_chart(rows, ground.phrases, ground.phrases["register.schedule.chart"], about="chart")


def _plan(schedule: Schedule, ground: Ground) -> Iterator[ChartRow]:
    phrases = ground.phrases
    phases: dict[str, list[date]] = {}
    for step in schedule.steps:
        if step.due is not None and step.when is not When.NOW:
            phases.setdefault(step.milestone.phase, []).append(step.due)
    if phases:
        yield ChartRow(phrases["register.schedule.steps"], is_head=True)
    for phase, days in phases.items():
        marks = tuple(DayMark(day) for day in sorted(set(days)))
        spans = (Span(min(days), max(days)),) if min(days) < max(days) else ()
        yield ChartRow(phrases[f"schedule.phase.{phase}"], spans, marks)
    if schedule.window:
        first, last = schedule.window
        inside = (Span(first, last, SpanLook.WINDOW),)
        yield ChartRow(phrases["chart.look.window"].capitalize(), inside)


def _families(schedule: Schedule, ground: Ground) -> Iterator[ChartRow]:
    """Yield a row for each rhythm of each family, in the order of the families."""
    days: dict[tuple[str, Cadence], set[date]] = {}
    for one in schedule.occurrences:
        family = ground.engagement.worked[one.control].control.family
        days.setdefault((family, one.owed.cadence), set()).add(one.due)
    if days:
        yield ChartRow(ground.phrases["register.schedule.acts"], is_head=True)
    for one_family in ground.engagement.catalogue.families:
        for (about, cadence), due in days.items():
            if about == one_family.id:
                label = f"{one_family.name}, {ground.phrases[f'cadence.adjective.{cadence}']}"
                yield ChartRow(label, (), tuple(DayMark(day, MarkLook.DUE) for day in sorted(due)))
