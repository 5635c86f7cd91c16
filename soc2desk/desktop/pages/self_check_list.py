"""The items of the Canadian baseline in their groups, each with its answer; answered with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTreeView

from soc2desk.desktop.labels import plain_tip
from soc2desk.domain.self_answers import Has

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.self_check import Group, SelfRow
    from soc2desk.desktop.shell import Shell

ID = Qt.ItemDataRole.UserRole
HEIGHT, ICON = 280, 16  # pixels, before scaling
LOOKS = {
    "": ("circle", "muted"),
    Has.YES: ("check-circle", "good"),
    Has.PARTLY: ("circle-dot", "warn"),
    Has.NO: ("x", "bad"),
    Has.NOT_APPLICABLE: ("minus", "muted"),
}
KEYS = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), Has, strict=True))
"""Digits answer the item with the keyboard, in the order of the buttons."""


class SelfCheckList(QTreeView):
    """`chosen` brings the id of the item with the keyboard; `answered` an item and what a key says of it."""

    chosen = Signal(str)
    answered = Signal(str, str)
    entered_item = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._rows: dict[str, SelfRow] = {}
        self._items: dict[str, tuple[QStandardItem, QStandardItem]] = {}
        self.lines = QStandardItemModel(self)
        self._look()
        self.selectionModel().currentChanged.connect(lambda index, _: self.chosen.emit(self._id(index)))
        shell.recoloured.connect(self._draw)

    def _look(self) -> None:
        words = self._shell.words
        self.lines.setHorizontalHeaderLabels([words("self_check.item"), words("self_check.answer")])
        self.setModel(self.lines)
        self.setAccessibleName(words("self_check.list"))
        self.setAccessibleDescription(words("self_check.keys"))
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setIconSize(QSize(ICON, ICON))
        self.setAllColumnsShowFocus(True)
        self.setMinimumHeight(HEIGHT)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    # ---- what it shows ---------------------------------------------------------------------------

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Show the items as of now; the one that was chosen stays so."""
        rows = {row.id: row for group in groups for row in group.rows}
        if rows == self._rows:
            return
        same = list(rows) == list(self._rows)
        before, self._rows = self._rows, rows
        if not same:
            self._build(groups)
        for id_, row in rows.items():
            if row != before.get(id_) or not same:
                self._draw_row(row)

    def _build(self, groups: tuple[Group, ...]) -> None:
        self.lines.removeRows(0, self.lines.rowCount())
        self._items = {}
        for group in groups:
            # A step that is its only item is said once.
            is_its_item = [row.title for row in group.rows] == [group.title]
            heading = self.lines.invisibleRootItem() if is_its_item else self._heading(group)
            for row in group.rows:
                pair = QStandardItem(), QStandardItem()
                pair[0].setData(row.id, ID)
                heading.appendRow(list(pair))
                self._items[row.id] = pair
        self.expandAll()
        for at in range(self.lines.rowCount()):
            if self.lines.item(at).data(ID):
                continue
            self.setFirstColumnSpanned(at, QModelIndex(), True)

    def _heading(self, group: Group) -> QStandardItem:
        words = self._shell.words
        heading = QStandardItem(words("self_check.group", id=group.id, title=words.of(group.title)))
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self.lines.appendRow([heading, QStandardItem()])
        return heading

    def _draw(self) -> None:
        for row in self._rows.values():
            self._draw_row(row)

    def _draw_row(self, row: SelfRow) -> None:
        words, tokens = self._shell.words, self._shell.tokens
        title, answer = self._items[row.id]
        icon, colour = LOOKS[row.answer]
        said = words(f"self_check.said.{row.answer or 'open'}")
        if row.lacks:
            said = words("self_check.said.lacking", said=said, lacks=words(f"self_check.lacks.{row.lacks}"))
        title.setText(f"{row.id}  {words.of(row.title)}")
        title.setIcon(self._shell.icons.icon(icon, getattr(tokens, colour), ICON))
        title.setToolTip(plain_tip(words.of(row.title)))
        spoken = words("self_check.row", id=row.id, title=row.title, said=said)
        title.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        answer.setText(said)

    # ---- choosing and answering ------------------------------------------------------------------

    @staticmethod
    def _id(index: QModelIndex) -> str:
        return str(index.siblingAtColumn(0).data(ID) or "")

    @property
    def current(self) -> str:
        """The id of the item that is chosen, empty for none."""
        return self._id(self.currentIndex())

    def choose(self, item: str) -> bool:
        """Choose an item; return whether there is one."""
        pair = self._items.get(item)
        if pair is not None:
            self.setCurrentIndex(pair[0].index())
            self.scrollTo(pair[0].index())
        return pair is not None

    def choose_next(self, wanted: frozenset[str]) -> bool:
        """Choose the next of some items after the present one, and begin again at the top; return whether there is."""
        ids = list(self._items)
        at = ids.index(self.current) + 1 if self.current in self._items else 0
        found = next((id_ for id_ in (*ids[at:], *ids[:at]) if id_ in wanted), "")
        return bool(found) and self.choose(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take 1 to 4 as an answer, Delete as none, Enter as the way to what stands beside the answer."""
        key = event.key()
        if self.current and key in KEYS:
            self.answered.emit(self.current, KEYS[Qt.Key(key)].value)
        elif self.current and key == Qt.Key.Key_Delete:
            self.answered.emit(self.current, "")
        elif self.current and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_item.emit()
        else:
            super().keyPressEvent(event)
