"""Lists that other programs write: chosen, looked through, corrected, and only then taken."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.lists_page import OWN_LIST, USERS, Looked, decided_in, look_through, puts_of, save_worksheet
from soc2desk.app.pages import LISTS
from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import Page
from soc2desk.desktop.page_job import PageJob
from soc2desk.desktop.pages.lists_columns import ListsColumns
from soc2desk.desktop.pages.lists_question import ListsQuestion
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell


class ListsPage(Page):
    """One list at a time: what it is, which column holds what, what was found, and Take."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, LISTS, shell.words("lists.title"), shell.words("lists.intro"))
        self.path: Path | None = None
        self.looked: Looked | None = None
        self.job = PageJob(shell, self)
        self._columns_chosen: dict[str, list[str]] = {}
        self.question = ListsQuestion(shell, self.column)
        self.choose, self.decide = self._button("choose", primary=True), self._button("decide")
        self.reading = plain_label("", "hint", self.column)
        self.result = QWidget(self.column)
        self.body.addWidget(self.question)
        self.body.addLayout(_side_by_side(self.choose, self.decide))
        self.body.addWidget(self.reading)
        self.body.addWidget(self.result)
        self.body.addStretch(1)
        self._lay_out_result()
        self.choose.clicked.connect(self._choose_file)
        self.decide.clicked.connect(self._choose_worksheet)
        self.question.changed.connect(self._again)

    def _button(self, name: str, *, primary: bool = False) -> QPushButton:
        button = QPushButton(self.shell.words(f"lists.{name}"), self.column)
        if primary:
            button.setProperty("primary", "true")
        return button

    def _lay_out_result(self) -> None:
        words = self.shell.words
        box = QVBoxLayout(self.result)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(10)
        self.found = plain_label("", "body", self.result)
        self.columns_hint = plain_label("", "hint", self.result)
        self.columns = ListsColumns(self.shell, self.result)
        self.take, self.worksheet = self._button("take", primary=True), self._button("worksheet")
        self.cancel = self._button("cancel")
        box.addWidget(plain_label(words("lists.columns"), "heading", self.result))
        box.addWidget(self.columns_hint)
        box.addWidget(self.columns)
        box.addWidget(plain_label(words("lists.found"), "heading", self.result))
        box.addWidget(self.found)
        box.addLayout(_side_by_side(self.take, self.worksheet, self.cancel))
        self.result.hide()
        self.columns.changed.connect(self._choose_columns)
        self.take.clicked.connect(self._take)
        self.worksheet.clicked.connect(self._save_worksheet)
        self.cancel.clicked.connect(self._end)

    # ---- in step with the project ----------------------------------------------------------------

    def refresh(self) -> None:
        """Offer the people and systems as they are, and nothing to press where nothing can be changed."""
        self.question.refresh()
        may_change = not self.shell.project.session.is_read_only
        for button in (self.choose, self.decide, self.take):
            button.setEnabled(may_change)

    def take_focus(self) -> None:
        """Go to what the list shows."""
        self.question.kind.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_place(self, place: str) -> bool:
        """Be there for lists that were taken, and for a list of controls that is to be."""
        if place.startswith("listed_controls_file."):
            self.question.kind.setCurrentIndex(self.question.kind.findData(OWN_LIST))
            self.choose.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return place.partition(".")[0] in {"user_exports", "seen_in_lists", "auditor_requests"} or super().show_place(
            place
        )

    # ---- reading ---------------------------------------------------------------------------------

    def _choose_file(self) -> None:
        words = self.shell.words
        chosen, _ = QFileDialog.getOpenFileName(
            self, words("lists.file_title"), str(Path.home()), words("lists.file_kinds")
        )
        if chosen:
            self.read_file(Path(chosen))

    def read_file(self, path: Path) -> None:
        """Look through a file and show what was found; nothing is written."""
        self.path, self._columns_chosen = path, {}
        self._read()

    def _choose_columns(self, chosen: dict[str, list[str]]) -> None:
        self._columns_chosen = chosen
        self._read()

    def _again(self) -> None:
        """Look through the file anew, with what was said of it now; another sort of list has other columns."""
        if self.path is None:
            return
        if self.looked is not None and self.looked.asked.kind != self.question.kind.currentData():
            self._columns_chosen = {}
        self._read()

    def _read(self) -> None:
        if self.path is None:
            return
        asked = self.question.asked(self._columns_chosen)
        self.reading.setText(self.shell.words("lists.reading", file=self.path.name))
        act = partial(look_through, self.shell.project.session, self.path, asked)
        self.job.look(act, self._show, self._fail)

    def _show(self, looked: Looked) -> None:
        self.reading.setText("")
        self.looked = looked
        name = self.path.name if self.path else ""
        self.columns_hint.setText(self.shell.words("lists.columns_hint", file=name))
        self.columns.show_list(looked)
        self.found.setText("\n".join(looked.told))
        self.worksheet.setVisible(looked.asked.kind == USERS)
        self.result.show()
        announce(self, looked.told[0] if looked.told else "")

    def _fail(self, fault: Exception) -> None:
        self.reading.setText("")
        self.looked = None
        self.result.hide()
        self.job.say(fault)

    # ---- taking ----------------------------------------------------------------------------------

    def _take(self) -> None:
        looked, words = self.looked, self.shell.words
        if looked is None or self.path is None:
            return
        kind = words(f"lists.kinds.{looked.asked.kind}")
        puts = puts_of(self.shell.project.session, looked)
        problem = self.shell.project.put(puts, words("lists.undo", kind=kind))
        said = words("lists.taken", file=self.path.name)
        if problem is None:
            self._end()
        self.shell.say.emit(problem or Notice(said, "good"))

    def _save_worksheet(self) -> None:
        words = self.shell.words
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            words("lists.worksheet_title"),
            str(Path.home() / "access-review.xlsx"),
            words("lists.worksheet_kinds"),
        )
        if chosen:
            self.save_worksheet(Path(chosen))

    def save_worksheet(self, path: Path) -> None:
        """Write the worksheet of the access review that is shown."""
        if self.looked is None:
            return
        try:
            save_worksheet(self.looked, self.shell.engagement, path)
        except Problem as problem:
            self.shell.say.emit(problem)
            return
        self.shell.say.emit(Notice(self.shell.words("lists.worksheet_saved", file=str(path)), "good"))

    def _choose_worksheet(self) -> None:
        words = self.shell.words
        chosen, _ = QFileDialog.getOpenFileName(
            self, words("lists.decide"), str(Path.home()), words("lists.worksheet_kinds")
        )
        if chosen:
            self.read_worksheet(Path(chosen))

    def read_worksheet(self, path: Path) -> None:
        """Read a filled worksheet back into its review, as one change."""
        words = self.shell.words
        try:
            decided, puts = decided_in(self.shell.project.session, path)
        except Problem as problem:
            self.shell.say.emit(problem)
            return
        failed = self.shell.project.put(puts, words("lists.undo_decisions"))
        self.shell.say.emit(failed or Notice(words("lists.decided", told=" ".join(decided.told)), "good"))

    def _end(self) -> None:
        self.path = self.looked = None
        self._columns_chosen = {}
        self.result.hide()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)


def _side_by_side(*buttons: QPushButton) -> FlowLayout:
    row = FlowLayout(gap=10)
    for button in buttons:
        row.addWidget(button)
    return row
