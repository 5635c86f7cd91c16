"""Lines under a few headings that open and close: what would be kept, suggested, changed or left behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from soc2desk.desktop.labels import plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

ROWS = 8
INDENT = 14  # pixels, before scaling
FIRST = 0.56
KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and its lines, each the texts of its columns. `is_open` shows the lines from the start.

    Lines with `keys` have a box to tick, which `ticked` fills at first.
    """

    title: str
    lines: tuple[tuple[str, ...], ...]
    is_open: bool = False
    keys: tuple[str, ...] = ()
    ticked: bool = False


class GroupedLines(QTreeView):
    """A list to read, by mouse and keyboard. `changed` tells that a line was ticked, or not any more."""

    changed = Signal()

    def __init__(self, name: str, columns: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = len(columns)
        self.lines = QStandardItemModel(self)
        self.lines.setHorizontalHeaderLabels(list(columns))
        self.setModel(self.lines)
        self.lines.itemChanged.connect(self.changed)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setAllColumnsShowFocus(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.header()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._size()

    def show_groups(self, groups: Iterable[Group]) -> None:
        """Show these headings with their lines; a heading without lines is left out."""
        self.lines.removeRows(0, self.lines.rowCount())
        bold = QFont(self.font())
        bold.setBold(True)
        for group in groups:
            if not group.lines:
                continue
            head = QStandardItem(group.title)
            head.setFont(bold)
            for at, texts in enumerate(group.lines):
                cells = [self._cell(text) for text in texts]
                if group.keys:
                    _make_tickable(cells[0], group.keys[at], ticked=group.ticked)
                head.appendRow(cells)
            self.lines.appendRow(head)
            index = self.lines.indexFromItem(head)
            self.setFirstColumnSpanned(index.row(), QModelIndex(), True)
            self.setExpanded(index, group.is_open)
        self.setCurrentIndex(self.lines.index(0, 0))

    def _cell(self, text: str) -> QStandardItem:
        made = QStandardItem(" ".join(text.split()))
        made.setToolTip(plain_tip(text))
        return made

    def ticked(self) -> frozenset[str]:
        """Return the keys of the lines that are ticked."""
        heads = (self.lines.item(row) for row in range(self.lines.rowCount()))
        cells = (head.child(row, 0) for head in heads for row in range(head.rowCount()))
        return frozenset(str(cell.data(KEY)) for cell in cells if cell.checkState() is Qt.CheckState.Checked)

    def texts(self) -> list[list[str]]:
        """Return what stands under each heading, the heading first."""
        heads = [self.lines.item(row) for row in range(self.lines.rowCount())]
        return [[head.text(), *(" | ".join(self._said(head, row)) for row in range(head.rowCount()))] for head in heads]

    def _said(self, head: QStandardItem, row: int) -> list[str]:
        return [head.child(row, column).text() for column in range(self._columns)]

    def _size(self) -> None:
        self.setFixedHeight(round(self.fontMetrics().height() * 1.7 * ROWS) + 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room: half of it, or more, is for the first column, whose words are the longest."""
        super().resizeEvent(event)
        room = self.viewport().width()
        self.setColumnWidth(0, round(room * FIRST))
        for column in range(1, self._columns - 1):
            self.setColumnWidth(column, round(room * (1 - FIRST) / (self._columns - 1)))

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for as many lines when the system's letters grow."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._size()


def _make_tickable(cell: QStandardItem, key: str, *, ticked: bool) -> None:
    cell.setCheckable(True)
    cell.setData(key, KEY)
    cell.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
