"""The courses of everybody, one line for each person and course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTreeView

from soc2desk.desktop.dates import said_date

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.training_rows import CourseRow
    from soc2desk.desktop.shell import Shell

ID = Qt.ItemDataRole.UserRole
HEIGHT, ICON = 300, 16  # pixels, before scaling
LOOKS = {
    "done": ("check-circle", "good"),
    "late": ("alert-triangle", "warn"),
    "repeat": ("refresh", "warn"),
    "ahead": ("circle", "muted"),
    "overdue": ("alert-circle", "bad"),
}
COLUMNS = ("person", "course", "due", "state")
SHARES = (0.2, 0.32, 0.25)
"""What each column but the last takes of the width."""


class TrainingList(QTreeView):
    """`chosen` brings the id of the line with the keyboard; `entered_line` asks for what stands below."""

    chosen = Signal(str)
    entered_line = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._rows: list[CourseRow] = []
        self.lines = QStandardItemModel(self)
        words = shell.words
        self.lines.setHorizontalHeaderLabels([words(f"training.column.{name}") for name in COLUMNS])
        self.setModel(self.lines)
        self.setAccessibleName(words("training.list"))
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setIconSize(QSize(ICON, ICON))
        self.setAllColumnsShowFocus(True)
        self.setMinimumHeight(HEIGHT)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.selectionModel().currentChanged.connect(lambda index, _: self.chosen.emit(self._id(index)))
        shell.recoloured.connect(self._draw)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns."""
        super().resizeEvent(event)
        for at, share in enumerate(SHARES):
            self.setColumnWidth(at, round(self.viewport().width() * share))

    def show_rows(self, rows: list[CourseRow]) -> None:
        """Show these lines; the one that was chosen stays so where it is among them."""
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
        words, tokens = self._shell.words, self._shell.tokens
        for at, row in enumerate(self._rows):
            icon, colour = LOOKS[row.state.value]
            due = said_date(row.due, words) if row.due else words("training.no_day")
            state = words(f"training.state.{row.state.value}")
            cells = (words.of(row.name), f"{row.course} {words.of(row.title)}", due, state)
            for column, said in enumerate(cells):
                self.lines.item(at, column).setText(said)
            self.lines.item(at, 0).setData(", ".join(cells), Qt.ItemDataRole.AccessibleTextRole)
            self.lines.item(at, len(COLUMNS) - 1).setIcon(self._shell.icons.icon(icon, getattr(tokens, colour), ICON))

    @staticmethod
    def _id(index: QModelIndex) -> str:
        return str(index.siblingAtColumn(0).data(ID) or "")

    @property
    def current(self) -> str:
        """The id of the line that is chosen, empty for none."""
        return self._id(self.currentIndex())

    def choose(self, wanted: str) -> bool:
        """Choose a line, or the first of a person; return whether it is listed."""
        found = next((at for at, row in enumerate(self._rows) if wanted in {row.id, row.person}), -1)
        if found >= 0:
            self.setCurrentIndex(self.lines.index(found, 0))
            self.scrollTo(self.currentIndex())
        return found >= 0

    def choose_first(self) -> None:
        """Choose the first line where none is chosen."""
        if not self.current and self._rows:
            self.choose(self._rows[0].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as the way to what stands below."""
        if self.current and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_line.emit()
        else:
            super().keyPressEvent(event)
