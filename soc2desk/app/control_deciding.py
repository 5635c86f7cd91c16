"""What a person decides about the lines of a client's own list of controls, and about our controls that it lacks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.app.control_changes import Said, state_of_each
from soc2desk.app.own_control_form import OwnEntry, entered
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.clock import refuse_behind
from soc2desk.domain.controls import Nature
from soc2desk.domain.listed import not_listed
from soc2desk.domain.own_controls import next_own_id
from soc2desk.domain.problems import UsageProblem, nearest
from soc2desk.domain.project import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from soc2desk.app.session import Plain, Session, Where
    from soc2desk.domain.client_controls import ListedControl
    from soc2desk.domain.project import Project

TABLE = "listed_controls"
NONE_OF_OURS = "none"
_LONGEST_TITLE = 60
_RHYTHMS: Mapping[str, Cadence] = {
    "continu": Cadence.CONTINUOUS, "real time": Cadence.CONTINUOUS, "ongoing": Cadence.CONTINUOUS,
    "dai": Cadence.DAILY, "week": Cadence.WEEKLY, "semi": Cadence.SEMI_ANNUAL, "twice a year": Cadence.SEMI_ANNUAL,
    "half": Cadence.SEMI_ANNUAL, "quarter": Cadence.QUARTERLY, "month": Cadence.MONTHLY, "annual": Cadence.ANNUAL,
    "year": Cadence.ANNUAL, "event": Cadence.PER_EVENT, "as needed": Cadence.PER_EVENT, "ad hoc": Cadence.PER_EVENT,
    "each": Cadence.PER_EVENT, "occurrence": Cadence.PER_EVENT,
}  # fmt: skip
"""How a list says a rhythm, the first that fits; a two-weekly one is nobody's guess."""

Values = dict["Where", "Plain"]


def line_of(project: Project, number: str) -> ListedControl:
    """Return a line by the client's number or its id. Raises UsageProblem for none."""
    rows = project.listed_controls
    one = next((row for row in rows if number in {row.number, row.id}), None)
    if one is None:
        hint = nearest(number, [row.number for row in rows]) or "See: soc2desk controls lines PROJECT"
        raise UsageProblem(f'Your list has no number "{number}".', hint=hint)
    return one


def controls_named(session: Session, said: Sequence[str], proposed: Sequence[str]) -> list[str]:
    """Return our controls that a person names; those proposed where none is, and none for "none".

    Raises UsageProblem for one that is not there.
    """
    wanted = [] if list(said) == [NONE_OF_OURS] else list(said) or list(proposed)
    known = session.engagement.catalogue.control
    for control in wanted:
        if control not in known:
            hint = nearest(control, known) or "Name one of ours, such as ACC-07, or none."
            raise UsageProblem(f'There is no control "{control}" here.', hint=hint)
    return wanted


def matched(session: Session, number: str, controls: Sequence[str], by: str) -> Values:
    """Return the values by which a person says, today, which controls a line speaks of; "none" for none of them.

    Those proposed where none is named. Raises UsageProblem for what is not there.
    """
    line = line_of(session.project, number)
    refuse_behind(session.project, session.desk.today)
    wanted = controls_named(session, controls, line.controls)
    if not wanted and list(controls) != [NONE_OF_OURS]:
        message = f"Nothing is proposed for {line.number}, so say which control it speaks of."
        raise UsageProblem(message, hint='Name one, or "none", or make it a control of your own.')
    return _decided(session, line, wanted, by)


def _decided(session: Session, line: ListedControl, controls: Iterable[str], by: str) -> Values:
    base = (TABLE, line.id)
    return {
        (*base, "controls"): list(dict.fromkeys(controls)) or None,
        (*base, "confirmed_by"): by or None,
        (*base, "confirmed_on"): session.desk.today.isoformat(),
    }


def own_entry_of(line: ListedControl) -> OwnEntry:
    """Return a line as the form of an own control shows it, with what its words say; a person completes it."""
    return OwnEntry(
        title=line.title or _short(line.text),
        statement=line.text,
        criteria=line.criteria,
        cadence=rhythm_in(line.rhythm) or "",
        nature=nature_in(line.nature) or "",
        evidence=line.evidence,
    )


def made_own(session: Session, line: ListedControl, entry: OwnEntry, by: str) -> tuple[str, Values]:
    """Return the id of a new own control made of a line, and the values that put it in and match the line with it.

    Raises UsageProblem where something that an own control needs is missing.
    """
    missing = [name for name in ("title", "statement", "criteria", "cadence", "nature", "evidence")
               if not getattr(entry, name)]  # fmt: skip
    if not entry.statement:
        hint = "Write them into your list and read it again, or match the line with one of our controls."
        raise UsageProblem(f"The line {line.number} has a number and no words.", hint=hint)
    if missing:
        hint = f"Say it: {' '.join(f'--{name}' for name in missing)}."
        raise UsageProblem(f"The line {line.number} does not say: {', '.join(missing)}.", hint=hint)
    refuse_behind(session.project, session.desk.today)
    control = next_own_id(session.project)
    return control, {**entered(control, entry), **_decided(session, line, (control,), by)}


def left_out(session: Session, controls: Sequence[str], reason: str, by: str) -> Values:
    """Return the values that leave controls out which the client's list does not hold: they do not apply, and why.

    Raises UsageProblem for one that is not missing there.
    """
    missing = not_listed(session.engagement)
    for control in controls:
        if control not in missing:
            hint = nearest(control, missing) or "See: soc2desk controls missing PROJECT"
            raise UsageProblem(f"{control} is not among the controls that your list does not hold.", hint=hint)
    if not reason.strip():
        raise UsageProblem("Say why they do not apply.", hint='For example --reason "We run no office."')
    said = Said(State.DOES_NOT_APPLY, reason=reason, by=by)
    return state_of_each(controls, said, session.project, session.desk.today)


def rhythm_in(words: str) -> Cadence | None:
    """Return the rhythm that words of a list mean; None where they say none, or one that there is not here."""
    said = words.casefold().replace("-", " ")
    if re.search(r"bi\s?(week|month|annual)|two week|fortnight|every (two|three|other)", said):
        return None
    return next((cadence for sign, cadence in _RHYTHMS.items() if sign in said), None)


def nature_in(words: str) -> Nature | None:
    """Return how words of a list say that a control is done; None where they do not."""
    said = words.casefold()
    if "manual" in said and ("it" in said.split() or "dependent" in said):
        return Nature.IT_DEPENDENT_MANUAL
    found = [nature for nature, sign in ((Nature.MANUAL, "manual"), (Nature.AUTOMATED, "automat")) if sign in said]
    return found[0] if len(found) == 1 else None


def _short(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _LONGEST_TITLE:
        return line.rstrip(".")
    return f"{line[:_LONGEST_TITLE].rpartition(' ')[0] or line[:_LONGEST_TITLE]}..."
