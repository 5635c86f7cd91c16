"""Adds, edits and removes controls of the company's own, beside the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from soc2desk.app.own_control_form import OwnEntry, own_entry
from soc2desk.desktop.pages.controls_change_work import ChangeWork
from soc2desk.desktop.pages.controls_own import OwnControlForm
from soc2desk.desktop.pages.controls_panel import EDGE
from soc2desk.desktop.scrolling import scroll_area
from soc2desk.desktop.shell import Notice
from soc2desk.domain.own_controls import next_own_id
from soc2desk.domain.problems import SeveralProblems

if TYPE_CHECKING:
    from soc2desk.app.control_rows import ControlRow
    from soc2desk.desktop.pages.controls_bench import Bench
    from soc2desk.domain.problems import Problem


class OwnWork(QObject):
    """The form for own controls and the buttons that lead to it. What is typed and not kept waits in the form."""

    def __init__(self, page: Bench) -> None:
        super().__init__(page.panel)
        self._page, self._shell = page, page.shell
        words = page.shell.words
        self.stack = QStackedWidget(page.panel.parentWidget())
        self.form = OwnControlForm(page.shell, self.stack)
        self.edit_button = QPushButton(words("controls.own.edit"), page.panel.work)
        self.remove_button = QPushButton(words("controls.own.remove"), page.panel.work)
        self.line = QWidget(page.panel.work)
        row = QHBoxLayout(self.line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        page.panel.add_line(self.line)
        QWidget.setTabOrder(page.panel.back, self.edit_button)
        QWidget.setTabOrder(self.edit_button, self.remove_button)
        self.change = ChangeWork(page, self.stack)
        QWidget.setTabOrder(self.remove_button, self.change.word_button)
        QWidget.setTabOrder(self.change.word_button, self.change.retire_button)
        self.edit_button.clicked.connect(self.edit)
        self.remove_button.clicked.connect(self.remove)
        self.form.kept.connect(self.keep)
        self.form.left.connect(self.leave)
        self.form.laid_aside.connect(self.lay_aside)
        self.form.removed.connect(self.remove)

    def beside(self, panel: QWidget) -> QStackedWidget:
        """Return the panel and the form in one place, the panel in sight."""
        inside = QWidget(self.stack)
        box = QVBoxLayout(inside)
        box.setContentsMargins(EDGE, 10, EDGE, EDGE)
        box.addWidget(self.form)
        box.addStretch(1)
        inside.setMinimumWidth(1)
        self.area = scroll_area(self.stack, inside)
        self.stack.addWidget(panel)
        self.stack.addWidget(self.area)
        self.change.add_to_stack()
        return self.stack

    @property
    def is_open(self) -> bool:
        """Whether a form is in sight."""
        return self.stack.currentIndex() > 0

    def offer(self, rows: tuple[ControlRow, ...]) -> None:
        """Offer to edit and remove where one own control is chosen, and to reword or retire any one."""
        self.change.offer(rows)
        project = self._shell.project.session.project
        is_own = len(rows) == 1 and rows[0].id in project.own_control
        self.line.setVisible(is_own and not self._shell.project.session.is_read_only)

    # ---- the form --------------------------------------------------------------------------------

    def begin(self) -> None:
        """Open the form for a new control; what was typed into it and not added is still there."""
        if not self.form.control or not self.form.is_new:
            self.form.show_entry(next_own_id(self._shell.project.session.project), OwnEntry(), is_new=True)
        self._open()

    def edit(self) -> None:
        """Open the form of the control that is chosen."""
        control = self._chosen
        entry = own_entry(self._shell.project.session.project, control)
        if entry is not None:
            self.form.show_entry(control, entry, is_new=False)
            self._open()

    def _open(self) -> None:
        self.stack.setCurrentWidget(self.area)
        self._page.open_drawer(is_open=True)
        self.form.take_focus()

    def keep(self) -> None:
        """Put the control in; say what is missing or does not fit."""
        if self.form.missing():
            self.form.say_missing()
            return
        if self.form.is_new:
            self.form.control = next_own_id(self._shell.project.session.project)
        control = self.form.control
        problem = self._page.acts.keep_own(control, self.form.entry, is_new=self.form.is_new)
        if problem is not None:
            self.form.say(_said(problem))
            return
        self._close()
        self._page.show_place(f"control_states.{control}")

    def leave(self) -> None:
        """Go back to the table without a change."""
        self._close()
        self._page.leave_panel()

    def lay_aside(self) -> None:
        """Go back to the table; what was typed into the form of a new control waits there."""
        self.leave_for_selection()
        self._page.leave_panel()

    def leave_for_selection(self) -> None:
        """Show the panel again: something was chosen in the table. The form keeps what was typed."""
        self.stack.setCurrentIndex(0)

    def remove(self) -> None:
        """Take the chosen own control out, and offer to take that back."""
        words, control = self._shell.words, self._chosen
        entry = own_entry(self._shell.project.session.project, control)
        if entry is None:
            return
        problem = self._page.acts.remove_own(control)
        if problem is not None:
            self._shell.say.emit(problem)
            return
        self._close()
        self._page.leave_panel()
        undo = (words("controls.own.undo"), self._shell.project.undo)
        removed = words("controls.own.removed", id=control, title=entry.title)
        self._shell.say.emit(Notice(removed, actions=(undo,)))

    def _close(self) -> None:
        self.form.control = ""
        self.stack.setCurrentIndex(0)

    @property
    def _chosen(self) -> str:
        chosen = self._page.table.chosen_ids
        return chosen[0] if len(chosen) == 1 else ""


def _said(problem: Problem) -> str:
    first = problem.problems[0] if isinstance(problem, SeveralProblems) else problem
    return " ".join(filter(None, (first.message, first.hint)))
