"""A control of ours in a client's own words, or performed no more: what is shown, and the values that change it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.wording_pieces import label_of
from soc2desk.document.statements import wording_problem
from soc2desk.domain.clock import refuse_behind
from soc2desk.domain.control_states import SHOWN
from soc2desk.domain.in_own_words import statement_hash
from soc2desk.domain.own_controls import one_line
from soc2desk.domain.problems import ProjectProblem, UsageProblem, nearest
from soc2desk.domain.project import State
from soc2desk.storage.cleaning import clean

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.app.session import Plain, Session, Where
    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.project import Project

__all__ = ["ControlText", "control_text", "kept", "restored", "retired", "returned", "reworded"]

WORDINGS, RETIRED, STATES = "control_wordings", "retired_controls", "control_states"
LONGEST = 2_000
LONGEST_REASON = 500

Values = dict["Where", "Plain"]


@dataclass(frozen=True, slots=True)
class ControlText:
    """What a control says. `library` is our statement in the template language, `text` the client's own or None.

    `names` are what the library's statement may print, each as "name: question". `changed` says that the library says
    something new since, `problem` why the own text cannot be used.
    """

    control: str
    title: str
    library: str
    text: str | None
    names: tuple[tuple[str, str], ...]
    changed: bool = False
    problem: str = ""


def control_text(engagement: Engagement, control: str) -> ControlText:
    """Return what a control says. Raises UsageProblem for one that this scope does not need or that is the client's."""
    one = _found(engagement, control)
    wording = engagement.project.control_wording.get(control)
    names = [name for name in dict.fromkeys(one.control.uses) if name in engagement.names.stated]
    return ControlText(
        control,
        one.control.title,
        one.statement,
        wording.text if wording else None,
        tuple((name, label_of(name, engagement)) for name in names),
        changed=wording is not None and wording.replaced != statement_hash(one.control),
        problem=wording_problem(control, wording.text, engagement) if wording else "",
    )


def reworded(session: Session, control: str, text: str, by: str) -> Values:
    """Return the values that put a person's own words in place of a statement, as of today.

    The library's own statement takes them away again. Raises ProjectProblem for a text that cannot stand there, for an
    unknown person, and for a clock that stands before the newest entry.
    """
    engagement, today = session.engagement, session.desk.today
    one = _found(engagement, control)
    refuse_behind(session.project, today)
    _check_person(session.project, by)
    words = one_line(clean(text))
    if not words:
        raise ProjectProblem("The control says nothing.", where=control, hint="Write what is done, and by whom.")
    if len(words) > LONGEST:
        message = f"The text holds {len(words):,} characters; at most {LONGEST:,} fit."
        raise ProjectProblem(message, where=control, hint="Say what is done; how it is done stands in a procedure.")
    if words == one_line(one.statement):
        return restored(control)
    if problem := wording_problem(control, words, engagement):
        raise ProjectProblem(problem, where=control)
    row: dict[str, Plain] = {"text": words, "replaced": statement_hash(one.control), "on": today.isoformat()}
    return {(WORDINGS, control): {**row, **({"by": by} if by else {})}}


def restored(control: str) -> Values:
    """Return the values that let the library's statement stand again."""
    return {(WORDINGS, control): None}


def kept(session: Session, control: str) -> Values:
    """Return the values by which a person keeps the own words, after the library's new statement was read."""
    one = _found(session.engagement, control)
    if control not in session.project.control_wording:
        raise ProjectProblem("This control has no wording of your own.", where=control)
    return {(WORDINGS, control, "replaced"): statement_hash(one.control)}


def retired(session: Session, control: str, last_day: date, reason: str, by: str) -> Values:
    """Return the values that retire a control after its last day, entered today.

    Raises UsageProblem for a control that is not here, ProjectProblem for a day to come or no reason.
    """
    refuse_behind(session.project, session.desk.today)
    one = _here(session.engagement, control)
    today = session.desk.today
    if last_day > today:
        message = f"{last_day.isoformat()} is still to come, so it is no last day yet."
        raise ProjectProblem(
            message, where=control, hint="Retire it when that day is over; until then it is performed."
        )
    if one.since and last_day < one.since:
        message = f"It is in place since {one.since.isoformat()}, and would have ended on {last_day.isoformat()}."
        raise ProjectProblem(message, where=control, hint="Give a later day, or mend since when it is in place.")
    said = one_line(clean(reason))[:LONGEST_REASON]
    if not said:
        hint = "For example: the system it protected was switched off."
        raise ProjectProblem("Say why it is performed no more.", where=control, hint=hint)
    _check_person(session.project, by)
    row: dict[str, Plain] = {"last_day": last_day.isoformat(), "reason": said, "on": today.isoformat()}
    return {(RETIRED, control): {**row, **({"by": by} if by else {})}}


def returned(project: Project, control: str, today: date) -> Values:
    """Return the values that bring a retired control back. Raises UsageProblem for one that is not retired.

    Once its end was said on an earlier day, nobody has said that it is performed since: that is to be said anew.
    """
    gone = project.retirement.get(control)
    if gone is None:
        hint = nearest(control, project.retirement) or f"Retired: {', '.join(project.retirement) or 'none'}."
        raise UsageProblem(f"The control {control} is not retired.", hint=hint)
    values: Values = {(RETIRED, control): None}
    word = project.state_entry.get(control) or project.state_entry.get(control.partition("-")[0])
    if gone.on < today and word is not None and word.state in SHOWN:
        values[STATES, control] = {"state": State.NOT_CONFIRMED.value}
    return values


def _here(engagement: Engagement, control: str) -> ControlState:
    found = {one.id: one for one in (*engagement.controls, *engagement.retired)}
    if control not in found:
        hint = nearest(control, found) or "See: soc2desk controls list PROJECT"
        raise UsageProblem(f'There is no control "{control}" in this scope.', hint=hint)
    return found[control]


def _found(engagement: Engagement, control: str) -> ControlState:
    if control in engagement.project.own_control:
        hint = f"Change it in the window, or set own_controls.{control}.statement."
        raise UsageProblem(f"{control} is a control of your own: its words are yours already.", hint=hint)
    return _here(engagement, control)


def _check_person(project: Project, by: str) -> None:
    if by and by not in project.person:
        raise ProjectProblem(f'There is no person "{by}".', hint=nearest(by, project.person))
