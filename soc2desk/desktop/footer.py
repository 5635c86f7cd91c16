"""The foot of every page: back, whether all is saved, and the named way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from soc2desk.desktop.shell import Shell

SAVED, SAVING, NOT_SAVED, READ_ONLY = "saved", "saving", "not_saved", "read_only"
LOOKS = {SAVED: ("check", "good"), SAVING: ("refresh", "muted"), NOT_SAVED: ("alert-triangle", "warn"),
         READ_ONLY: ("lock", "muted")}  # fmt: skip
ICON, EDGE, BETWEEN = 16, 24, 8  # pixels, before scaling
LINES = 2
"""In so many lines the state of saving may stand before the name of the next page goes."""


class Footer(QFrame):
    """Back and the next page by name, with the state of saving between them."""

    back = Signal()
    onward = Signal()
    preview = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self._shell = shell
        self._state = SAVED
        self._onward = ""
        self.back_button = QPushButton(shell.words("frame.back"), self)
        self.next_button = QPushButton(self)
        self.next_button.setProperty("primary", "true")
        self.preview_button = QPushButton(shell.words("frame.preview"), self)
        self.preview_button.setProperty("quiet", "true")
        self._picture = QLabel(self)
        self._text = plain_label("", "hint", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 10, EDGE, 10)
        row.setSpacing(BETWEEN)
        row.addWidget(self.back_button)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self.preview_button)
        row.addWidget(self.next_button)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.onward)
        self.preview_button.clicked.connect(self.preview)
        shell.recoloured.connect(lambda: self.show_state(self._state))
        self.show_state(READ_ONLY if shell.project.session.is_read_only else SAVED)

    @property
    def state(self) -> str:
        """What stands there: saved, saving, not_saved or read_only."""
        return self._state

    def show_state(self, state: str) -> None:
        """Say whether everything is on the disk. "Saved" is not announced: it would interrupt every answer."""
        self._state = state
        icon, colour = LOOKS[state]
        tint = getattr(self._shell.tokens, colour)
        self._picture.setPixmap(self._shell.icons.pixmap(icon, tint, ICON, self.devicePixelRatio()))
        self._text.setText(self._shell.words(f"frame.{state}"))
        self._fit()

    def show_ways(self, before: str, after: str) -> None:
        """Name the way on; a way that does not exist is not offered."""
        words = self._shell.words
        self.back_button.setEnabled(bool(before))
        self.back_button.setAccessibleName(words("frame.back_to", page=before) if before else words("frame.back"))
        self.next_button.setVisible(bool(after))
        self._onward = words("frame.continue", page=after) if after else ""
        self.next_button.setAccessibleName(self._onward)
        self.next_button.setToolTip(self._onward)
        self._fit()

    def _fit(self) -> None:
        """Name the next page on the button where there is room for its name, else only the way on."""
        for said in (self._onward, self._shell.words("frame.onward")):
            self.next_button.setText(said.replace("&", "&&"))
            if self._needed() <= self.width():
                return

    def _needed(self) -> int:
        """Return the width that the foot needs, its sentence in as many lines as it likes."""
        shown = [one for one in (self.back_button, self.preview_button, self.next_button) if not one.isHidden()]
        longest = max(self._text.fontMetrics().horizontalAdvance(word) for word in self._text.text().split())
        sentence = max(longest, self._text.fontMetrics().horizontalAdvance(self._text.text()) // LINES)
        between = BETWEEN * (len(shown) + 1) + 2 * EDGE
        return sum(one.sizeHint().width() for one in shown) + ICON + sentence + between

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()
