"""Labels for plain text: what a person typed is never read as markup."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def plain_label(words: str, role: str, parent: QWidget) -> QLabel:
    """Return a label that breaks its lines; `role` is a look of the theme: title, heading, question, hint, finding."""
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    # Selectable by mouse alone: the keyboard goes from field to field.
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label


def link_line(go: Callable[[str], object], parent: QWidget) -> QLabel:
    """Return an empty line for links to places, by mouse and keyboard; `go` is called with the place."""
    line = QLabel("", parent)
    line.setWordWrap(True)
    line.setTextFormat(Qt.TextFormat.RichText)
    line.setProperty("role", "hint")
    flags = Qt.TextInteractionFlag
    line.setTextInteractionFlags(flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard)
    line.linkActivated.connect(go)
    return line


def plain_tip(words: str) -> str:
    """Return words as a tip that shows just these: Qt would guess from a tip's text whether it is markup."""
    return f'<p style="white-space: pre-wrap">{escape(words)}</p>' if words else ""
