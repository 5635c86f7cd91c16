"""Home: start a packet, look round a sample, open a file, and the projects worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.desktop.window import MainWindow


class HomePage(QWidget):
    """What a person sees first."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.name = QLineEdit(self)
        self.start = QPushButton("Start", self)
        self.start.clicked.connect(lambda: window.opening.start_packet(self.name.text()))
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
