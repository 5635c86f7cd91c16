"""The picture above the schedule: the time that is examined, and the milestones from training to the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Picture
from soc2desk.document.pictures.timeline import Flag, timeline
from soc2desk.domain.milestones import Shift
from soc2desk.domain.plan_steps import When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.document.registers.ground import Ground
    from soc2desk.domain.schedule import Schedule

_PHASES = frozenset({"train", "ready", "fieldwork", "report"})
"""Phases whose every milestone has a flag. The other phases stand in the chart below."""


def schedule_picture(schedule: Schedule, ground: Ground) -> tuple[Picture, ...]:
    """Return the line with its flags; none while nothing of it has a day. What is due now stands on no day."""
    flags, phrases = sorted(_flags(schedule, ground), key=lambda flag: flag.day), ground.phrases
    if not flags:
        return ()
    days = [flag.day for flag in flags] + list(schedule.window or ())
    said = phrases["picture.timeline.said"].format(
        count=len(flags), start=min(days).isoformat(), end=max(days).isoformat()
    )
    if schedule.window:
        first, last = (day.isoformat() for day in schedule.window)
        key = "picture.timeline.said_date" if first == last else "picture.timeline.said_window"
        said = phrases[key].format(said=said, first=first, last=last, day=first)
    each = phrases["picture.timeline.point"]
    points = tuple(each.format(day=flag.day.isoformat(), phase=flag.phase, title=flag.title) for flag in flags)
    sketch = timeline(flags, schedule.window, phrases)
    return (Picture(sketch, phrases["picture.timeline.title"], said, points, "timeline"),)


def _flags(schedule: Schedule, ground: Ground) -> Iterator[Flag]:
    for step in schedule.steps:
        about = step.milestone
        if step.due is None or step.when is When.NOW:
            continue
        if about.phase in _PHASES or about.shift is Shift.STAYS:
            yield Flag(step.due, ground.phrases[f"schedule.phase.{about.phase}"], about.title)
