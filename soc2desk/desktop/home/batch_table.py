"""What became of each client of a batch, a line each: as the summary beside the packets has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from soc2desk.domain.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from soc2desk.app.batch import ClientRow
    from soc2desk.desktop.words import Words

COLUMNS = ("client", "result", "findings", "reason")
LINES = 6
MOST_LETTERS = {0: 36, 2: 23}
"""How wide the columns of names and of findings get at most."""


class BatchTable(QTableWidget):
    """The lines of those without a packet stand first: they are what a person looks for."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(0, len(COLUMNS), parent)
        self._words = words
        self.setAccessibleName(words("batch.table"))
        self.setHorizontalHeaderLabels([words(f"batch.column.{name}") for name in COLUMNS])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)

    def show_rows(self, rows: Sequence[ClientRow]) -> None:
        """Show these lines."""
        ordered = sorted(rows, key=lambda row: row.is_good)
        self.setRowCount(len(ordered))
        for at, row in enumerate(ordered):
            for column, words in enumerate(self._cells(row)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.setItem(at, column, item)
        self.setCurrentCell(0, 0)
        self._share_room()
        # Two lines of words in each row; what is longer is spoken, and shown under the mouse.
        high = round(self.fontMetrics().height() * 2.7)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(high)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(high * min(max(len(ordered), 2), LINES) + head + 2 * self.frameWidth())

    def _share_room(self) -> None:
        """Make columns as wide as they need, but leave room for the notes: names and findings break into two lines."""
        self.resizeColumnsToContents()
        for column, letters in MOST_LETTERS.items():
            most = self.fontMetrics().averageCharWidth() * letters
            self.setColumnWidth(column, min(self.columnWidth(column), most))

    def _cells(self, row: ClientRow) -> tuple[str, ...]:
        words = self._words
        counts = {severity.value: row.found(severity) for severity in Severity}
        said = [row.reason, row.hint if row.reason else ""]
        if row.made is not None and row.made.open_questions:
            key = "batch.empty" if row.made.is_empty else "batch.open_questions"
            said.append(words(key, count=row.made.open_questions, total=row.made.questions))
        said += [words("batch.aside", place=place) for place in row.set_aside]
        return (
            row.client.name,
            words(f"batch.result.{row.became}"),
            words("batch.findings", **counts) if row.made else "",
            " ".join(filter(None, said)),
        )
