"""A new password typed twice, unseen unless one wants to see it, with how hard it is to guess in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from soc2desk.desktop.announce import announce
from soc2desk.desktop.labels import plain_label
from soc2desk.domain.passwords import FEWEST, MOST, Strength, strength

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from soc2desk.desktop.words import Words

_ROLES = {Strength.FAIR: "hint", Strength.STRONG: "good"}


class PasswordFields(QWidget):
    """`changed` follows each key. What was typed is forgotten when the fields are left behind."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.first = password_line(words("password.new"), self)
        self.again = password_line(words("password.again"), self)
        self.seen = QCheckBox(words("password.seen"), self)
        self.told = plain_label("", "hint", self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for line in (self.first, self.again):
            label = plain_label(line.accessibleName(), "body", self)
            label.setBuddy(line)
            box.addWidget(label)
            box.addWidget(line)
            line.textEdited.connect(self._typed)
        for widget in (self.seen, self.told, plain_label(words("password.lost"), "hint", self)):
            box.addWidget(widget)
        self.seen.toggled.connect(self._show)
        self._typed()

    @property
    def password(self) -> str:
        """The password, once it can be one and was typed twice alike; else nothing."""
        typed = self.first.text()
        fits = strength(typed) is not Strength.REFUSED and typed == self.again.text()
        return typed if fits else ""

    def refuse(self) -> None:
        """Say why there is no password yet, with the keyboard where that is mended."""
        short = strength(self.first.text()) is Strength.REFUSED
        told = self._words("password.refused", fewest=FEWEST) if short else self._words("password.differ")
        self._say(told, "finding")
        line = self.first if short else self.again
        line.setAccessibleDescription(told)
        line.setFocus()
        announce(line, told, urgent=True)

    def _typed(self) -> None:
        typed, again = self.first.text(), self.again.text()
        found = strength(typed)
        if again and not typed.startswith(again):
            self._say(self._words("password.differ"), "finding")
        elif typed:
            self._say(self._words(f"password.{found.value}", fewest=FEWEST), _ROLES.get(found, "finding"))
        else:
            self._say(self._words("password.advice", fewest=FEWEST), "hint")
        self.changed.emit()

    def _say(self, told: str, role: str) -> None:
        self.told.setText(told)
        self.told.setProperty("role", role)
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)

    def _show(self, seen: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password
        for line in (self.first, self.again):
            line.setEchoMode(mode)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was typed once the fields are not wanted any more; a window put aside keeps it."""
        super().hideEvent(event)
        if self.isHidden():
            self.forget()

    def forget(self) -> None:
        """Empty the fields."""
        for line in (self.first, self.again):
            line.clear()
        self._typed()


def password_line(name: str, parent: QWidget) -> QLineEdit:
    """Return a field for a password, unseen, of which no list of words is kept."""
    made = QLineEdit(parent)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setMaxLength(MOST)
    made.setAcceptDrops(False)
    made.setAccessibleName(name)
    return made
