"""Which controls are needed, whether they apply, and where each one stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from soc2desk.domain.conditions import decide
from soc2desk.domain.names import Names, control_cadence
from soc2desk.domain.project import Project, State, StateEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.domain.answers import Answer
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.controls import Control
    from soc2desk.domain.scope import Scope

SHOWN = frozenset({State.IN_PLACE, State.RUN_BY_VENDOR})
"""States in which a control may be shown to an auditor as performed."""


@dataclass(frozen=True, slots=True)
class ControlState:
    """One needed control and where it stands.

    `criteria` are those in scope that it meets (empty for a duty the law asks outside the scope: `by_law`).
    `statement` is the template line that fits the answers. `proposed_away` is True where the answers say that the
    control does not apply and no person decided yet. `claimed_early` is True where a person said "in place" of what
    its own date or answers set later: it is then taken as planned. `at_odds` is True where a person says that a
    control is there and the answers say that it does not apply. `cadence` is None while nobody answered. `until` is the
    day up to which a retired control is asked about; None for one that is performed.
    """

    control: Control
    criteria: tuple[str, ...]
    statement: str
    cadence: Answer | None
    state: State
    since: date | None = None
    start: date | None = None
    vendor: str = ""
    reason: str = ""
    confirmed_by: str = ""
    confirmed_on: date | None = None
    by_law: bool = False
    proposed_away: bool = False
    claimed_early: bool = False
    at_odds: bool = False
    until: date | None = None

    @property
    def id(self) -> str:
        """The control's id."""
        return self.control.id

    @property
    def is_shown(self) -> bool:
        """Whether the description, the auditor's matrix and coverage may show it."""
        return self.state in SHOWN and not self.by_law

    @property
    def applies(self) -> bool:
        """Whether documents state it at all."""
        return self.state is not State.DOES_NOT_APPLY

    @property
    def is_asked_for(self) -> bool:
        """Whether an auditor would ask to see it: a planned control is nobody's evidence yet."""
        return self.applies and not self.by_law and self.state is not State.PLANNED


def decide_controls(
    catalogue: Catalogue, project: Project, names: Names, scope: Scope, day: date
) -> tuple[ControlState, ...]:
    """Return every needed control with its state on `day`, in the order of the library."""
    found = []
    for control in catalogue.controls:
        criteria = _criteria(control, names, scope)
        if is_selected(control, project, names, scope) and criteria:
            found.append(_decide(control, criteria, project, names, day))
        elif control.legal_duty is not None and decide(control.legal_duty, names.known):
            found.append(replace(_decide(control, (), project, names, day), by_law=True))
    return tuple(found)


def left_out_by_set(catalogue: Catalogue, project: Project, names: Names, scope: Scope) -> tuple[Control, ...]:
    """Return the controls that the lean set leaves out and the full set would bring in."""
    if names.known["control_set"] == "full":
        return ()
    return tuple(
        control
        for control in catalogue.controls
        if "always" in control.categories and not is_selected(control, project, names, scope)
    )


def is_selected(control: Control, project: Project, names: Names, scope: Scope) -> bool:
    """Return whether the scope and the chosen set (lean or full) bring a control in.

    A control of the full set that a person gave a state of its own is in, whatever the set.
    """
    chosen = set(control.categories) & set(scope.categories)
    if not chosen and "always" not in control.categories:
        return False
    if chosen or control.core or names.known["control_set"] == "full":
        return True
    entry = project.state_entry.get(control.id)
    return entry is not None and entry.state is not State.DOES_NOT_APPLY


def _criteria(control: Control, names: Names, scope: Scope) -> tuple[str, ...]:
    met = set(control.criteria)
    met |= {extra.criterion for extra in control.extra_criteria if decide(extra.when, names.known)}
    return tuple(criterion for criterion in scope.criteria if criterion in met)


def _statement(control: Control, names: Names) -> str:
    return next((v.statement for v in control.variants if decide(v.when, names.known)), control.statement)


def _entry(control: Control, project: Project) -> StateEntry:
    """Return what a person said of the control itself, else of its family, else that nobody did.

    That it is performed is a named person's word: what nobody is named for is not confirmed.
    """
    said = _word(control, project) or StateEntry(control.id, State.NOT_CONFIRMED)
    return StateEntry(said.id, State.NOT_CONFIRMED) if said.state in SHOWN and not is_named(said, project) else said


def _word(control: Control, project: Project) -> StateEntry | None:
    return project.state_entry.get(control.id) or project.state_entry.get(control.family)


def as_said(one: ControlState, project: Project) -> ControlState:
    """Return a control as somebody said that it stands, also where nobody is named for it and so it does not count."""
    word = _word(one.control, project)
    is_its_own = word is not None and (word.id == one.id or not one.proposed_away)
    if word is None or not is_its_own or one.state is not State.NOT_CONFIRMED:
        return one
    return replace(one, state=word.state, since=word.since, vendor=word.vendor, confirmed_on=word.confirmed_on)


def is_named(entry: StateEntry, project: Project) -> bool:
    """Return whether a person of the list is named for a word on a control or a family."""
    return could_say(entry.confirmed_by, entry.confirmed_on, project)


def could_say(person_id: str, day: date | None, project: Project) -> bool:
    """Return whether somebody of the list can have said something on a day: whoever had left before it cannot."""
    person = project.person.get(person_id)
    if person is None:
        return False
    return person.end is None or day is None or day <= person.end


def _decide(control: Control, criteria: tuple[str, ...], project: Project, names: Names, day: date) -> ControlState:
    applies = decide(control.applies_when, names.known)
    entry = _entry(control, project)
    if applies is False and entry.id != control.id:
        # A word on the whole family does not decide about a control that the answers propose away.
        entry = StateEntry(control.id, State.NOT_CONFIRMED)
    early, start = _claimed_early(control, entry, names, day)
    return ControlState(
        control,
        criteria,
        _statement(control, names),
        control_cadence(control, names.stated),
        State.PLANNED if early else entry.state,
        None if early else entry.since,
        start if early else entry.start,
        entry.vendor,
        entry.reason,
        entry.confirmed_by,
        entry.confirmed_on,
        proposed_away=applies is False and entry.state is State.NOT_CONFIRMED,
        claimed_early=early,
        at_odds=applies is False and entry.state not in {State.NOT_CONFIRMED, State.DOES_NOT_APPLY},
    )


def _claimed_early(control: Control, entry: StateEntry, names: Names, day: date) -> tuple[bool, date | None]:
    """Return whether "in place" is said of what begins later, and the day it begins if all of it has one."""
    if entry.state not in SHOWN:
        return False, None
    said = (*control.uses, *filter(None, (control.cadence_from,)))
    waiting = [one for name in said if (one := names.stated.get(name)) and one.is_promise_ahead]
    starts = [one.answer.start if one.answer else None for one in waiting]
    if entry.since is not None and entry.since > day:
        starts.append(entry.since)
    return bool(starts), last_of(starts)


def last_of(days: Iterable[date | None]) -> date | None:
    """Return the latest day; None where one of them is not set, or there are none."""
    known = list(days)
    return None if None in known else max(filter(None, known), default=None)
