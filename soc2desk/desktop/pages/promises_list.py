"""The promises of the documents, one line each: what, how often, who, and whether it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTreeView

from soc2desk.desktop.labels import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.promise_rows import PromiseRow
    from soc2desk.desktop.shell import Shell

ID = Qt.ItemDataRole.UserRole
HEIGHT, ICON = 300, 16  # pixels, before scaling
LOOKS = {
    "in_place": ("check-circle", "good"),
    "run_by_vendor": ("handshake", "good"),
    "planned": ("calendar", "warn"),
    "not_confirmed": ("circle", "bad"),
}
COLUMNS = ("promise", "amount", "owner", "state")
SHARES = (0.38, 0.21, 0.21)
"""What each column but the last takes of the width."""


class PromisesList(QTreeView):
    """`chosen` brings the id of the promise with the keyboard; `entered_line` asks for what stands below."""

    chosen = Signal(str)
    entered_line = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._rows: list[PromiseRow] = []
        self.lines = QStandardItemModel(self)
        self._look()
        self.selectionModel().currentChanged.connect(lambda index, _: self.chosen.emit(self._id(index)))
        shell.recoloured.connect(self._draw)

    def _look(self) -> None:
        words = self._shell.words
        self.lines.setHorizontalHeaderLabels([words(f"promises.column.{name}") for name in COLUMNS])
        self.setModel(self.lines)
        self.setAccessibleName(words("promises.list"))
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setIconSize(QSize(ICON, ICON))
        self.setAllColumnsShowFocus(True)
        self.setMinimumHeight(HEIGHT)
        head = self.header()
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns."""
        super().resizeEvent(event)
        for at, share in enumerate(SHARES):
            self.setColumnWidth(at, round(self.viewport().width() * share))

    def show_rows(self, rows: list[PromiseRow]) -> None:
        """Show these promises; the one that was chosen stays so where it is among them."""
        if rows == self._rows:
            return
        kept, self._rows = self.current, rows
        self.lines.removeRows(0, self.lines.rowCount())
        for row in rows:
            first, *others = (QStandardItem() for _ in COLUMNS)
            first.setData(row.id, ID)
            self.lines.appendRow([first, *others])
        self._draw()
        self.choose(kept)

    def _draw(self) -> None:
        for at, row in enumerate(self._rows):
            self._draw_row(at, row)

    def _draw_row(self, at: int, row: PromiseRow) -> None:
        words, tokens = self._shell.words, self._shell.tokens
        icon, colour = LOOKS[row.state.value]
        state = words(f"promises.state.{row.state.value}")
        owner = words.of(row.owner_name) if row.owner_name else words("promises.nobody")
        title = f"{row.control}  {words.of(row.title)}"
        for column, said in enumerate((title, words.of(row.amount), owner, state)):
            self.lines.item(at, column).setText(said)
            self.lines.item(at, column).setToolTip(plain_tip(said))
        first, last = self.lines.item(at, 0), self.lines.item(at, len(COLUMNS) - 1)
        first.setToolTip(plain_tip(words.of(row.text)))
        spoken = words("promises.spoken", title=title, amount=row.amount, owner=owner, state=state)
        first.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        last.setIcon(self._shell.icons.icon(icon, getattr(tokens, colour), ICON))

    @staticmethod
    def _id(index: QModelIndex) -> str:
        return str(index.siblingAtColumn(0).data(ID) or "")

    @property
    def current(self) -> str:
        """The id of the promise that is chosen, empty for none."""
        return self._id(self.currentIndex())

    def choose(self, promise: str) -> bool:
        """Choose a promise, or the first of a control; return whether it is listed."""
        found = next((at for at, row in enumerate(self._rows) if promise in {row.id, row.control}), -1)
        if found >= 0:
            self.setCurrentIndex(self.lines.index(found, 0))
            self.scrollTo(self.currentIndex())
        return found >= 0

    def choose_first(self) -> None:
        """Choose the first promise where none is chosen."""
        if not self.current and self._rows:
            self.choose(self._rows[0].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as the way to what stands below."""
        if self.current and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_line.emit()
        else:
            super().keyPressEvent(event)
