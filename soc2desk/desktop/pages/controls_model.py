"""The lines of the table of controls: sorted, filtered, and the same selection after each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from soc2desk.app.control_rows import Column, Wanted, chosen, in_order
from soc2desk.desktop.labels import plain_tip
from soc2desk.desktop.pages.controls_words import cell_aloud, cell_icon, cell_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QObject

    from soc2desk.app.control_rows import ControlRow
    from soc2desk.desktop.shell import Shell

Index = QModelIndex | QPersistentModelIndex
COLUMNS = tuple(Column)
ICON = 16  # pixels, before scaling
_ROLE = Qt.ItemDataRole


class ControlsModel(QAbstractTableModel):
    """Shows `rows`, those of `all_rows` that are asked for, in the order asked for."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self.all_rows: tuple[ControlRow, ...] = ()
        self.rows: tuple[ControlRow, ...] = ()
        self.wanted = Wanted()
        self.by, self.down = Column.CONTROL, False
        shell.recoloured.connect(self._repaint)

    # ---- what it shows ---------------------------------------------------------------------------

    def show(self, all_rows: tuple[ControlRow, ...], keep: Collection[str] = ()) -> bool:
        """Show these controls; those of `keep` stay although the filter would hide them. Return whether lines moved."""
        self.all_rows = all_rows
        return self._arrange(keep)

    def ask(self, wanted: Wanted) -> bool:
        """Show what fits a filter; return whether lines moved."""
        self.wanted = wanted
        return self._arrange()

    def sort_by(self, by: Column, *, down: bool, keep: Collection[str] = ()) -> bool:
        """Sort by a column; return whether lines moved."""
        self.by, self.down = by, down
        return self._arrange(keep)

    def _arrange(self, keep: Collection[str] = ()) -> bool:
        rows = in_order(chosen(self.all_rows, self.wanted, keep), self.by, down=self.down)
        moved = [row.id for row in rows] != [row.id for row in self.rows]
        if moved:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows != self.rows:
            self.rows = rows
            self._repaint()
        return moved

    def _repaint(self) -> None:
        if self.rows:
            last = self.index(len(self.rows) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_of(self, control: str) -> int:
        """Return the line of a control; -1 where it is not shown."""
        return next((at for at, row in enumerate(self.rows) if row.id == control), -1)

    # ---- what Qt asks ----------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """Return what a cell shows, says aloud, or shows as an icon."""
        if not index.isValid() or not index.row() < len(self.rows):
            return None
        row, column, words = self.rows[index.row()], COLUMNS[index.column()], self._shell.words
        match role:
            case _ROLE.DisplayRole:
                return cell_words(row, column, words)
            case _ROLE.AccessibleTextRole:
                return cell_aloud(row, column, words)
            case _ROLE.ToolTipRole:
                return plain_tip(cell_aloud(row, column, words))
            case _ROLE.DecorationRole if icon := cell_icon(row, column):
                name, colour = icon
                return self._shell.icons.icon(name, getattr(self._shell.tokens, colour), ICON)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        """Return the title of a column; lines have none."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role in {_ROLE.DisplayRole, _ROLE.AccessibleTextRole}:
            return self._shell.words(f"controls.column.{COLUMNS[section]}")
        return None
