"""A card between the ways to begin and the list of projects: one thing that was asked for, until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from soc2desk.desktop.words import Words


class Panel(QFrame):
    """A heading, what stands below it, and buttons. `closed` tells that a person is done with it."""

    closed = Signal()

    def __init__(self, words: Words, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = words
        self.setProperty("card", "true")
        self.heading = plain_label(title, "heading", self)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(8)
        self.body.addWidget(self.heading)
        self.buttons = QHBoxLayout()

    def add_buttons(self, *buttons: QPushButton) -> None:
        """End the panel with a row of buttons."""
        for button in buttons:
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)
        self.body.addLayout(self.buttons)

    def button(self, words: str, *, primary: bool = False) -> QPushButton:
        """Return a button of this panel."""
        made = QPushButton(words, self)
        made.setProperty("primary", "true" if primary else "false")
        return made

    def tone(self, name: str) -> None:
        """Wear the colours of good, warn or bad news."""
        self.setProperty("tone", name)
        self.style().unpolish(self)
        self.style().polish(self)

    def take_focus(self) -> None:
        """Put the keyboard where work begins."""
        self.focusNextChild()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
