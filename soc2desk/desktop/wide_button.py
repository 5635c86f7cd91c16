"""A button as wide as the page, with an icon, words that break their lines, and a small note at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from soc2desk.desktop.icons import Icons

ICON = 18  # pixels, before scaling
THROUGH = Qt.WidgetAttribute.WA_TransparentForMouseEvents


class WideButton(QPushButton):
    """Leads somewhere. The words of a person in it are never read as markup or as a shortcut."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("wide", "true")
        self._picture = QLabel(self)
        self._picture.hide()
        self.words = plain_label("", "body", self)
        self.note = plain_label("", "hint", self)
        self.note.setWordWrap(False)
        self._arrow = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self.words, 1)
        row.addWidget(self.note)
        row.addWidget(self._arrow)
        for label in (self._picture, self.words, self.note, self._arrow):
            label.setAttribute(THROUGH)
        self._row = row
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, words: str, note: str = "", *, aloud: str = "") -> None:
        """Show words and a note; `aloud` is what is read out where the two do not make a sentence."""
        self.words.setText(words)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.setAccessibleName(aloud or ", ".join(filter(None, (words, note))))

    def draw(self, icons: Icons, arrow: str, icon: str = "", colour: str = "") -> None:
        """Draw the icon and the arrow, each in its colour of the look."""
        ratio = self.devicePixelRatio()
        if icon:
            self._picture.setPixmap(icons.pixmap(icon, colour, ICON, ratio))
        self._picture.setVisible(bool(icon))
        self._arrow.setPixmap(icons.pixmap("chevron-right", arrow, ICON, ratio))

    def sizeHint(self) -> QSize:
        """Return the size that the words ask for."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which the words can be read."""
        return self._row.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow button is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels that a width asks for."""
        return self._row.heightForWidth(width)
