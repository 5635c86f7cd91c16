"""Home: start a packet, look round a sample, open a file, and the projects worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.theme import Theme
    from soc2desk.desktop.words import Words


class HomePage(QWidget):
    """What a person sees first.

    `begun` brings the name of a new packet, `practised` the id of a sample, `opened` a path to open; `choosing` asks
    for the file chooser; `said` brings a Notice or a Problem.
    """

    begun = Signal(str)
    practised = Signal(str)
    opened = Signal(object)
    choosing = Signal()
    said = Signal(object)

    def __init__(self, desk: Desk, words: Words, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._words, self._theme = desk, words, theme
        self.name = QLineEdit(self)
        self.start = QPushButton(words("home.start.button"), self)
        self.start.clicked.connect(lambda: self.begun.emit(self.name.text()))
        box = QVBoxLayout(self)
        box.addWidget(self.name)
        box.addWidget(self.start)

    def show_again(self) -> None:
        """Show the list of projects as it is now."""

    def begin_new(self) -> None:
        """Put the keyboard at the name of a new packet."""
        self.name.setFocus()

    def check(self, path: Path) -> None:
        """Check a packet and say what was found."""
        self.said.emit(path)
