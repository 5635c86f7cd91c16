"""How far each control and criterion has come: written, approved, operating, evidenced in the window. Never a score.

A level counts only where the ones before it are reached, so that nothing stands on what is missing.

*Written*: a person said where the control stands, and a clause of a printed document states it. A clause that prints a
control nobody confirmed is a proposal of ours, which is why an untouched project is at *not shown*.
*Approved*: one document that states it is approved with its present text.
*Operating*: it is in place, or run by a vendor, and something shows that it ran at least once: a complete record, or
evidence that nobody rejected. A control that events set off and a list that shows that none came stand the same.
*Evidenced in the window*: each act that was due so far has its record or evidence; what events set off, and what runs
by itself, has something that speaks of a day of the window. An act that is not due yet is no gap, and shows nothing.

A criterion is met by its controls together: it has come as far as the one behind it that has come least, of those that
an auditor would be shown. Controls that are planned or not confirmed do not pull it down, and are counted beside.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.domain.owed import has_dated_acts, looked_at, owed
from soc2desk.domain.project import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.owed import Owed
    from soc2desk.domain.performed import Shown

A_YEAR = timedelta(days=365)


class Level(StrEnum):
    """How far a control or criterion has come."""

    NOT_SHOWN = "not_shown"
    WRITTEN = "written"
    APPROVED = "approved"
    OPERATING = "operating"
    EVIDENCED = "evidenced"

    @property
    def rank(self) -> int:
        """0 has come least."""
        return list(Level).index(self)


class Missing(StrEnum):
    """What the next level waits for."""

    NOTHING = ""
    CONFIRMED = "confirmed"
    CLAUSE = "clause"
    APPROVAL = "approval"
    IN_PLACE = "in_place"
    FIRST_TIME = "first_time"
    WINDOW = "window"
    DUE = "due"
    ACTS = "acts"
    IN_WINDOW = "in_window"


@dataclass(frozen=True, slots=True)
class ControlLevel:
    """How far one control has come, and what the next level waits for.

    Of `due` acts in the window so far, `done` have a record or evidence; both are 0 where nothing has a date.
    """

    control: str
    level: Level
    missing: Missing = Missing.NOTHING
    due: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True)
class CriterionLevel:
    """How far one criterion has come. `behind` are the controls that an auditor would be shown.

    `counts` are its controls by level, those that are planned or not confirmed included.
    """

    criterion: str
    level: Level
    behind: tuple[str, ...]
    counts: Mapping[Level, int]


@dataclass(frozen=True)
class Levels:
    """The standing of every control and criterion in scope, by id."""

    controls: Mapping[str, ControlLevel] = field(default_factory=dict)
    criteria: Mapping[str, CriterionLevel] = field(default_factory=dict)

    def count(self, level: Level) -> int:
        """Return how many controls have come exactly so far."""
        return sum(one.level is level for one in self.controls.values())


def levels(engagement: Engagement, stated_in: Mapping[str, Iterable[str]], approved: frozenset[str]) -> Levels:
    """Return how far everything has come. `stated_in` holds the documents that state each control."""
    controls = {
        one.id: _of_control(one, engagement, frozenset(stated_in.get(one.id, ())), approved)
        for one in engagement.controls
        if one.applies and not one.by_law
    }
    return Levels(controls, {c: _of_criterion(c, engagement, controls) for c in engagement.scope.criteria})


def _of_criterion(criterion: str, engagement: Engagement, controls: Mapping[str, ControlLevel]) -> CriterionLevel:
    all_of = [one.id for one in engagement.controls if one.id in controls and criterion in one.criteria]
    behind = tuple(one.id for one in engagement.coverage[criterion])
    reached = min((controls[id_].level for id_ in behind), key=lambda level: level.rank, default=Level.NOT_SHOWN)
    return CriterionLevel(criterion, reached, behind, Counter(controls[id_].level for id_ in all_of))


def _of_control(
    one: ControlState, engagement: Engagement, documents: frozenset[str], approved: frozenset[str]
) -> ControlLevel:
    if one.state is State.NOT_CONFIRMED:
        return ControlLevel(one.id, Level.NOT_SHOWN, Missing.CONFIRMED)
    if not documents:
        return ControlLevel(one.id, Level.NOT_SHOWN, Missing.CLAUSE)
    if documents.isdisjoint(approved):
        return ControlLevel(one.id, Level.WRITTEN, Missing.APPROVAL)
    if not one.is_shown or (one.since is not None and one.since > engagement.day):
        return ControlLevel(one.id, Level.APPROVED, Missing.IN_PLACE)
    shown = _shown(one, engagement)
    if not any(not item.nothing or not _is_dated(one) for item in shown):
        return ControlLevel(one.id, Level.APPROVED, Missing.FIRST_TIME)
    return _in_window(one, engagement, shown)


def _shown(one: ControlState, engagement: Engagement) -> tuple[Shown, ...]:
    """Return what shows a control. What a vendor runs is shown by the review of that vendor too."""
    reviews = engagement.reviews_of(one.vendor) if one.state is State.RUN_BY_VENDOR else ()
    return (*engagement.shown.get(one.id, ()), *reviews)


def _is_dated(one: ControlState) -> bool:
    return has_dated_acts(one) and one.state is not State.RUN_BY_VENDOR


def _in_window(one: ControlState, engagement: Engagement, shown: tuple[Shown, ...]) -> ControlLevel:
    window = _looked_at_so_far(engagement)
    if window is None:
        return ControlLevel(one.id, Level.OPERATING, Missing.WINDOW)
    dated = _is_dated(one) and engagement.scope.is_type_2
    acts = [act for act in owed(engagement, (one.id,)) if act.period.due <= window[1]] if dated else []
    done = sum(_is_done(act, shown) for act in acts)
    if not acts:
        # What has no dates, or falls due after the window, counts as soon as it was done inside it.
        inside = any(item.touches(*window) for item in shown)
        waits = Missing.NOTHING if inside else Missing.DUE if dated else Missing.IN_WINDOW
        return ControlLevel(one.id, Level.EVIDENCED if inside else Level.OPERATING, waits)
    if done < len(acts):
        return ControlLevel(one.id, Level.OPERATING, Missing.ACTS, len(acts), done)
    return ControlLevel(one.id, Level.EVIDENCED, Missing.NOTHING, len(acts), done)


def _looked_at_so_far(engagement: Engagement) -> tuple[date, date] | None:
    """Return the days of the window that are over; of a Type I report the year before its date. None before them."""
    window = looked_at(engagement)
    if window is None:
        return None
    first, last = window if engagement.scope.is_type_2 else (window[0] - A_YEAR, window[1])
    return (first, min(last, engagement.day)) if first <= engagement.day else None


def _is_done(act: Owed, shown: Iterable[Shown]) -> bool:
    period = act.period
    wanted = period.id
    return any(
        item.occurrence == wanted if item.occurrence else item.touches(period.start, period.end) for item in shown
    )
