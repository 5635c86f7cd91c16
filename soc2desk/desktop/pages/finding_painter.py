"""Draws findings as cards of plain text with one button each: three hundred of them open at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from soc2desk.app.looking_over import Line, LineKind
from soc2desk.desktop.fields.notes import LOOKS
from soc2desk.desktop.pages.finding_rows import FindingRows, headline, notes, way

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from soc2desk.desktop.shell import Shell

PAD, GAP, ICON, BETWEEN = 12, 10, 18, 6  # pixels, before scaling
WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
HEADING_SIZE, SMALL_SIZE = 1.2, 0.92
BUTTON_SHARE = 0.4
"""How much of a card the button may take, where words are long."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Text:
    """A stretch of text, where it stands, and how."""

    words: str
    box: QRect
    font: QFont
    muted: bool


class FindingPainter(QStyledItemDelegate):
    """`pressed` follows a click on the button of a finding, or on a fold."""

    pressed = Signal(int)

    def __init__(self, shell: Shell, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._shell, self._view = shell, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a line at the present width of the list."""
        line = self._line(index)
        width = self._width
        if line is None:
            return QSize(width, 0)
        if line.kind is LineKind.HEADING:
            metrics = QFontMetrics(_sized(option.font, HEADING_SIZE, bold=True))
            return QSize(width, metrics.height() + (3 if index.row() else 1) * PAD)
        if line.kind is not LineKind.FINDING:
            return QSize(width, option.fontMetrics.height() + 2 * PAD)
        card = self._card(QRect(0, 0, width, 0))
        button = self._button(line, card, option.fontMetrics)
        bottom = max(button.bottom(), self._texts(line, card, option.font)[-1].box.bottom())
        return QSize(width, bottom + PAD + BETWEEN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        line = self._line(index)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match line.kind:
            case LineKind.HEADING:
                self._draw_heading(painter, option, line)
            case LineKind.FINDING:
                self._draw_finding(painter, option, line)
            case _:
                self._draw_fold(painter, option, line)
        painter.restore()

    def _line(self, index: Index) -> Line | None:
        rows = index.model()
        if not isinstance(rows, FindingRows) or not 0 <= index.row() < len(rows.lines):
            return None
        return rows.lines[index.row()]

    # ---- where things stand ----------------------------------------------------------------------

    @property
    def _width(self) -> int:
        """The width of a row: always with room for the scroll bar, so that its coming breaks no line anew."""
        return max(self._view.width() - self._view.verticalScrollBar().sizeHint().width() - 2, 200)

    def _card(self, row: QRect) -> QRect:
        return QRect(row.left() + 1, row.top() + 1, self._width - 2, row.height() - 1 - BETWEEN)

    def _texts(self, line: Line, card: QRect, font: QFont) -> list[_Text]:
        button = self._button(line, card, QFontMetrics(font))
        left = card.left() + PAD + ICON + GAP
        width, top = button.left() - GAP - left, card.top() + PAD
        small, found = _sized(font, SMALL_SIZE), []
        said = (headline(line, self._shell.words), *notes(line, self._shell.words), *self._lesson(line))
        for number, words in enumerate(said):
            own = font if number == 0 else small
            asked = QFontMetrics(own).boundingRect(QRect(0, 0, width, 10_000), WRAP, words)
            found.append(_Text(words, QRect(left, top, width, asked.height()), own, number > 0))
            top += asked.height() + 3
        return found

    def _lesson(self, line: Line) -> tuple[str, ...]:
        rows = self._view.model()
        return rows.lesson(line) if isinstance(rows, FindingRows) else ()

    def _button(self, line: Line, card: QRect, metrics: QFontMetrics) -> QRect:
        asked = metrics.horizontalAdvance(way(line, self._shell.words)) + 2 * PAD
        width = min(asked, round(card.width() * BUTTON_SHARE))
        return QRect(card.right() - PAD - width, card.top() + PAD, width, metrics.height() + PAD)

    # ---- drawing ---------------------------------------------------------------------------------

    def _draw_heading(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        painter.setFont(_sized(option.font, HEADING_SIZE, bold=True))
        painter.setPen(QColor(self._shell.tokens.text))
        place = option.rect.adjusted(2, 0, 0, -PAD // 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignBottom, headline(line, self._shell.words))

    def _draw_finding(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        tokens = self._shell.tokens
        card = self._card(option.rect)
        self._ring(painter, card, option, tokens.base, tokens.line)
        icon, colour = LOOKS[line.severity.value]
        picture = self._shell.icons.icon(icon, getattr(tokens, colour), ICON)
        picture.paint(painter, QRect(card.left() + PAD, card.top() + PAD, ICON, ICON))
        for text in self._texts(line, card, option.font):
            painter.setFont(text.font)
            painter.setPen(QColor(tokens.muted if text.muted else tokens.text))
            painter.drawText(text.box, WRAP, text.words)
        self._draw_button(painter, option, self._button(line, card, option.fontMetrics), way(line, self._shell.words))

    def _draw_button(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, words: str) -> None:
        tokens = self._shell.tokens
        under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(QColor(tokens.edge), 1))
        painter.setBrush(QColor(tokens.hover if under_mouse else tokens.base))
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.text))
        short = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width() - PAD)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, short)

    def _draw_fold(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        tokens = self._shell.tokens
        card = self._card(option.rect)
        if _has_keyboard(option):
            self._ring(painter, card, option, tokens.window, tokens.window)
        icon = "chevron-right" if line.kind is LineKind.MORE else "chevron-down"
        middle = card.center().y() - ICON // 2
        self._shell.icons.icon(icon, tokens.accent, ICON).paint(painter, QRect(card.left() + PAD, middle, ICON, ICON))
        painter.setPen(QColor(tokens.accent))
        place = card.adjusted(PAD + ICON + GAP, 0, -PAD, 0)
        words = headline(line, self._shell.words)
        short = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)

    def _ring(self, painter: QPainter, card: QRect, option: QStyleOptionViewItem, fill: str, edge: str) -> None:
        """Draw the card; what has the keyboard has a ring, what is only chosen a thin one."""
        tokens = self._shell.tokens
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ring = _has_keyboard(option)
        painter.setPen(QPen(QColor(tokens.accent if chosen or ring else edge), 2 if ring else 1))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(card, 8, 8)

    # ---- the mouse -------------------------------------------------------------------------------

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tell a click on a button or a fold."""
        line = self._line(index)
        if line is None or event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        at = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and self.is_on_button(line, option.rect, at):
            self.pressed.emit(index.row())
            return True
        return super().editorEvent(event, model, option, index)

    def is_on_button(self, line: Line, row: QRect, at: QPoint) -> bool:
        """Return whether a point of a row lies on what can be pressed."""
        if line.kind is LineKind.FINDING:
            return self._button(line, self._card(row), QFontMetrics(self._view.font())).contains(at)
        return line.kind is not LineKind.HEADING


def _has_keyboard(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_HasFocus)


def _sized(font: QFont, times: float, *, bold: bool = False) -> QFont:
    made = QFont(font)
    made.setPointSizeF(max(font.pointSizeF(), 1.0) * times)
    made.setBold(bold)
    return made
