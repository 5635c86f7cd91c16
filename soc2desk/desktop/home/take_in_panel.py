"""Asks for what it takes to make a project of a file that a colleague sent: its password and a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from soc2desk.desktop.announce import announce
from soc2desk.desktop.home.panel import Panel
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.password_fields import password_line

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.words import Words
    from soc2desk.domain.problems import Problem
    from soc2desk.domain.steps import Step


class TakeInPanel(Panel):
    """`wanted` brings a name, "" for that in the file, and the password, "" for none."""

    wanted = Signal(str, str)

    def __init__(self, words: Words, path: Path, parent: QWidget, *, is_locked: bool) -> None:
        super().__init__(words, words("home.take_in.title", name=path.name), parent)
        self.password = password_line(words("home.take_in.password"), self)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(words("home.take_in.name"))
        self.name.setPlaceholderText(words("home.take_in.name_open"))
        self.name.setMaxLength(200)
        self.name.setAcceptDrops(False)
        self.fault = plain_label("", "finding", self)
        self.progress = plain_label("", "hint", self)
        self.take_button = self.button(words("home.take_in.button"), primary=True)
        self.cancel = self.button(words("home.take_in.cancel"))
        self.body.addWidget(plain_label(words("home.take_in.text"), "hint", self))
        self._fields = [self.password, self.name] if is_locked else [self.name]
        self.password.setVisible(is_locked)
        for field in self._fields:
            label = plain_label(field.accessibleName(), "body", self)
            label.setBuddy(field)
            self.body.addWidget(label)
            self.body.addWidget(field)
            field.returnPressed.connect(self._take)
        for note in (self.fault, self.progress):
            note.hide()
            self.body.addWidget(note)
        self.add_buttons(self.take_button, self.cancel)
        self.take_button.clicked.connect(self._take)
        self.cancel.clicked.connect(self.closed)

    def take_focus(self) -> None:
        """Put the keyboard at the first field."""
        self._fields[0].setFocus()

    def _take(self) -> None:
        if self.take_button.isEnabled():
            self.fault.hide()
            self.wanted.emit(self.name.text(), self.password.text())

    def show_busy(self, step: Step | None) -> None:
        """Say how far it is; None lets a person try again."""
        busy = step is not None
        for widget in (*self._fields, self.take_button):
            widget.setEnabled(not busy)
        if step is not None:
            told = "home.take_in.busy" if step.what else "home.take_in.begun"
            self.progress.setText(self.words(told, done=step.done, total=step.total))
        self.progress.setVisible(busy)

    def refuse(self, problem: Problem, *, at_password: bool) -> None:
        """Say why it was not taken in, with the keyboard where that is mended."""
        told = " ".join(filter(None, (problem.message, problem.hint)))
        self.fault.setText(told)
        self.fault.show()
        field = self.password if at_password else self.name
        field.setAccessibleDescription(told)
        field.setFocus()
        announce(field, told, urgent=True)
