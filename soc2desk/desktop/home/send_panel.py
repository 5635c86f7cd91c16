"""Asks how a project goes to a colleague: with its evidence or without, and under which password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from soc2desk.desktop.home.panel import Panel
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.password_fields import PasswordFields

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.words import Words
    from soc2desk.domain.steps import Step


class SendPanel(Panel):
    """`wanted` brings whether the files of evidence go along, and the password, "" for none."""

    wanted = Signal(bool, str)

    def __init__(self, words: Words, title: str, parent: QWidget) -> None:
        super().__init__(words, words("home.send.title", name=title), parent)
        self.evidence = QCheckBox(words("home.send.evidence"), self)
        self.lock = QCheckBox(words("home.send.lock"), self)
        self.lock.setChecked(True)
        self.passwords = PasswordFields(words, self)
        self.open = plain_label("", "finding", self)
        self.progress = plain_label("", "hint", self)
        self.send_button = self.button(words("home.send.button"), primary=True)
        self.cancel = self.button(words("home.send.cancel"))
        self.body.addWidget(plain_label(words("home.send.text"), "hint", self))
        for widget in (self.evidence, self.lock, self.passwords, self.open, self.progress):
            self.body.addWidget(widget)
        self.add_buttons(self.send_button, self.cancel)
        self.evidence.toggled.connect(self._show)
        self.lock.toggled.connect(self._show)
        self.send_button.clicked.connect(self._send)
        self.passwords.again.returnPressed.connect(self._send)
        self.cancel.clicked.connect(self.closed)
        self.progress.hide()
        self._show()

    def take_focus(self) -> None:
        """Put the keyboard at the first choice."""
        self.evidence.setFocus()

    def _show(self) -> None:
        locked = self.lock.isChecked()
        self.passwords.setVisible(locked)
        told = "home.send.open_evidence" if self.evidence.isChecked() else "home.send.open"
        self.open.setText("" if locked else self.words(told))
        self.open.setVisible(not locked)

    def _send(self) -> None:
        password = self.passwords.password if self.lock.isChecked() else ""
        if self.lock.isChecked() and not password:
            self.passwords.refuse()
            return
        self.wanted.emit(self.evidence.isChecked(), password)

    def show_busy(self, step: Step | None) -> None:
        """Say how far it is; None lets a person try again."""
        busy = step is not None
        for widget in (self.evidence, self.lock, self.passwords, self.send_button):
            widget.setEnabled(not busy)
        if step is not None:
            told = "home.send.busy" if step.what else "home.send.begun"
            self.progress.setText(self.words(told, done=step.done, total=step.total))
        self.progress.setVisible(busy)
