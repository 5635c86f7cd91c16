"""The lines of what a client has already, in groups; one is chosen and worked on below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTreeView

from soc2desk.app.already import SETTLED, SPEAKING, Group
from soc2desk.desktop.labels import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.already import AlreadyRow
    from soc2desk.desktop.shell import Shell

PLACE = Qt.ItemDataRole.UserRole
HEIGHT = 260  # pixels, before scaling


class AlreadyList(QTreeView):
    """`chosen` brings the place of the line with the keyboard; `entered_item` asks for the way to its card."""

    chosen = Signal(str)
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
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setAllColumnsShowFocus(True)
        self.setMinimumHeight(HEIGHT)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.selectionModel().currentChanged.connect(lambda index, _: self.chosen.emit(self._place(index)))

    def show_rows(self, rows: tuple[AlreadyRow, ...]) -> None:
        """Show the lines as of now; the one that was chosen stays so, or the one after it where it has gone."""
        if rows == self._rows:
            return
        wanted, at = self.current, self._at(self.current)
        self._rows, self._items = rows, {}
        self.lines.removeRows(0, self.lines.rowCount())
        for group in Group:
            self._add_group(group, [row for row in rows if row.group is group])
        self.expandAll()
        for row in range(self.lines.rowCount()):
            self.setFirstColumnSpanned(row, QModelIndex(), True)
        if wanted and not (self._stays(wanted, at) and self.choose(wanted)) and rows:
            self.choose(rows[min(at, len(rows) - 1)].place)

    def _at(self, place: str) -> int:
        return next((at for at, row in enumerate(self._rows) if row.place == place), 0)

    def _stays(self, place: str, at: int) -> bool:
        """Whether a line is where it was: one that was decided has moved, and the next one is wanted."""
        return self._at(place) == at

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
        line = " ".join(row.text.split())
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
        """Take Enter as the way to the card below."""
        if self.current and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_item.emit()
        else:
            super().keyPressEvent(event)
