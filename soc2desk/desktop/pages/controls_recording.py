"""Between the form of a state and the project: what was typed for each selection, and what is recorded of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Signal

from soc2desk.app.control_changes import Said, with_a_word_of_their_own
from soc2desk.app.control_rows import Odd
from soc2desk.desktop.announce import announce
from soc2desk.desktop.pages.controls_words import counted, listed
from soc2desk.domain.problems import SeveralProblems
from soc2desk.domain.project import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.app.control_rows import ControlRow
    from soc2desk.desktop.pages.controls_acts import ControlActs
    from soc2desk.desktop.pages.controls_panel import ControlsPanel
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.problems import Problem
    from soc2desk.domain.project import StateEntry

_FIELD_OF = {"from": "start", "confirmed_by": "by"}


class Recording(QObject):
    """Keeps the form in step with the selection. What was typed and not recorded waits for its selection."""

    recorded = Signal()

    def __init__(self, shell: Shell, panel: ControlsPanel, acts: ControlActs) -> None:
        super().__init__(panel)
        self._shell, self._panel, self._acts = shell, panel, acts
        self.form = panel.state
        self.by = ""
        """Who confirmed last while the project is open: most often the same person goes on."""
        self._drafts: dict[tuple[str, ...], tuple[Said | None, bool]] = {}
        self._ids: tuple[str, ...] = ()
        self._shown: Said | None = None
        self.form.edited.connect(self._edited)
        self.form.record.connect(self.record)
        self.form.by.taken.connect(self._remember)
        panel.proposal.connect(self.take_proposals)

    @property
    def is_pending(self) -> bool:
        """Whether something stands in the form that is not recorded."""
        return bool(self._ids) and (self.form.said != self._shown or self.form.family.isChecked())

    def show(self, rows: tuple[ControlRow, ...]) -> None:
        """Show the state of these controls, or what was typed for them and not recorded yet."""
        ids = tuple(row.id for row in rows)
        if ids == self._ids and self.is_pending:
            self._name_button()
            return
        if ids != self._ids and self.is_pending:
            self._drafts[self._ids] = (self.form.said, self.form.family.isChecked())
        self._ids = ids
        if not ids:
            return
        self._fill(self._stored(rows))
        self._shown = self.form.said
        if ids in self._drafts:
            said, family = self._drafts.pop(ids)
            self.form.show_said(said, family=family)
        self._edited()

    def _stored(self, rows: tuple[ControlRow, ...]) -> Said | None:
        entries = self._shell.project.session.project.state_entry
        found = {_said(entries.get(row.id) or _of_family(row, entries)) for row in rows}
        if len(found) == 1:
            only = next(iter(found))
            return replace(only, by=self.by or only.by)
        states = {one.state for one in found}
        return Said(states.pop(), by=self.by) if len(states) == 1 else None

    def _fill(self, said: Said | None) -> None:
        self.form.show_said(said)
        self.form.by.show_person(said.by if said else self.by)

    def _remember(self, person: str) -> None:
        self.by = person

    def begin(self, state: State) -> None:
        """Choose a state in the form; the keyboard goes to the first thing that it needs."""
        said = self.form.said
        kept = said if said is not None and said.state is state else Said(state, by=self.form.by.person)
        self.form.show_said(kept)
        self._edited()
        self.form.go_on()

    # ---- what the form says about itself ---------------------------------------------------------

    @property
    def family(self) -> str:
        """The family of all controls that are chosen; "" where they are of several."""
        families = {row.family for row in self._panel.rows}
        return families.pop() if len(families) == 1 else ""

    def choose_family(self) -> None:
        """Tick that the word is for the whole family."""
        self.form.family.setChecked(bool(self.family))

    def _edited(self) -> None:
        words, engagement = self._shell.words, self._shell.engagement
        names = {family.id: family.name for family in engagement.catalogue.families}
        family = self.family
        self.form.family.setVisible(bool(family))
        if family:
            self.form.family.setText(words("controls.form.family", family=family))
        self.form.kept.setVisible(self._for_family)
        if self._for_family:
            kept = with_a_word_of_their_own(family, self._ids, engagement)
            said = words("controls.form.family_name", family=family, name=words.of(names.get(family, "")))
            keep = words("controls.form.family_keep", ids=listed(kept, words)) if kept else ""
            self.form.kept.setText(f"{said} {keep}".strip())
        self._name_button()

    @property
    def _for_family(self) -> bool:
        return bool(self.family) and self.form.family.isChecked()

    def _name_button(self) -> None:
        words = self._shell.words
        if self._for_family:
            self.form.button.setText(words("controls.form.record_family", family=self.family))
        elif self._ids:
            self.form.button.setText(counted("form.record", self._ids, words))
        self.form.pending.setVisible(self.is_pending and not self._shell.project.session.is_read_only)

    # ---- into the project ------------------------------------------------------------------------

    def record(self) -> bool:
        """Write what stands in the form; return whether it was. What is missing or wrong is said in the form."""
        said, missing = self.form.said, self.form.missing()
        if said is not None and said.state is State.NOT_CONFIRMED and not self.is_pending:
            missing = self._shell.words("controls.form.no_state"), "state"
        if said is None or missing is not None:
            self._complain(*(missing or ("", "")))
            return False
        problem = self._write(said)
        if problem is not None:
            self._complain(*self._said_of(problem))
            return False
        self._done(said)
        return True

    def _write(self, said: Said) -> Problem | None:
        if self._for_family:
            return self._acts.set_family(self.family, self._ids, said)
        return self._acts.set_state(self._ids, said)

    def _done(self, said: Said) -> None:
        words = self._shell.words
        if said.by:
            self.by = said.by
        state = words(f"controls.state.{said.state}")
        key = "controls.form.done_one" if len(self._ids) == 1 else "controls.form.done_many"
        announce(self.form, words(key, id=self._ids[0], count=len(self._ids), state=state))
        self.reload()
        self.recorded.emit()

    def reload(self) -> None:
        """Show the state as it stands in the project: what stood in the form is recorded, or not wanted."""
        with QSignalBlocker(self.form.family):
            self.form.family.setChecked(False)
        self._shown = self.form.said
        self.show(self._panel.rows)

    def _complain(self, problem: str, field: str) -> None:
        self.form.say(problem, field)
        announce(self.form, problem, urgent=True)

    def _said_of(self, problem: Problem) -> tuple[str, str]:
        """Return the sentence for the first thing that does not fit, and its field."""
        first = problem.problems[0] if isinstance(problem, SeveralProblems) else problem
        path, _, rest = first.message.partition(" ")
        if not path.startswith("control_states."):
            return " ".join(filter(None, (first.message, first.hint))), ""
        field = path.rpartition(".")[2]
        sentence = self._shell.words("field.misfit", rest=rest)
        return " ".join(filter(None, (sentence, first.hint))), _FIELD_OF.get(field, field)

    def take_proposals(self) -> bool:
        """Confirm that the chosen controls do not apply where the answers say so; return whether it was written."""
        words = self._shell.words
        by = self.form.by.person or self.by
        if not by:
            self.form.show_said(Said(State.DOES_NOT_APPLY))
            self._edited()
            self._complain(words("controls.proposal.by_first"), "by")
            return False
        problem = self._acts.take_proposals(self._panel.rows, by)
        if problem is not None:
            self._complain(*self._said_of(problem))
            return False
        self.reload()
        self.recorded.emit()
        return True


def _of_family(row: ControlRow, entries: Mapping[str, StateEntry]) -> StateEntry | None:
    """Return the word on the family, which decides nothing about a control that the answers propose away."""
    return None if Odd.PROPOSED_AWAY in row.odd else entries.get(row.family)


def _said(entry: StateEntry | None) -> Said:
    """Return an entry as the form shows it; nobody's word is "not confirmed"."""
    if entry is None:
        return Said(State.NOT_CONFIRMED)
    since, start = (day.isoformat() if day else "" for day in (entry.since, entry.start))
    return Said(entry.state, since, start, entry.vendor, entry.reason, entry.confirmed_by)
