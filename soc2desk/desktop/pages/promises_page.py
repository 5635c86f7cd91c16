"""What the documents promise: narrowed by person, document and state, and kept back where it is not kept yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from soc2desk.app.pages import PROMISES
from soc2desk.app.promise_rows import (
    PromiseRow,
    WantedPromises,
    as_planned,
    matching_promises,
    planned_day,
    promise_rows,
)
from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import COLUMN, MARGIN, Page
from soc2desk.desktop.pages.promises_detail import PromisesDetail
from soc2desk.desktop.pages.promises_list import LOOKS, PromisesList
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.desktop.shell import Shell

WIDEST = 960 + 2 * MARGIN  # pixels, before scaling
FILTERS = ("owner", "state", "document")


class PromisesPage(Page):
    """One line for each promise; what is chosen stands below with its words and what can be done."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, PROMISES, shell.words("promises.title"), shell.words("promises.intro"))
        self.column.setMaximumWidth(WIDEST)
        self.intro.setMaximumWidth(COLUMN)
        self.rows: tuple[PromiseRow, ...] = ()
        self.filters: dict[str, QComboBox] = {}
        self.text = QLineEdit(self.column)
        narrowing = self._filter_row()
        self.list = PromisesList(shell, self.column)
        self.detail = PromisesDetail(shell, self.column)
        self.counted = plain_label("", "hint", self.column)
        for widget in (narrowing, self.counted, self.list, self.detail):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.list.chosen.connect(self._choose)
        self.list.entered_line.connect(self.detail.go_on)
        self.detail.planned.connect(self._plan)

    def _filter_row(self) -> QWidget:
        words, box = self.shell.words, QWidget(self.column)
        flow = FlowLayout(box)
        self.text.setPlaceholderText(words("promises.find"))
        self.text.setAccessibleName(words("promises.find"))
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(self._narrow)
        flow.addWidget(self.text)
        for name in FILTERS:
            combo = QComboBox(box)
            combo.setAccessibleName(words(f"promises.filter.{name}"))
            combo.addItem(words(f"promises.any.{name}"), "")
            combo.currentIndexChanged.connect(self._narrow)
            self.filters[name] = combo
            flow.addWidget(combo)
        return box

    # ---- in step with the project ----------------------------------------------------------------

    def settle(self) -> None:
        """Show the promises of the documents as they stand composed."""
        self.rows = promise_rows(self.shell.project.session.composition)
        words = self.shell.words
        people = {row.owner: words.of(row.owner_name) for row in self.rows if row.owner}
        self._offer("owner", sorted(people.items(), key=lambda one: one[1].casefold()))
        there = {row.state.value for row in self.rows}
        self._offer("state", [(state, words(f"promises.state.{state}")) for state in LOOKS if state in there])
        documents = sorted({document for row in self.rows for document in row.documents})
        self._offer("document", [(document, document) for document in documents])
        self._narrow()

    def _offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        combo = self.filters[name]
        with QSignalBlocker(combo):
            asked = combo.currentData()
            while combo.count() > 1:
                combo.removeItem(combo.count() - 1)
            for id_, said in choices:
                combo.addItem(said, id_)
            combo.setCurrentIndex(max(combo.findData(asked), 0))

    def _narrow(self) -> None:
        asked = {name: str(combo.currentData() or "") for name, combo in self.filters.items()}
        found = matching_promises(self.rows, WantedPromises(self.text.text(), **asked))
        self.list.show_rows(found)
        self._choose(self.list.current)
        key = "promises.counted.all" if len(found) == len(self.rows) else "promises.counted.some"
        self.counted.setText(self.shell.words(key, count=len(found), all=len(self.rows)))

    def _choose(self, promise: str) -> None:
        row = next((row for row in self.rows if row.id == promise), None)
        self.detail.show_row(row)
        if row is not None and self.isVisible():
            # The description says it first; the policy behind it is what people follow.
            self.shell.look_at.emit(f"documents.{row.sayings[1 if len(row.sayings) > 1 else 0].clause}")

    # ---- what is done ----------------------------------------------------------------------------

    def _plan(self, typed: str) -> None:
        row, project = self.detail.row, self.shell.project
        if row is None:
            return
        try:
            values = as_planned(project.session.composition, row.id, planned_day(typed), self.shell.desk.today)
        except Problem as problem:
            self.shell.say.emit(problem)
            self.detail.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        failed = project.put(values, self.shell.words("promises.undo", title=row.title))
        if failed is not None:
            self.shell.say.emit(failed)
            return
        project.settle()
        announce(self.list, self.shell.words("promises.done", title=row.title))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- places ----------------------------------------------------------------------------------

    def show_place(self, place: str) -> bool:
        """Go to a promise, or to the first of a control."""
        kind, _, name = place.partition(".")
        if kind != "promises":
            return super().show_place(place)
        self.text.clear()
        for combo in self.filters.values():
            combo.setCurrentIndex(0)
        if not self.list.choose(name):
            return False
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def take_focus(self) -> None:
        """Go to the promise that was chosen, or to the first."""
        self.list.choose_first()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
