"""What a calendar says of one event: what to do, in which record, and what an auditor asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.file_names import file_name
from soc2desk.domain.plan_steps import When

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.plan_steps import Step
    from soc2desk.domain.schedule import Occurrence

_OFTEN = frozenset({Cadence.DAILY, Cadence.WEEKLY})
_MOST_REQUESTS = 3
_LONGEST_ID = 100


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one event. `id` tells it from every other one of the company; `is_rare` asks for a reminder."""

    id: str
    title: str
    description: str
    category: str
    is_rare: bool = True


def act_words(one: Occurrence, engagement: Engagement) -> Said:
    """Return the words of an act that a control owes."""
    catalogue, period = engagement.catalogue, one.owed.period
    phrases, control = catalogue.phrases, engagement.worked[one.control].control
    records = [catalogue.record[name].title for name in control.records if name in catalogue.record]
    requests = [asked.request for asked in engagement.requests if one.control in asked.controls][:_MOST_REQUESTS]
    lines = [
        phrases["calendar.period"].format(first=period.start, last=period.end),
        phrases["calendar.record"].format(records=", ".join(records)) if records else "",
        phrases["calendar.asked"].format(requests="; ".join(requests)) if requests else "",
    ]
    family = next((family.name for family in catalogue.families if family.id == control.family), control.family)
    title = phrases["calendar.act"].format(control=one.control, title=control.title, period=period.name)
    return Said(_slug(one.id), own_line(title), _lines(lines), own_line(family), one.owed.cadence not in _OFTEN)


def step_words(step: Step, engagement: Engagement) -> Said:
    """Return the words of a milestone."""
    catalogue, milestone = engagement.catalogue, step.milestone
    phrases, record = catalogue.phrases, catalogue.record.get(milestone.record)
    lines = [
        phrases["calendar.now"] if step.when is When.NOW else "",
        phrases[f"schedule.usual_{milestone.anchor}"] if step.usual else "",
        phrases["calendar.shows"].format(deliverable=milestone.deliverable),
        phrases["calendar.record"].format(records=record.title) if record else "",
    ]
    title = phrases["calendar.step"].format(step=milestone.id, title=milestone.title)
    # A company has the milestones of its Type I and of its Type II report side by side.
    id_ = _slug(f"{step.id} {engagement.scope.report_type}")
    return Said(id_, own_line(title), _lines(lines), phrases[f"schedule.phase.{milestone.phase}"])


def own_line(words: str) -> str:
    """Return words that a person typed as one line of what can be printed."""
    return "".join(letter for letter in " ".join(words.split()) if letter.isprintable())


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(own_line(line) for line in lines if line)


def _slug(words: str) -> str:
    return file_name(words, _LONGEST_ID)
