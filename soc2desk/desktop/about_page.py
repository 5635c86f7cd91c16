"""About the program and its keys: one page, beside home and the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from soc2desk import __version__
from soc2desk.desktop.actions import MENUS, Entry
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.scrolling import fill_scrolling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.desktop.words import Words

MARGIN = 48  # pixels, before scaling
COLUMN = 640


class AboutPage(QWidget):
    """What soc2desk is and is not, and every action that has a key."""

    left = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        inside = QWidget(self)
        inside.setMaximumWidth(COLUMN + 2 * MARGIN)
        box = QVBoxLayout(inside)
        box.setContentsMargins(MARGIN, 32, MARGIN, 32)
        box.setSpacing(12)
        self.back = QPushButton(words("about.back"), inside)
        self.back.setAccessibleName(words("about.back"))
        self.back.clicked.connect(self.left)
        box.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(plain_label(words("about.title", version=__version__), "title", inside))
        for part in ("what", "not", "offline", "licence"):
            box.addWidget(plain_label(words(f"about.{part}"), "body", inside))
        box.addWidget(plain_label(words("about.keys"), "heading", inside))
        box.addLayout(_keys(words, inside))
        box.addStretch(1)
        fill_scrolling(self, inside)


def _keys(words: Words, parent: QWidget) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setColumnStretch(1, 1)
    for row, (keys, told) in enumerate((*_of_menus(words), *_of_pages(words))):
        grid.addWidget(plain_label(keys, "question", parent), row, 0)
        grid.addWidget(plain_label(told, "body", parent), row, 1)
    return grid


def _of_menus(words: Words) -> Iterator[tuple[str, str]]:
    entries: list[Entry] = [entry for menu in MENUS.values() for entry in menu if entry.shortcut]
    for entry in entries:
        keys = QKeySequence(entry.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        yield keys, words(f"menu.{entry.method}").replace("&", "")


def _of_pages(words: Words) -> Iterator[tuple[str, str]]:
    for key in ("ctrl_digit", "tab", "digit", "delete", "escape"):
        yield words(f"about.key.{key}.keys"), words(f"about.key.{key}.told")
