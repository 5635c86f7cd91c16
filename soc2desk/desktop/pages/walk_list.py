"""The requests of the readiness review, owner by owner; answered with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTreeView

from soc2desk.desktop.labels import plain_tip
from soc2desk.domain.auditing import Ready

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.walking import Asked, OwnerWalk

ID = Qt.ItemDataRole.UserRole
HEIGHT, ICON = 300, 16  # pixels, before scaling
LOOKS = {
    "": ("circle", "muted"),
    Ready.YES: ("check-circle", "good"),
    Ready.PARTLY: ("circle-dot", "warn"),
    Ready.NO: ("x", "bad"),
}
KEYS = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), Ready, strict=True))
"""Digits answer the request with the keyboard, in the order of the buttons."""


class WalkList(QTreeView):
    """`chosen` brings the request with the keyboard; `answered` a request and what a key says of it."""

    chosen = Signal(str)
    answered = Signal(str, str)
    entered_item = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._walked: tuple[OwnerWalk, ...] = ()
        self._items: dict[str, tuple[QStandardItem, QStandardItem]] = {}
        self._owners: dict[str, QStandardItem] = {}
        self.lines = QStandardItemModel(self)
        self._look()
        self.selectionModel().currentChanged.connect(lambda index, _: self.chosen.emit(self._id(index)))
        shell.recoloured.connect(self._draw)

    def _look(self) -> None:
        words = self._shell.words
        self.lines.setHorizontalHeaderLabels([words("walk.request"), words("walk.answer")])
        self.setModel(self.lines)
        self.setAccessibleName(words("walk.list"))
        self.setAccessibleDescription(words("walk.keys"))
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

    def show_walk(self, walked: tuple[OwnerWalk, ...]) -> None:
        """Show the requests as of now; the one that was chosen stays so."""
        if walked == self._walked:
            return
        same = [_ids(one) for one in walked] == [_ids(one) for one in self._walked]
        current = self.current
        self._walked = walked
        if not same:
            self._build()
        self._draw()
        if not same and current:
            self.choose(current)

    def _build(self) -> None:
        self.lines.removeRows(0, self.lines.rowCount())
        self._items, self._owners = {}, {}
        for owner in self._walked:
            heading = QStandardItem()
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            font = heading.font()
            font.setBold(True)
            heading.setFont(font)
            self.lines.appendRow([heading, QStandardItem()])
            self._owners[owner.owner] = heading
            for one in owner.asked:
                pair = QStandardItem(), QStandardItem()
                pair[0].setData(one.request.id, ID)
                heading.appendRow(list(pair))
                self._items[one.request.id] = pair
        self.expandAll()
        for at in range(self.lines.rowCount()):
            self.setFirstColumnSpanned(at, QModelIndex(), True)

    def _draw(self) -> None:
        words = self._shell.words
        for owner in self._walked:
            name = self._shell.engagement.person_name(owner.owner) or words("walk.nobody")
            numbers = {ready.value: owner.count(ready) for ready in Ready}
            self._owners[owner.owner].setText(words("walk.owner", name=name, left=owner.count(None), **numbers))
            for one in owner.asked:
                self._draw_row(one)

    def _draw_row(self, one: Asked) -> None:
        words, tokens = self._shell.words, self._shell.tokens
        title, answer = self._items[one.request.id]
        ready = one.said.ready if one.said else ""
        icon, colour = LOOKS[ready]
        said = words(f"walk.said.{ready or 'open'}")
        asked = words.of(one.request.request)
        title.setText(f"{one.request.id}  {asked}")
        title.setIcon(self._shell.icons.icon(icon, getattr(tokens, colour), ICON))
        title.setToolTip(plain_tip(asked))
        spoken = words("walk.row", id=one.request.id, asked=one.request.request, said=said)
        title.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        answer.setText(said)

    # ---- choosing and answering ------------------------------------------------------------------

    @staticmethod
    def _id(index: QModelIndex) -> str:
        return str(index.siblingAtColumn(0).data(ID) or "")

    @property
    def current(self) -> str:
        """The id of the request that is chosen, empty for none."""
        return self._id(self.currentIndex())

    def choose(self, request: str) -> bool:
        """Choose a request; return whether it is asked here."""
        pair = self._items.get(request)
        if pair is not None:
            self.setCurrentIndex(pair[0].index())
            self.scrollTo(pair[0].index())
        return pair is not None

    def choose_first_open(self) -> None:
        """Choose the first request that nobody was asked about, else the first."""
        open_ones = (one.request.id for owner in self._walked for one in owner.asked if one.said is None)
        self.choose(next(open_ones, next(iter(self._items), "")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take 1 to 3 as an answer, Delete as none, Enter as the way to what was said."""
        key = event.key()
        if self.current and key in KEYS:
            self.answered.emit(self.current, KEYS[Qt.Key(key)].value)
        elif self.current and key == Qt.Key.Key_Delete:
            self.answered.emit(self.current, "")
        elif self.current and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_item.emit()
        else:
            super().keyPressEvent(event)


def _ids(one: OwnerWalk) -> tuple[str, ...]:
    return (one.owner, *(asked.request.id for asked in one.asked))
