"""The types of record, and under each what is owed and what is kept: how far it is, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTreeView

from soc2desk.app.record_book import about_record
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.labels import plain_tip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.record_book import Entry
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.records import RecordType

KEY = int(Qt.ItemDataRole.UserRole) + 1
ICON, INDENT = 16, 14  # pixels, before scaling
LOOKS = {
    "not_started": ("circle", "muted"),
    "incomplete": ("alert-triangle", "warn"),
    "complete": ("check-circle", "good"),
    "elsewhere": ("check-circle", "good"),
    "past": ("alert-circle", "bad"),
}
"""The icon and colour of each state; its words stand beside them."""
Key = tuple[str, str, str]
"""A type, and of a line under it the occurrence and the record; both are empty for the type itself."""


class RecordList(QTreeView):
    """`chosen` brings the key of the line that is current; `opened` and `wants_record` what a person asks for."""

    chosen = Signal(object)
    opened = Signal()
    wants_record = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._shown: dict[str, tuple[Entry, ...]] = {}
        self._types: dict[str, tuple[QStandardItem, QStandardItem]] = {}
        self.lines = QStandardItemModel(self)
        self.setModel(self.lines)
        self._dress()
        self.selectionModel().currentChanged.connect(self._moved)
        shell.recoloured.connect(self._draw)

    def _dress(self) -> None:
        words = self._shell.words
        self.setAccessibleName(words("records.list"))
        self.setAccessibleDescription(words("records.keys"))
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setIconSize(QSize(ICON, ICON))
        self.setAllColumnsShowFocus(True)
        self.lines.setHorizontalHeaderLabels([words("records.head.what"), words("records.head.state")])
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    # ---- what it shows ---------------------------------------------------------------------------

    def show_entries(self, found: Mapping[str, tuple[Entry, ...]]) -> None:
        """Show what is owed and kept by type; only types that changed are drawn again, and the choice stays."""
        current = self.current
        for type_, entries in found.items():
            if type_ not in self._types:
                self._add_type(type_)
            elif self._shown.get(type_) == entries:
                continue
            self._shown[type_] = entries
            self._draw_type(type_)
        if current is not None and self.current != current:
            self.choose(current) or self.choose((current[0], current[1], ""))

    def _add_type(self, type_: str) -> None:
        pair = QStandardItem(), QStandardItem()
        pair[0].setData((type_, "", ""), KEY)
        self.lines.appendRow(list(pair))
        self._types[type_] = pair
        self.setFirstColumnSpanned(self.lines.rowCount() - 1, QModelIndex(), True)

    def _draw(self) -> None:
        for type_ in self._types:
            self._draw_type(type_)

    def _draw_type(self, type_: str) -> None:
        words, entries = self._shell.words, self._shown.get(type_, ())
        layout = self._shell.catalogue.record[type_]
        done = sum(one.filling in {"complete", "elsewhere"} for one in entries)
        key = "some" if entries else "none"
        title, state = self._types[type_]
        title.setText(words(f"records.type.{key}", title=words.of(layout.title), done=done, total=len(entries)))
        title.setToolTip(plain_tip(words.of(layout.when)))
        state.setText("")
        self._draw_entries(title, layout, entries)

    def _draw_entries(self, title: QStandardItem, layout: RecordType, entries: tuple[Entry, ...]) -> None:
        while title.rowCount() > len(entries):
            title.removeRow(title.rowCount() - 1)
        while title.rowCount() < len(entries):
            title.appendRow([QStandardItem(), QStandardItem()])
        for at, one in enumerate(entries):
            self._draw_entry(title.child(at, 0), title.child(at, 1), layout, one)

    def _draw_entry(self, what: QStandardItem, state: QStandardItem, layout: RecordType, one: Entry) -> None:
        words, tokens = self._shell.words, self._shell.tokens
        is_past = one.filling == "not_started" and one.due is not None and one.due < self._shell.desk.today
        icon, colour = LOOKS["past" if is_past else one.filling]
        about, said = said_entry(one, self._shell), words(f"records.state.{'past' if is_past else one.filling}")
        said = words("records.state.late", said=said) if one.days_late else said
        what.setText(about)
        what.setToolTip(plain_tip(about))
        what.setIcon(self._shell.icons.icon(icon, getattr(tokens, colour), ICON))
        what.setData((layout.id, one.occurrence, one.record.id if one.record else ""), KEY)
        what.setData(words("records.spoken", what=about, state=said), Qt.ItemDataRole.AccessibleTextRole)
        state.setText(said)

    # ---- choosing --------------------------------------------------------------------------------

    @property
    def current(self) -> Key | None:
        """The line that is chosen."""
        return self._key(self.currentIndex())

    @staticmethod
    def _key(index: QModelIndex) -> Key | None:
        found = index.siblingAtColumn(0).data(KEY)
        return (str(found[0]), str(found[1]), str(found[2])) if found else None

    def choose(self, key: Key) -> bool:
        """Choose a line; return whether there is one."""
        title = self._types.get(key[0], (None,))[0]
        if title is None:
            return False
        items = [title, *(title.child(at, 0) for at in range(title.rowCount()))]
        for item in items:
            if self._key(item.index()) == key:
                self.expand(title.index())
                self.setCurrentIndex(item.index())
                self.scrollTo(item.index())
                return True
        return False

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self._key(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as the way into the form, Insert as the wish to begin a record."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.wants_record.emit()
        else:
            super().keyPressEvent(event)


def said_entry(one: Entry, shell: Shell) -> str:
    """Return a line in words: its period and day, or what the record is about."""
    words = shell.words
    about = about_record(one.record, shell.engagement, is_short=one.due is not None) if one.record else ""
    if one.due is None:
        return words("records.alone", about=about)
    period, due = one.occurrence.rpartition("/")[2], said_date(one.due, words)
    return words(f"records.entry{'_of' if about else ''}", period=period, due=due, about=about)
