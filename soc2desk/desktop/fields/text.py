"""Fields for text: one line, several lines, and a list with one entry a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from soc2desk.desktop.fields.editor import Editor

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from soc2desk.app.session import Plain

LONGEST = 2_000_000
"""What a line takes before the project says how much fits: Qt's own limit would cut a paste without a word."""
FEWEST_LINES, MOST_LINES = 3, 12
LONGEST_WORD = 2_000
"""Letters without a space that are still broken at their end: looking for it takes Qt half a minute in a megabyte."""


class TextEditor(Editor):
    """One line of text."""

    def __init__(self, parent: QWidget, placeholder: str = "") -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setMaxLength(LONGEST)
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(self.typed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        self.setFocusProxy(self.line)

    def show_value(self, value: Plain) -> None:
        """Show text."""
        if self.value() == value:
            # A blank at the end stays while the next word is still to come.
            return
        words = value if isinstance(value, str) else ""
        behind = len(self.line.text()) - self.line.cursorPosition()
        self.line.setText(words)
        self.line.setCursorPosition(max(len(words) - behind, 0) if self.line.hasFocus() else 0)

    def value(self) -> Plain:
        """Return the text."""
        return self.line.text().strip() or None

    def focus_targets(self) -> tuple[QWidget, ...]:
        """Return the line."""
        return (self.line,)

    def set_read_only(self, read_only: bool) -> None:
        """Keep the text readable and copyable."""
        self.line.setReadOnly(read_only)


class _Lines(QPlainTextEdit):
    """Text of several lines that is as high as what stands in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.document().contentsChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        lines = min(max(self._broken_lines() + 1, FEWEST_LINES), MOST_LINES)
        frame = 2 * (self.frameWidth() + int(self.document().documentMargin())) + 6
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + frame)

    def _broken_lines(self) -> int:
        """Count lines as they are broken, no more than can be shown: a long paragraph is several."""
        count, block = 0, self.document().begin()
        while block.isValid() and count < MOST_LINES:
            # Asked for its place, a paragraph is laid out in the room there is now.
            self.blockBoundingRect(block)
            count += max(block.layout().lineCount(), 1)
            block = block.next()
        return count

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew, and be as high as they ask for."""
        super().resizeEvent(event)
        self._fit()

    def setPlainText(self, text: str) -> None:
        """Show a text, whatever its length."""
        is_endless = self._break_anywhere(text)
        super().setPlainText(text)
        if not is_endless:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped, whatever its length."""
        self._break_anywhere(source.text())
        super().insertFromMimeData(source)

    def _break_anywhere(self, text: str) -> bool:
        """Break lines within words, before it is laid out, where a text needs it; return whether it does."""
        is_endless = any(len(word) > LONGEST_WORD for word in text.split())
        if is_endless:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        return is_endless

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Measure again: the font may have changed since."""
        self._fit()
        super().focusInEvent(event)


class LongTextEditor(Editor):
    """Several lines of text."""

    def __init__(self, parent: QWidget, placeholder: str = "") -> None:
        super().__init__(parent)
        self.lines = _Lines(self)
        self.lines.setPlaceholderText(placeholder)
        self.lines.textChanged.connect(self.typed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.lines)
        self.setFocusProxy(self.lines)

    def show_value(self, value: Plain) -> None:
        """Show text."""
        if self.value() != value:
            self._write(value if isinstance(value, str) else "")

    def _write(self, words: str) -> None:
        """Show other words; what stands behind the cursor stays behind it."""
        cursor = self.lines.textCursor()
        behind = self.lines.document().characterCount() - 1 - cursor.position()
        with QSignalBlocker(self.lines):
            self.lines.setPlainText(words)
        if self.lines.hasFocus():
            cursor.setPosition(max(self.lines.document().characterCount() - 1 - behind, 0))
            self.lines.setTextCursor(cursor)

    def value(self) -> Plain:
        """Return the text."""
        return self.lines.toPlainText().strip() or None

    def focus_targets(self) -> tuple[QWidget, ...]:
        """Return the text field."""
        return (self.lines,)

    def set_read_only(self, read_only: bool) -> None:
        """Keep the text readable and copyable."""
        self.lines.setReadOnly(read_only)


class ListEditor(LongTextEditor):
    """A list, one entry a line."""

    def show_value(self, value: Plain) -> None:
        """Show the entries."""
        entries = [str(entry) for entry in value] if isinstance(value, list) else []
        if (self.value() or []) != entries:
            self._write("\n".join(entries))

    def value(self) -> Plain:
        """Return the entries that hold something."""
        lines = (line.strip() for line in self.lines.toPlainText().splitlines())
        return [line for line in lines if line] or None
