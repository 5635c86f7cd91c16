"""Rows of a list in two lines: a title, and below it in small what there is to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

    from soc2desk.desktop.shell import Shell

UNDER_ROLE = Qt.ItemDataRole.UserRole + 1
ICON_ROLE = Qt.ItemDataRole.UserRole + 2
PALE_ROLE = Qt.ItemDataRole.UserRole + 3
ICON = 20  # pixels, before scaling
PAD = 8
_SMALLER = 0.9
MOST_LINES = 3


class TwoLines(QStyledItemDelegate):
    """Draws a title and the words below it, which go on in a second line where they need one."""

    def __init__(self, shell: Shell, view: QAbstractItemView, *, icons: bool = True) -> None:
        super().__init__(view)
        self._shell, self._view = shell, view
        self._indent = ICON + PAD if icons else 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that the words need at the width of the list."""
        width = self._view.viewport().width()
        small = QFontMetrics(_small(option.font))
        under = index.data(UNDER_ROLE) or ""
        room = max(width - 3 * PAD - self._indent, 60)
        lines = min(MOST_LINES, -(-small.horizontalAdvance(under) // room)) if under else 0
        # Words break before the end of a line: a text that fills one almost may need another.
        if under and lines < MOST_LINES and small.horizontalAdvance(under) > room * lines * 0.92:
            lines += 1
        return QSize(width, option.fontMetrics.lineSpacing() + small.lineSpacing() * lines + PAD + PAD // 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row: ground and ring as in every list, then icon and words."""
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        title, whole.text = whole.text, ""
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, self._view)
        self._words(painter, whole, title, index)

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, title: str, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = self._shell.tokens
        pale = bool(index.data(PALE_ROLE))
        box = option.rect.adjusted(PAD, PAD // 2 + 1, -PAD, -PAD // 2)
        icon = index.data(ICON_ROLE)
        if isinstance(icon, QIcon):
            icon.paint(painter, QRect(box.left(), box.top() + 1, ICON, ICON))
        box.setLeft(box.left() + self._indent)
        painter.save()
        painter.setPen(QColor(tokens.disabled if pale else tokens.text))
        line = option.fontMetrics.lineSpacing()
        first = QRect(box.left(), box.top(), box.width(), line)
        elided = option.fontMetrics.elidedText(title, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(first, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
        painter.setFont(_small(option.font))
        painter.setPen(QColor(tokens.disabled if pale else tokens.muted))
        small = QFontMetrics(_small(option.font)).lineSpacing()
        room = max((box.height() - line + 2) // small, 1) * small
        under = QRect(box.left(), box.top() + line, box.width(), room)
        painter.drawText(under, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, str(index.data(UNDER_ROLE) or ""))
        painter.restore()


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * _SMALLER)
    return made
