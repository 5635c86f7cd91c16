"""The differences of two copies as rows of a list: on which page, of what, and what is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListView

if TYPE_CHECKING:
    from soc2desk.app.merge_rows import Told
    from soc2desk.app.merging import Side
    from soc2desk.desktop.words import Words

Index = QModelIndex | QPersistentModelIndex
LONGEST = 110


class ShortList(QListView):
    """A list as high as it must be: it grows where there is room, and pushes nothing below it out of sight."""

    def sizeHint(self) -> QSize:
        """Return the least height as the one it would like."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


class MergeList(QAbstractListModel):
    """One row a difference; `choices` are what a person chose so far, by path."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self.rows: tuple[Told, ...] = ()
        self.choices: dict[str, Side] = {}

    def show_rows(self, rows: tuple[Told, ...]) -> None:
        """Show other differences."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def choose(self, choices: dict[str, Side]) -> None:
        """Show what is chosen now."""
        self.choices = choices
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """Return how many differences there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a difference in one line."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.said(self.rows[index.row()])
        return None

    def said(self, row: Told) -> str:
        """Return a difference in one line: its page, of what it is, and what is taken."""
        side = row.difference.chosen(self.choices)
        state = self._words(f"merge.state.{side.value if side else 'open'}")
        what = " ".join(row.what.split())
        short = what if len(what) <= LONGEST else f"{what[:LONGEST]}\u2026"
        return self._words("merge.row", page=row.page_title, what=short, state=state)

    def next_open(self, after: int) -> int:
        """Return the next row that waits for a choice, from the beginning again where none comes; -1 for none."""
        count = len(self.rows)
        order = (*range(after + 1, count), *range(min(after + 1, count)))
        return next((one for one in order if self.rows[one].difference.chosen(self.choices) is None), -1)
