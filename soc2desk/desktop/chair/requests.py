"""The requests of a case, and what became of the one chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.fields.text import LONGEST
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.domain.chair import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.app.chair_case import Case
    from soc2desk.desktop.words import Words
    from soc2desk.domain.chair import ChairBook

HEIGHT = 190  # pixels, before scaling
ID = Qt.ItemDataRole.UserRole


class Requests(QWidget):
    """`said` brings a request, what became of it and why. `titles` are those of controls and criteria by id."""

    said = Signal(str, str, str)

    def __init__(self, words: Words, case: Case, titles: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._case, self._titles = words, case, titles
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
        self.about = plain_label("", "hint", self)
        row = QWidget(self)
        flow = FlowLayout(row)
        for part in (self.outcome, self.take):
            flow.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (self.list, self.about, self.why, row):
            box.addWidget(widget)
        self.list.itemSelectionChanged.connect(self._tell)
        self.take.clicked.connect(self._say)
        self.why.returnPressed.connect(self._say)
        # None is chosen for anybody: what is noted without a choice is about no request.
        self.list.clearSelection()
        self._tell()

    @property
    def request(self) -> str:
        """The request chosen; empty for none."""
        chosen = self.list.selectedItems()
        return str(chosen[0].data(ID)) if chosen else ""

    def _tell(self) -> None:
        """Say which controls and criteria the chosen request is about: nobody knows them by heart."""
        asked = self._case.request.get(self.request)
        if asked is None:
            self.about.setText(self._words("chair.choose_one"))
            return
        named = [f"{id_} {self._titles.get(id_, '')}".strip() for id_ in (*asked.controls, *asked.criteria)]
        said = ", ".join(named) or self._words("chair.about_none")
        self.about.setText(self._words("chair.about", listed=said))

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
