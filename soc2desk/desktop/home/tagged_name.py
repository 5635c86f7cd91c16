"""The first cell of a project: its name, and its folder or tags in a line that a long name does not push out."""

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
TWO_LINES = 1.7
"""How many widths of a line certainly fit in two: a line that breaks between words is not filled."""


class TaggedName(QStyledItemDelegate):
    """Shortens each line of a cell of two to its width; a cell of one line breaks as any other, where it fits in two.

    A name gives up its middle: what tells two of them apart stands at the end, such as the student of an exercise.
    """

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Fit the two lines in."""
        super().initStyleOption(option, index)
        name, line_end, more = str(option.text).partition(LINE_END)
        measure = QFontMetrics(QFont(option.font))
        width = option.rect.width() - option.decorationSize.width() - ROOM
        middle = Qt.TextElideMode.ElideMiddle
        if line_end:
            tells_apart = more.startswith(index.data(Qt.ItemDataRole.UserRole).card.folder.name)
            shown = measure.elidedText(more, middle if tells_apart else Qt.TextElideMode.ElideRight, width)
            option.text = LINE_END.join((measure.elidedText(name, middle, width), shown))
        else:
            option.text = measure.elidedText(name, middle, round(width * TWO_LINES))
