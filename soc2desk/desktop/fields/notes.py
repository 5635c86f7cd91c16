"""What stands above a field that needs a look: an icon and a sentence for each thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell

LOOKS = {
    "bad": ("alert-circle", "bad"),
    "high": ("alert-circle", "bad"),
    "medium": ("alert-triangle", "warn"),
    "low": ("info", "muted"),
}
"""The icon and the colour of each tone; a word always stands with them."""
ROLES = {"bad": "finding", "warn": "warning", "muted": "hint"}
"""The look of the words of each colour."""
ICON = 16  # pixels, before scaling


class FindingNote(QWidget):
    """A short list of sentences; gone when there is none."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 2)
        self._box.setSpacing(3)
        self._said: tuple[tuple[str, str], ...] = ()
        self.hide()
        shell.recoloured.connect(self._again)

    @property
    def said(self) -> tuple[str, ...]:
        """The sentences that stand here."""
        return tuple(words for _, words in self._said)

    def say(self, texts: tuple[tuple[str, str], ...]) -> None:
        """Show sentences, each with its tone; none hides the note."""
        if texts == self._said:
            return
        self._said = texts
        self._again()

    def _again(self) -> None:
        while self._box.count():
            item = self._box.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for tone, words in self._said:
            self._box.addWidget(self._line(tone, words))
        self.setVisible(bool(self._said))

    def _line(self, tone: str, words: str) -> QWidget:
        icon, colour = LOOKS[tone]
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        picture = QLabel(line)
        colour_value = getattr(self._shell.tokens, colour)
        picture.setPixmap(self._shell.icons.pixmap(icon, colour_value, ICON, self.devicePixelRatio()))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(words, ROLES[colour], line), 1)
        return line
