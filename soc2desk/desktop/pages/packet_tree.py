"""The plan of a packet as a tree of boxes: folders, and the documents in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from soc2desk.desktop.labels import plain_tip
from soc2desk.desktop.pages.packet_words import said_formats

if TYPE_CHECKING:
    from soc2desk.app.packet_plan import PlannedFolder
    from soc2desk.desktop.words import Words

MOST_ROWS = 14
"""A longer tree scrolls by itself."""
_ID = Qt.ItemDataRole.UserRole
_TICKED, _UNTICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class PacketTree(QTreeWidget):
    """Each folder and document with a box. `chosen` follows each change of `left_out`, the ids without a tick."""

    chosen = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._folders: tuple[PlannedFolder, ...] = ()
        self.left_out: frozenset[str] = frozenset()
        self.setAccessibleName(words("packet.tree.label"))
        self.setAccessibleDescription(words("packet.tree.hint"))
        self.setHeaderLabels([words("packet.tree.column"), words("packet.tree.formats")])
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemChanged.connect(self._ticked)
        self.itemExpanded.connect(self._fit)
        self.itemCollapsed.connect(self._fit)

    def show_folders(self, folders: tuple[PlannedFolder, ...]) -> None:
        """Show what a packet can hold; what was left out stays so, and folders that were open stay open."""
        if folders == self._folders:
            return
        opened = {self._key(item) for item in self._tops() if item.isExpanded()}
        current = self.currentItem()
        at = self._key(current) if current is not None else ""
        with QSignalBlocker(self):
            self.clear()
            for folder in folders:
                self.addTopLevelItem(self._folder(folder))
        self._folders = folders
        with QSignalBlocker(self):
            for top in self._tops():
                top.setExpanded(self._key(top) in opened)
            self._stand_at(at)
        self._fit()

    def tick_all(self) -> None:
        """Put every tick back."""
        for top in self._tops():
            top.setCheckState(0, _TICKED)

    def untick(self, document: str) -> None:
        """Take a document out."""
        for item in self._documents():
            if item.data(0, _ID) == document:
                item.setCheckState(0, _UNTICKED)

    def _folder(self, folder: PlannedFolder) -> QTreeWidgetItem:
        words = self._words
        title = words("packet.tree.internal") if folder.internal else words(f"packet.kind.{folder.kind}")
        item = QTreeWidgetItem([title, ""])
        item.setData(0, _ID, ("internal/" if folder.internal else "") + folder.kind)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        for document in folder.documents:
            formats = said_formats(words, document.formats) or words("packet.format.none")
            # Names of documents may be a firm's own; an item shows them as they are.
            inside = QTreeWidgetItem([document.title, formats])
            inside.setData(0, _ID, document.id)
            inside.setToolTip(0, plain_tip(f"{document.title} ({document.id})"))
            inside.setFlags(inside.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            inside.setCheckState(0, _UNTICKED if document.id in self.left_out else _TICKED)
            item.addChild(inside)
        return item

    def _ticked(self) -> None:
        there = {str(item.data(0, _ID)): item.checkState(0) is _TICKED for item in self._documents()}
        # Documents that another reader gets keep their ticks.
        left_out = frozenset(one for one in self.left_out if one not in there)
        left_out |= {one for one, ticked in there.items() if not ticked}
        if left_out != self.left_out:
            self.left_out = left_out
            self.chosen.emit()

    def _stand_at(self, key: str) -> None:
        everything = [*self._tops(), *self._documents()]
        wanted = [item for item in everything if self._key(item) == key] or everything[:1]
        if wanted:
            self.setCurrentItem(wanted[0])

    def _tops(self) -> list[QTreeWidgetItem]:
        tops = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [top for top in tops if top is not None]

    def _documents(self) -> list[QTreeWidgetItem]:
        inside = (top.child(at) for top in self._tops() for at in range(top.childCount()))
        return [item for item in inside if item is not None]

    @staticmethod
    def _key(item: QTreeWidgetItem) -> str:
        return str(item.data(0, _ID))

    def _fit(self) -> None:
        """Be as high as what is open, up to MOST_ROWS."""
        rows = sum(1 + (top.childCount() if top.isExpanded() else 0) for top in self._tops())
        height = max(self.sizeHintForRow(0), self.fontMetrics().height())
        self.setFixedHeight(self.header().sizeHint().height() + min(max(rows, 1), MOST_ROWS) * height + 8)
