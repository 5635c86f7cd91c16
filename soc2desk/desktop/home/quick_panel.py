"""The five-minute answer at home: what is asked at the left, what can be said beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.home.panel import Panel
from soc2desk.desktop.home.quick_form import WIDTH, QuickForm
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from soc2desk.app.desk import Desk
    from soc2desk.app.quick import Quick
    from soc2desk.desktop.words import Words

_CELLS = ("report", "examined", "fieldwork", "month", "short", "by")
_ROLES = {"good": "good", "warn": "warning", "bad": "finding"}


class QuickPanel(Panel):
    """`begun` brings the name of a company and the Quick to begin with; `said` a Notice or a Problem."""

    begun = Signal(str, object)
    said = Signal(object)

    def __init__(self, desk: Desk, words: Words, parent: QWidget) -> None:
        super().__init__(words, words("quick.title"), parent)
        self._desk = desk
        self.made: Quick | None = None
        self.body.addWidget(plain_label(words("quick.intro"), "hint", self))
        beside = QHBoxLayout()
        beside.setSpacing(20)
        self.form = QuickForm(words, desk.catalogue.categories, self)
        self.form.setFixedWidth(WIDTH)
        beside.addWidget(self.form)
        self.answer = QFrame(self)
        self._said = QVBoxLayout(self.answer)
        self._said.setContentsMargins(0, 0, 0, 0)
        self._said.setSpacing(6)
        beside.addWidget(self.answer, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(beside)
        self.after = self._after()
        self.body.addWidget(self.after)
        close = self.button(words("quick.close"))
        close.clicked.connect(self.closed)
        self.add_buttons(close)
        self.form.asked.connect(self._work_out)

    def _after(self) -> QWidget:
        """Return what can be done with an answer, hidden until there is one."""
        words, box = self.words, QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 6, 0, 0)
        label = plain_label(words("quick.company"), "body", box)
        self.company = QLineEdit(box)
        self.company.setAccessibleName(words("quick.company"))
        self.company.setMaxLength(200)
        self.company.setMaximumWidth(WIDTH)
        label.setBuddy(self.company)
        self.fault = plain_label("", "finding", box)
        self.fault.hide()
        self.begin, self.save = self.button(words("quick.begin")), self.button(words("quick.save"))
        self.begin.clicked.connect(self._begin)
        self.company.returnPressed.connect(self._begin)
        self.save.clicked.connect(self._save)
        buttons = FlowLayout()
        buttons.addWidget(self.begin)
        buttons.addWidget(self.save)
        for widget in (label, self.company, self.fault, plain_label(words("quick.begin_hint"), "hint", box)):
            column.addWidget(widget)
        column.addLayout(buttons)
        box.hide()
        return box

    def take_focus(self) -> None:
        """Put the keyboard at the day."""
        self.form.needed.line.setFocus()

    # ---- the answer ------------------------------------------------------------------------------

    def _work_out(self) -> None:
        from soc2desk.app.quick import quick

        self._clear()
        try:
            self.made = quick(self._desk, self.form.question(self._desk.today))
        except Problem as problem:
            self.made = None
            told = " ".join(filter(None, (problem.message, problem.hint)))
            self._add(told, "finding")
            announce(self.answer, told)
        else:
            self._show(self.made)
        self.after.setVisible(self.made is not None)

    def _show(self, made: Quick) -> None:
        from soc2desk.app.quick import quick_said

        said = quick_said(made)
        self._add(said.verdict, "heading")
        for cells, tone in zip(said.ways, said.tones, strict=False):
            words = self.words("quick.way", **dict(zip(_CELLS, cells, strict=True)))
            self._add(words, _ROLES.get(tone, "body"))
        for role, words in said.rest:
            self._add(words, role)
        announce(self.answer, said.verdict)

    def _add(self, words: str, role: str) -> None:
        self._said.addWidget(plain_label(words, role, self.answer))

    def _clear(self) -> None:
        for label in self.answer.findChildren(QLabel):
            self._said.removeWidget(label)
            label.hide()
            label.deleteLater()

    # ---- what is done with it --------------------------------------------------------------------

    def _begin(self) -> None:
        if self.made is not None:
            self.begun.emit(self.company.text(), self.made)

    def refuse(self, problem: Problem) -> None:
        """Say at the name why it cannot be taken."""
        told = " ".join(filter(None, (problem.message, problem.hint)))
        self.fault.setText(told)
        self.fault.show()
        self.company.setAccessibleDescription(told)
        self.company.setFocus()
        announce(self.company, told)

    def _save(self) -> None:
        from soc2desk.app.quick import save_quick_page

        words, start = self.words, str(Path.home() / self.words("quick.save_name"))
        chosen, _ = QFileDialog.getSaveFileName(self, words("quick.save_title"), start, words("quick.save_kinds"))
        if not chosen or self.made is None:
            return
        target = Path(chosen) if Path(chosen).suffix else Path(f"{chosen}.pdf")
        try:
            # Who chose the name was asked already whether a file of it may be replaced, not of one with an ending more.
            save_quick_page(self.made, target, over=target == Path(chosen))
        except Problem as problem:
            self.said.emit(problem)
            return
        self.said.emit(Notice(words("quick.saved", file=target.name), "good"))
