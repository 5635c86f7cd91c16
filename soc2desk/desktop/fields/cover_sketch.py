"""A cover page in small: where the picture, the colours and the name of the company stand, in each of the looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from soc2desk.domain.colours import is_colour, readable
from soc2desk.domain.looks import STYLES

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell
    from soc2desk.desktop.tokens import Tokens

USUAL_ACCENT = "#1f5fa8"
HIGH_TO_WIDE = 11 / 8.5
_PLAIN, _MODERN, _CLASSIC = STYLES
_WHITE = "#ffffff"
_FACTS = 4  # lines that stand for the table of facts
_FONTS = {_MODERN: QFont.StyleHint.SansSerif, _CLASSIC: QFont.StyleHint.Serif}


@dataclass(frozen=True)
class Cover:
    """What stands on the page. Texts are drawn as they are; `picture` is empty while there is none."""

    company: str
    title: str
    accent: str
    picture: QPixmap
    style: str = _PLAIN
    second: str = ""


def cover_for(shell: Shell, picture: QPixmap, style: str = "") -> Cover:
    """Return the cover that the answers of now ask for, in one of the looks; the answered one for none."""
    words, text = shell.words, shell.engagement.answer_text
    return Cover(
        text("company") or words("field.picture.company"),
        words("field.picture.cover"),
        text("accent_color") or USUAL_ACCENT,
        picture,
        style or text("document_look") or _PLAIN,
        text("second_color"),
    )


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
    top = page.top() + page.height() * 2 // 5
    _areas(painter, page, inside, cover, top)
    _picture(painter, inside, cover)
    _words(painter, page, inside, cover, tokens)
    painter.setPen(QPen(QColor(tokens.line), 1))
    for at in range(_FACTS):
        below = page.top() + page.height() * (70 + 6 * at) // 100
        painter.drawLine(inside.left(), below, inside.right(), below)
    painter.restore()


def _areas(painter: QPainter, page: QRect, inside: QRect, cover: Cover, top: int) -> None:
    """Draw the colours of the look: a bar and a rule, a block, or pairs of lines."""
    accent, dark = QColor(cover.accent), QColor(readable(cover.accent))
    second = QColor(cover.second if is_colour(cover.second) else cover.accent)
    high = page.height()
    if cover.style == _MODERN:
        painter.fillRect(QRectF(page.left() + 1, page.top() + 1, page.width() - 1, high * 0.61), dark)
        if is_colour(cover.second):
            painter.fillRect(QRectF(page.left() + 1, page.top() + high * 0.61, page.width() - 1, 3), second)
    elif cover.style == _CLASSIC:
        for at in (0.06, 0.95):
            painter.fillRect(QRectF(inside.left(), page.top() + high * at, inside.width(), 2), dark)
            painter.fillRect(QRectF(inside.left(), page.top() + high * at + 3, inside.width(), 0.7), dark)
        painter.fillRect(QRectF(page.center().x() - 12, page.top() + high * 0.63, 24, 1), second)
    else:
        painter.fillRect(QRectF(page.left() + 1, page.top() + 1, page.width() - 1, max(high / 40, 3)), accent)
        painter.fillRect(QRectF(inside.left(), top, inside.width(), 3), second)


def _picture(painter: QPainter, inside: QRect, cover: Cover) -> None:
    if cover.picture.isNull():
        return
    size = cover.picture.size().scaled(_room(inside), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(inside.topLeft(), size)
    if cover.style == _CLASSIC:
        place.moveLeft(inside.center().x() - size.width() // 2)
    if cover.style == _MODERN:
        painter.fillRect(place.adjusted(-3, -3, 3, 3), QColor(_WHITE))
    painter.drawPixmap(place, cover.picture)


def _words(painter: QPainter, page: QRect, inside: QRect, cover: Cover, tokens: Tokens) -> None:
    small, large = max(page.height() // 22, 7), max(page.height() // 19, 9)
    top = page.top() + page.height() * 2 // 5
    side = Qt.AlignmentFlag.AlignHCenter if cover.style == _CLASSIC else Qt.AlignmentFlag.AlignLeft
    colour = _WHITE if cover.style == _MODERN else tokens.ink
    font = QFont(painter.font())
    if cover.style in _FONTS:
        font.setStyleHint(_FONTS[cover.style])
        font.setFamily({_CLASSIC: "Georgia", _MODERN: "Roboto"}[cover.style])
    painter.setPen(QColor(colour))
    _line(painter, cover.title, QRect(inside.left(), top + 8, inside.width(), large * 2), (font, large), side)
    below = QRect(inside.left(), top + 12 + large * 2, inside.width(), small * 2)
    _line(painter, cover.company, below, (font, small), side)


def _room(inside: QRect) -> QSize:
    return QSize(inside.width() * 3 // 4, inside.height() // 4)


def _line(painter: QPainter, words: str, room: QRect, type_: tuple[QFont, int], side: Qt.AlignmentFlag) -> None:
    font, pixels = type_
    font.setPixelSize(pixels)
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignTop), shown)
