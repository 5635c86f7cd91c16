"""Says why a page has nothing to work with yet, with one button that leads to where that is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.shell import Shell


class Door(QFrame):
    """A card with a sentence and a way out; hidden where nothing is missing."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = ""
        self.setProperty("card", True)
        self.setProperty("tone", "accent")
        self.words = plain_label("", "body", self)
        self.button = QPushButton(self)
        self.button.clicked.connect(lambda: shell.go.emit(self._place))
        row = QHBoxLayout(self)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def show_way(self, words: str, button: str, place: str) -> None:
        """Say what is missing and lead to a place."""
        self._place = place
        self.words.setText(words)
        self.button.setText(button)
        self.show()
