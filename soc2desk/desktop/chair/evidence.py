"""One file of a case, looked at and never written to: the lines of a list, plain text, or a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTemporaryDir
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from soc2desk.app.chair_case import Case, Listed, read_file, read_list, read_words
from soc2desk.desktop.chair.fitting_picture import FittingPicture
from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.outside import open_outside
from soc2desk.domain.exercises import NOWHERE, Place
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from soc2desk.desktop.words import Words

HEIGHT = 260  # pixels, before scaling
SHOWN = 500
"""Lines of a list on the screen; a sample is drawn from all of them."""
TEXTS, PICTURES, WORD = frozenset({".md", ".txt", ".json", ".html"}), frozenset({".png"}), ".docx"


class Evidence(QWidget):
    """A choice of files and what stands in the one chosen."""

    def __init__(self, words: Words, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._case = words, case
        self._copies: list[QTemporaryDir] = []
        self.listed: Listed | None = None
        self.files = Combo(self)
        self.files.setAccessibleName(words("chair.file"))
        self.files.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.files.setMinimumContentsLength(30)
        self.files.addItem(words("chair.no_file"), "")
        for name in case.files:
            self.files.addItem(name, name)
        self.told = plain_label("", "hint", self)
        self.table = self._table()
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(words("chair.text"))
        self.picture = FittingPicture(self)
        self.picture.setAccessibleName(words("chair.picture"))
        self.stack = QStackedWidget(self)
        self.outside = QPushButton(words("chair.copy"), self)
        self._lay_out()
        self.files.currentIndexChanged.connect(lambda _: self.show_file(self.file))
        self.outside.clicked.connect(self._open_copy)
        self.show_file("")

    def _table(self) -> QTableWidget:
        made = QTableWidget(self)
        made.setAccessibleName(self._words("chair.lines"))
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setTabKeyNavigation(False)
        return made

    def _lay_out(self) -> None:
        shown: tuple[QWidget, ...] = (self.table, self.text, self.picture)
        for widget in shown:
            self.stack.addWidget(widget)
        self.stack.setMinimumHeight(HEIGHT)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (self.files, self.told, self.stack):
            box.addWidget(widget)
        box.addWidget(self.outside, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def file(self) -> str:
        """The file chosen; empty for none."""
        return str(self.files.currentData() or "")

    @property
    def items(self) -> tuple[int, ...]:
        """The lines chosen in a list, counted from 1 below the headings."""
        if self.listed is None:
            return ()
        return tuple(sorted({index.row() + 1 for index in self.table.selectionModel().selectedRows()}))

    @property
    def place(self) -> Place:
        """Where the person looks: the file, and in a list the first line chosen, called by its first cell."""
        if not self.file or self.listed is None or not self.items:
            return Place(self.file) if self.file else NOWHERE
        at = self.items[0] - 1
        return Place(self.file, next(filter(None, self.listed.rows[at]), ""), self.listed.lines[at])

    def show_file(self, name: str) -> None:
        """Show a file; what cannot be shown here is said, and can be opened as a copy."""
        self._look_at(name)
        self.told.setVisible(bool(self.told.text()))

    def _look_at(self, name: str) -> None:
        self.listed = None
        self.picture.show_picture(QPixmap())
        self.outside.setEnabled(bool(name))
        self.stack.setVisible(False)
        self.told.setText("" if name else self._words("chair.choose_file"))
        if not name:
            return
        try:
            self._show(name, Path(name).suffix.lower())
        except Problem as problem:
            self.told.setText(f"{problem.message} {problem.hint or ''}".strip())

    def _show(self, name: str, ending: str) -> None:
        if name in self._case.lists:
            self._show_list(read_list(self._case, name))
        elif ending in TEXTS:
            self.text.setPlainText(read_file(self._case, name).decode("utf-8", "replace"))
            self._bring(self.text)
        elif ending == WORD:
            self.text.setPlainText(read_words(self._case, name))
            self.told.setText(self._words("chair.words_alone"))
            self._bring(self.text)
        elif ending in PICTURES:
            drawn = QPixmap()
            drawn.loadFromData(read_file(self._case, name))
            self.picture.show_picture(drawn)
            self.told.setText("" if not drawn.isNull() else self._words("chair.no_picture"))
            self._bring(self.picture)
        else:
            self.told.setText(self._words("chair.outside"))

    def _show_list(self, listed: Listed) -> None:
        self.listed = listed
        rows = listed.rows[:SHOWN]
        self.table.clear()
        headings = (self._words("chair.line_of_file"), *listed.headings)
        self.table.setColumnCount(len(headings))
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels(headings)
        for at, row in enumerate(rows):
            # Beside the number of the item: a note names the line of the file, as the command and the key do.
            for column, cell in enumerate((str(listed.lines[at]), *row)):
                self.table.setItem(at, column, QTableWidgetItem(cell))
        self.table.resizeColumnsToContents()
        self.told.setText(self._words("chair.listed", count=listed.total, shown=len(rows)))
        self._bring(self.table)

    def _bring(self, widget: QWidget) -> None:
        self.stack.setCurrentWidget(widget)
        self.stack.setVisible(True)

    def _open_copy(self) -> None:
        """Write a copy beside and open it: what is done to it changes nothing here."""
        try:
            raw = read_file(self._case, self.file)
        except Problem as problem:
            self.told.setText(problem.message)
            return
        home = QTemporaryDir()
        self._copies.append(home)
        target = Path(home.path()) / Path(self.file).name
        target.write_bytes(raw)
        open_outside(target)
