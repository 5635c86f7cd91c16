"""Signs the packet that was made: with a key that a person chooses, whose password is asked for where it has one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.announce import announce
from soc2desk.desktop.fingerprints import in_groups
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.password_fields import password_line
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from soc2desk.app.signing import PublicKey
    from soc2desk.desktop.words import Words


class Signing(QWidget):
    """A button, for the others of the result, and below it what it asks. `asked` brings the key's file and password."""

    asked = Signal(object, str)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._key: Path | None = None
        self.button = QPushButton(words("packet.sign.button"), parent)
        self.password = password_line(words("packet.sign.password"), self)
        self.go = QPushButton(words("packet.sign.go"), self)
        self.told = plain_label("", "body", self)
        self._asking = QWidget(self)
        row = QHBoxLayout(self._asking)
        row.setContentsMargins(0, 0, 0, 0)
        label = plain_label(words("packet.sign.password"), "body", self._asking)
        label.setBuddy(self.password)
        label.setWordWrap(False)
        for widget in (label, self.password, self.go):
            row.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._asking)
        box.addWidget(self.told)
        self.button.clicked.connect(self._choose)
        self.go.clicked.connect(self._ask)
        self.password.returnPressed.connect(self._ask)
        self.begin()

    def begin(self) -> None:
        """Be ready for a packet that was just made."""
        self._end()
        self._say("", "body")

    def _choose(self) -> None:
        from soc2desk.app.signing import needs_password

        words, start = self._words, str(Path.home())
        chosen, _ = QFileDialog.getOpenFileName(self, words("packet.sign.choose"), start, words("packet.sign.kinds"))
        if not chosen:
            return
        self._say("", "body")
        try:
            locked = needs_password(Path(chosen))
        except Problem as problem:
            self.refuse(problem)
            return
        self._key = Path(chosen)
        self._asking.setVisible(locked)
        if locked:
            self.password.setFocus()
        else:
            self._ask()

    def _ask(self) -> None:
        if self._key is not None:
            self.button.setEnabled(False)
            self.go.setEnabled(False)
            self.asked.emit(self._key, self.password.text())

    def show_signed(self, key: PublicKey) -> None:
        """Say who signed it."""
        self._end()
        if self.isVisible():
            self.button.setFocus()
        self._say(self._words("packet.sign.done", name=key.name, print=in_groups(key.fingerprint)), "good")

    def refuse(self, fault: Exception) -> None:
        """Say why it was not signed; the password can be typed again."""
        for button in (self.button, self.go):
            button.setEnabled(True)
        self._say(str(fault), "finding")
        if self._asking.isVisible():
            self.password.selectAll()
            self.password.setFocus()

    def _end(self) -> None:
        self._key = None
        self.password.clear()
        self._asking.hide()
        for button in (self.button, self.go):
            button.setEnabled(True)

    def _say(self, sentence: str, role: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        self.told.setProperty("role", role)
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        if sentence:
            announce(self, sentence)
