"""The auditor's chair on the screen, for practice: requests, evidence, samples and exceptions of one case."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.chair_desk import Wanted, book_of, draw, hand_in, known_names, note, remove, take_up, undo
from soc2desk.desktop.chair.evidence import Evidence
from soc2desk.desktop.chair.forms import ExceptionForm, SampleForm
from soc2desk.desktop.chair.requests import Requests
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.pages.tabletop_lines import LineList
from soc2desk.desktop.scrolling import fill_scrolling
from soc2desk.desktop.shell import Notice
from soc2desk.domain.chair import Outcome
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.app.chair_case import Case
    from soc2desk.app.desk import Desk
    from soc2desk.desktop.words import Words
    from soc2desk.domain.chair import ChairBook, Deviation

MARGIN, WIDEST = 28, 980  # pixels, before scaling
HEIGHT = 130


class ChairView(QWidget):
    """`left` asks to go back where one was; `said` brings a Notice or a Problem. Each step is kept at once."""

    left = Signal()
    said = Signal(object)

    def __init__(self, desk: Desk, words: Words, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._words, self._case = desk, words, case
        self._told_of_typed = False
        inside = QWidget(self)
        inside.setMaximumWidth(WIDEST)
        self.back = QPushButton(words("chair.back"), inside)
        self.undo = QPushButton(words("chair.undo"), inside)
        self.hand = QPushButton(words("chair.hand_in"), inside)
        known = known_names(desk)
        self.requests = Requests(words, case, {**known["control"], **known["criterion"]}, inside)
        self.evidence = Evidence(words, case, inside)
        self.sample = SampleForm(words, inside)
        self.form = ExceptionForm(words, known, inside)
        self.done = LineList(inside)
        self.done.setAccessibleName(words("chair.done"))
        self.done.setWordWrap(True)
        self.done.setMinimumHeight(HEIGHT)
        self._lay_out(inside)
        self._connect()
        self.show_book()

    def _lay_out(self, inside: QWidget) -> None:
        words, row = self._words, QWidget(inside)
        flow = FlowLayout(row)
        for part in (self.back, self.undo, self.hand):
            flow.addWidget(part)
        box = QVBoxLayout(inside)
        box.setContentsMargins(MARGIN, 20, MARGIN, 20)
        box.setSpacing(10)
        box.addWidget(plain_label(words("chair.title", name=self._case.title), "title", inside))
        box.addWidget(plain_label(words("chair.practice"), "hint", inside))
        box.addWidget(row)
        parts = (
            ("requests", self.requests), ("evidence", self.evidence), ("sample.title", self.sample),
            ("note.title", self.form), ("done", self.done),
        )  # fmt: skip
        for key, widget in parts:
            box.addWidget(plain_label(words(f"chair.{key}"), "heading", inside))
            box.addWidget(plain_label(words(f"chair.hint.{key.partition('.')[0]}"), "hint", inside))
            box.addWidget(widget)
        box.addStretch(1)
        fill_scrolling(self, inside)

    def _connect(self) -> None:
        self.back.clicked.connect(self._leave)
        self.undo.clicked.connect(lambda: self._do(lambda: undo(self._case)))
        self.hand.clicked.connect(self._hand_in)
        self.requests.said.connect(self._take)
        self.requests.list.itemSelectionChanged.connect(self._say_where)
        self.evidence.files.currentIndexChanged.connect(lambda _: self._say_where())
        self.evidence.table.itemSelectionChanged.connect(self._say_where)
        self.sample.drawn.connect(lambda count, seed, why: self._draw(Wanted("", "", why, count, seed)))
        self.sample.picked.connect(lambda why: self._draw(Wanted("", "", why, items=self.evidence.items)))
        self.form.noted.connect(self._note)
        self.done.removed.connect(lambda id_: self._do(lambda: remove(self._case, id_)))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._leave)

    # ---- what is done ----------------------------------------------------------------------------

    def _do(self, act: Callable[[], object]) -> bool:
        """Do something and show the book anew; what is refused is said, and what was typed stays."""
        try:
            act()
        except Problem as problem:
            self.said.emit(problem)
            return False
        self.show_book()
        return True

    def _leave(self) -> None:
        """Go back; what was typed and not noted is told first, once."""
        if self.form.is_begun and not self._told_of_typed:
            self._told_of_typed = True
            self.said.emit(Notice(self._words("chair.typed"), "warn"))
            self.form.button.setFocus()
            return
        self.left.emit()

    def _take(self, request: str, outcome: str, why: str) -> None:
        if not self._lacks(request=request):
            self._do(lambda: take_up(self._case, request, Outcome(outcome), why))

    def _lacks(self, **chosen: str) -> bool:
        """Say what was not chosen; return whether something was not."""
        missing = next((name for name, value in chosen.items() if not value), "")
        if missing:
            self.said.emit(Notice(self._words(f"chair.choose_{missing}"), "warn"))
        return bool(missing)

    def _draw(self, wanted: Wanted) -> None:
        made = Wanted(
            self.requests.request, self.evidence.file, wanted.why, wanted.count, wanted.seed, wanted.items
        )  # fmt: skip
        if not self._lacks(request=made.request, file=made.file):
            self._do(lambda: draw(self._desk, self._case, made))

    def _note(self, typed: Deviation) -> None:
        row = replace(typed, place=self.evidence.place, request=self.requests.request)
        if self._do(lambda: note(self._desk, self._case, row)):
            self.form.clear()

    def _hand_in(self) -> None:
        kinds = self._words("chair.notebooks")
        chosen, _ = QFileDialog.getSaveFileName(self, self._words("chair.hand_in"), "", kinds)
        if chosen:
            file = Path(chosen if chosen.endswith(".json") else f"{chosen}.json")
            if self._do(lambda: hand_in(self._case, file)):
                self.said.emit(Notice(self._words("chair.handed_in", file=file), "good"))

    # ---- what is shown ---------------------------------------------------------------------------

    def show_book(self) -> None:
        """Show what was done so far."""
        try:
            book = book_of(self._case)
        except Problem as problem:
            self.said.emit(problem)
            return
        self.requests.show_book(book)
        self._show_done(book)
        self._say_where()

    def _show_done(self, book: ChairBook) -> None:
        from PySide6.QtWidgets import QListWidgetItem

        words = self._words
        self.done.clear()
        for drawn in book.samples:
            how = words("chair.by_seed", seed=drawn.seed) if drawn.seed else words("chair.by_hand")
            items = ", ".join(map(str, drawn.items))
            said = words("chair.drawn", items=items, total=drawn.total, file=drawn.file, how=how)
            QListWidgetItem(said, self.done).setData(Qt.ItemDataRole.UserRole, drawn.id)
        for one in book.deviations:
            line = words("chair.line", line=one.place.line) if one.place.line else ""
            where = " ".join(filter(None, (one.request, one.control, one.place.file, line, one.place.item)))
            said = words("chair.noted", where=where, said=" ".join(one.said.split()))
            QListWidgetItem(said, self.done).setData(Qt.ItemDataRole.UserRole, one.id)

    def _say_where(self) -> None:
        place = self.evidence.place
        line = self._words("chair.line", line=place.line) if place.line else ""
        where = ", ".join(filter(None, (self.requests.request, place.file, line, place.item)))
        words = self._words
        self.form.where.setText(words("chair.note.where", where=where) if where else words("chair.note.nowhere"))
