"""The projects worked on, with a line that filters them and what one can do with each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from soc2desk.app.shelf import UNFILED, Order, Shown, Wanted, tags_in
from soc2desk.desktop.home.list_filters import ListFilters
from soc2desk.desktop.home.project_model import ANSWERED, CATEGORIES, ICON, MORE, NAME, FilteredProjects, ProjectModel
from soc2desk.desktop.home.tagged_name import TaggedName
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from soc2desk.desktop.home.project_model import Row
    from soc2desk.desktop.icons import Icons
    from soc2desk.desktop.tokens import Tokens
    from soc2desk.desktop.words import Words

ACTS = (
    "open",
    "duplicate",
    "preset_apply",
    "preset_save",
    "tags",
    "send",
    "merge",
    "chair",
    "over",
    "folder",
    "backups",
    "archive",
    "back",
    "remove",
)
_NOT_WHEN_BROKEN = frozenset({"open", "duplicate", "preset_apply", "preset_save", "send", "merge", "chair", "over"})
LEAST_ROWS = 4
FEW = 5
"""As many projects are found without being narrowed."""
_ROLE = Qt.ItemDataRole


class ProjectTable(QTableView):
    """A table in which Enter acts on the row and the menu key opens its menu."""

    entered_row = Signal(QModelIndex)
    asked = Signal(QModelIndex, QPoint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on Enter; Qt's own signal for it comes or does not, as the system has it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the mouse, or of the current one for the menu key."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index, at = self.indexAt(self.viewport().mapFrom(self, event.pos())), event.globalPos()
        else:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        if index.isValid():
            self.asked.emit(index, at)


class ProjectList(QWidget):
    """`wanted` brings the name of an act, one of ACTS, and the Row it is asked of."""

    wanted = Signal(str, object)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._complete = False
        self.model = ProjectModel(words, self)
        self.shown = FilteredProjects(self.model, self)
        self.menu = QMenu(self)
        self.filter = self._make_filter()
        self.filters = ListFilters(words, self)
        self.filters.changed.connect(self._filtered)
        self.table = self._make_table()
        self.empty = plain_label(words("home.list.looking"), "hint", self)
        self.count = plain_label("", "hint", self)
        title = plain_label(words("home.list.title"), "heading", self)
        # On one line beside the count: it would break after its first word.
        title.setWordWrap(False)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addWidget(self.count, 1)
        head.addWidget(self.filter, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(head)
        box.addWidget(self.filters)
        box.addWidget(self.empty)
        box.addWidget(self.table, 1)
        box.addStretch(0)
        self._show_state()

    def _make_filter(self) -> QLineEdit:
        made = QLineEdit(self)
        made.setPlaceholderText(self._words("home.list.filter"))
        made.setAccessibleName(self._words("home.list.filter_name"))
        made.setClearButtonEnabled(True)
        made.setAcceptDrops(False)
        made.textChanged.connect(self._filtered)
        return made

    def _make_table(self) -> ProjectTable:
        made = ProjectTable(self)
        made.setModel(self.shown)
        made.setItemDelegateForColumn(NAME, TaggedName(made))
        made.setAccessibleName(self._words("home.list.title"))
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setTabKeyNavigation(False)
        made.setShowGrid(False)
        made.setWordWrap(True)
        made.setIconSize(QSize(ICON, ICON))
        made.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._size(made)
        made.doubleClicked.connect(lambda index: self._act("open", index) if index.column() != MORE else None)
        made.clicked.connect(lambda index: self._ask_here(index) if index.column() == MORE else None)
        made.entered_row.connect(self._entered)
        made.asked.connect(self.ask)
        return made

    def _size(self, table: ProjectTable) -> None:
        line = self.fontMetrics().height()
        rows, columns = table.verticalHeader(), table.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(round(line * 2.7))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, letters in ((CATEGORIES, 30), (ANSWERED, 18), (MORE, 6)):
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            columns.resizeSection(column, self.fontMetrics().averageCharWidth() * letters)
        table.setMinimumHeight(round(line * 2.7) * LEAST_ROWS)

    # ---- what is shown ---------------------------------------------------------------------------

    def place(self, at: int, row: Row) -> None:
        """Show a project at its place."""
        self.model.place(at, row)
        if at == 0 or (not self._complete and self.table.isVisible() != (self.shown.rowCount() > 0)):
            self._show_state()
        self._show_count()

    def ended(self, count: int) -> None:
        """Take away what is not there any more: these are all projects."""
        self.model.cut(count)
        self._complete = True
        self.filters.offer(self.tags)
        self._show_state()

    def failed(self) -> None:
        """Say that the projects cannot be listed."""
        self.model.cut(0)
        self._show_state(self._words("home.list.failed"))

    def take_off(self, row: Row) -> None:
        """Take one project from the list."""
        self.model.take_off(row.card.folder)
        self._show_state()

    def draw(self, icons: Icons, tokens: Tokens) -> None:
        """Draw icons in the colours of the look."""
        self.model.draw(icons, tokens)

    @property
    def tags(self) -> tuple[str, ...]:
        """Every tag of the projects that are there."""
        return tags_in(row.card for row in self.model.rows)

    def _filtered(self) -> None:
        order = self.filters.chosen_order
        self.model.show_due(always=order is Order.NEXT)
        self.shown.want(self.filters.wanted(self.filter.text()), order)
        self._show_state()

    def _show_state(self, told: str = "") -> None:
        there, fitting = self.model.rowCount(), self.shown.rowCount()
        if not fitting and not self._complete and not told:
            told = self._words("home.list.looking")
        elif not there and not told:
            told = self._words("home.list.none")
        elif there and not fitting:
            told = self._words("home.list.all_archived" if self.shown.wanted == Wanted() else "home.list.none_found")
        self.empty.setText(told)
        self.empty.setVisible(bool(told))
        self.table.setVisible(fitting > 0)
        self.filter.setVisible(there > 0)
        filed = any(row.card.filing != UNFILED for row in self.model.rows)
        self.filters.setVisible(there > FEW or filed or self.filters.wanted("").shown is not Shown.ALL)
        self._show_count()

    def _show_count(self) -> None:
        """Tell of many projects how many there are, and that more are still being read."""
        there, fitting = self.model.rowCount(), self.shown.rowCount()
        key = "reading" if not self._complete else "all" if fitting == there else "some"
        self.count.setText(self._words(f"home.list.count.{key}", count=fitting, total=there) if there > FEW else "")

    # ---- acts ------------------------------------------------------------------------------------

    @property
    def shown_rows(self) -> tuple[Row, ...]:
        """The projects that the list shows now, in its order."""
        return tuple(self._row(self.shown.index(at, NAME)) for at in range(self.shown.rowCount()))

    def _row(self, index: QModelIndex) -> Row:
        row: Row = index.siblingAtColumn(NAME).data(_ROLE.UserRole)
        return row

    def _act(self, act: str, index: QModelIndex) -> None:
        self.wanted.emit(act, self._row(index))

    def _entered(self, index: QModelIndex) -> None:
        if index.column() == MORE:
            self._ask_here(index)
        else:
            self._act("open", index)

    def _ask_here(self, index: QModelIndex) -> None:
        self.ask(index, self.table.viewport().mapToGlobal(self.table.visualRect(index).bottomLeft()))

    def ask(self, index: QModelIndex, at: QPoint) -> None:
        """Show the menu of a project."""
        row = self._row(index)
        self.menu.clear()
        for act in ACTS:
            if not _is_offered(act, row):
                continue
            action = QAction(self._words(f"home.menu.{act}"), self.menu)
            action.setObjectName(act)
            action.setEnabled(row.card.problem is None or act not in _NOT_WHEN_BROKEN)
            action.triggered.connect(lambda _=False, act=act: self.wanted.emit(act, row))
            self.menu.addAction(action)
        self.menu.popup(at)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the rows high enough when the system's letters grow."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "table"):
            self._size(self.table)


def _is_offered(act: str, row: Row) -> bool:
    archived = row.card.filing.archived
    return {"over": bool(row.card.sample), "archive": not archived, "back": archived}.get(act, True)
