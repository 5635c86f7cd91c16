"""All that is known about one row, field by field; an empty one begins with the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from soc2desk.app.rows import fresh_id
from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import COLUMN
from soc2desk.desktop.rows.row_field import RowField, row_name

if TYPE_CHECKING:
    from soc2desk.app.table_fields import Column
    from soc2desk.desktop.shell import Shell

BETWEEN = 16  # pixels between two fields, before scaling
_ONWARD = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RowForm(QWidget):
    """The fields of one row. `made` follows a new row, `back` the wish to return to the table."""

    made = Signal(str)
    back = Signal()

    def __init__(self, shell: Shell, table: str, columns: tuple[Column, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.shell, self.table, self.columns = shell, table, columns
        self.row = ""
        self.is_new = False
        self.setMaximumWidth(COLUMN)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(BETWEEN)
        self.heading = plain_label("", "heading", self)
        self.hint = plain_label("", "hint", self)
        self.note = FindingNote(shell, self)
        for widget in (self.heading, self.hint, self.note):
            box.addWidget(widget)
        self.fields = {column.id: RowField(shell, table, column, self) for column in columns}
        for field in self.fields.values():
            box.addWidget(field)
            for target in field.editor.focus_targets():
                target.installEventFilter(self)
        self._connect_fields()
        self.show_nothing()

    def _connect_fields(self) -> None:
        self.name.arrived = self._take_new
        for column in self.columns:
            needed = self.fields.get(column.needs)
            if needed is not None and column.kind == "choice":
                needed.clears = (*needed.clears, column.id)

    @property
    def name(self) -> RowField:
        """The field of the name."""
        return next(self.fields[column.id] for column in self.columns if column.required)

    # ---- which row --------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """Say that no row is chosen."""
        self.row, self.is_new = "", False
        self._say("", self.shell.words("table_page.form.none"))
        self._show_fields(())

    def begin_new(self) -> None:
        """Ask for the name of a new row."""
        self.row, self.is_new = "", True
        words = self.shell.words
        one = words.of(self.shell.catalogue.table[self.table].one)
        self._say(words("table_page.form.new", one=one), words("table_page.form.new_hint"))
        self.name.clear()
        # The keyboard first: it would wander from field to field while they go.
        self.name.show()
        self.name.take_focus()
        self._show_fields((self.name.column.id,))

    def bind(self, row: str) -> None:
        """Show a row."""
        self.row, self.is_new = row, False
        for field in self.fields.values():
            field.bind(row)
        self.refresh()
        # Else it follows by itself, and the keyboard does not wait for all documents to be composed.
        if self.shell.project.is_settled:
            self.settle()

    def _say(self, heading: str, hint: str) -> None:
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.note.say(())

    def _show_fields(self, shown: tuple[str, ...]) -> None:
        for id_, field in self.fields.items():
            field.setVisible(id_ in shown)

    # ---- in step with the project -----------------------------------------------------------------

    def refresh(self) -> None:
        """Show the row as it stands."""
        if not self.row:
            return
        self._say_name()
        for field in self.fields.values():
            field.offer()
            field.refresh()
        self._show_fields(tuple(id_ for id_ in self.fields if self._matters(id_)))

    def _say_name(self) -> None:
        name = row_name(self.shell, self.table, self.row)
        if self.heading.text() != name or not self.hint.isHidden():
            self.heading.setText(name)
            self.heading.show()
            self.hint.hide()

    def _matters(self, id_: str) -> bool:
        field = self.fields[id_]
        needed = self.fields.get(field.column.needs)
        return needed is None or needed.stored() == "yes" or field.stored() is not None

    def settle(self) -> None:
        """Show what our rules see in this row."""
        if not self.row:
            return
        found = self.shell.project.findings_at(f"{self.table}.{self.row}")
        self.note.say(tuple((one.severity.value, self.shell.words.of(one.message)) for one in found))
        for field in self.fields.values():
            if not field.isHidden():
                field.settle()

    # ---- a new row --------------------------------------------------------------------------------

    def _take_new(self, name: str) -> None:
        rows = self.shell.project.session.plain.get(self.table)
        taken = rows if isinstance(rows, dict) else {}
        row = fresh_id(name, taken, self.shell.catalogue.table[self.table].one)
        label = self.shell.words("table_page.add", row=name)
        problem = self.shell.project.put({(self.table, row): {self.name.column.id: name}}, label)
        if problem is not None:
            self.note.say((("bad", f"{problem.message} {problem.hint or ''}".strip()),))
            return
        self.bind(row)
        self.made.emit(row)

    # ---- the keyboard -----------------------------------------------------------------------------

    def take_focus(self, column: str = "") -> None:
        """Put the keyboard into a field, the first one where none is named."""
        field = self.fields.get(column, self.name)
        (self.name if field.isHidden() else field).take_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter, and Tab after a new name, move on to the next field."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit):
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
            onward = event.key() in _ONWARD or (self.is_new and event.key() == Qt.Key.Key_Tab)
            if plain and onward:
                return self._move_on(watched)
        return super().eventFilter(watched, event)

    def _move_on(self, line: QLineEdit) -> bool:
        if self.is_new:
            self.name.left()
            if self.is_new:
                # Without a name there is no row, and Tab goes where it always goes.
                return False
        order = [field for field in self.fields.values() if not field.isHidden()]
        at = next(at for at, field in enumerate(order) if field.isAncestorOf(line))
        if at + 1 < len(order):
            order[at + 1].take_focus()
        else:
            self.focusNextChild()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the table with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)
