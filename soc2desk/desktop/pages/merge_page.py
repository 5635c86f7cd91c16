"""A colleague's copy beside this project: what differs, a choice for each, and both brought together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QWidget

from soc2desk.app.bringing import get_ready, not_brought
from soc2desk.app.merge_rows import told, told_ids
from soc2desk.app.merging import Side, brings_something, chosen_for, left_open, looking
from soc2desk.app.pages import MERGE
from soc2desk.desktop.announce import announce
from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import MARGIN, Page
from soc2desk.desktop.page_job import PageJob
from soc2desk.desktop.pages.merge_list import MergeList, ShortList
from soc2desk.desktop.pages.merge_sides import MergeSides
from soc2desk.desktop.pages.merge_source import MergeSource
from soc2desk.desktop.shell import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.bringing import Ready
    from soc2desk.app.merge_rows import Told
    from soc2desk.app.merging import Looked
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.steps import Step

LINES, LETTERS = 5, 20
KEYS = {Qt.Key.Key_Left: Side.MINE, Qt.Key.Key_Right: Side.THEIRS}
"""What chooses a side while the keyboard is in the list: the sides stand left and right below it."""
SHOWN = ("all", "open", "theirs", "mine")


class MergePage(Page):
    """Nothing is changed before all that both changed is chosen."""

    def __init__(self, shell: Shell) -> None:
        words = shell.words
        super().__init__(shell, MERGE, words("merge.title"), words("merge.intro"))
        self.looked: Looked | None = None
        self.rows: tuple[Told, ...] = ()
        self.choices: dict[str, Side] = {}
        self.job = PageJob(shell, self)
        self._path: Path | None = None
        self._password = ""
        self.source = MergeSource(words, self)
        self.counts = plain_label(words("merge.nothing_yet"), "question", self)
        self.notes, self.left = plain_label("", "warning", self), plain_label("", "hint", self)
        # Made in the order in which they are read, so that Tab goes that way.
        self.shown, self.model = Combo(self), MergeList(words, self)
        self.all = {side: QPushButton(words(f"merge.all.{side.value}"), self) for side in Side}
        self.list = ShortList(self)
        self.sides = MergeSides(words, self)
        self.apply = QPushButton(words("merge.apply"), self)
        self.apply.setProperty("primary", "true")
        self._lay_out()
        self._connect()
        self._show(None)

    def _lay_out(self) -> None:
        words = self.shell.words
        for key in SHOWN:
            self.shown.addItem(words(f"merge.show.{key}"), key)
        self.shown.setAccessibleName(words("merge.filter"))
        # In one line with the buttons also where the window is small.
        self.shown.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.shown.setMinimumContentsLength(LETTERS)
        self.list.setModel(self.model)
        self.list.setAccessibleName(words("merge.list"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * LINES)
        self.list.installEventFilter(self)
        self.filtering = self._in_row(self.shown, *self.all.values())
        for widget in (self.source, self.counts, self.notes, self.filtering):
            self.body.addWidget(widget)
        self.body.addWidget(self.list, 2)
        self.body.addWidget(self.sides)
        self.body.addStretch(0)
        self._lay_out_foot()

    def _lay_out_foot(self) -> None:
        """Put what is to be done next below the page, where no scrolling takes it away."""
        self.foot = QWidget(self)
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(MARGIN, 6, MARGIN, 6)
        row.addWidget(self.left, 1)
        row.addWidget(self.apply)
        if (outer := self.layout()) is not None:
            outer.addWidget(self.foot)

    def _in_row(self, *widgets: QWidget) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row)
        for widget in widgets:
            flow.addWidget(widget)
        return row

    def _connect(self) -> None:
        self.source.wanted.connect(self.read)
        self.shown.currentIndexChanged.connect(self._filter)
        self.list.selectionModel().currentChanged.connect(lambda index: self._show_row(index.row()))
        self.sides.chosen.connect(self.choose)
        for side, button in self.all.items():
            button.clicked.connect(partial(self.choose_rest, side))
        self.apply.clicked.connect(self.act)
        self.job.busy.connect(self._be_busy)

    # ---- reading the copy ------------------------------------------------------------------------

    def refresh(self) -> None:
        """What was seen holds no longer once something was changed here: the copy is read again."""
        session = self.shell.project.session
        if self.looked is not None and self.looked.copies.mine != session.project:
            self.read(self.looked.path, self._password)

    def read(self, path: Path, password: str = "") -> None:
        """Read a copy and set it beside the project, beside the window."""
        session = self.shell.project.session
        if path != self._path:
            self.choices = {}
        self._path, self._password = path, password
        self.counts.setText(self.shell.words("merge.reading"))
        self.job.look(looking(session, path, password), self._read, self._failed)

    def _read(self, looked: Looked) -> None:
        if looked.copies.mine != self.shell.project.session.project:
            # Something was changed here while it was read: what would be shown holds no longer.
            self.read(looked.path, self._password)
            return
        self._show(looked)
        announce(self, self.counts.text())
        if self.model.rowCount():
            first = self.model.next_open(-1)
            self.list.setCurrentIndex(self.model.index(max(first, 0)))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _be_busy(self, busy: bool) -> None:
        self.source.set_busy(busy=busy)
        self._told_left()

    def _failed(self, fault: Exception) -> None:
        self._show(None)
        self.job.say(fault)

    # ---- what is shown ---------------------------------------------------------------------------

    def _show(self, looked: Looked | None) -> None:
        self.looked, words = looked, self.shell.words
        self.rows = told(self.shell.desk, looked, words) if looked else ()
        paths = {row.difference.path for row in self.rows}
        if looked:
            self.choices = {path: side for path, side in self.choices.items() if path in paths}
        self.counts.setText(self._counted(looked) if looked else words("merge.nothing_yet"))
        notes = [words(f"merge.note.{key}") for key in looked.notes] if looked else []
        if looked and looked.ids:
            ids = told_ids(self.shell.desk, looked, words)
            notes.append(words("merge.note.ids", ids=ids))
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        self.intro.setVisible(not self.rows)
        self._offer_pages()
        for widget in (self.filtering, self.list, self.sides, self.foot):
            widget.setVisible(bool(self.rows))
        self._filter()

    def _counted(self, looked: Looked) -> str:
        words, name = self.shell.words, looked.name
        if not brings_something(looked):
            return words("merge.same", name=name)
        usual = [one.chosen({}) for one in looked.found]
        mine, theirs, choose = (usual.count(side) for side in (Side.MINE, Side.THEIRS, None))
        return words("merge.counts", name=name, mine=mine, theirs=theirs, choose=choose)

    def _offer_pages(self) -> None:
        """Offer the pages on which something differs below the rest, so that one can choose for all of one kind."""
        before, pages = self.shown.currentData(), {row.page: row.page_title for row in self.rows}
        with QSignalBlocker(self.shown):
            while self.shown.count() > len(SHOWN):
                self.shown.removeItem(len(SHOWN))
            for page, title in pages.items():
                self.shown.addItem(self.shell.words("merge.show.page", page=title), page)
            self.shown.setCurrentIndex(max(self.shown.findData(before), 0))

    def _filter(self, _index: int = 0) -> None:
        wanted = self.shown.currentData()
        usual = {"open": None, "theirs": Side.THEIRS, "mine": Side.MINE}
        fits = (
            row
            for row in self.rows
            if wanted in {"all", row.page} or (wanted in usual and row.difference.chosen({}) is usual[wanted])
        )
        self.model.show_rows(tuple(fits))
        self.model.choose(self.choices)
        self._show_row(self.list.currentIndex().row())
        self._told_left()

    def _show_row(self, row: int) -> None:
        shown = self.model.rows[row] if 0 <= row < self.model.rowCount() else None
        self.sides.show_row(shown, shown.difference.chosen(self.choices) if shown else None)

    def _told_left(self) -> None:
        words, looked, busy = self.shell.words, self.looked, self.job.is_running
        waiting = len(left_open(looked, self.choices)) if looked else 0
        key = "none" if not waiting else "one" if waiting == 1 else "many"
        self.left.setText(words(f"merge.left.{key}", count=waiting))
        can_go = not busy and not waiting and not self.shell.project.session.is_read_only
        self.apply.setEnabled(can_go and looked is not None)
        for button in self.all.values():
            button.setEnabled(self.model.next_open(-1) >= 0 and not busy)

    # ---- what is chosen --------------------------------------------------------------------------

    def choose(self, side: Side) -> None:
        """Choose a side for the difference that is shown, and go on to the next that waits."""
        row = self.list.currentIndex().row()
        if not 0 <= row < self.model.rowCount():
            return
        self._choose(self.choices | {self.model.rows[row].difference.path: side})
        following = self.model.next_open(row)
        self.list.setCurrentIndex(self.model.index(following if following >= 0 else row))
        self._show_row(self.list.currentIndex().row())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose by the arrow keys left and right in the list, without leaving it."""
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            side = KEYS.get(Qt.Key(event.key()))
            if side is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.choose(side)
                return True
        return super().eventFilter(watched, event)

    def choose_rest(self, side: Side) -> None:
        """Choose a side for all that still waits among what the list shows."""
        if self.looked is not None:
            shown = {row.difference.path for row in self.model.rows}
            self._choose(chosen_for(self.looked, side, self.choices, shown))
            self._show_row(self.list.currentIndex().row())

    def _choose(self, choices: dict[str, Side]) -> None:
        self.choices = choices
        self.model.choose(choices)
        self._told_left()
        announce(self.left, self.left.text())

    # ---- what is done ----------------------------------------------------------------------------

    def act(self) -> None:
        """Bring both together as chosen: files beside the window, then the project as one change."""
        looked, session, choices = self.looked, self.shell.project.session, dict(self.choices)
        if looked is None or not self.apply.isEnabled():
            return
        taken = sum(one.chosen(choices) is Side.THEIRS for one in looked.found)
        if not taken and not looked.is_own and not brings_something(looked):
            self.shell.say.emit(Notice(self.shell.words("merge.nothing_taken"), "info"))
            return
        password, done = self._password, partial(self._bring, looked.name, taken)
        self.job.start(
            lambda: get_ready(session, looked, choices, password), done, failed=self._failed, stepped=self._stepped
        )

    def _stepped(self, step: Step) -> None:
        self.left.setText(self.shell.words("merge.applying", done=step.done, total=step.total))

    def _bring(self, name: str, taken: int, ready: Ready) -> None:
        words, project = self.shell.words, self.shell.project
        self._show(None)
        problem = project.bring_in(ready, words("merge.label"))
        if problem is not None:
            not_brought(project.session, ready)
            self.shell.say.emit(problem)
            return
        self.choices, self._path, self._password = {}, None, ""
        if not taken:
            self.shell.say.emit(Notice(words("merge.nothing_taken"), "info", words("merge.remembered")))
            self.take_focus()
            return
        missing = words("merge.missing", names=", ".join(ready.missing)) if ready.missing else ""
        more = " ".join(filter(None, (words("merge.done_more"), missing)))
        tone = "warn" if ready.missing else "good"
        self.shell.say.emit(Notice(words("merge.done", count=taken, name=name), tone, more))
        self.take_focus()

    def take_focus(self) -> None:
        """Go to the differences, or to where a copy is chosen."""
        target = self.list if self.list.isVisibleTo(self) else self.source.file
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
