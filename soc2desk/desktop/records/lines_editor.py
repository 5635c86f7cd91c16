"""The field for a table in a record: lines that are typed, added and removed, smooth with hundreds of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from soc2desk.desktop.fields.editor import Combo, Editor
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.records.lines_model import LinesModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from soc2desk.app.record_form import FormField
    from soc2desk.app.session import Plain
    from soc2desk.desktop.records.lines_model import Choices, Line
    from soc2desk.desktop.words import Words

    Index = QModelIndex | QPersistentModelIndex

FEWEST, MOST = 2, 9
"""So many lines are in sight at least and at most; the rest scrolls."""
COLUMN_WIDTH, NARROW = 150, 104  # pixels, before scaling
SHORT_KINDS = frozenset({"boolean", "number", "date", "choice"})
EXAMPLES = {"date": "2027-01-31", "datetime": "2027-01-31 17:05"}


class _Cells(QStyledItemDelegate):
    """What a cell is edited with: a list where there are choices, else a line."""

    def __init__(self, model: LinesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the editor of a cell."""
        column = self._model.columns[index.column()]
        choices = self._model.choices.get(column.name, ())
        if not choices:
            line = QLineEdit(parent)
            line.setPlaceholderText(EXAMPLES.get(column.kind, ""))
            line.setAccessibleName(column.label)
            return line
        combo = Combo(parent)
        combo.setAccessibleName(column.label)
        combo.setEditable(column.kind == "person")
        for id_, words in (("", ""), *choices):
            combo.addItem(words, id_)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the value of the cell."""
        value = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, Combo):
            at = editor.findData(value)
            editor.setCurrentIndex(max(at, 0))
            if at < 0 and editor.isEditable():
                editor.setEditText(value)
        elif isinstance(editor, QLineEdit):
            editor.setText(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the value to the cell."""
        if isinstance(editor, Combo):
            at = editor.findText(editor.currentText())
            model.setData(index, editor.itemData(at) if at >= 0 else editor.currentText())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())


class _Table(QTableView):
    """Arrows move, typing or Enter edits, Insert adds a line, Ctrl+Delete removes one, Tab goes to the next field."""

    def __init__(self, parent: QWidget, add: Callable[[], object], remove: Callable[[], object]) -> None:
        super().__init__(parent)
        self._add, self._remove = add, remove

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys for lines; Delete empties a cell, Enter opens it."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        index = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Insert:
                self._add()
            case Qt.Key.Key_Delete if control:
                self._remove()
            case Qt.Key.Key_Delete if index.isValid():
                self.model().setData(index, "")
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid():
                # The key that ends typing comes here too.
                if self.state() is not QTableView.State.EditingState:
                    self.edit(index)
            case _:
                super().keyPressEvent(event)


class LinesEditor(Editor):
    """Lines of a table. What was typed leaves the field line by line; a line without a word is not kept."""

    def __init__(self, parent: QWidget, field: FormField, choices: dict[str, Choices], words: Words) -> None:
        super().__init__(parent)
        self.field = field
        self.model = LinesModel(field.columns, choices, self)
        self.known: Callable[[], list[Line]] | None = None
        self.table = _Table(self, self.add_line, self.remove_line)
        self.table.setModel(self.model)
        self.add, self.remove, self.none, self.fill = (
            self._button(words(f"records.lines.{key}"), act)
            for key, act in (
                ("add", self.add_line), ("remove", self.remove_line), ("none", self._say_none), ("fill", self._fill),
            )
        )  # fmt: skip
        self._nothing = words(f"records.nothing.{'unusual' if field.name == 'findings' else 'none'}")
        self.fill.setVisible(field.has_known_lines)
        self._dress()
        self.model.edited.connect(self._changed)
        self._fit()

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("own_name", words)
        button.clicked.connect(act)
        return button

    def _dress(self) -> None:
        table = self.table
        table.setItemDelegate(_Cells(self.model, table))
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        table.setWordWrap(False)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for at, column in enumerate(self.field.columns):
            table.setColumnWidth(at, NARROW if column.kind in SHORT_KINDS else COLUMN_WIDTH)
        header.setStretchLastSection(True)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(table)
        acts = QWidget(self)
        row = FlowLayout(acts)
        for button in (self.add, self.remove, self.none, self.fill):
            row.addWidget(button)
        box.addWidget(acts)
        self.setFocusProxy(table)

    def _fit(self) -> None:
        lines = min(max(self.model.rowCount(), FEWEST), MOST)
        height = self.table.verticalHeader().defaultSectionSize()
        extra = self.table.horizontalHeader().sizeHint().height() + 2 * self.table.frameWidth() + 18
        self.table.setFixedHeight(lines * height + extra)

    def _changed(self) -> None:
        self._fit()
        self.none.setEnabled(not self.model.rowCount() and not self.model.is_read_only)
        self.picked.emit()

    # ---- what a person does ----------------------------------------------------------------------

    def add_line(self) -> None:
        """Add an empty line and begin to type in it."""
        if self.model.is_read_only:
            return
        at = self.model.add({})
        self._fit()
        self.table.setFocus()
        self.table.setCurrentIndex(self.model.index(at, 0))
        self.table.edit(self.model.index(at, 0))

    def remove_line(self) -> None:
        """Take the current line out."""
        if not self.model.is_read_only:
            self.model.remove(self.table.currentIndex().row())

    def _say_none(self) -> None:
        if not self.model.rowCount():
            self.model.add({self.field.columns[0].name: self._nothing})

    def _fill(self) -> None:
        if self.known is not None and not self.model.is_read_only:
            there = {tuple(line.items()) for line in self.model.lines}
            lines = [line for line in self.known() if tuple(line.items()) not in there]
            self.model.show_lines([*self.model.lines, *lines])
            self._changed()

    # ---- from and to the project -----------------------------------------------------------------

    def show_value(self, value: Plain) -> None:
        """Show the lines; one that was just added and holds nothing yet stays."""
        lines = [
            {str(name): str(cell) for name, cell in line.items()} for line in value if isinstance(line, dict)
        ] if isinstance(value, list) else []  # fmt: skip
        if lines != [line for line in self.model.lines if line]:
            self.model.show_lines(lines)
            self._fit()
        self.none.setEnabled(not self.model.rowCount() and not self.model.is_read_only)

    def value(self) -> Plain:
        """Return the lines that hold something."""
        lines: list[Plain] = [dict(line) for line in self.model.lines if line]
        return lines or None

    def focus_targets(self) -> tuple[QWidget, ...]:
        """Return the table and its buttons."""
        return (self.table, self.add, self.remove, self.none, self.fill)

    def set_read_only(self, read_only: bool) -> None:
        """Let nobody change a line; they can still be read."""
        self.model.is_read_only = read_only
        for button in (self.add, self.remove, self.fill):
            button.setEnabled(not read_only)
