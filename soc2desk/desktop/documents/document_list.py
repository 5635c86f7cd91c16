"""The list of documents: two lines each, filtered by text, kind and state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.document_rows import KINDS, DocumentRow, Standing, matching
from soc2desk.desktop.documents.document_words import standing_words, under_words
from soc2desk.desktop.documents.two_lines import ICON_ROLE, PALE_ROLE, UNDER_ROLE, TwoLines
from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.desktop.shell import Shell

ICONS = {
    Standing.DRAFT: ("circle", "muted"),
    Standing.EDITED: ("edit", "muted"),
    Standing.APPROVED: ("check-circle", "good"),
    Standing.CHANGED: ("alert-triangle", "warn"),
    Standing.MADE: ("list", "muted"),
    Standing.NOT_NEEDED: ("minus", "disabled"),
}
ROW = Qt.ItemDataRole.UserRole + 10
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class DocumentsModel(QAbstractListModel):
    """The rows that fit the filter, as Qt asks for them."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.rows: list[DocumentRow] = []
        self.unkept: frozenset[str] = frozenset()

    def show_rows(self, rows: list[DocumentRow], unkept: frozenset[str]) -> None:
        """Show other rows; `unkept` are documents in which something is worded and not kept."""
        if rows == self.rows and unkept == self.unkept:
            return
        self.beginResetModel()
        self.rows, self.unkept = rows, unkept
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many documents are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows, and says to those who listen."""
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shell.words.of(row.title)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.title}, {self._under(row)}"
            case Qt.ItemDataRole.ToolTipRole:
                return None
        return self._drawn(row, role)

    def _drawn(self, row: DocumentRow, role: int) -> object:
        if role == UNDER_ROLE:
            return self._under(row)
        if role == ICON_ROLE:
            icon, colour = ICONS[row.standing]
            return self._shell.icons.icon(icon, getattr(self._shell.tokens, colour), 20)
        if role == PALE_ROLE:
            return row.standing is Standing.NOT_NEEDED
        return row if role == ROW else None

    def _under(self, row: DocumentRow) -> str:
        return under_words(row, self._shell.words, unkept=row.id in self.unkept)


class DocumentList(QWidget):
    """The list with its filter and what can be done with what is chosen.

    `opened` brings the id of a document, `approving` the ids of several, `moved` the one the keyboard is on.
    """

    opened = Signal(str)
    approving = Signal(list)
    moved = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._all: tuple[DocumentRow, ...] = ()
        self._unkept: frozenset[str] = frozenset()
        words = shell.words
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(words("documents.search"))
        self.search.setAccessibleName(words("documents.search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(150)
        self.kind = self._combo("any_kind", [(kind, words(f"documents.kind.{kind}")) for kind in KINDS])
        self.standing = self._combo("any_standing", [(str(one), standing_words(one, words)) for one in Standing])
        self.list = self._make_list()
        self.count = plain_label("", "small", self)
        self.nothing = plain_label(words("documents.nothing"), "hint", self)
        self.clear = QPushButton(words("documents.clear"), self)
        self.open = QPushButton(words("documents.open"), self)
        self.approve = QPushButton(words("documents.approve"), self)
        self._lay_out()
        self._connect()

    def _combo(self, anything: str, choices: list[tuple[str, str]]) -> Combo:
        combo = Combo(self)
        combo.setAccessibleName(self._shell.words(f"documents.{anything}"))
        combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(9)
        combo.addItem(self._shell.words(f"documents.{anything}"), "")
        for id_, shown in choices:
            combo.addItem(shown, id_)
        return combo

    def _make_list(self) -> QListView:
        made = QListView(self)
        made.setModel(DocumentsModel(self._shell, self))
        made.setItemDelegate(TwoLines(self._shell, made))
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setResizeMode(QListView.ResizeMode.Adjust)
        made.setAccessibleName(self._shell.words("documents.list"))
        made.setAccessibleDescription(self._shell.words("documents.list_hint"))
        return made

    def _lay_out(self) -> None:
        filters = FlowLayout()
        for field in (self.search, self.kind, self.standing):
            filters.addWidget(field)
        acts = FlowLayout()
        for button in (self.open, self.approve, self.count):
            acts.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(filters)
        box.addWidget(self.nothing)
        box.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.list, 1)
        box.addLayout(acts)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.list.setFocus)
        for combo in (self.kind, self.standing):
            combo.currentIndexChanged.connect(self._filter)
        self.list.activated.connect(lambda index: self.opened.emit(index.data(ROW).id))
        selection = self.list.selectionModel()
        selection.currentChanged.connect(self._moved)
        selection.selectionChanged.connect(self._offer)
        self.clear.clicked.connect(self.show_all)
        self.open.clicked.connect(self._open_current)
        self.approve.clicked.connect(lambda: self.approving.emit(self.chosen))
        self._shell.recoloured.connect(self.list.viewport().update)

    # ---- rows ------------------------------------------------------------------------------------

    @property
    def model(self) -> DocumentsModel:
        """The rows in sight."""
        found = self.list.model()
        assert isinstance(found, DocumentsModel)  # noqa: S101 - set above
        return found

    def show_rows(self, rows: tuple[DocumentRow, ...], unkept: frozenset[str]) -> None:
        """Show the documents as they are now; what is chosen stays chosen."""
        self._all, self._unkept = rows, unkept
        self._filter()

    def show_all(self) -> None:
        """Take the filter away."""
        self.search.clear()
        self.kind.setCurrentIndex(0)
        self.standing.setCurrentIndex(0)
        self.list.setFocus()

    def _filter(self) -> None:
        chosen, current = self._selected, self.current
        rows = matching(self._all, self.search.text(), self.kind.currentData(), self.standing.currentData())
        self.model.show_rows(rows, self._unkept)
        self._select(chosen, current)
        for widget in (self.nothing, self.clear):
            widget.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self._offer()

    def _select(self, chosen: Iterable[str], current: str) -> None:
        at = {row.id: self.model.index(number) for number, row in enumerate(self.model.rows)}
        selection = self.list.selectionModel()
        selection.clearSelection()
        here = at.get(current) or (self.model.index(0) if at else QModelIndex())
        selection.setCurrentIndex(here, QItemSelectionModel.SelectionFlag.Select)
        for one in chosen:
            if one in at:
                selection.select(at[one], QItemSelectionModel.SelectionFlag.Select)

    def choose(self, document: str) -> bool:
        """Put the place of the keyboard on a document, whatever the filter hides; return whether it is there."""
        if document not in {row.id for row in self.model.rows}:
            self.show_all()
        if document not in {row.id for row in self.model.rows}:
            return False
        self._select((document,), document)
        self.list.scrollTo(self.list.currentIndex())
        return True

    @property
    def current(self) -> str:
        """The id of the document the keyboard is on, empty for none."""
        row = self.list.currentIndex().data(ROW)
        return row.id if isinstance(row, DocumentRow) else ""

    @property
    def _selected(self) -> list[str]:
        return [row.id for row in self._selected_rows]

    @property
    def _selected_rows(self) -> list[DocumentRow]:
        indexes = sorted(self.list.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [index.data(ROW) for index in indexes]

    @property
    def chosen(self) -> list[str]:
        """The ids of the chosen documents that somebody approves."""
        return [row.id for row in self._selected_rows if row.is_approvable]

    def _moved(self) -> None:
        if self.current:
            self.moved.emit(self.current)

    def _open_current(self) -> None:
        if self.current:
            self.opened.emit(self.current)

    def _offer(self) -> None:
        words, count, chosen = self._shell.words, len(self.model.rows), len(self._selected_rows)
        told = [words(f"documents.shown.{'one' if count == 1 else 'many'}", count=count)]
        if chosen > 1:
            told.append(words("documents.chosen", count=chosen))
        self.count.setText(", ".join(told))
        self.open.setEnabled(bool(self.current))
        self.approve.setEnabled(bool(self.chosen) and not self._shell.project.session.is_read_only)
