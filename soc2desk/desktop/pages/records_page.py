"""Records: at the left what is owed and kept, at the right the form of one; or what a workbook brings back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QSplitter, QVBoxLayout, QWidget

from soc2desk.app.pages import RECORDS
from soc2desk.app.record_book import RecordBook, about_record
from soc2desk.app.record_entering import Entering, put_of
from soc2desk.app.record_form import begun
from soc2desk.app.record_reading import read_back
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import Page
from soc2desk.desktop.pages.controls_people import PersonList, people_here
from soc2desk.desktop.records.dropping import TakesWorkbooks
from soc2desk.desktop.records.read_panel import ReadPanel
from soc2desk.desktop.records.record_list import RecordList
from soc2desk.desktop.records.record_panel import RecordPanel
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from soc2desk.app.session import Plain, Where
    from soc2desk.desktop.records.record_list import Key
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.kept_records import KeptRecord

SIDE_BY_SIDE = 820
"""From this width, before scaling, the form stands beside the list; below it under the list."""
LIST_WIDTH, LIST_HEIGHT = 380, 190  # pixels, before scaling


class RecordsPage(Page):
    """Every change goes through the project; the days of entering and changing are set here, to today."""

    needs_more = 340

    def __init__(self, shell: Shell) -> None:
        words = shell.words
        super().__init__(shell, RECORDS, words("frame.page_title.records"), words("records.intro"), scrolls=False)
        self.book = RecordBook()
        self.reading: ReadPanel | None = None
        self.by = PersonList(words("records.by"), self.column)
        self.read = QPushButton(words("records.read.button"), self.column)
        self.list = RecordList(shell, self.column)
        self.panel = RecordPanel(shell, self.book, self.column)
        self.split = QSplitter(Qt.Orientation.Horizontal, self.column)
        self.drop = TakesWorkbooks(self)
        self._lay_out()
        self.read.clicked.connect(self._choose_file)
        self.drop.dropped.connect(self.take_file)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self.panel.take_focus)
        self.list.wants_record.connect(self._begin)
        self.panel.wants_record.connect(self._begin)
        self.panel.wants_removal.connect(self._remove)

    def _lay_out(self) -> None:
        acts = QWidget(self.column)
        row = FlowLayout(acts, 8)
        row.addWidget(plain_label(self.shell.words("records.by"), "question", acts))
        row.addWidget(self.by)
        row.addWidget(self.read)
        self.body.addWidget(acts)
        self.shown = QVBoxLayout()
        self.body.addLayout(self.shown)
        self.split.addWidget(self.list)
        self.split.addWidget(self.panel)
        self.split.setStretchFactor(1, 1)
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([LIST_WIDTH, 2 * LIST_WIDTH])
        self.body.addWidget(self.split, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form beside the list where there is room, else under it."""
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.split.orientation() != wanted:
            self.split.setOrientation(wanted)
            whole = self.split.width() if wide else self.split.height()
            first = LIST_WIDTH if wide else LIST_HEIGHT
            self.split.setSizes([first, max(whole - first, first)])

    # ---- in step with the project ----------------------------------------------------------------

    def refresh(self) -> None:
        """Show the records as they stand."""
        engagement = self.shell.engagement
        self.by.offer(people_here(self.shell), self.shell.words("records.by_nobody"))
        read_only = self.shell.project.session.is_read_only
        self.read.setEnabled(not read_only)
        self.list.show_entries({one.id: self.book.entries(one, engagement) for one in engagement.catalogue.records})
        self._show(self.list.current)

    def settle(self) -> None:
        """Nothing here waits for documents."""

    def _show(self, key: Key | None) -> None:
        self.panel.show_key(key)

    # ---- what is done ----------------------------------------------------------------------------

    @property
    def entering(self) -> Entering:
        """Who enters records, today."""
        return Entering(self.shell.desk.today, self.by.person)

    def _begin(self) -> None:
        key = self.list.current
        if key is None or self.shell.project.session.is_read_only:
            return
        layout = self.shell.catalogue.record[key[0]]
        record = begun(layout, key[1], self.shell.engagement, self.entering)
        label = self.shell.words("records.label.begin", about=layout.title)
        if self._put(put_of(self.shell.project.session.project, record, self.entering), label):
            self.show_place(f"{RECORDS}.{record.id}")
            self.panel.take_focus()

    def _remove(self) -> None:
        record = self.panel.record
        if record is None:
            return
        about = f"{self.shell.catalogue.record[record.type].title} {about_record(record, self.shell.engagement)}"
        label = self.shell.words("records.label.remove", about=about)
        if self._put({(RECORDS, record.id): None}, label):
            undo = ((self.shell.words("records.undo"), self.shell.project.undo),)
            self.shell.say.emit(Notice(self.shell.words("records.removed", about=about), "info", actions=undo))
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _put(self, values: dict[Where, Plain], label: str) -> bool:
        problem = self.shell.project.put(values, label)
        if problem is not None:
            self.shell.say.emit(problem)
            return False
        self.shell.project.leave_field()
        return True

    # ---- reading a workbook ----------------------------------------------------------------------

    def _choose_file(self) -> None:
        words = self.shell.words
        chosen, _ = QFileDialog.getOpenFileName(
            self, words("records.read.title"), str(Path.home()), words("records.read.kinds")
        )
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Show what taking a filled-in workbook would do."""
        self._end_reading()
        if self.shell.project.session.is_read_only:
            return
        try:
            found = read_back(path, self.shell.engagement)
        except Problem as problem:
            self.shell.say.emit(problem)
            return
        self.reading = ReadPanel(self.shell, found, path.name, self.column)
        self.reading.taken.connect(self._take)
        self.reading.left.connect(self._end_reading)
        self.shown.addWidget(self.reading)
        self.reading.take_focus()

    def _take(self) -> None:
        records = self.reading.found.to_enter if self.reading else ()
        project, words = self.shell.project.session.project, self.shell.words
        values: dict[Where, Plain] = {}
        for record in records:
            values |= put_of(project, record, self.entering)
        self._end_reading()
        if values and self._put(values, words("records.read.label")):
            key = "one" if len(values) == 1 else "many"
            self.shell.say.emit(Notice(words(f"records.read.taken.{key}", count=len(values)), "good"))
            self.show_place(f"{RECORDS}.{records[0].id}")

    def _end_reading(self) -> None:
        if self.reading is not None:
            self.reading.hide()
            self.reading.deleteLater()
            self.reading = None
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ---- places ----------------------------------------------------------------------------------

    def show_place(self, place: str) -> bool:
        """Go to a record, a field of one, or a type of record."""
        kind, _, rest = place.partition(".")
        if kind != RECORDS:
            return super().show_place(place)
        name, _, field = rest.partition(".")
        record = self._record(name)
        if record is None:
            return self.list.choose((name, "", ""))
        for one in self.book.entries(self.shell.catalogue.record[record.type], self.shell.engagement):
            if one.record is not None and one.record.id == name:
                self.list.choose((record.type, one.occurrence, name))
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return not field or self.panel.focus_field(field)

    def _record(self, name: str) -> KeptRecord | None:
        return next((one for one in self.shell.project.session.project.records if one.id == name), None)

    def take_focus(self) -> None:
        """Go to the list."""
        if self.list.current is None:
            self.list.setCurrentIndex(self.list.lines.index(0, 0))
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
