"""A colour as six digits, with the colour itself beside them and the tone in which words are set where it is pale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from soc2desk.desktop.fields.editor import Editor
from soc2desk.desktop.fields.text import TextEditor
from soc2desk.domain.colours import readable, reads

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from soc2desk.app.session import Plain
    from soc2desk.desktop.shell import Shell

LINE, SWATCH = 150, 30  # pixels, before scaling

_SHAPE = re.compile("#?[0-9a-fA-F]{6}")


class ColourEditor(TextEditor):
    """A line for the digits; a "#" or quotation marks may be left out or typed."""

    def __init__(self, shell: Shell, parent: QWidget, *, bears_words: bool = True) -> None:
        self._shell, self._bears_words = shell, bears_words
        super().__init__(parent, "#1f5fa8")
        self.line.setFixedWidth(LINE)
        self.swatch = _Swatch(shell, self)
        box = self.layout()
        row = QHBoxLayout()
        row.setSpacing(8)
        if isinstance(box, QVBoxLayout):
            box.removeWidget(self.line)
            box.addLayout(row)
        row.addWidget(self.line)
        row.addWidget(self.swatch)
        row.addStretch(1)
        self.line.textChanged.connect(self._show_colour)
        self._show_colour()

    def value(self) -> Plain:
        """Return the colour as it is written in a file, or what was typed where it is none."""
        typed = self.line.text().strip().strip("\"'")
        return f"#{typed.removeprefix('#').lower()}" if _SHAPE.fullmatch(typed) else typed or None

    def _show_colour(self) -> None:
        value = self.value()
        colour = value if isinstance(value, str) and _SHAPE.fullmatch(value) else ""
        self.swatch.show_colour(colour)
        is_pale = bool(colour) and self._bears_words and not reads(colour)
        self.swatch.show_tone(readable(colour) if is_pale else "")


class _Swatch(QWidget):
    def __init__(self, shell: Shell, parent: Editor) -> None:
        super().__init__(parent)
        self._shell, self._colour, self.tone = shell, "", ""
        self.setFixedSize(SWATCH, SWATCH)

    def show_tone(self, tone: str) -> None:
        """Show the tone in which words are set beside the colour; none where they are the same."""
        self.tone = tone
        self.setFixedWidth(2 * SWATCH if tone else SWATCH)
        self.update()

    def show_colour(self, colour: str) -> None:
        self._colour = colour
        words = self._shell.words("field.colour.swatch" if colour else "field.colour.no_colour")
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._shell.tokens.edge), 1))
        if self._colour:
            painter.setBrush(QColor(self._colour))
        whole = self.rect().adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(whole, 5, 5)
        if self.tone:
            painter.setBrush(QColor(self.tone))
            painter.drawRoundedRect(whole.adjusted(SWATCH, 0, 0, 0), 5, 5)
