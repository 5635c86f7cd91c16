"""The answers that a file brings as rows of a table, each with a box that says whether it is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView

from soc2desk.app.answers_proposed import Fate
from soc2desk.desktop.labels import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.answers_proposed import AnswersPlan, Proposal
    from soc2desk.desktop.words import Words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
_HEADINGS = ("what", "before", "after", "fate")
_WIDTHS = (34, 22, 25, 19)  # of a hundred
_ORDER = (Fate.CLASH, Fate.CHANGED, Fate.CONFIRMS, Fate.NEW)
_LINES = 9


class AnswersModel(QAbstractTableModel):
    """One row an answer, clashes first. `chosen_changed` tells that a box was ticked or not."""

    chosen_changed = Signal()

    def __init__(self, plan: AnswersPlan, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.rows = sorted(plan.to_take, key=lambda one: _ORDER.index(one.fate))
        self.chosen = set(plan.usual)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many answers there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns are shown."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(_ROLE.DisplayRole)) -> Any:
        """Return what stands above a column."""
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return self._words(f"ask.columns.{_HEADINGS[section]}")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the first cell of each row be ticked."""
        ticked = Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | ticked

    def data(self, index: Index, role: int = int(_ROLE.DisplayRole)) -> Any:
        """Return what a cell shows."""
        one = self.rows[index.row()]
        if role == _ROLE.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if one.place in self.chosen else Qt.CheckState.Unchecked
        if role not in {_ROLE.DisplayRole, _ROLE.ToolTipRole}:
            return None
        here = one.before or self._words("ask.none_here")
        cells = (self._words.of(one.label), here, one.after, self._words(f"ask.fates.{one.fate.value}"))
        words = cells[index.column()]
        return plain_tip(words) if role == _ROLE.ToolTipRole else " ".join(words.split())

    def setData(self, index: Index, value: Any, role: int = int(_ROLE.EditRole)) -> bool:
        """Tick a box, or take the tick away."""
        if role != _ROLE.CheckStateRole or index.column() != 0:
            return False
        self.tick(index.row(), ticked=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def tick(self, row: int, *, ticked: bool) -> None:
        """Choose an answer, or leave it."""
        place = self.rows[row].place
        self.chosen = self.chosen | {place} if ticked else self.chosen - {place}
        at = self.index(row, 0)
        self.dataChanged.emit(at, at, [_ROLE.CheckStateRole])
        self.chosen_changed.emit()

    def detail(self, row: int) -> str:
        """Return everything about one answer, in sentences."""
        one: Proposal = self.rows[row]
        said = {"before": one.before or self._words("ask.none_here"), "after": one.after, "where": one.where}
        return self._words("ask.detail", question=self._words.of(one.label), **said)


class AnswersTable(QTableView):
    """Rows to tick with the mouse, or with the space bar."""

    def __init__(self, model: AnswersModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._answers = model
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        height = self.fontMetrics().height() + 10
        self.verticalHeader().setDefaultSectionSize(height)
        self.setFixedHeight((min(model.rowCount(), _LINES) + 1) * height + header.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the row with the space bar, in whatever column the keyboard is."""
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and row >= 0:
            self._answers.tick(row, ticked=self._answers.rows[row].place not in self._answers.chosen)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: Any) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        for at, share in enumerate(_WIDTHS):
            self.setColumnWidth(at, self.viewport().width() * share // 100)
