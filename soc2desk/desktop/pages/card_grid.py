"""Cards in two columns where there is room, else in one, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

TWO_FROM = 620
"""The width in pixels, before scaling, from which two cards stand side by side."""


class CardGrid(QWidget):
    """Holds cards and places them anew when its width changes."""

    def __init__(self, parent: QWidget, gap: int = 10) -> None:
        super().__init__(parent)
        self._cards: tuple[QWidget, ...] = ()
        self.columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)

    def hold(self, cards: Sequence[QWidget]) -> None:
        """Take cards, in reading order."""
        self._cards = tuple(cards)
        self._place(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        columns = 2 if event.size().width() >= TWO_FROM else 1
        if columns != self.columns:
            self._place(columns)

    def _place(self, columns: int) -> None:
        self.columns = columns
        for number, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, number // columns, number % columns)
        for column in (0, 1):
            self._grid.setColumnStretch(column, int(column < columns))
