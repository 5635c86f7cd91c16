"""A cover page in small: where the picture, the colour and the name of the company stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

if TYPE_CHECKING:
    from soc2desk.desktop.tokens import Tokens

USUAL_ACCENT = "#1f5fa8"
HIGH_TO_WIDE = 11 / 8.5


@dataclass(frozen=True)
class Cover:
    """What stands on the page. Texts are drawn as they are; `picture` is empty while there is none."""

    company: str
    title: str
    accent: str
    picture: QPixmap


def paper_in(area: QRect) -> QRect:
    """Return the page in the middle of an area."""
    high = area.height()
    wide = round(high / HIGH_TO_WIDE)
    return QRect(area.center().x() - wide // 2, area.top(), wide, high)


def draw_cover(painter: QPainter, page: QRect, cover: Cover, tokens: Tokens) -> None:
    """Draw the page with what stands on it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(QPen(QColor(tokens.line), 1))
    painter.setBrush(QColor(tokens.paper))
    painter.drawRect(page)
    margin = page.width() // 8
    inside = page.adjusted(margin, margin, -margin, -margin)
    if not cover.picture.isNull():
        size = cover.picture.size().scaled(_room(inside), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawPixmap(QRect(inside.topLeft(), size), cover.picture)
    top = page.top() + page.height() * 2 // 5
    painter.fillRect(QRectF(inside.left(), top, inside.width(), 3), QColor(cover.accent))
    small, large = max(page.height() // 22, 7), max(page.height() // 19, 9)
    _line(painter, cover.title, QRect(inside.left(), top + 8, inside.width(), large * 2), large, tokens.ink)
    below = QRect(inside.left(), top + 12 + large * 2, inside.width(), small * 2)
    _line(painter, cover.company, below, small, tokens.ink)
    painter.restore()


def _room(inside: QRect) -> QSize:
    return QSize(inside.width() * 3 // 4, inside.height() // 4)


def _line(painter: QPainter, words: str, room: QRect, pixels: int, colour: str) -> None:
    font = QFont(painter.font())
    font.setPixelSize(pixels)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), shown)
