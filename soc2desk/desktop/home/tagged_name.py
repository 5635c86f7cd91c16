"""The first cell of a project: its name, and its tags in a line of their own that a long name does not push out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QStyledItemDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

LINE_END = "\u2028"
"""What Qt makes of the end of a line in a cell."""
ROOM = 30
"""Pixels beside the text that the cell keeps for itself, before scaling."""


class TaggedName(QStyledItemDelegate):
    """Shortens each line of a cell with tags to the width of the cell; a cell of one line breaks as any other."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Fit the two lines in."""
        super().initStyleOption(option, index)
        name, line_end, tags = str(option.text).partition(LINE_END)
        if line_end:
            font = QFont(option.font)
            measure, elide = QFontMetrics(font), Qt.TextElideMode.ElideRight
            width = option.rect.width() - option.decorationSize.width() - ROOM
            lines = (measure.elidedText(one, elide, width) for one in (name, tags))
            option.text = LINE_END.join(lines)
