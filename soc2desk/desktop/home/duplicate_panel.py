"""Asks for the name of a new client after the pattern of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from soc2desk.desktop.announce import announce
from soc2desk.desktop.home.panel import Panel
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.words import Words
    from soc2desk.domain.problems import Problem


class DuplicatePanel(Panel):
    """`named` brings the name of the new client."""

    named = Signal(str)

    def __init__(self, words: Words, pattern: str, parent: QWidget) -> None:
        super().__init__(words, words("home.duplicate.title", name=pattern), parent)
        label = plain_label(words("home.duplicate.name"), "body", self)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(words("home.duplicate.name"))
        self.name.setMaxLength(200)
        self.name.setAcceptDrops(False)
        label.setBuddy(self.name)
        self.fault = plain_label("", "finding", self)
        self.fault.hide()
        self.create_button = self.button(words("home.duplicate.button"), primary=True)
        cancel = self.button(words("home.duplicate.cancel"))
        for widget in (plain_label(words("home.duplicate.text"), "hint", self), label, self.name, self.fault):
            self.body.addWidget(widget)
        self.add_buttons(self.create_button, cancel)
        self.name.returnPressed.connect(self._create)
        self.create_button.clicked.connect(self._create)
        cancel.clicked.connect(self.closed)

    def take_focus(self) -> None:
        """Put the keyboard at the name."""
        self.name.setFocus()

    def _create(self) -> None:
        self.named.emit(self.name.text())

    def refuse(self, problem: Problem) -> None:
        """Say at the name why it cannot be taken."""
        told = " ".join(part for part in (problem.message, problem.hint) if part)
        self.fault.setText(told)
        self.fault.show()
        self.name.setProperty("wrong", "true")
        self.name.setAccessibleDescription(told)
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)
        self.name.setFocus()
        announce(self.name, told)
