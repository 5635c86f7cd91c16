"""A state, an answer of the self-check or a line that was mended of which something is changed: that was said now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.domain.auditing import Remedy
    from soc2desk.domain.project import Project, StateEntry
    from soc2desk.domain.self_answers import SelfAnswer


def said_anew(before: Project, after: Project, today: date) -> Project:
    """Return a changed project in which each state and answer that is not as it was bears today.

    Who said it before did not say this, and goes, unless the change names them for it or they said it today. A line
    that was mended is open again once it is about something else.
    """
    states = tuple(_state(one, before.state_entry.get(one.id), today) for one in after.control_states)
    answers = tuple(_answer(one, before.self_answer.get(one.id), today) for one in after.self_check)
    known = {one.id: one for one in before.remedies}
    remedies = tuple(_remedy(one, known.get(one.id), today) for one in after.remedies)
    return replace(after, control_states=states, self_check=answers, remedies=remedies)


def _state(one: StateEntry, was: StateEntry | None, today: date) -> StateEntry:
    if was is None or one == was or one.confirmed_on in {None, today}:
        return one
    return replace(one, confirmed_on=today, confirmed_by=_who(one.confirmed_by, was.confirmed_by))


def _answer(one: SelfAnswer, was: SelfAnswer | None, today: date) -> SelfAnswer:
    if was is None or one == was or one.on in {None, today}:
        return one
    return replace(one, on=today, by=_who(one.by, was.by))


def _remedy(one: Remedy, was: Remedy | None, today: date) -> Remedy:
    if was is None or one.closed_on in {None, today} or _about(one) == _about(was):
        return one
    return replace(one, closed_on=None)


def _about(one: Remedy) -> tuple[object, ...]:
    return one.name, one.controls, one.request, one.finding


def _who(named: str, before: str) -> str:
    return "" if named == before else named
