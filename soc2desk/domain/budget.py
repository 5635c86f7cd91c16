"""The promise budget: dated acts and hours a year that the chosen cadences ask for, in all and per person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.controls import Nature
from soc2desk.domain.project import State

if TYPE_CHECKING:
    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement

MANY_ACTS = 300
"""Above this many dated acts a year a firm of under fifty people is warned."""
SMALL_HEADCOUNT = 50


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """What one control asks for in a year. `times` is how many systems, vendors or owners each act is done for."""

    control: str
    cadence: Cadence
    times: int
    acts: int
    minutes: int
    owner: str


@dataclass(frozen=True, slots=True)
class Budget:
    """All dated work of a year. `by_person` maps a person id ("" for nobody) to acts and minutes."""

    lines: tuple[PromiseLine, ...]
    by_person: dict[str, tuple[int, int]]

    @property
    def acts(self) -> int:
        """Dated acts a year."""
        return sum(line.acts for line in self.lines)

    @property
    def minutes(self) -> int:
        """Minutes a year."""
        return sum(line.minutes for line in self.lines)


def count_promises(engagement: Engagement) -> Budget:
    """Return the dated acts of people: of every control that applies and has a rhythm.

    Work that events set off has no dates, and what a system or a vendor does by itself is nobody's act here.
    """
    lines = tuple(line for one in engagement.controls if (line := _line(one, engagement)))
    totals: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for line in lines:
        acts, minutes = totals[line.owner]
        totals[line.owner] = (acts + line.acts, minutes + line.minutes)
    return Budget(lines, dict(sorted(totals.items(), key=lambda item: (-item[1][1], item[0]))))


def _line(one: ControlState, engagement: Engagement) -> PromiseLine | None:
    value = one.cadence.value if one.cadence else None
    if not one.applies or not isinstance(value, str):
        return None
    cadence = Cadence(value)
    by_people = one.control.nature is not Nature.AUTOMATED and one.state is not State.RUN_BY_VENDOR
    if cadence.acts_a_year == 0 or not by_people:
        return None
    times = _times(one, engagement)
    acts = cadence.acts_a_year * times
    return PromiseLine(one.id, cadence, times, acts, acts * one.control.effort_minutes, engagement.owners[one.id].owner)


def _times(one: ControlState, engagement: Engagement) -> int:
    match one.control.acts_per:
        case "system":
            return max(1, sum(system.in_scope for system in engagement.project.systems))
        case "critical_vendor":
            critical = (v.tier == "critical" or v.subservice for v in engagement.project.vendors)
            return max(1, sum(critical))
        case "owner":
            return max(1, len({engagement.owners[one.id].owner for one in engagement.controls if one.applies} - {""}))
        case _:
            return 1
