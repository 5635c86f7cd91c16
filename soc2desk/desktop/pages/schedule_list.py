"""Rows of the schedule as a tree: a day, what, who, and where it stands in a word and an icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTreeView

from soc2desk.desktop.dates import said_date
from soc2desk.desktop.labels import plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.schedule_rows import ScheduleRow
    from soc2desk.desktop.shell import Shell

ID, PLACE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ICON = 16  # pixels, before scaling
LOOKS = {
    "done": ("check-circle", "good"),
    "overdue": ("alert-triangle", "bad"),
    "past": ("circle-dot", "muted"),
    "now": ("alert-circle", "warn"),
    "soon": ("calendar", "warn"),
    "ahead": ("circle", "muted"),
    "open": ("circle", "muted"),
}
COLUMNS = ("due", "what", "who", "state")
WHAT = 0.66
"""The share of what is to be done in the room that day and state leave."""
AIR = 18  # pixels, before scaling: beside the words of a cell
INDENT = 14
Grouped = tuple[str, "tuple[ScheduleRow, ...]"]


class ScheduleList(QTreeView):
    """`led` brings the place that a row leads to, `chosen` all words of the row with the keyboard."""

    led = Signal(str)
    chosen = Signal(str)

    def __init__(self, shell: Shell, name: str, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._groups: tuple[Grouped, ...] = ()
        self.lines = QStandardItemModel(self)
        words = shell.words
        self.lines.setHorizontalHeaderLabels([words(f"schedule.column.{one}") for one in COLUMNS])
        self.setModel(self.lines)
        self.setAccessibleName(words(name))
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(ICON, ICON))
        self.setAllColumnsShowFocus(True)
        self.setMinimumHeight(height)
        self.setIndentation(INDENT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.doubleClicked.connect(self._lead)
        self.selectionModel().currentChanged.connect(lambda index, _: self.chosen.emit(self._spoken(index)))
        shell.recoloured.connect(self._draw)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns."""
        super().resizeEvent(event)
        words, metrics = self._shell.words, self.fontMetrics()
        days = (words("dates.day", day=30, month=words(f"dates.month.{month}"), year=2030) for month in range(1, 13))
        states = (words(f"schedule.state.{one}") for one in LOOKS)
        day = max(map(metrics.horizontalAdvance, days)) + 2 * INDENT + AIR
        state = max(map(metrics.horizontalAdvance, states)) + ICON + AIR
        room = max(self.viewport().width() - day - state, 0)
        for at, width in enumerate((day, round(room * WHAT), room - round(room * WHAT), state)):
            self.setColumnWidth(at, width)

    def show_groups(self, groups: Iterable[Grouped]) -> None:
        """Show rows under the words of their group; those of a group without words stand alone."""
        found = tuple(groups)
        if found == self._groups:
            return
        self._groups = found
        self.setRootIsDecorated(any(name for name, _ in found))
        self._draw()

    def _draw(self) -> None:
        self.lines.removeRows(0, self.lines.rowCount())
        for name, rows in self._groups:
            above = self.lines.invisibleRootItem()
            if name:
                above = QStandardItem(name)
                self.lines.appendRow(above)
                self.setFirstColumnSpanned(self.lines.rowCount() - 1, QModelIndex(), True)
            for row in rows:
                above.appendRow(self._items(row))
        self.expandAll()

    def _items(self, row: ScheduleRow) -> list[QStandardItem]:
        words, (icon, colour) = self._shell.words, LOOKS[row.state]
        due = (
            said_date(row.due, words) if row.due else words("schedule.now" if row.state == "now" else "schedule.no_day")
        )
        title = words.of(row.title)
        if row.control:
            title = words("schedule.act", control=row.control, title=title, period=row.period)
        who = row.person_name or words("schedule.nobody")
        said = (due, title, who, words(f"schedule.state.{row.state}"))
        items = [QStandardItem(one) for one in said]
        for item, one in zip(items, said, strict=True):
            item.setToolTip(plain_tip(one))
        items[0].setData(row.id, ID)
        items[0].setData(row.place, PLACE)
        spoken = words("schedule.spoken", due=due, title=title, who=who, state=said[-1])
        items[0].setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        items[-1].setIcon(self._shell.icons.icon(icon, getattr(self._shell.tokens, colour), ICON))
        return items

    @staticmethod
    def _spoken(index: QModelIndex) -> str:
        return str(index.siblingAtColumn(0).data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def _lead(self, index: QModelIndex) -> None:
        place = str(index.siblingAtColumn(0).data(PLACE) or "")
        if place:
            self.led.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as the way to what a row is about."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._lead(self.currentIndex())
        else:
            super().keyPressEvent(event)
