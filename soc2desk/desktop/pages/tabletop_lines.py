"""A line of words and a person, entered with Return, over the list of what was entered: decisions, and actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.announce import announce
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.fields.number import DateEditor
from soc2desk.desktop.fields.text import LONGEST
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.pages.controls_people import PersonList, people_here

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from soc2desk.desktop.shell import Shell

HEIGHT = 130  # pixels, before scaling


class LineList(QListWidget):
    """What was entered; Delete takes the chosen line out."""

    removed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a line out at Delete; all else as everywhere."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Delete and item is not None:
            self.removed.emit(str(item.data(Qt.ItemDataRole.UserRole)))
            return
        super().keyPressEvent(event)


class TabletopLines(QWidget):
    """`entered` brings words, a person and a day as ISO; `removed` the id of a line. `kind` names its words."""

    entered = Signal(str, str, str)
    removed = Signal(str)

    def __init__(self, shell: Shell, kind: str, parent: QWidget, *, has_day: bool = False) -> None:
        super().__init__(parent)
        self._shell, self._kind = shell, kind
        words = shell.words
        self.line = QLineEdit(self)
        self.line.setMaxLength(LONGEST)
        self.line.setPlaceholderText(words(f"tabletop.{kind}.line"))
        self.line.setAccessibleName(words(f"tabletop.{kind}.line"))
        self.by = PersonList(words(f"tabletop.{kind}.by"), self)
        self.day = self._day_field() if has_day else None
        self.add = QPushButton(words(f"tabletop.{kind}.add"), self)
        self.list = LineList(self)
        self.list.setAccessibleName(words(f"tabletop.{kind}.list"))
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(HEIGHT)
        self._lay_out()
        self.add.clicked.connect(self._enter)
        self.line.returnPressed.connect(self._enter)
        self.list.removed.connect(self.removed)

    def _day_field(self) -> DateEditor:
        words = self._shell.words
        made = DateEditor(self, lambda day: said_date(day, words), words("tabletop.action.calendar"))
        made.line.setAccessibleName(words("tabletop.action.day"))
        made.button.setAccessibleName(words("tabletop.action.calendar"))
        return made

    def _lay_out(self) -> None:
        box, row = QVBoxLayout(self), QWidget(self)
        box.setContentsMargins(0, 0, 0, 0)
        first = QHBoxLayout()
        first.addWidget(self.line, 1)
        flow = FlowLayout(row)
        for part in (self.by, self.day, self.add):
            if part is not None:
                flow.addWidget(part)
        box.addLayout(first)
        box.addWidget(row)
        box.addWidget(self.list)

    def show_lines(self, lines: tuple[tuple[str, str], ...], *, is_open: bool) -> None:
        """Show what was entered: ids and words."""
        self.by.offer(people_here(self._shell), self._shell.words(f"tabletop.{self._kind}.nobody"))
        at = self.list.currentRow()
        self.list.clear()
        for id_, said in lines:
            item = QListWidgetItem(said, self.list)
            item.setData(Qt.ItemDataRole.UserRole, id_)
        self.list.setCurrentRow(min(at, self.list.count() - 1))
        for widget in (self.line, self.by, self.add):
            widget.setEnabled(is_open)
        if self.day is not None:
            self.day.set_read_only(not is_open)

    def _enter(self) -> None:
        said = self.line.text().strip()
        if not said:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        day = str(self.day.value() or "") if self.day is not None else ""
        self.line.clear()
        self.entered.emit(said, self.by.person, day)
        announce(self.list, self._shell.words(f"tabletop.{self._kind}.said"))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
