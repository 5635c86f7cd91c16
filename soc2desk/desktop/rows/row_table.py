"""A table of rows for the keyboard: arrows move, Enter opens the form, Delete removes, Insert adds, Ctrl+V pastes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

from soc2desk.desktop.rows.row_model import ID, SORT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.rows.row_model import RowModel

FEWEST, MOST = 4, 10
"""So many lines are in sight at least and at most; the rest scrolls."""


class RowTable(QTableView):
    """Shows the rows of a model; says which one is current and what a person wants done."""

    moved = Signal(str)
    opened = Signal()
    wants_removal = Signal()
    wants_row = Signal()
    wants_paste = Signal()

    def __init__(self, model: RowModel, widths: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows, self._widths = model, widths
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(model)
        self._proxy.setSortRole(SORT)
        self.setModel(self._proxy)
        self._dress()
        self.selectionModel().currentRowChanged.connect(self._moved)
        model.modelReset.connect(self.fit)
        self.fit()

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSortingEnabled(True)
        self.sort_by(-1)

    def fit(self) -> None:
        """Be as high as the rows, within reason."""
        lines = min(max(self._rows.rowCount(), FEWEST), MOST)
        height = self.fontMetrics().height() + 12
        self.verticalHeader().setDefaultSectionSize(height)
        self.setFixedHeight(lines * height + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 4)

    def sort_by(self, column: int) -> None:
        """Sort by a column; -1 is the order in which rows were entered."""
        self.horizontalHeader().setSortIndicator(column, Qt.SortOrder.AscendingOrder)

    @property
    def row(self) -> str:
        """The id of the current row, empty for none."""
        index = self.currentIndex()
        return str(index.data(ID)) if index.isValid() else ""

    def choose(self, row: str) -> bool:
        """Make a row the current one and show it; return whether it is there."""
        line = self._rows.line_of(row)
        if line < 0:
            return False
        index = self._proxy.mapFromSource(self._rows.index(line, 0))
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def neighbour(self) -> str:
        """Return the row that stands after the current one, else before it: the one to go to when it goes."""
        line = self.currentIndex().row()
        for at in (line + 1, line - 1):
            index = self._proxy.index(at, 0)
            if index.isValid():
                return str(index.data(ID))
        return ""

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.moved.emit(str(current.data(ID)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that do something with rows; the rest moves."""
        wanted = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_Delete: self.wants_removal,
            Qt.Key.Key_Insert: self.wants_row,
        }
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.matches(QKeySequence.StandardKey.Paste):
            self.wants_paste.emit()
        elif plain and event.key() in wanted:
            wanted[Qt.Key(event.key())].emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns by their weights."""
        super().resizeEvent(event)
        room = self.viewport().width()
        for at, weight in enumerate(self._widths):
            self.setColumnWidth(at, room * weight // sum(self._widths))
