"""Ids that nobody knows by heart: typed by any word of their titles, and the id alone is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject

ID = Qt.ItemDataRole.UserRole
LINES = 8


class KnownNames(QCompleter):
    """Offers what contains the letters typed, in the id or in the title."""

    def __init__(self, titles: Mapping[str, str], parent: QObject) -> None:
        super().__init__(parent)
        model = QStandardItemModel(self)
        for id_, title in titles.items():
            item = QStandardItem(f"{id_}  {title}")
            item.setData(id_, ID)
            model.appendRow(item)
        self.setModel(model)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(LINES)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return what is written into the line: the id."""
        return str(index.data(ID))
