"""The lines of what a client has already, in groups; one is chosen and worked on below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTreeView

from soc2desk.app.already import OPEN, SETTLED, SPEAKING, Group
from soc2desk.desktop.labels import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.already import AlreadyRow
    from soc2desk.desktop.shell import Shell

PLACE = Qt.ItemDataRole.UserRole
HEIGHT = 260  # pixels, before scaling


class AlreadyList(QTreeView):
    """`chosen` follows each change of the lines that are chosen; `entered_item` asks for the way to their card."""

    chosen = Signal()
    entered_item = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._rows: tuple[AlreadyRow, ...] = ()
        self._items: dict[str, QStandardItem] = {}
        self.lines = QStandardItemModel(self)
        words = shell.words
        self.lines.setHorizontalHeaderLabels([words("already.column.line"), words("already.column.controls")])
        self.setModel(self.lines)
        self.setAccessibleName(words("already.list"))
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setAllColumnsShowFocus(True)
        self.setMinimumHeight(HEIGHT)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    def show_rows(self, rows: tuple[AlreadyRow, ...]) -> None:
        """Show the lines as of now; those that were chosen stay so, or the one after them where they have gone."""
        if rows == self._rows:
            return
        before, wanted = self._rows, set(self.places)
        at = next((at for at, row in enumerate(before) if row.place in wanted), 0)
        with QSignalBlocker(self):
            self._fill(rows)
            # A line that was decided stands in another group now, and the next one is wanted.
            kept = {(row.place, row.group) for row in before if row.place in wanted} & {
                (r.place, r.group) for r in rows
            }
            if kept:
                self._choose_all([place for place, _ in kept])
            elif wanted and rows:
                waiting = (row for row in rows[at:] if row.group in OPEN)
                self.choose(next(waiting, rows[min(at, len(rows) - 1)]).place)
        self.chosen.emit()

    def _fill(self, rows: tuple[AlreadyRow, ...]) -> None:
        self._rows, self._items = rows, {}
        self.lines.removeRows(0, self.lines.rowCount())
        for group in Group:
            self._add_group(group, [row for row in rows if row.group is group])
        self.expandAll()
        for row in range(self.lines.rowCount()):
            self.setFirstColumnSpanned(row, QModelIndex(), True)

    def _choose_all(self, places: list[str]) -> None:
        """Choose several lines, the first with the keyboard."""
        order = [place for place in self._items if place in places]
        self.choose(order[0])
        lines = QItemSelection()
        for place in order:
            lines.select(self._items[place].index(), self._items[place].index())
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(lines, how)

    def _add_group(self, group: Group, rows: list[AlreadyRow]) -> None:
        if not rows:
            return
        heading = QStandardItem(self._shell.words(f"already.group.{group}", count=len(rows)))
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self.lines.appendRow([heading, QStandardItem()])
        for row in rows:
            heading.appendRow(self._line(row))

    def _line(self, row: AlreadyRow) -> list[QStandardItem]:
        words = self._shell.words
        line = " ".join(row.text.split()) or (words("already.no_words") if row.group in SPEAKING else "")
        title = QStandardItem(f"{row.number}  {line}" + (f"  {words('already.gone')}" if row.gone else ""))
        title.setData(row.place, PLACE)
        title.setToolTip(plain_tip(row.text))
        if row.group in SPEAKING:
            key = "already.none" if row.group in SETTLED else "already.no_proposal"
            listed = ", ".join(row.controls) or words(key)
        else:
            listed = ""
        title.setData(words("already.row", line=title.text(), controls=listed), Qt.ItemDataRole.AccessibleTextRole)
        self._items[row.place] = title
        return [title, QStandardItem(listed)]

    @staticmethod
    def _place(index: QModelIndex) -> str:
        return str(index.siblingAtColumn(0).data(PLACE) or "")

    @property
    def current(self) -> str:
        """The place of the line that is chosen, empty for none."""
        return self._place(self.currentIndex())

    @property
    def places(self) -> tuple[str, ...]:
        """The places of all lines that are chosen, in their order."""
        chosen = {self._place(index) for index in self.selectionModel().selectedRows()}
        return tuple(place for place in self._items if place in chosen)

    def choose(self, place: str) -> bool:
        """Choose a line; return whether it is here."""
        item = self._items.get(place)
        if item is not None:
            self.setCurrentIndex(item.index())
            self.scrollTo(item.index())
        return item is not None

    def choose_first(self) -> None:
        """Choose the first line."""
        self.choose(next(iter(self._items), ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as the way to the card below, and Ctrl+A as all lines of the group with the keyboard."""
        if self.current and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_item.emit()
        elif self.current and event.matches(QKeySequence.StandardKey.SelectAll):
            group = {row.place: row.group for row in self._rows}
            self._choose_all([row.place for row in self._rows if row.group is group[self.current]])
        else:
            super().keyPressEvent(event)
