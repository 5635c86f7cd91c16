"""The requests of a case, and what became of the one chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.fields.text import LONGEST
from soc2desk.desktop.flow import FlowLayout
from soc2desk.domain.chair import Outcome

if TYPE_CHECKING:
    from soc2desk.app.chair_case import Case
    from soc2desk.desktop.words import Words
    from soc2desk.domain.chair import ChairBook

HEIGHT = 190  # pixels, before scaling
ID = Qt.ItemDataRole.UserRole


class Requests(QWidget):
    """`said` brings a request, what became of it and why."""

    said = Signal(str, str, str)

    def __init__(self, words: Words, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._case = words, case
        self.list = QListWidget(self)
        self.list.setAccessibleName(words("chair.requests"))
        self.list.setMinimumHeight(HEIGHT)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in case.requests:
            QListWidgetItem(self.list).setData(ID, one.id)
        self.outcome = Combo(self)
        self.outcome.setAccessibleName(words("chair.outcome"))
        for outcome in Outcome:
            self.outcome.addItem(words(f"chair.said.{outcome}"), outcome.value)
        self.why = QLineEdit(self)
        self.why.setMaxLength(LONGEST)
        self.why.setPlaceholderText(words("chair.why"))
        self.why.setAccessibleName(words("chair.why"))
        self.take = QPushButton(words("chair.take"), self)
        row = QWidget(self)
        flow = FlowLayout(row)
        for part in (self.outcome, self.take):
            flow.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (self.list, self.why, row):
            box.addWidget(widget)
        self.take.clicked.connect(self._say)
        self.why.returnPressed.connect(self._say)
        # None is chosen for anybody: what is noted without a choice is about no request.
        self.list.clearSelection()

    @property
    def request(self) -> str:
        """The request chosen; empty for none."""
        chosen = self.list.selectedItems()
        return str(chosen[0].data(ID)) if chosen else ""

    def show_book(self, book: ChairBook) -> None:
        """Show beside each request what became of it."""
        for at, one in enumerate(self._case.requests):
            outcome = book.tested(one.id)
            state = self._words(f"chair.said.{outcome}") if outcome else ""
            count = book.exceptions_of(one.id)
            noted = self._words("chair.counted", count=count) if count else ""
            told = ", ".join(filter(None, (state, noted)))
            self.list.item(at).setText(f"{one.id}  {one.words}" if not told else f"{one.id}  [{told}]  {one.words}")

    def _say(self) -> None:
        self.said.emit(self.request, str(self.outcome.currentData()), self.why.text())
