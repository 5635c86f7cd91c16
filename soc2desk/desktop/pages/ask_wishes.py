"""What is asked of a client: which pages, whether what is answered too, and as which kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QVBoxLayout, QWidget

from soc2desk.app.asking import UNASKED, Asking, pages_to_ask
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell

KINDS = ("docx", "xlsx")


class AskWishes(QFrame):
    """The choices, usual ones at first."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        words = shell.words
        self.setProperty("card", "true")
        self.pages: dict[str, QCheckBox] = {}
        listed = QWidget(self)
        row = FlowLayout(listed, gap=4)
        for page in pages_to_ask(shell.catalogue):
            box = QCheckBox(words.of(page.title), listed)
            box.setChecked(page.id not in UNASKED)
            self.pages[page.id] = box
            row.addWidget(box)
        # Made in the order in which they are read: that is the way of the keyboard.
        self.every = QCheckBox(words("ask.every"), self)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(words("ask.kind"))
        for kind in KINDS:
            self.kind.addItem(words(f"ask.kinds.{kind}"), kind)
        box_ = QVBoxLayout(self)
        box_.setContentsMargins(16, 14, 16, 14)
        box_.setSpacing(10)
        for widget in (plain_label(words("ask.pages"), "question", self), listed, self.every):
            box_.addWidget(widget)
        kinds = FlowLayout(gap=8)
        kinds.addWidget(plain_label(words("ask.kind"), "question", self))
        kinds.addWidget(self.kind)
        box_.addLayout(kinds)

    @property
    def asking(self) -> Asking:
        """What was chosen."""
        return Asking(tuple(page for page, box in self.pages.items() if box.isChecked()), self.every.isChecked())

    @property
    def ending(self) -> str:
        """The kind of file that was chosen."""
        return str(self.kind.currentData())
