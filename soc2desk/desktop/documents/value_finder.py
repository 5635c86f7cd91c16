"""A list of every value that a text may print, searched by name, question and present value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from soc2desk.app.wording_pieces import insertables
from soc2desk.desktop.documents.two_lines import UNDER_ROLE, TwoLines
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent

    from soc2desk.app.wording_pieces import Insertable
    from soc2desk.desktop.shell import Shell

SOURCE = Qt.ItemDataRole.UserRole + 10
HIGH = 220  # pixels, before scaling
_WAY = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ValueFinder(QFrame):
    """`chosen` brings what is to be written; `left` tells that nothing was chosen; `shown` whether it is open."""

    chosen = Signal(str)
    left = Signal()
    shown = Signal(bool)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._values: tuple[Insertable, ...] = ()
        self.setProperty("card", "true")
        words = shell.words
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(words("documents.insert.search"))
        self.search.setAccessibleName(words("documents.insert.search"))
        self.search.setAccessibleDescription(words("documents.insert.hint"))
        self.list = QListWidget(self)
        self.list.setItemDelegate(TwoLines(shell, self.list, icons=False))
        self.list.setAccessibleName(words("documents.insert.list"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hint = plain_label(words("documents.insert.hint"), "small", self)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 8, 10, 8)
        for widget in (self.search, self.list, self.hint):
            box.addWidget(widget)
        self.setMaximumHeight(HIGH + 60)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._take)
        self.list.itemActivated.connect(lambda _: self._take())
        self.list.itemClicked.connect(lambda _: self._take())
        self.hide()

    def open(self) -> None:
        """Show every value as it is now, and put the keyboard at the search."""
        self._values = insertables(self._shell.engagement)
        self.search.clear()
        self._fill()
        self.show()
        self.search.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for room."""
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the room back."""
        super().hideEvent(event)
        self.shown.emit(False)

    def _fill(self) -> None:
        wanted = self.search.text().casefold().split()
        self.list.clear()
        for one in self._values:
            label = self._shell.words.of(one.label)
            if all(word in f"{one.source} {label} {one.words}".casefold() for word in wanted):
                item = QListWidgetItem(label)
                under = self._now(one)
                item.setData(UNDER_ROLE, under)
                item.setData(SOURCE, one.source)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{label} {under}")
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.hint.setText(self._shell.words(f"documents.insert.{'hint' if self.list.count() else 'none'}"))

    def _now(self, one: Insertable) -> str:
        key = one.mark if one.mark in {"open", "suggested", "planned"} else "value"
        shown = " ".join(one.words.split())
        return f"{self._shell.words(f'documents.chip.{key}', words=shown)}  \u00b7  {one.source}"

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.hide()
            self.chosen.emit(str(item.data(SOURCE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the list from the search; leave at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif event.key() in _WAY and self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + _WAY[Qt.Key(event.key())]) % self.list.count())
        else:
            super().keyPressEvent(event)
