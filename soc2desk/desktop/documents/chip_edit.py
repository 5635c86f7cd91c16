"""The field in which a section is worded: text, with labels for values and conditions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Signal
from PySide6.QtGui import QColor, QHelpEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit, QToolTip

from soc2desk.app.wording_pieces import LONGEST_TEXT, pieces, whole_piece
from soc2desk.desktop.announce import announce
from soc2desk.desktop.documents.chip_words import Face, face_of
from soc2desk.desktop.documents.chips import CHIP, ChipDrawer, chip_at, insert_pieces, template_text, text_between
from soc2desk.desktop.labels import plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.text_differences import Stretches
    from soc2desk.desktop.shell import Shell

LINE_HEIGHT = 125.0  # per cent
_JUST_CLOSED = re.compile(r"(\{\{[^{}]*\}\}|\{%[^{}]*%\}|\[[^\[\]{}]*\])$")
_CLOSING = frozenset("}]")
_HALF_TYPED = re.compile(r"(\{[{%#]?[^{}]*|\{\{[^{}]*\}|\{%[^{}]*%)$")


class ChipEdit(QTextEdit):
    """Text with labels. `refused` brings how long a text would have been that was too long to paste.

    `met` brings what the label at the cursor stands for, empty where none is.
    """

    refused = Signal(int)
    met = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._faces: dict[str, Face] = {}
        self._met = ""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(8)
        self._drawer = ChipDrawer(self, self.face, lambda: shell.tokens)
        self.document().documentLayout().registerHandler(CHIP, self._drawer)
        self.cursorPositionChanged.connect(self._moved)
        shell.recoloured.connect(self._draw_again)

    # ---- the text --------------------------------------------------------------------------------

    def text(self) -> str:
        """Return the text as a template has it."""
        return template_text(self.document())

    def show_text(self, text: str) -> None:
        """Show another text, as if nothing had been typed yet."""
        with QSignalBlocker(self):
            insert_pieces(self._fresh(), pieces(text, self._shell.engagement), QTextCharFormat())
            self.moveCursor(QTextCursor.MoveOperation.Start)
        self.document().clearUndoRedoStacks()
        self._moved()

    def put_cursor(self, position: int) -> None:
        """Put the cursor at a place of the text, at its end where it is shorter now."""
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def replace_text(self, text: str) -> None:
        """Put another text in place of all of this one; the person can take that back here."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        insert_pieces(cursor, pieces(text, self._shell.engagement), QTextCharFormat())

    def show_stretches(self, stretches: Stretches) -> None:
        """Show a text in which what differs from another is marked, by ground and by a line below."""
        with QSignalBlocker(self):
            cursor = self._fresh()
            for stretch in stretches:
                insert_pieces(cursor, stretch.pieces, self._marked() if stretch.is_changed else QTextCharFormat())

    def _fresh(self) -> QTextCursor:
        """Return a cursor in an empty text, whose lines stand far enough apart for labels."""
        self.clear()
        cursor = self.textCursor()
        lines = QTextBlockFormat()
        lines.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(lines)
        return cursor

    def _marked(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setBackground(QColor(self._shell.tokens.accent_soft))
        made.setFontUnderline(True)
        return made

    def insert_source(self, source: str) -> None:
        """Put a text at the cursor, known names in it as labels."""
        cursor = self.textCursor()
        insert_pieces(cursor, pieces(source, self._shell.engagement), QTextCharFormat())
        self.setTextCursor(cursor)

    @property
    def is_half_typed(self) -> bool:
        """Whether the cursor stands in a value or condition that is still being typed."""
        return bool(_HALF_TYPED.search(self._before_cursor()))

    def _before_cursor(self) -> str:
        cursor = self.textCursor()
        return text_between(self.document(), cursor.block().position(), cursor.position())

    # ---- labels ----------------------------------------------------------------------------------

    def face(self, source: str) -> Face:
        """Return how a label looks now."""
        if source not in self._faces:
            # A clause has its name after its number only.
            around = pieces(f"1. {source} ", self._shell.engagement)
            found = next((one for one in around if one.source == source), None)
            made = face_of(found, self._shell.words, self._shell.engagement.catalogue) if found else None
            self._faces[source] = made or Face(source, "rule", source)
        return self._faces[source]

    def refresh_faces(self) -> None:
        """Show labels as the answers are now."""
        self._faces.clear()
        self._draw_again()

    def _draw_again(self) -> None:
        self.document().markContentsDirty(0, self.document().characterCount())
        self.viewport().update()

    def _moved(self) -> None:
        source = chip_at(self.document(), self.textCursor().position())
        if source == self._met:
            return
        self._met = source
        told = self.face(source).told if source else ""
        self.met.emit(told)
        if told and self.hasFocus():
            # A screen reader would read an object it knows nothing of.
            announce(self, told)

    def mark_line(self, line: int) -> None:
        """Mark a line that a problem was met on; 0 marks none."""
        marks = []
        block = self.document().findBlockByNumber(line - 1) if line > 0 else None
        if block is not None and block.isValid():
            mark = QTextEdit.ExtraSelection()
            mark.format.setBackground(QColor(self._shell.tokens.bad_soft))
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            mark.cursor = QTextCursor(block)
            marks.append(mark)
        self.setExtraSelections(marks)

    # ---- what Qt calls ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make a label of what was just closed by a bracket; all else as everywhere."""
        super().keyPressEvent(event)
        if event.text() in _CLOSING and not self.isReadOnly():
            self._close_label()

    def _close_label(self) -> None:
        closed = _JUST_CLOSED.search(self._before_cursor())
        if closed is None or whole_piece(closed[0], self._shell.engagement) is None:
            return
        cursor = self.textCursor()
        for _ in closed[0]:
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
        insert_pieces(cursor, pieces(closed[0], self._shell.engagement), QTextCharFormat())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Hand labels on as they are written, so that they can be pasted anywhere."""
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(text_between(self.document(), cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, and nothing else."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take pasted or dropped text, known names as labels; more than fits is refused as a whole."""
        text = source.text().replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
        count = self.document().characterCount() + len(text)
        if count > LONGEST_TEXT:
            self.refused.emit(count)
            return
        self.insert_source(text)
        self.ensureCursorVisible()

    def event(self, event: QEvent) -> bool:
        """Tell what a label under the mouse stands for."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.viewport().mapFromGlobal(event.globalPos())
            position = self.cursorForPosition(place).position()
            around: Iterable[int] = (position, position - 1)
            source = next((found for at in around if at >= 0 and (found := chip_at(self.document(), at))), "")
            QToolTip.showText(event.globalPos(), plain_tip(self.face(source).told) if source else "", self)
            return True
        return super().event(event)
