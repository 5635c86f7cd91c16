"""A state of a control or an answer of the self-check of which something was changed: it was said on that day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.domain.project import Project, StateEntry
    from soc2desk.domain.self_answers import SelfAnswer


def said_anew(before: Project, after: Project, today: date) -> Project:
    """Return a changed project in which each state and answer that is not as it was bears today.

    Who said it before did not say this, and goes, unless the change names them for it or they said it today.
    """
    states = tuple(_state(one, before.state_entry.get(one.id), today) for one in after.control_states)
    answers = tuple(_answer(one, before.self_answer.get(one.id), today) for one in after.self_check)
    return replace(after, control_states=states, self_check=answers)


def _state(one: StateEntry, was: StateEntry | None, today: date) -> StateEntry:
    if was is None or one == was or one.confirmed_on in {None, today}:
        return one
    return replace(one, confirmed_on=today, confirmed_by=_who(one.confirmed_by, was.confirmed_by))


def _answer(one: SelfAnswer, was: SelfAnswer | None, today: date) -> SelfAnswer:
    if was is None or one == was or one.on in {None, today}:
        return one
    return replace(one, on=today, by=_who(one.by, was.by))


def _who(named: str, before: str) -> str:
    return "" if named == before else named
