"""Labels inside a text: one letter for the cursor, drawn as what they stand for, written back exactly as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QTextBlock, QTextDocument

    from soc2desk.app.wording_pieces import Piece
    from soc2desk.desktop.documents.chip_words import Face
    from soc2desk.desktop.tokens import Tokens

CHIP = QTextFormat.ObjectTypes.UserObject.value + 1
SOURCE = QTextFormat.Property.UserProperty.value + 1
SIGN = "\ufffc"
"""What Qt keeps in a text in the place of an object."""
PAD, ROUND, GAP = 5.0, 5.0, 1.0
_SMALLER = 0.9
_GROUNDS = {
    "value": "accent_soft", "open": "bad_soft", "suggested": "warn_soft", "planned": "accent_soft",
    "rule": "side", "quiet": "window",
}  # fmt: skip
_EDGES = {"value": "accent", "open": "bad", "suggested": "warn", "planned": "accent", "rule": "edge", "quiet": "line"}
_DASHED = frozenset({"open", "suggested", "planned"})


class ChipDrawer(QPyTextObject):
    """Draws the labels of one document. `face` tells what a source looks like, `tokens` the colours in force."""

    def __init__(self, parent: QObject, face: Callable[[str], Face], tokens: Callable[[], Tokens]) -> None:
        super().__init__(parent)
        self._face, self._tokens = face, tokens

    def intrinsicSize(self, doc: QTextDocument, _position: int, format: QTextFormat) -> QSizeF:  # noqa: A002
        """Return the size of a label."""
        font = _font(doc)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(self._face(str(format.property(SOURCE))).short) + 2 * (PAD + GAP)
        room = doc.textWidth() - 2 * doc.documentMargin() - 2 * GAP
        return QSizeF(min(width, room) if room > 0 else width, QFontMetricsF(doc.defaultFont()).height())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        _position: int,
        format: QTextFormat,  # noqa: A002
    ) -> None:
        """Draw a label: what is open, suggested or planned has a broken edge as well as a colour."""
        face, tokens = self._face(str(format.property(SOURCE))), self._tokens()
        box = QRectF(rect).adjusted(GAP, 0.5, -GAP, -0.5)
        pen = QPen(QColor(getattr(tokens, _EDGES[face.tone])), 1)
        pen.setStyle(Qt.PenStyle.DashLine if face.tone in _DASHED else Qt.PenStyle.SolidLine)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(QColor(getattr(tokens, _GROUNDS[face.tone])))
        painter.drawRoundedRect(box, ROUND, ROUND)
        painter.setFont(_font(doc))
        painter.setPen(QColor(tokens.muted if face.tone == "quiet" else tokens.text))
        shown = QFontMetricsF(_font(doc)).elidedText(face.short, Qt.TextElideMode.ElideRight, box.width() - 2 * PAD + 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
        if format.toCharFormat().fontUnderline():
            painter.fillRect(QRectF(box.left() + ROUND, box.bottom() - 1, box.width() - 2 * ROUND, 2), tokens.text)
        painter.restore()


def _font(doc: QTextDocument) -> QFont:
    font = QFont(doc.defaultFont())
    font.setPointSizeF(font.pointSizeF() * _SMALLER)
    return font


def insert_pieces(cursor: QTextCursor, found: Iterable[Piece], plain: QTextCharFormat) -> None:
    """Put pieces at a cursor, in place of what is selected, as one change."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for piece in found:
        if piece.kind == "text":
            cursor.insertText(piece.source, plain)
        else:
            cursor.insertText(SIGN, _chip_format(piece.source, plain))
    cursor.endEditBlock()


def _chip_format(source: str, plain: QTextCharFormat) -> QTextCharFormat:
    made = QTextCharFormat(plain)
    made.setObjectType(CHIP)
    made.setProperty(SOURCE, source)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    return made


def template_text(document: QTextDocument) -> str:
    """Return a whole document as the text of a template."""
    return text_between(document, 0, document.characterCount() - 1)


def text_between(document: QTextDocument, start: int, end: int) -> str:
    """Return a part of a document as the text of a template, labels as they are written."""
    lines = []
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        lines.append("".join(_of_block(block, start, end)))
        block = block.next()
    return "\n".join(lines)


def _of_block(block: QTextBlock, start: int, end: int) -> Iterator[str]:
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        first, last = max(start, fragment.position()), min(end, fragment.position() + fragment.length())
        if last > first:
            # Qt counts in 16-bit units, and a rare letter is two of them.
            units = fragment.text().encode("utf-16-le", "surrogatepass")
            base = fragment.position()
            part = units[2 * (first - base) : 2 * (last - base)].decode("utf-16-le", "surrogatepass")
            yield part.replace(SIGN, str(fragment.charFormat().property(SOURCE) or ""))
        at += 1


def chip_at(document: QTextDocument, position: int) -> str:
    """Return the source of the label at a position, empty where none is."""
    if document.characterAt(position) != SIGN:
        return ""
    cursor = QTextCursor(document)
    cursor.setPosition(position + 1)
    return str(cursor.charFormat().property(SOURCE) or "")
