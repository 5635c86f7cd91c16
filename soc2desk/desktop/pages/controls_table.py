"""The table of controls: chosen, sorted and copied with the keyboard as with the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from soc2desk.app.control_rows import Column
from soc2desk.desktop.pages.controls_model import COLUMNS, ControlsModel
from soc2desk.desktop.pages.controls_words import cell_words
from soc2desk.domain.spreadsheet_cells import harmless

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.control_rows import ControlRow
    from soc2desk.desktop.shell import Shell

_EMS = {
    Column.CONTROL: 14,
    Column.CRITERIA: 6,
    Column.STATE: 13,
    Column.OWNER: 9,
    Column.BACKUP: 9,
    Column.REVIEWER: 9,
    Column.RHYTHM: 8,
}
"""How wide each column is at least at the beginning, in heights of the text."""
_SELECT = QItemSelectionModel.SelectionFlag


class ControlsTable(QTableView):
    """One line for each control. `picked` follows the selection; `entered_line` asks for the panel."""

    picked = Signal()
    entered_line = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._quiet = self._fitting = self._drawn_by_hand = False
        self.lines = ControlsModel(shell, self)
        self.setModel(self.lines)
        self.setAccessibleName(shell.words("controls.table"))
        self._look()
        head = self.horizontalHeader()
        head.sectionClicked.connect(lambda at: self.sort_by(COLUMNS[at]))
        head.sectionResized.connect(self._column_drawn)
        head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.doubleClicked.connect(self.entered_line)

    def _look(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        em = self.fontMetrics().height()
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(round(em * 1.9))
        head = self.horizontalHeader()
        head.setSortIndicatorShown(True)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(4 * em)
        for at, column in enumerate(COLUMNS):
            self.setColumnWidth(at, _EMS[column] * em)
        self.setMinimumHeight(6 * em)

    # ---- what is chosen --------------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[ControlRow, ...]:
        """The lines that are chosen, in the order of the table."""
        at = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.lines.rows[row] for row in at if row < len(self.lines.rows))

    @property
    def chosen_ids(self) -> tuple[str, ...]:
        """The ids of the controls that are chosen."""
        return tuple(row.id for row in self.chosen)

    def choose(self, ids: Collection[str]) -> None:
        """Choose lines by id, with the keyboard on the first of them."""
        wanted = QItemSelection()
        last = len(COLUMNS) - 1
        first = None
        for at, row in enumerate(self.lines.rows):
            if row.id in ids:
                index = self.lines.index(at, 0)
                wanted.select(index, self.lines.index(at, last))
                first = first or index
        model = self.selectionModel()
        if first is not None:
            model.setCurrentIndex(first, _SELECT.NoUpdate)
            self.scrollTo(first)
        model.select(wanted, _SELECT.ClearAndSelect)

    def keeping(self, ids: Collection[str], *, moved: bool) -> None:
        """Choose again what was chosen before the lines moved, and say so once where less is left of it."""
        if not moved:
            return
        self._quiet = True
        self.choose(ids)
        self._quiet = False
        self.picked.emit()

    def _tell(self) -> None:
        if not self._quiet:
            self.picked.emit()

    def sort_by(self, column: Column) -> None:
        """Sort by a column; once more turns the order round."""
        down = self.lines.by is column and not self.lines.down
        ids = self.chosen_ids
        moved = self.lines.sort_by(column, down=down, keep=ids)
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(COLUMNS.index(column), order)
        self.keeping(ids, moved=moved)

    def copy(self) -> None:
        """Put the chosen lines on the clipboard, cells parted by tabs."""
        words = self._shell.words
        lines = (
            (row.printed, row.title, *(cell_words(row, column, words) for column in COLUMNS[1:])) for row in self.chosen
        )
        text = "\n".join("\t".join(harmless(" ".join(cell.split())) for cell in line) for line in lines)
        if text:
            QGuiApplication.clipboard().setText(text)

    # ---- keys and sizes --------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as the way into the panel, Space to choose or leave a line, Ctrl+C to copy."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_line.emit()
        elif event.key() == Qt.Key.Key_Space:
            flags = _SELECT.Toggle | _SELECT.Rows
            self.selectionModel().select(self.currentIndex(), flags)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the chosen lines, at the line with the keyboard or at the mouse."""
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_wanted.emit(at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first line where the keyboard was nowhere."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.rows:
            self.selectionModel().setCurrentIndex(self.lines.index(0, 0), _SELECT.NoUpdate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns, unless somebody drew them as they like them."""
        super().resizeEvent(event)
        if self._drawn_by_hand:
            return
        em = self.fontMetrics().height()
        share = max(1.0, self.viewport().width() / (em * sum(_EMS.values())))
        self._fitting = True
        for at, column in enumerate(COLUMNS):
            self.setColumnWidth(at, int(_EMS[column] * em * share))
        self._fitting = False

    def _column_drawn(self) -> None:
        self._drawn_by_hand = self._drawn_by_hand or not self._fitting
