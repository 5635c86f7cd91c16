"""Puts a control into the client's own words, or retires it, beside the table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.control_wording import control_text, kept, restored, retired, reworded
from soc2desk.desktop.pages.controls_panel import EDGE
from soc2desk.desktop.pages.controls_wording import RetireForm, WordingForm
from soc2desk.desktop.scrolling import scroll_area
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem, SeveralProblems

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from soc2desk.app.control_rows import ControlRow
    from soc2desk.app.session import Plain, Where
    from soc2desk.desktop.pages.controls_bench import Bench

Values = dict["Where", "Plain"]


class ChangeWork(QObject):
    """The two forms and the buttons that lead to them."""

    def __init__(self, page: Bench, stack: QStackedWidget) -> None:
        super().__init__(page.panel)
        self._page, self._shell, self._stack = page, page.shell, stack
        words = page.shell.words
        self.wording, self.retire = WordingForm(page.shell, stack), RetireForm(page.shell, stack)
        self.word_button = QPushButton(words("controls.wording.begin"), page.panel.work)
        self.retire_button = QPushButton(words("controls.retire.begin"), page.panel.work)
        self.line = QWidget(page.panel.work)
        row = QHBoxLayout(self.line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.word_button)
        row.addWidget(self.retire_button)
        row.addStretch(1)
        page.panel.add_line(self.line)
        self.word_button.clicked.connect(self.begin_wording)
        self.retire_button.clicked.connect(self.begin_retiring)
        self.wording.kept.connect(self._word)
        self.wording.restored.connect(self._restore)
        self.retire.kept.connect(self._retire)
        for form in (self.wording, self.retire):
            form.left.connect(self._leave)

    def add_to_stack(self) -> None:
        """Put both forms behind the panel, where they wait."""
        self._areas = [self._in_area(form) for form in (self.wording, self.retire)]

    def _in_area(self, form: QWidget) -> QWidget:
        inside = QWidget(self._stack)
        box = QVBoxLayout(inside)
        box.setContentsMargins(EDGE, 10, EDGE, EDGE)
        box.addWidget(form)
        box.addStretch(1)
        inside.setMinimumWidth(1)
        area = scroll_area(self._stack, inside)
        self._stack.addWidget(area)
        return area

    def offer(self, rows: tuple[ControlRow, ...]) -> None:
        """Offer both where one control is chosen; a control of the client's own is worded where it stands."""
        session = self._shell.project.session
        self.line.setVisible(len(rows) == 1 and not session.is_read_only)
        is_own = len(rows) == 1 and rows[0].id in session.project.own_control
        self.word_button.setVisible(not is_own)

    # ---- the forms -------------------------------------------------------------------------------

    def begin(self, *, retire: bool) -> None:
        """Begin with the control that is chosen: its last day, or its words."""
        if retire:
            self.begin_retiring()
        else:
            self.begin_wording()

    def begin_wording(self) -> None:
        """Show the words of the control that is chosen."""
        if control := self._chosen:
            self.wording.show_text(control_text(self._shell.engagement, control))
            self._open(0)
            self.wording.take_focus()

    def begin_retiring(self) -> None:
        """Ask for the last day of the control that is chosen."""
        if control := self._chosen:
            title = self._shell.words.of(self._shell.engagement.state[control].control.title)
            self.retire.show_control(control, title)
            self._open(1)
            self.retire.take_focus()

    def _open(self, at: int) -> None:
        self._stack.setCurrentWidget(self._areas[at])
        self._page.open_drawer(is_open=True)

    def _leave(self) -> None:
        self._stack.setCurrentIndex(0)
        self._page.leave_panel()

    # ---- what is done ----------------------------------------------------------------------------

    def _word(self) -> None:
        form, session = self.wording, self._shell.project.session
        if not form.by.person:
            self._ask_by(form)
            return
        try:
            values = reworded(session, form.control, str(form.text.value() or ""), form.by.person)
            own = session.project.control_wording.get(form.control)
            if own is not None and values.get(("control_wordings", form.control)) is not None and _same(own.text, form):
                # Nothing but the library's statement is new: the own words were looked at, and stay as old as they are.
                values = kept(session, form.control)
        except Problem as refused:
            form.say(_said(refused))
            return
        self._put(form, values, "wording")

    def _restore(self) -> None:
        self._put(self.wording, restored(self.wording.control), "restored")

    def _retire(self) -> None:
        form, words = self.retire, self._shell.words
        if not form.by.person:
            self._ask_by(form)
            return
        try:
            last_day = date.fromisoformat(str(form.day.value() or ""))
        except ValueError:
            form.say(words("controls.retire.no_day"))
            form.take_focus()
            return
        try:
            reason = str(form.reason.value() or "")
            values = retired(self._shell.project.session, form.control, last_day, reason, form.by.person)
        except Problem as refused:
            form.say(_said(refused))
            return
        self._put(form, values, "retired")

    def _ask_by(self, form: WordingForm | RetireForm) -> None:
        form.say(self._shell.words("controls.change.no_by"))
        form.by.setFocus()

    def _put(self, form: WordingForm | RetireForm, values: Values, done: str) -> None:
        words, control = self._shell.words, form.control
        problem = self._shell.project.put(values, words(f"controls.change.undo.{done}", id=control))
        if problem is not None:
            form.say(_said(problem))
            return
        self._shell.project.leave_field()
        self._leave()
        undo = (words("controls.own.undo"), self._shell.project.undo)
        self._shell.say.emit(Notice(words(f"controls.change.done.{done}", id=control), "good", actions=(undo,)))

    @property
    def _chosen(self) -> str:
        chosen = self._page.table.chosen_ids
        return chosen[0] if len(chosen) == 1 else ""


def _same(text: str, form: WordingForm) -> bool:
    return " ".join(str(form.text.value() or "").split()) == text


def _said(problem: Problem) -> str:
    first = problem.problems[0] if isinstance(problem, SeveralProblems) else problem
    return " ".join(filter(None, (first.message, first.hint)))
