"""Asks which clients get a packet and where, shows how far it is, and then what became of each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from soc2desk.desktop.announce import announce
from soc2desk.desktop.home.batch_table import BatchTable
from soc2desk.desktop.home.panel import Panel
from soc2desk.desktop.home.project_model import BETWEEN
from soc2desk.desktop.labels import plain_label, plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from soc2desk.app.batch import Finished
    from soc2desk.desktop.home.project_model import Row
    from soc2desk.desktop.words import Words
    from soc2desk.domain.steps import Step

LINES = 6
PLACE = Qt.ItemDataRole.UserRole


class BatchPanel(Panel):
    """`wanted` brings the folders of the ticked clients and where their packets go; `stopped` asks to stop."""

    wanted = Signal(object, object)
    opened = Signal(object)
    stopped = Signal()

    def __init__(self, words: Words, rows: Sequence[Row], out: Path, parent: QWidget) -> None:
        super().__init__(words, words("batch.title"), parent)
        self.is_busy = False
        self.asking = QWidget(self)
        self.list = self._list_of(rows)
        self.all, self.nobody = (self._quiet(name) for name in ("all", "nobody"))
        self.folder = QLineEdit(str(out), self)
        self.folder.setAccessibleName(words("batch.folder"))
        self.choose = self.button(words("batch.choose"))
        self.choose.setAccessibleName(words("batch.choose_title"))
        self.fault = plain_label("", "finding", self)
        self.told = plain_label("", "body", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words("batch.bar"))
        self.table = BatchTable(words, self)
        self.make = self.button(words("batch.make.none"), primary=True)
        self.open = self.button(words("batch.open"))
        self.again = self.button(words("batch.again"))
        self.leave = self.button(words("batch.close"))
        self._lay_out(has_rows=bool(rows))
        self._connect()
        self._count()

    def _list_of(self, rows: Sequence[Row]) -> QListWidget:
        made = QListWidget(self)
        made.setAccessibleName(self.words("batch.list"))
        # A long name gives up its middle: the folder, which tells clients apart, stands at the end.
        made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        clients = [row for row in rows if not row.card.sample]
        practice = [row for row in rows if row.card.sample]
        for row in clients:
            made.addItem(_item_of(row, ticked=row.card.problem is None))
        if clients and practice:
            made.addItem(_heading(self.words("batch.practice")))
        for row in practice:
            made.addItem(_item_of(row, ticked=False))
        made.setCurrentRow(0)
        lines = min(max(made.count(), 2), LINES)
        made.setFixedHeight(round(self.fontMetrics().height() * 1.8 * lines) + 8)
        return made

    def _quiet(self, name: str) -> QPushButton:
        made = self.button(self.words(f"batch.{name}"))
        made.setProperty("quiet", "true")
        return made

    def _lay_out(self, *, has_rows: bool) -> None:
        column, ticking, place = QVBoxLayout(self.asking), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        for button in (self.all, self.nobody):
            ticking.addWidget(button)
        ticking.addStretch(1)
        place.addWidget(plain_label(self.words("batch.folder"), "body", self))
        place.addWidget(self.folder, 1)
        place.addWidget(self.choose)
        column.addWidget(plain_label(self.words("batch.text" if has_rows else "batch.none"), "hint", self))
        column.addWidget(self.list)
        column.addLayout(ticking)
        column.addLayout(place)
        self.body.addWidget(self.asking)
        for widget in (self.fault, self.told, self.bar, self.table):
            self.body.addWidget(widget)
            widget.hide()
        self.add_buttons(self.make, self.open, self.again, self.leave)
        self._ask()

    def _connect(self) -> None:
        self.list.itemChanged.connect(self._count)
        self.all.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self.nobody.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        self.choose.clicked.connect(self._choose)
        self.make.clicked.connect(self._make)
        self.open.clicked.connect(lambda: self.opened.emit(self.out))
        self.again.clicked.connect(self._ask_again)
        self.leave.clicked.connect(self._leave)

    @property
    def out(self) -> Path:
        """The folder in which the packets go."""
        return Path(self.folder.text().strip()).expanduser()

    @property
    def ticked(self) -> tuple[Path, ...]:
        """The folders of the clients that are ticked."""
        return tuple(one.data(PLACE) for one in self._items if one.checkState() is Qt.CheckState.Checked)

    @property
    def _items(self) -> list[QListWidgetItem]:
        """The clients, without the heading between them."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return [one for one in items if one.data(PLACE) is not None]

    def take_focus(self) -> None:
        """Put the keyboard on the clients."""
        (self.list if self.list.count() else self.leave).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape stop what runs before it closes."""
        if event.key() == Qt.Key.Key_Escape and self.is_busy:
            self._leave()
            return
        super().keyPressEvent(event)

    def _tick(self, state: Qt.CheckState) -> None:
        for one in self._items:
            one.setCheckState(state)

    def _count(self) -> None:
        count = len(self.ticked)
        key = "none" if not count else "one" if count == 1 else "many"
        self.make.setText(self.words(f"batch.make.{key}", count=count))
        self.make.setEnabled(bool(count) and not self.is_busy)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.words("batch.choose_title"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _make(self) -> None:
        if not self.folder.text().strip():
            self.refuse(self.words("batch.no_folder"))
            return
        self.wanted.emit(self.ticked, self.out)

    def _ask(self) -> None:
        """Show the choices and nothing of an earlier end."""
        self.asking.show()
        self.make.show()
        for widget in (self.told, self.table, self.open, self.again):
            widget.hide()

    def _ask_again(self) -> None:
        self._ask()
        self.take_focus()

    def refuse(self, told: str) -> None:
        """Say why nothing could be begun, and let a person try again."""
        self._be_busy(busy=False)
        self._ask()
        self.fault.setText(told)
        self.fault.show()
        self.folder.setFocus()
        announce(self.folder, told, urgent=True)

    def _leave(self) -> None:
        if not self.is_busy:
            self.closed.emit()
            return
        self.told.setText(self.words("batch.stopping"))
        self.leave.setEnabled(False)
        self.stopped.emit()

    def _be_busy(self, *, busy: bool) -> None:
        self.is_busy = busy
        self.told.setVisible(busy)
        self.bar.setVisible(busy)
        self.leave.setEnabled(True)
        self.leave.setText(self.words("batch.cancel" if busy else "batch.close"))
        self._count()

    def begin(self) -> None:
        """Show that the work has begun."""
        for widget in (self.fault, self.asking, self.make):
            widget.hide()
        self.told.setText(self.words("batch.begun"))
        self.bar.setRange(0, 0)
        self._be_busy(busy=True)
        self.leave.setFocus()

    def show_step(self, step: Step) -> None:
        """Show how far it is."""
        self.bar.setRange(0, step.total)
        self.bar.setValue(step.done)
        if self.leave.isEnabled() and step.what:
            self.told.setText(self.words("batch.busy", done=step.done, total=step.total, name=step.what))

    def show_finished(self, finished: Finished | None, told: str) -> None:
        """Show what became of each client; None where it was stopped before anybody was through."""
        self._be_busy(busy=False)
        self.told.setText(told)
        for widget in (self.told, self.open, self.again):
            widget.show()
        if finished is not None:
            self.table.show_rows(finished.rows)
            self.table.show()
        self.open.setFocus()
        announce(self, told)


def _item_of(row: Row, *, ticked: bool) -> QListWidgetItem:
    # The packets go to a folder of this name, and two projects may be of one company.
    folder = row.card.folder.name
    item = QListWidgetItem(row.line if row.line == folder else f"{row.line}{BETWEEN}{folder}")
    item.setData(PLACE, row.card.folder)
    item.setToolTip(plain_tip(f"{row.line}\n{row.card.folder}"))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return item


def _heading(words: str) -> QListWidgetItem:
    """Return a line that is read and cannot be ticked, nor stood on."""
    item = QListWidgetItem(words)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    font = item.font()
    font.setBold(True)
    item.setFont(font)
    return item
