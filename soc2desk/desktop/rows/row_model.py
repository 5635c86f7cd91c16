"""The rows of a table as a view shows them: the telling columns, and a mark on what needs a look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from soc2desk.desktop.fields.notes import LOOKS
from soc2desk.desktop.labels import plain_tip
from soc2desk.desktop.rows.cells import said_value

if TYPE_CHECKING:
    from soc2desk.app.session import Plain
    from soc2desk.app.table_fields import Column
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.findings import Finding

Index = QModelIndex | QPersistentModelIndex
Row = dict[str, "Plain"]

_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
SORT = int(_ROLE.UserRole)
ID = SORT + 1
ICON = 16  # pixels, before scaling


class RowModel(QAbstractTableModel):
    """One line a row of the project, in the order in which they were entered."""

    def __init__(self, shell: Shell, columns: tuple[Column, ...]) -> None:
        super().__init__(shell)
        self._shell, self._columns = shell, columns
        self.rows: list[tuple[str, Row]] = []
        self._findings: dict[str, tuple[Finding, ...]] = {}

    def show_rows(self, rows: list[tuple[str, Row]]) -> None:
        """Show these rows; only what changed is drawn again."""
        if [id_ for id_, _ in rows] != [id_ for id_, _ in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        before, self.rows = self.rows, rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._columns) - 1))

    def show_findings(self, findings: dict[str, tuple[Finding, ...]]) -> None:
        """Mark the rows that need a look, by id."""
        if findings != self._findings and self.rows:
            self._findings = findings
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
        self._findings = findings

    def line_of(self, row: str) -> int:
        """Return where a row stands, -1 where it does not."""
        return next((at for at, (id_, _) in enumerate(self.rows) if id_ == row), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns are shown."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(_ROLE.DisplayRole)) -> Any:
        """Return what stands above a column."""
        if orientation is Qt.Orientation.Horizontal and role in {_ROLE.DisplayRole, _ROLE.ToolTipRole}:
            heading = self._shell.words.of(self._columns[section].heading)
            return plain_tip(heading) if role == _ROLE.ToolTipRole else heading
        return None

    def data(self, index: Index, role: int = int(_ROLE.DisplayRole)) -> Any:
        """Return what a cell shows, is sorted by, or says to who listens."""
        id_, row = self.rows[index.row()]
        column = self._columns[index.column()]
        match role:
            case _ROLE.DisplayRole | _ROLE.ToolTipRole | _ROLE.AccessibleTextRole:
                return self._said(role, id_, row, index.column())
            case _ROLE.DecorationRole if index.column() == 0 and self._findings.get(id_):
                icon, colour = LOOKS[self._findings[id_][0].severity.value]
                return self._shell.icons.icon(icon, getattr(self._shell.tokens, colour), ICON)
            case _ if role == SORT:
                return self._sorted_by(row, column)
            case _ if role == ID:
                return id_
        return None

    def _said(self, role: int, id_: str, row: Row, at: int) -> str:
        column = self._columns[at]
        said = said_value(row.get(column.id), column, self._shell.words, self._shell.project.session.plain)
        if role == _ROLE.DisplayRole:
            return said
        told = self._with_findings(said, id_, at)
        return plain_tip(told) if role == _ROLE.ToolTipRole else told

    def _sorted_by(self, row: Row, column: Column) -> str:
        if column.kind == "date":
            return str(row.get(column.id) or "")
        if column.kind == "number":
            return str(row.get(column.id) or "").zfill(9)
        return said_value(row.get(column.id), column, self._shell.words, self._shell.project.session.plain).casefold()

    def _with_findings(self, said: str, row: str, column: int) -> str:
        found = self._findings.get(row, ())
        if column or not found:
            return said
        words = self._shell.words
        told = " ".join(words.of(finding.message) for finding in found)
        return words("table_page.row.more", name=said, findings=told)
