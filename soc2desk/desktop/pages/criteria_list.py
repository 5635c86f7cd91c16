"""Every criterion of the scope with what stands behind it, searchable; the optional ones can be left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeView, QVBoxLayout, QWidget

from soc2desk.desktop.labels import plain_label, plain_tip

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.criteria import Criterion

ID = Qt.ItemDataRole.UserRole
SEARCHED = Qt.ItemDataRole.UserRole + 1
HEIGHT, ICON = 320, 16  # pixels, before scaling
LOOKS = {"some": ("check-circle", "good"), "none": ("alert-triangle", "warn"), "out": ("minus", "muted")}


@dataclass(frozen=True, slots=True)
class _Row:
    """One criterion as the list shows it."""

    criterion: Criterion
    look: str
    coverage: str


class CriteriaList(QWidget):
    """`chosen` brings the id of the criterion the keyboard is on; empty for none."""

    chosen = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._rows: tuple[_Row, ...] = ()
        self._items: dict[str, tuple[QStandardItem, QStandardItem]] = {}
        words = shell.words
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(words("scope.criteria.search"))
        self.search.setAccessibleName(words("scope.criteria.search"))
        self.search.textChanged.connect(self._filter)
        self.model = QStandardItemModel(self)
        self.tree = self._make_tree()
        self.nothing = plain_label("", "hint", self)
        self.nothing.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for widget in (self.search, self.tree, self.nothing):
            box.addWidget(widget)
        shell.recoloured.connect(self._draw)

    def _make_tree(self) -> QTreeView:
        tree = QTreeView(self)
        words = self._shell.words
        self.model.setHorizontalHeaderLabels([words("scope.criteria.heading"), words("scope.criteria.coverage")])
        tree.setModel(self.model)
        tree.setAccessibleName(words("scope.criteria.list"))
        tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        tree.setUniformRowHeights(True)
        tree.setRootIsDecorated(False)
        tree.setItemsExpandable(False)
        tree.setIndentation(0)
        tree.setIconSize(QSize(ICON, ICON))
        tree.setAllColumnsShowFocus(True)
        tree.setMinimumHeight(HEIGHT)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.selectionModel().currentChanged.connect(self._moved)
        return tree

    # ---- from the project ------------------------------------------------------------------------

    def show_criteria(self) -> None:
        """Show the criteria as of now; the row that was chosen stays so."""
        rows = tuple(self._row(one) for one in self._in_scope())
        if rows == self._rows:
            return
        same = [row.criterion.id for row in rows] == [row.criterion.id for row in self._rows]
        self._rows = rows
        if not same:
            self._build()
        self._draw()
        self._filter()

    def _in_scope(self) -> list[Criterion]:
        engagement = self._shell.engagement
        return [one for one in engagement.catalogue.criteria if one.category in engagement.scope.categories]

    def _row(self, criterion: Criterion) -> _Row:
        engagement, words = self._shell.engagement, self._shell.words
        if criterion.id in engagement.scope.left_out:
            return _Row(criterion, "out", words("scope.criteria.left_out"))
        total = sum(one.applies and criterion.id in one.criteria for one in engagement.controls)
        done = len(engagement.coverage.get(criterion.id, ()))
        if not total:
            return _Row(criterion, "none", words("scope.criteria.none"))
        coverage = words("scope.criteria.some" if done else "scope.criteria.none_of", done=done, total=total)
        return _Row(criterion, "some" if done else "none", coverage)

    def _build(self) -> None:
        chosen, scrolled = self.current, self.tree.verticalScrollBar().value()
        self.model.removeRows(0, self.model.rowCount())
        self._items, groups = {}, {}
        for row in self._rows:
            key = (row.criterion.category, row.criterion.series)
            if key not in groups:
                groups[key] = self._heading(*key)
            pair = QStandardItem(), QStandardItem()
            pair[0].setData(row.criterion.id, ID)
            groups[key].appendRow(list(pair))
            self._items[row.criterion.id] = pair
        self.tree.expandAll()
        for row_number in range(self.model.rowCount()):
            self.tree.setFirstColumnSpanned(row_number, QModelIndex(), True)
        if not self.choose(chosen):
            self.chosen.emit("")
        self.tree.verticalScrollBar().setValue(scrolled)

    def _heading(self, category: str, series: str) -> QStandardItem:
        words = self._shell.words
        names = {one.id: words.of(one.name) for one in self._shell.catalogue.categories}
        text = words("scope.criteria.group", series=series, category=names.get(category, category))
        item = QStandardItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        self.model.appendRow([item, QStandardItem()])
        return item

    def _draw(self) -> None:
        words, tokens = self._shell.words, self._shell.tokens
        for row in self._rows:
            title, coverage = self._items[row.criterion.id]
            criterion = row.criterion
            icon, colour = LOOKS[row.look]
            title.setText(f"{criterion.id}  {words.of(criterion.title)}")
            title.setIcon(self._shell.icons.icon(icon, getattr(tokens, colour), ICON))
            title.setToolTip(plain_tip(words.of(criterion.description)))
            title.setData(f"{criterion.id} {criterion.title} {criterion.description}".casefold(), SEARCHED)
            spoken = words("scope.criteria.row", id=criterion.id, title=criterion.title, coverage=row.coverage)
            title.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            coverage.setText(row.coverage)

    # ---- finding one -----------------------------------------------------------------------------

    def _filter(self) -> None:
        typed = self.search.text().casefold().split()
        found = 0
        for number in range(self.model.rowCount()):
            heading = self.model.item(number)
            fitting = 0
            for row in range(heading.rowCount()):
                fits = all(word in heading.child(row).data(SEARCHED) for word in typed)
                self.tree.setRowHidden(row, heading.index(), not fits)
                fitting += fits
            self.tree.setRowHidden(number, QModelIndex(), not fitting)
            found += fitting
        text = self.search.text().strip()[:80]
        self.nothing.setText(self._shell.words("scope.criteria.nothing", text=text))
        self.nothing.setVisible(not found)

    @property
    def current(self) -> str:
        """The id of the criterion that is chosen, empty for none."""
        return str(self.tree.currentIndex().siblingAtColumn(0).data(ID) or "")

    def choose(self, criterion: str) -> bool:
        """Choose a criterion; return whether it is in the list. A search that hides it is taken back."""
        pair = self._items.get(criterion)
        if pair is None:
            return False
        index = pair[0].index()
        if self.tree.isRowHidden(index.row(), index.parent()):
            self.search.clear()
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)
        return True

    def choose_first(self) -> None:
        """Choose the first criterion where none is chosen."""
        if not self.current and self._items:
            self.choose(next(iter(self._items)))

    def _moved(self, index: QModelIndex) -> None:
        self.chosen.emit(str(index.siblingAtColumn(0).data(ID) or ""))
