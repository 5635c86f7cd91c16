"""What a filled-in workbook holds: shown first, and taken only when a person says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.record_book import about_record
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.app.record_reading import ReadBack
    from soc2desk.desktop.shell import Shell

HEIGHT = 170  # pixels, before scaling


class ReadPanel(QFrame):
    """`taken` and `left` say what a person decides."""

    taken = Signal()
    left = Signal()

    def __init__(self, shell: Shell, found: ReadBack, file: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell, self.found = shell, found
        self.setProperty("card", "true")
        words = shell.words
        count = len(found.to_enter)
        self.summary = plain_label(self._summary(), "body", self)
        self.lines = QPlainTextEdit("\n".join(self._said()), self)
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(HEIGHT)
        self.lines.setAccessibleName(words("records.read.lines"))
        self.lines.setVisible(bool(found.told or count))
        self.take = QPushButton(words("records.read.take"), self)
        self.take.setProperty("primary", "true")
        self.take.setVisible(bool(count))
        self.leave = QPushButton(words("records.read.leave"), self)
        self.take.clicked.connect(self.taken)
        self.leave.clicked.connect(self.left)
        acts = QWidget(self)
        row = FlowLayout(acts)
        row.addWidget(self.take)
        row.addWidget(self.leave)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        for widget in (plain_label(words("records.read.heading", file=file), "heading", self), self.summary):
            box.addWidget(widget)
        box.addWidget(self.lines)
        box.addWidget(acts)

    def _summary(self) -> str:
        words, count = self.shell.words, len(self.found.to_enter)
        same = len(self.found.taken) - count
        said = words(f"records.read.found.{_key(count)}", count=count)
        return f"{said} {words(f'records.read.same.{_key(same)}', count=same)}" if same else said

    def _said(self) -> Iterator[str]:
        words = self.shell.words
        for one in self.found.taken:
            if one.what != "same":
                about = f"{words.of(self.found.layout.title)}: {about_record(one.record, self.shell.engagement)}"
                yield words(f"records.read.{one.what}", about=about)
        for told in self.found.told:
            key = "told" if told.taken else "not_taken"
            yield words(f"records.read.{key}", where=told.where, message=told.message)

    def take_focus(self) -> None:
        """Put the keyboard on what can be done."""
        (self.leave if self.take.isHidden() else self.take).setFocus()


def _key(count: int) -> str:
    return "none" if not count else "one" if count == 1 else "many"
