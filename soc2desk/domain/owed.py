"""What a company owes by its rhythms in what is examined: each act with its period, its owner and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.controls import Nature
from soc2desk.domain.due import Period, periods

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.working_days import WorkingDays

FISCAL_YEAR = "fiscal_year_start"


@dataclass(frozen=True, slots=True)
class Owed:
    """One act that a control asks for. `owner` is a person id; `suggested` says that nobody confirmed the rhythm."""

    control: str
    period: Period
    cadence: Cadence
    owner: str
    suggested: bool = False

    def due_on(self, working_days: WorkingDays) -> date:
        """Return the day by which it is to be done: the last working day of its period, or its last where none is."""
        day = working_days.first_working_day_on_or_before(self.period.due)
        return day if day >= self.period.start else self.period.due


def looked_at(engagement: Engagement) -> tuple[date, date] | None:
    """Return the first and last day examined; the date of a Type I report twice. None while it is not known."""
    scope = engagement.scope
    first, last = (scope.start, scope.end) if scope.is_type_2 else (scope.as_of, scope.as_of)
    return (first, last) if first and last and first <= last else None


def owed(engagement: Engagement, controls: Iterable[str], working_days: WorkingDays | None = None) -> tuple[Owed, ...]:
    """Return the acts that these controls owe in what is examined, by their dates.

    A control owes nothing before it begins or after it was retired, and one that does not apply, or has no rhythm yet,
    owes nothing at all.
    What is promised every working day is not owed on a holiday, where `working_days` tell them; what a machine does
    by itself is no act of anybody and is shown by its log.
    """
    window = looked_at(engagement)
    found = [engagement.worked[control] for control in controls if control in engagement.worked]
    acts = [act for one in found if window and one.applies for act in _acts(one, window, engagement)]
    if working_days is not None:
        acts = [act for act in acts if act.cadence is not Cadence.DAILY or not working_days.is_off(act.period.due)]
    return tuple(sorted(acts, key=lambda act: (act.period.end, act.period.start)))


def has_dated_acts(one: ControlState) -> bool:
    """Return whether people do something for a control on dates.

    What a machine does every month or more often is no act of anybody; rarer ones are looks at what it does.
    """
    value = one.cadence.value if one.cadence else None
    acts = Cadence(value).acts_a_year if isinstance(value, str) else 0
    by_machine = one.control.nature is Nature.AUTOMATED and acts >= Cadence.MONTHLY.acts_a_year
    return acts > 0 and not by_machine


def _acts(one: ControlState, window: tuple[date, date], engagement: Engagement) -> Iterable[Owed]:
    value = one.cadence.value if one.cadence else None
    if one.cadence is None or not isinstance(value, str) or not has_dated_acts(one):
        return ()
    cadence, (first, last) = Cadence(value), window
    begins = max(filter(None, (first, one.start or one.since)))
    found = periods(one.id, cadence, begins, min(filter(None, (last, one.until))), fiscal_start(engagement))
    owner = engagement.performers[one.id].owner
    return tuple(
        Owed(one.id, period, cadence, owner, suggested=not one.cadence.confirmed)
        for period in found
        if one.until is None or period.due <= one.until
    )


def fiscal_start(engagement: Engagement) -> int:
    """Return the month in which the fiscal year begins; January while nobody said."""
    said = engagement.answer_text(FISCAL_YEAR)
    return int(said) if said.isdecimal() else 1
