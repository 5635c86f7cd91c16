"""The changes as rows of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.desktop.words import Words
    from soc2desk.domain.changes import Change

Index = QModelIndex | QPersistentModelIndex
LONGEST = 120


class ChangeRows(QAbstractListModel):
    """One row a change: in what way, and of what."""

    def __init__(self, words: Words, phrases: Mapping[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._words, self._phrases = words, phrases
        self.changes: tuple[Change, ...] = ()

    def show_changes(self, changes: tuple[Change, ...]) -> None:
        """Show other changes."""
        self.beginResetModel()
        self.changes = changes
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """Return how many changes there are."""
        return 0 if parent.isValid() else len(self.changes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what changed, in one line."""
        if not index.isValid() or index.row() >= len(self.changes):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.said(self.changes[index.row()])
        return None

    def said(self, one: Change) -> str:
        """Return a change in one line: what it is, in what way it changed, and what it is called."""
        how = self._words.of(self._phrases[f"changes.how.{one.how}"])
        subject = self._words.of(self._phrases[f"changes.subject.{one.subject}"])
        what = " ".join(f"{one.id} {one.name}".split())
        short = what if len(what) <= LONGEST else f"{what[:LONGEST]}\u2026"
        return self._words("changes.row", subject=subject, how=how, what=short)
