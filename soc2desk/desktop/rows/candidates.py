"""The candidate risks with boxes to tick: what is taken arrives in the table without a rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from soc2desk.app.risk_candidates import offered_risks, rows_for
from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.rows.cells import counted
from soc2desk.desktop.shell import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.risk_candidates import Offered
    from soc2desk.desktop.shell import Shell

TABLE = "risks"
"""The table that has candidates."""
LINES = 9
_ID = Qt.ItemDataRole.UserRole


class Candidates(QFrame):
    """A list to tick and the words of the one that is current. `ended` follows taking some, or none."""

    ended = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell = shell
        self.offered: dict[str, Offered] = {}
        self.setProperty("card", "true")
        words = shell.words
        self.list = QListWidget(self)
        self.list.setAccessibleName(words("table_page.candidates.list"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.scenario = plain_label("", "body", self)
        self.sign = plain_label("", "hint", self)
        self.take = QPushButton(self)
        self.take.setProperty("primary", "true")
        self.cancel = QPushButton(words("table_page.candidates.cancel"), self)
        self._lay_out()
        self.list.currentItemChanged.connect(self._tell)
        self.list.itemChanged.connect(self._count)
        self.take.clicked.connect(self.take_ticked)
        self.cancel.clicked.connect(self.end)
        self.hide()

    def _lay_out(self) -> None:
        words = self.shell.words
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        box.addWidget(plain_label(words("table_page.candidates.title"), "heading", self))
        box.addWidget(plain_label(words("table_page.candidates.intro"), "hint", self))
        for widget in (self.list, self.scenario, self.sign):
            box.addWidget(widget)
        row = FlowLayout()
        row.addWidget(self.take)
        row.addWidget(self.cancel)
        box.addLayout(row)

    def begin(self) -> bool:
        """Show what there is to choose from; say so where nothing is left. Return whether there is something."""
        self.offered = {one.id: one for one in offered_risks(self.shell.engagement)}
        if not self.offered:
            self.shell.say.emit(Notice(self.shell.words("table_page.candidates.all_taken")))
            return False
        self.list.clear()
        for one in self.offered.values():
            self.list.addItem(self._item(one))
        self.list.setFixedHeight(min(len(self.offered), LINES) * self.list.sizeHintForRow(0) + 8)
        self.list.setCurrentRow(0)
        self._count()
        self.show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _item(self, one: Offered) -> QListWidgetItem:
        words = self.shell.words
        item = QListWidgetItem(words("table_page.candidates.kind", kind=one.kind, title=words.of(one.title)))
        item.setData(_ID, one.id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, one.scenario)
        return item

    def _tell(self, item: QListWidgetItem | None) -> None:
        one = self.offered.get(item.data(_ID)) if item is not None else None
        if one is not None:
            words = self.shell.words
            self.scenario.setText(words.of(one.scenario))
            self.sign.setText(words("table_page.candidates.shows", shows=words.of(one.shows)))

    def ticked(self) -> list[str]:
        """Return the ids of the ticked candidates, in the order of the list."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return [item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _count(self) -> None:
        count = len(self.ticked())
        words = self.shell.words
        self.take.setText(
            counted("table_page.candidates.take", count, words) if count else words("table_page.candidates.take.none")
        )
        self.take.setEnabled(count > 0)

    def take_ticked(self) -> None:
        """Write a row for each ticked candidate, as one change."""
        chosen = self.ticked()
        if not chosen:
            return
        words = self.shell.words
        label = counted("table_page.candidates.label", len(chosen), words)
        problem = self.shell.project.put(rows_for(self.shell.engagement, chosen), label)
        said = counted("table_page.candidates.taken", len(chosen), words)
        self.shell.say.emit(problem or Notice(said, "good", actions=((words("table_page.undo"), self._undo(label)),)))
        self.end()
        announce(self, said)

    def _undo(self, label: str) -> Callable[[], object]:
        def undo() -> None:
            if self.shell.project.undo_label == label:
                self.shell.project.undo()
            else:
                self.shell.say.emit(Notice(self.shell.words("table_page.undo_later"), "warn"))

        return undo

    def end(self) -> None:
        """Go back to the table."""
        self.hide()
        self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)
