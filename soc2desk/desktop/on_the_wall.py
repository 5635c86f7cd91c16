"""What is shown over the whole window for a room: one thing at a time, in type that is read from the last row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontInfo, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLayout, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.slide_view import SlideView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.shell import Shell

STEP = 10
"""Percent by which type grows or shrinks at a time."""
BASE = 2.3
"""How much larger than in the window type is at 100 percent, on the smaller of the usual projectors."""
PROJECTOR = (1024, 768)  # pixels, before scaling
LEAST = 0.75
"""Type never becomes smaller than so, however small the window is."""
MARGIN = 28  # pixels, before scaling


class OnTheWall(QWidget):
    """`left` asks to go back where one was. The size of type is remembered."""

    left = Signal()

    def __init__(self, shell: Shell, remembered: Remembered, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._remembered = shell, remembered
        self.view = SlideView(shell, self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        shell.recoloured.connect(self.dress)

    def button(self, words: str, does: Callable[[], object]) -> QPushButton:
        """Return a button of this view."""
        made = QPushButton(words, self)
        made.clicked.connect(lambda _=False: does())
        return made

    def usual_buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons for the size of type, and the one that leads back."""
        words = self._shell.words
        return (
            self.button(words("presenter.smaller"), lambda: self.resize_type(-STEP)),
            self.button(words("presenter.larger"), lambda: self.resize_type(STEP)),
            self.button(words("presenter.close"), self.left.emit),
        )

    def lay(self, top: QLayout, foot: QLayout) -> None:
        """Put what is shown between a row at the head and one at the foot."""
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, MARGIN // 2, MARGIN, MARGIN // 2)
        box.addLayout(top)
        box.addWidget(self.view, 1)
        box.addLayout(foot)

    def take_keys(self, *ways: tuple[tuple[Qt.Key, ...], Callable[[], object]]) -> None:
        """Take these keys and the usual ones, also where a button has the keyboard."""
        keys = Qt.Key
        usual: tuple[tuple[tuple[Qt.Key, ...], Callable[[], object]], ...] = (
            ((keys.Key_Plus,), lambda: self.resize_type(STEP)),
            ((keys.Key_Minus,), lambda: self.resize_type(-STEP)),
            ((keys.Key_Escape,), self.left.emit),
        )
        for wanted, does in (*ways, *usual):
            for key in wanted:
                made = QShortcut(QKeySequence(key), self)
                made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                made.activated.connect(does)

    def resize_type(self, by: int) -> None:
        """Make all type larger or smaller, and remember it."""
        self._remembered.keep(lambda liked: replace(liked, presenter_size=liked.presenter_size + by))
        self.dress()

    def dress(self) -> None:
        """Fit all type to the window and to what is remembered."""
        usual = QFontInfo(QApplication.font()).pointSizeF() * BASE * self._remembered.preferences.presenter_size / 100
        # As large on the wall whatever the projector shows.
        size = usual * max(min(self.width() / PROJECTOR[0], self.height() / PROJECTOR[1]), LEAST)
        self.setStyleSheet(f"* {{ font-size: {size:.1f}pt; }} QPushButton {{ font-size: {size * 0.62:.1f}pt; }}")
        self.view.dress(size)

    def show_present(self) -> None:
        """Show what is present now; where nothing goes on by itself, that is what is shown."""

    def take_focus(self) -> None:
        """Put the keyboard where one goes on."""
        self.focusNextChild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the type to the window."""
        super().resizeEvent(event)
        self.dress()
