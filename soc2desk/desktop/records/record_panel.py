"""What stands beside the list: the form of a record, or what can be begun where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from soc2desk.app.record_book import said_lack, seen_together
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.records.record_sheet import RecordSheet
from soc2desk.desktop.scrolling import fill_scrolling

if TYPE_CHECKING:
    from soc2desk.app.record_book import RecordBook
    from soc2desk.desktop.records.record_list import Key
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.kept_records import KeptRecord

MOST_SAID = 12
"""So many things about all records of a type stand here; the rest is counted."""
WIDEST = 720  # pixels, before scaling


class RecordPanel(QWidget):
    """`wants_record` and `wants_removal` bring what a person asks for about the line that is chosen."""

    wants_record = Signal()
    wants_removal = Signal()

    def __init__(self, shell: Shell, book: RecordBook, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell, self.book = shell, book
        self.key: Key | None = None
        self.sheet: RecordSheet | None = None
        inside = QWidget(self)
        inside.setMaximumWidth(WIDEST)
        self.box = QVBoxLayout(inside)
        self.box.setContentsMargins(12, 0, 4, 0)
        self.title = plain_label("", "heading", inside)
        self.about = plain_label("", "hint", inside)
        self.begin = QPushButton(shell.words("records.begin"), inside)
        self.begin.setProperty("primary", "true")
        self.begin.clicked.connect(self.wants_record)
        self.said_all = plain_label(shell.words("records.of_all"), "question", inside)
        self.of_all = FindingNote(shell, inside)
        acts = QWidget(inside)
        FlowLayout(acts).addWidget(self.begin)
        for widget in (self.title, self.about, acts, self.said_all, self.of_all):
            self.box.addWidget(widget)
        self.box.addStretch(1)
        self.area = fill_scrolling(self, inside)

    @property
    def record(self) -> KeptRecord | None:
        """The record that is shown, None for none."""
        return self.sheet.record if self.sheet else None

    def show_key(self, key: Key | None) -> None:
        """Show the line that is chosen in the list."""
        is_other = key != self.key
        self.key = key
        record = self._record()
        if self.sheet is not None and (record is None or record.id != self.sheet.record.id):
            self._drop()
        if record is not None and self.sheet is None:
            self.sheet = RecordSheet(self.shell, self.book, record, self)
            self.sheet.wants_removal.connect(self.wants_removal)
            self.box.insertWidget(0, self.sheet)
        elif record is not None and self.sheet is not None:
            self.sheet.show_record(record)
        self._show_rest(record)
        if is_other:
            self.area.verticalScrollBar().setValue(0)

    def _record(self) -> KeptRecord | None:
        name = self.key[2] if self.key else ""
        return next((one for one in self.shell.project.session.project.records if one.id == name), None)

    def _drop(self) -> None:
        if self.sheet is not None:
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None

    def _show_rest(self, record: KeptRecord | None) -> None:
        """Show what can be begun, and what is seen over all records of the type."""
        words = self.shell.words
        for widget in (self.title, self.about):
            widget.setVisible(record is None)
        self.begin.setVisible(self.key is not None)
        self.begin.setEnabled(not self.shell.project.session.is_read_only)
        self.begin.setText(words("records.begin_more" if record else "records.begin"))
        if self.key is None:
            self.title.setText(words("records.empty.choose"))
            self.about.setText("")
        elif record is None:
            self._show_owed(self.key)
        self._show_all(record)

    def _show_owed(self, key: Key) -> None:
        words, engagement = self.shell.words, self.shell.engagement
        layout = self.shell.catalogue.record[key[0]]
        self.title.setText(words.of(layout.title))
        entries = self.book.entries(layout, engagement)
        owed = next((one for one in entries if key[1] and one.occurrence == key[1]), None)
        if owed is None or owed.due is None:
            self.about.setText(words("records.event", when=words.of(layout.when)))
            return
        entry = words("records.entry", period=", ".join(owed.serves), due=said_date(owed.due, words))
        owner = engagement.person_name(owed.owner)
        self.about.setText(f"{entry}. {words('records.owner', person=owner)}" if owner else entry)

    def _show_all(self, record: KeptRecord | None) -> None:
        words, engagement = self.shell.words, self.shell.engagement
        is_type = self.key is not None and record is None and not self.key[1]
        layout = self.shell.catalogue.record[self.key[0]] if self.key else None
        lacks = seen_together(layout, engagement) if layout and is_type else ()
        texts = [words.of(said_lack(one, layout, engagement)) for one in lacks[:MOST_SAID] if layout]
        if len(lacks) > MOST_SAID:
            texts.append(words("records.more", count=len(lacks) - MOST_SAID))
        self.said_all.setVisible(bool(texts))
        self.of_all.say(tuple(("medium", text) for text in texts))

    # ---- the keyboard ----------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Put the keyboard into the form, or on what begins a record."""
        if self.sheet is not None:
            self.sheet.take_focus()
        elif not self.begin.isHidden():
            self.begin.setFocus()

    def focus_field(self, name: str) -> bool:
        """Put the keyboard into a field of the record; return whether there is one."""
        return self.sheet is not None and self.sheet.focus_field(name)
