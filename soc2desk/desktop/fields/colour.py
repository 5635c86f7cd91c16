"""A colour as six digits, with the colour itself beside them and a word when white cannot be read on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from soc2desk.desktop.fields.editor import Editor
from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.fields.text import TextEditor

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from soc2desk.app.session import Plain
    from soc2desk.desktop.shell import Shell

READABLE = 4.5
"""The least contrast of small words (WCAG 2.2, AA)."""
LINE, SWATCH = 150, 30  # pixels, before scaling

_SHAPE = re.compile("#?[0-9a-fA-F]{6}")
_DARK, _BEND, _SLOPE = 0.04045, 2.4, 12.92


class ColourEditor(TextEditor):
    """A line for the digits; a "#" or quotation marks may be left out or typed."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        super().__init__(parent, "#1f5fa8")
        self.line.setFixedWidth(LINE)
        self.swatch = _Swatch(shell, self)
        self.warning = FindingNote(shell, self)
        box = self.layout()
        row = QHBoxLayout()
        row.setSpacing(8)
        if isinstance(box, QVBoxLayout):
            box.removeWidget(self.line)
            box.addLayout(row)
            box.addWidget(self.warning)
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
        contrast = contrast_to_white(colour) if colour else READABLE
        words = self._shell.words
        faint = words("field.colour.faint", contrast=f"{contrast:.1f}", least=READABLE)
        self.warning.say((("medium", faint),) if contrast < READABLE else ())


class _Swatch(QWidget):
    def __init__(self, shell: Shell, parent: Editor) -> None:
        super().__init__(parent)
        self._shell, self._colour = shell, ""
        self.setFixedSize(SWATCH, SWATCH)

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
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 5, 5)


def contrast_to_white(colour: str) -> float:
    """Return the contrast of white words on a colour "#rrggbb", from 1 to 21."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (s / _SLOPE if s <= _DARK else ((s + 0.055) / 1.055) ** _BEND for s in shares)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
