"""The work behind a quick answer: hours from the minutes of the controls, as an estimate with a range."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from soc2desk.domain.budget import count_promises
from soc2desk.domain.quick_answer import MONTHS, PREPARING, Stand, Wish
from soc2desk.domain.training import courses_held

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.quick_answer import QuickAnswer

DOCUMENT_MINUTES = 45
"""To read a document of a dozen pages, answer what is open in it, and have it approved."""
REQUEST_MINUTES, LIST_MINUTES = 25, 40
"""To find and hand over what one request asks for, and one complete list with its proof."""
CHECK_MINUTES = 20
"""To look at one control again before fieldwork."""
WALK_MINUTES = 60
"""For each owner to walk the auditor through the controls."""
SET_UP = {Stand.NOTHING: 3, Stand.POLICIES: 2, Stand.RUNNING: 1, Stand.REPORT: 1}
"""How often each control is done before the window opens: to agree on it, to set it up, and the one run that counts."""
WRITE = {Stand.NOTHING: 1.0, Stand.POLICIES: 0.5, Stand.RUNNING: 0.5, Stand.REPORT: 0.25}
"""The share of the work on documents that is still to be done: what exists is compared, what was audited is renewed."""
LOW, HIGH = 0.7, 1.6
"""The range around the estimate: the minutes are those of one system in a firm that knows its tools."""
WEEKLY_HOURS = 6
"""What somebody can give in a week beside another job."""
LEAST_PEOPLE = 2
"""Nobody reviews their own access, change or work."""
WEEK = 7
HOUR = 60
_ADOPTED = frozenset({"policy", "plan", "procedure"})


@dataclass(frozen=True, slots=True)
class EffortLine:
    """One part of the work: `count` things of its kind, and the hours for all of them."""

    id: str
    count: int
    hours: int


@dataclass(frozen=True, slots=True)
class Effort:
    """What a report asks for until it is there. `everybody` is the hours of each person for the common course.

    `people` share the rest; `low` and `high` are the hours of each of them. `alone` says that a second is needed from
    outside.
    """

    lines: tuple[EffortLine, ...]
    people: int
    low: int
    high: int
    everybody: int
    alone: bool

    @property
    def hours(self) -> int:
        """The hours in the middle of the range, for all who share the work."""
        return sum(line.hours for line in self.lines)


def estimate_effort(answer: QuickAnswer, engagement: Engagement) -> Effort:
    """Return the hours for the report that is asked for; `engagement` is an untouched one of the same categories."""
    stand, people = answer.question.stand, answer.question.people
    before = _before(stand, engagement)
    wish = answer.wished.wish
    during = _during(wish, engagement)
    sharing = _sharing(sum(line.hours for line in before), stand, people)
    lines = (*before, *during, _walk(sharing))
    each = sum(line.hours for line in lines) / sharing
    common = max((one.hours for one in courses_held(engagement) if one.is_for_everybody), default=0)
    return Effort(lines, sharing, round(each * LOW), ceil(each * HIGH), common, alone=people < LEAST_PEOPLE)


def _before(stand: Stand, engagement: Engagement) -> tuple[EffortLine, ...]:
    documents = sum(engagement.wants(one) for one in engagement.catalogue.templates if one.kind in _ADOPTED)
    controls = [one.control for one in engagement.controls if one.applies]
    minutes = sum(one.effort_minutes for one in controls)
    courses = [one for one in courses_held(engagement) if not one.is_for_everybody]
    trained = sum(one.again if stand is Stand.REPORT else one.hours for one in courses)
    return (
        _line("documents", documents, documents * DOCUMENT_MINUTES * WRITE[stand]),
        _line("controls", len(controls), minutes * SET_UP[stand]),
        _line("courses", len(courses), trained * HOUR),
        _line("checks", len(controls), len(controls) * CHECK_MINUTES),
    )


def _during(wish: Wish, engagement: Engagement) -> tuple[EffortLine, ...]:
    months = MONTHS[wish]
    budget = count_promises(engagement)
    running = {one.id for one in engagement.controls if one.applies}
    lists = sum(not running.isdisjoint(one.controls) for one in engagement.catalogue.populations)
    asked = len(engagement.requests)
    share = months / MONTHS[Wish.TYPE_2_12]
    work = (_line("acts", round(budget.acts * share), budget.minutes * share),) if months else ()
    return (*work, _line("requests", asked, asked * REQUEST_MINUTES), _line("lists", lists, lists * LIST_MINUTES))


def _walk(people: int) -> EffortLine:
    return _line("walks", people, people * WALK_MINUTES)


def _sharing(hours: int, stand: Stand, people: int) -> int:
    """Return how many people share the work, so that preparing fits beside another job."""
    weeks = PREPARING[stand] / WEEK
    return min(max(LEAST_PEOPLE, ceil(hours / (WEEKLY_HOURS * weeks))), people)


def _line(name: str, count: int, minutes: float) -> EffortLine:
    return EffortLine(name, count, ceil(minutes / HOUR))
