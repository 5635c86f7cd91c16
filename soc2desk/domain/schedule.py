"""The schedule of an examination: its milestones, and every act that the rhythms of its controls owe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.owed import Owed, looked_at, owed
from soc2desk.domain.plan_dates import PlanDates, plan_dates
from soc2desk.domain.plan_steps import Step, When, decide_steps
from soc2desk.domain.who_does import Who, who_does
from soc2desk.domain.working_days import WorkingDays

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from soc2desk.domain.engagement import Engagement


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One act that a control owes, by a day: `due` is the last working day of its period, whatever is examined."""

    owed: Owed
    due: date
    who: Who
    when: When

    @property
    def id(self) -> str:
        """The id of the occurrence, which no date is part of: ACC-07/2026-Q3."""
        return self.owed.period.id

    @property
    def control(self) -> str:
        """The id of the control that owes it."""
        return self.owed.control

    @property
    def is_partial(self) -> bool:
        """Whether only a part of its period lies in what is examined."""
        return self.owed.period.partial


@dataclass(frozen=True)
class Schedule:
    """What is due by when. `day` is the day it is seen on, `window` the first and last day examined, once known."""

    day: date
    dates: PlanDates
    window: tuple[date, date] | None
    steps: tuple[Step, ...]
    occurrences: tuple[Occurrence, ...]
    working_days: WorkingDays

    @property
    def partial(self) -> tuple[Occurrence, ...]:
        """The occurrences whose period reaches outside what is examined."""
        return tuple(one for one in self.occurrences if one.is_partial)

    def of_person(self, person: str) -> Schedule:
        """Return the part of the schedule that one person sees to."""
        steps = tuple(step for step in self.steps if step.who.person == person)
        acts = tuple(one for one in self.occurrences if one.who.person == person)
        return Schedule(self.day, self.dates, self.window, steps, acts, self.working_days)

    def until(self, day: date) -> Schedule:
        """Return what is due from today on up to a day; steps without a day stay."""
        steps = tuple(step for step in self.steps if step.due is None or self.day <= step.due <= day)
        acts = tuple(one for one in self.occurrences if self.day <= one.due <= day)
        return Schedule(self.day, self.dates, self.window, steps, acts, self.working_days)

    def people(self) -> tuple[str, ...]:
        """Return the ids of everybody who has something to do, in the order of the first of it."""
        found = [step.who.person for step in self.steps] + [one.who.person for one in self.occurrences]
        return tuple(dict.fromkeys(filter(None, found)))


def decide_schedule(engagement: Engagement, working_days: WorkingDays) -> Schedule:
    """Return the schedule of an engagement as of its day. Without dates it holds the milestones alone."""
    dates = plan_dates(engagement)
    steps = decide_steps(engagement, dates, working_days)
    acts = tuple(_occurrences(engagement, working_days))
    return Schedule(engagement.day, dates, looked_at(engagement), steps, acts, working_days)


def _occurrences(engagement: Engagement, working_days: WorkingDays) -> Iterator[Occurrence]:
    """Yield every act, by due day."""
    acts = [(act.due_on(working_days), act) for act in owed(engagement, engagement.worked, working_days)]
    acts.sort(key=lambda pair: (pair[0], pair[1].period.start))
    waiting: set[str] = set()
    for due, act in acts:
        when = When.PAST if due < engagement.day else When.AHEAD if act.control in waiting else When.NEXT
        if when is When.NEXT:
            waiting.add(act.control)
        yield Occurrence(act, due, _who(act, due, engagement), when)


def _who(act: Owed, due: date, engagement: Engagement) -> Who:
    return who_does(act.owner, engagement.performers[act.control].backup, due, engagement.project)
