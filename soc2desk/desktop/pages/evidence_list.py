"""What an auditor asks for and what is owed, one line each, with where it stands. Files can be dropped on one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from soc2desk.desktop.labels import plain_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.evidence_rows import EvidenceRow
    from soc2desk.desktop.shell import Shell

ID = Qt.ItemDataRole.UserRole
HEIGHT, ICON = 260, 16  # pixels, before scaling
LOOKS = {
    "not_started": ("circle", "muted"),
    "rejected": ("x", "bad"),
    "collected": ("circle-dot", "accent"),
    "none_occurred": ("minus", "good"),
    "accepted": ("check-circle", "good"),
}
COLUMNS = ("asked", "owner", "state")
SHARES = (0.54, 0.20)
"""What each column but the last takes of the width."""


def files_in(data: QMimeData) -> list[Path]:
    """Return the files of this computer that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class EvidenceList(QTreeView):
    """`chosen` brings the id of the line with the keyboard, `entered_line` asks for what stands below.

    `dropped` brings the id of a line and the files that were dropped on it.
    """

    chosen = Signal(str)
    entered_line = Signal()
    dropped = Signal(str, list)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._rows: list[EvidenceRow] = []
        self.lines = QStandardItemModel(self)
        self._look()
        self.selectionModel().currentChanged.connect(lambda index, _: self.chosen.emit(self._id(index)))
        shell.recoloured.connect(self._draw)

    def _look(self) -> None:
        words = self._shell.words
        self.lines.setHorizontalHeaderLabels([words(f"evidence.column.{name}") for name in COLUMNS])
        self.setModel(self.lines)
        self.setAccessibleName(words("evidence.list"))
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setIconSize(QSize(ICON, ICON))
        self.setAllColumnsShowFocus(True)
        self.setMinimumHeight(HEIGHT)
        self.setAcceptDrops(not self._shell.project.session.is_read_only)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        head = self.header()
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns."""
        super().resizeEvent(event)
        for at, share in enumerate(SHARES):
            self.setColumnWidth(at, round(self.viewport().width() * share))

    def show_rows(self, rows: list[EvidenceRow]) -> None:
        """Show these lines; the one that was chosen stays so where it is among them."""
        if rows == self._rows:
            return
        kept, same = self.current, [row.id for row in rows] == [row.id for row in self._rows]
        self._rows = rows
        if not same:
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

    def _draw_row(self, at: int, row: EvidenceRow) -> None:
        words, tokens = self._shell.words, self._shell.tokens
        icon, colour = LOOKS[row.state.value]
        state = words(f"evidence.state.{row.state.value}")
        if row.needs_a_look:
            state, icon, colour = words("evidence.looked_at", state=state), "alert-triangle", "warn"
        owner = words.of(self._shell.engagement.person_name(row.owner)) or words("evidence.nobody")
        title = f"{row.id}  {words.of(row.title)}"
        for column, said in enumerate((title, owner, state)):
            self.lines.item(at, column).setText(said)
            self.lines.item(at, column).setToolTip(plain_tip(said))
        first, last = self.lines.item(at, 0), self.lines.item(at, len(COLUMNS) - 1)
        spoken = words("evidence.spoken", title=title, owner=owner, state=state)
        first.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        last.setIcon(self._shell.icons.icon(icon, getattr(tokens, colour), ICON))

    @staticmethod
    def _id(index: QModelIndex) -> str:
        return str(index.siblingAtColumn(0).data(ID) or "")

    @property
    def current(self) -> str:
        """The id of the line that is chosen, empty for none."""
        return self._id(self.currentIndex())

    def choose(self, wanted: str) -> bool:
        """Choose a line by its id; return whether it is listed."""
        found = next((at for at, row in enumerate(self._rows) if row.id == wanted), -1)
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

    # ---- files dropped -----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Choose the line under the files, so that a person sees where they would go."""
        line = self._id(self.indexAt(event.position().toPoint()))
        if line and self.choose(line):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach the files to the line under them, which was chosen on the way."""
        line, files = self.current, files_in(event.mimeData())
        if line and files:
            event.acceptProposedAction()
            self.dropped.emit(line, files)
