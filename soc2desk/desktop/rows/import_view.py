"""What taking a spreadsheet would do, row by row, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QPushButton, QTableView, QVBoxLayout

from soc2desk.app.importing import What
from soc2desk.desktop.announce import announce
from soc2desk.desktop.labels import plain_label, plain_tip
from soc2desk.desktop.rows.cells import counted, named_list, said_value

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.importing import Change, ImportPlan, PlannedRow
    from soc2desk.app.table_fields import Column
    from soc2desk.desktop.shell import Shell

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
_ORDER = (What.UNREADABLE, What.CHANGED, What.NEW, What.SAME)
_LINES = 9
_HEADINGS = ("row", "what", "name", "detail")
_WIDTHS = (10, 23, 25, 42)  # of a hundred


class ImportView(QFrame):
    """The preview of a spreadsheet. `taken` and `cancelled` are what a person decides."""

    taken = Signal()
    cancelled = Signal()

    def __init__(self, shell: Shell, plan: ImportPlan, columns: tuple[Column, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.shell, self.plan = shell, plan
        self.setProperty("card", "true")
        words = shell.words
        self.summary = plain_label(summary(plan, shell), "body", self)
        self.dropped = plain_label("", "hint", self)
        if plan.dropped:
            self.dropped.setText(words("table_page.preview.dropped", columns=", ".join(plan.dropped)))
        self.dropped.setVisible(bool(plan.dropped))
        self.model = _PlanModel(shell, plan, {column.id: column for column in columns}, self)
        self.table = _PlanTable(self.model, words("table_page.preview.table"), self)
        self.detail = plain_label("", "body", self)
        self.take = QPushButton(words("table_page.preview.take"), self)
        self.take.setProperty("primary", "true")
        self.take.setEnabled(bool(plan.puts))
        self.cancel = QPushButton(words("table_page.preview.cancel"), self)
        self._lay_out()
        self.take.clicked.connect(self.taken)
        self.cancel.clicked.connect(self.cancelled)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.table.selectRow(0)

    def _lay_out(self) -> None:
        words = self.shell.words
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        box.addWidget(plain_label(words("table_page.preview.title"), "heading", self))
        box.addWidget(plain_label(words("table_page.preview.intro"), "hint", self))
        for widget in (self.summary, self.dropped, self.table, self.detail):
            box.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.take)
        row.addWidget(self.cancel)
        row.addStretch(1)
        box.addLayout(row)

    def _show_detail(self, index: QModelIndex) -> None:
        self.detail.setText(self.model.detail(index.row()) if index.isValid() else "")

    def take_focus(self) -> None:
        """Put the keyboard where one decides, and say what would happen."""
        (self.take if self.take.isEnabled() else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.summary.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


def summary(plan: ImportPlan, shell: Shell) -> str:
    """Return what a plan would do in one sentence: "12 new people, 3 changed, 2 rows cannot be read: row 7: ..."."""
    words = shell.words
    parts = done(plan, shell)
    if plan.counts[What.SAME]:
        parts.append(counted("table_page.preview.same", plan.counts[What.SAME], words))
    wrong = [row for row in plan.rows if row.what is What.UNREADABLE]
    if wrong:
        first = words("table_page.preview.unreadable_row", line=wrong[0].line, problem=wrong[0].problem)
        parts.append(counted("table_page.preview.unreadable", len(wrong), words, first=first))
    return ", ".join(parts) or words("table_page.preview.nothing")


def done(plan: ImportPlan, shell: Shell) -> list[str]:
    """Return what taking a plan writes, in parts: "12 new people", "3 changed"."""
    kinds = ((What.NEW, f"table_page.preview.new.{plan.table}"), (What.CHANGED, "table_page.preview.changed"))
    return [counted(key, plan.counts[what], shell.words) for what, key in kinds if plan.counts[what]]


class _PlanModel(QAbstractTableModel):
    """One line a row of the spreadsheet, what cannot be read first."""

    def __init__(self, shell: Shell, plan: ImportPlan, columns: dict[str, Column], parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._columns = shell, columns
        self._rows = sorted(plan.rows, key=lambda row: _ORDER.index(row.what))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns are shown."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(_ROLE.DisplayRole)) -> Any:
        """Return what stands above a column."""
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return self._shell.words(f"table_page.preview.{_HEADINGS[section]}")
        return None

    def data(self, index: Index, role: int = int(_ROLE.DisplayRole)) -> Any:
        """Return what a cell shows."""
        if role not in {_ROLE.DisplayRole, _ROLE.ToolTipRole}:
            return None
        row = self._rows[index.row()]
        kind = self._shell.words(f"table_page.preview.kind.{row.what.value}")
        words = (str(row.line), kind, row.name, self._told(row))[index.column()]
        return plain_tip(words) if role == _ROLE.ToolTipRole else words

    def detail(self, line: int) -> str:
        """Return everything about one row."""
        row = self._rows[line]
        told = self._told(row)
        return f"{row.name}: {told}" if told else row.name

    def _told(self, row: PlannedRow) -> str:
        return row.problem or named_list([self._change(change) for change in row.changes], self._shell.words)

    def _change(self, change: Change) -> str:
        words, column = self._shell.words, self._columns[change.column]
        plain = self._shell.project.session.plain
        before, after = (said_value(value, column, words, plain) for value in (change.before, change.after))
        key = "changed_from" if before else "change"
        said = words(f"table_page.preview.{key}", column=words.of(column.heading), after=after, before=before)
        return " ".join(said.split())


class _PlanTable(QTableView):
    def __init__(self, model: _PlanModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
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
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        height = self.fontMetrics().height() + 10
        self.verticalHeader().setDefaultSectionSize(height)
        lines = min(model.rowCount(), _LINES) + 1
        self.setFixedHeight(lines * height + header.sizeHint().height())

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        for at, share in enumerate(_WIDTHS):
            self.setColumnWidth(at, self.viewport().width() * share // 100)
