"""What a person does to the chosen controls: each act is one change with one name for undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.control_changes import Said, holder_of_each, state_of_each, state_of_family
from soc2desk.app.control_rows import PARTS, Odd
from soc2desk.app.own_control_form import entered, taken_out
from soc2desk.app.proposals import why_away
from soc2desk.desktop.pages.controls_words import counted, reasons_words
from soc2desk.domain.problems import Problem
from soc2desk.domain.project import State

if TYPE_CHECKING:
    from collections.abc import Collection

    from soc2desk.app.control_rows import ControlRow
    from soc2desk.app.own_control_form import OwnEntry
    from soc2desk.app.session import Plain, Where
    from soc2desk.desktop.shell import Shell


class ControlActs:
    """Writes into the project. Each act returns the Problem that kept it from happening, or None."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def set_state(self, ids: Collection[str], said: Said) -> Problem | None:
        """Say where controls stand, today."""
        project = self._shell.project.session.project
        values = state_of_each(ids, said, project, self._shell.desk.today)
        return self._put(values, counted("undo.state", ids, self._shell.words))

    def set_family(self, family: str, ids: Collection[str], said: Said) -> Problem | None:
        """Say where a whole family stands; the controls chosen follow it from now on."""
        project = self._shell.project.session.project
        try:
            values = state_of_family(family, ids, said, project, self._shell.desk.today)
        except Problem as problem:
            return problem
        return self._put(values, self._shell.words("controls.undo.state_family", family=family))

    def name_holder(self, ids: Collection[str], part: str, person: str) -> Problem | None:
        """Name the owner, backup or reviewer of controls; "" leaves it to the role."""
        label = counted(f"undo.{part}", ids, self._shell.words)
        key = f"owners.{part}.{','.join(ids)}"
        return self._put(holder_of_each(ids, part, person), label, key)

    def as_role(self, ids: Collection[str]) -> Problem | None:
        """Let the role say who owns, backs up and reviews controls."""
        values = {where: value for part in PARTS for where, value in holder_of_each(ids, part, "").items()}
        return self._put(values, counted("undo.role", ids, self._shell.words))

    def take_proposals(self, rows: Collection[ControlRow], by: str) -> Problem | None:
        """Confirm that controls do not apply, each for the reason that its answers give."""
        engagement, words = self._shell.engagement, self._shell.words
        values: dict[Where, Plain] = {}
        taken = [row.id for row in rows if Odd.PROPOSED_AWAY in row.odd]
        for control in taken:
            reason = reasons_words(why_away(engagement.state[control], engagement), words, "plain")
            said = Said(State.DOES_NOT_APPLY, reason=reason, by=by)
            values |= state_of_each((control,), said, engagement.project, self._shell.desk.today)
        return self._put(values, counted("undo.proposal", taken, words)) if taken else None

    def keep_own(self, control: str, entry: OwnEntry, *, is_new: bool) -> Problem | None:
        """Put a control of the company's own in, new or changed."""
        words = self._shell.words
        label = words("controls.undo.added" if is_new else "controls.undo.edited", id=control)
        return self._put(entered(control, entry), label)

    def remove_own(self, control: str) -> Problem | None:
        """Take a control of the company's own out, with its state and its owners."""
        values = taken_out(control, self._shell.project.session.plain)
        return self._put(values, self._shell.words("controls.undo.removed", id=control))

    def _put(self, values: dict[Where, Plain], label: str, key: str = "") -> Problem | None:
        return self._shell.project.put(values, label, key)
