"""The lines of a table in a record, as a view shows and edits them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from soc2desk.desktop.labels import plain_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from soc2desk.app.record_form import FormColumn

Index = QModelIndex | QPersistentModelIndex
Line = dict[str, str]
Choices = tuple[tuple[str, str], ...]

_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole


class LinesModel(QAbstractTableModel):
    """One line a row of the table. `edited` follows each change by a person; values are plain text, choices ids."""

    edited = Signal()

    def __init__(self, columns: tuple[FormColumn, ...], choices: dict[str, Choices], parent: QObject) -> None:
        super().__init__(parent)
        self.columns, self.choices = columns, choices
        self._words = {name: dict(offered) for name, offered in choices.items()}
        self.lines: list[Line] = []
        self.is_read_only = False

    def show_lines(self, lines: list[Line]) -> None:
        """Show these lines; nothing is drawn again where nothing changed."""
        if lines == self.lines:
            return
        if len(lines) == len(self.lines):
            self.lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def add(self, line: Line) -> int:
        """Add a line at the end and return where it stands. An empty one is no change yet."""
        at = len(self.lines)
        self.beginInsertRows(_ROOT, at, at)
        self.lines.append(line)
        self.endInsertRows()
        if line:
            self.edited.emit()
        return at

    def remove(self, at: int) -> None:
        """Take a line out."""
        if 0 <= at < len(self.lines):
            self.beginRemoveRows(_ROOT, at, at)
            del self.lines[at]
            self.endRemoveRows()
            self.edited.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a person edit every cell, unless the project may only be read."""
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return shown if self.is_read_only or not index.isValid() else shown | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(_ROLE.DisplayRole)) -> Any:
        """Return the label of a column, or the number of a line."""
        if role not in {_ROLE.DisplayRole, _ROLE.ToolTipRole}:
            return None
        told = self.columns[section].label if orientation is Qt.Orientation.Horizontal else str(section + 1)
        return plain_tip(told) if role == _ROLE.ToolTipRole else told

    def data(self, index: Index, role: int = int(_ROLE.DisplayRole)) -> Any:
        """Return what a cell shows, holds, or says to who listens."""
        column = self.columns[index.column()]
        value = self.lines[index.row()].get(column.name, "")
        match role:
            case _ROLE.EditRole:
                return value
            case _ROLE.DisplayRole:
                return self._words.get(column.name, {}).get(value, value)
            case _ROLE.AccessibleTextRole:
                return f"{column.label}: {self._words.get(column.name, {}).get(value, value)}"
        return None

    def setData(self, index: Index, value: Any, role: int = int(_ROLE.EditRole)) -> bool:
        """Take what a person typed or chose."""
        column = self.columns[index.column()]
        words = str(value or "").strip()
        if role != _ROLE.EditRole or words == self.lines[index.row()].get(column.name, ""):
            return False
        line = {**self.lines[index.row()], column.name: words}
        self.lines[index.row()] = {name: text for name, text in line.items() if text}
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True
