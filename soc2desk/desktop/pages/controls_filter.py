"""The filters above the table of controls."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from soc2desk.app.control_rows import NOBODY, ControlRow, Wanted
from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.fields.wrapping import WrappingCheck
from soc2desk.domain.project import State

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from soc2desk.desktop.shell import Shell

CELL = 150  # pixels that one filter needs, before scaling
_LISTS = ("criterion", "family", "owner", "state")
_SWITCHES = ("without_owner", "not_confirmed")

Offer = tuple[tuple[str, str], ...]


class _Search(QLineEdit):
    """The line to search in; Down and Enter lead on to the table."""

    onward = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead on to the table."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.onward.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """What to look for. `changed` follows each key and each choice."""

    changed = Signal()
    onward = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        words = shell.words
        self.setAccessibleName(words("controls.filter.name"))
        self.text = _Search(self)
        self.text.setPlaceholderText(words("controls.filter.text"))
        self.text.setAccessibleName(words("controls.filter.text"))
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(lambda _: self.changed.emit())
        self.text.onward.connect(self.onward)
        self.lists = {name: self._list(name) for name in _LISTS}
        self.switches = {name: self._switch(name) for name in _SWITCHES}
        self._offer("state", tuple((state.value, words(f"controls.state.{state}")) for state in State))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self._across = 0
        self._lay_out(3)

    def _list(self, name: str) -> Combo:
        combo = Combo(self)
        combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        combo.setAccessibleName(self._shell.words(f"controls.filter.{name}"))
        combo.addItem(self._shell.words(f"controls.filter.any_{name}"), "")
        combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        return combo

    def _switch(self, name: str) -> WrappingCheck:
        switch = WrappingCheck(self._shell.words(f"controls.filter.{name}"), self)
        switch.toggled.connect(lambda _: self.changed.emit())
        return switch

    # ---- what is asked for -----------------------------------------------------------------------

    @property
    def wanted(self) -> Wanted:
        """What is asked for now."""
        asked = {name: str(combo.currentData() or "") for name, combo in self.lists.items()}
        on = {name: switch.isChecked() for name, switch in self.switches.items()}
        return Wanted(
            self.text.text(),
            asked["criterion"],
            asked["family"],
            asked["owner"],
            asked["state"],
            without_owner=on["without_owner"],
            not_confirmed=on["not_confirmed"],
        )

    def ask(self, wanted: Wanted) -> None:
        """Ask for something else, as one change."""
        if wanted == self.wanted:
            return
        with QSignalBlocker(self):
            self.text.setText(wanted.text)
            for name, combo in self.lists.items():
                combo.setCurrentIndex(max(combo.findData(getattr(wanted, name)), 0))
            for name, switch in self.switches.items():
                switch.setChecked(getattr(wanted, name))
        self.changed.emit()

    def ask_family(self, family: str) -> None:
        """Ask for one family and nothing else."""
        self.ask(replace(Wanted(), family=family))

    # ---- what can be asked for -------------------------------------------------------------------

    def offer(self, rows: tuple[ControlRow, ...], families: Offer) -> None:
        """Offer the criteria, families and owners of these controls."""
        met = {criterion for row in rows for criterion in row.criteria}
        order = [one for one in self._shell.engagement.scope.criteria if one in met]
        self._offer("criterion", tuple((one, one) for one in order))
        there = {row.family for row in rows}
        self._offer("family", tuple(one for one in families if one[0] in there))
        owners = {row.owner.person: row.owner.name for row in rows if row.owner.person}
        named = sorted(owners.items(), key=lambda one: one[1].casefold())
        self._offer("owner", ((NOBODY, self._shell.words("controls.filter.nobody")), *named))

    def _offer(self, name: str, choices: Offer) -> None:
        combo = self.lists[name]
        there = tuple((combo.itemData(at), combo.itemText(at)) for at in range(1, combo.count()))
        if there == choices:
            return
        with QSignalBlocker(combo):
            asked = combo.currentData()
            while combo.count() > 1:
                combo.removeItem(combo.count() - 1)
            for id_, said in choices:
                combo.addItem(said, id_)
            combo.setCurrentIndex(max(combo.findData(asked), 0))

    # ---- the room --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in as few lines as fit."""
        super().resizeEvent(event)
        self._lay_out(max(2, self.width() // CELL))

    def _lay_out(self, across: int) -> None:
        widgets = (self.text, *self.lists.values(), *self.switches.values())
        # As even as can be: four and three, not six and one.
        across = ceil(len(widgets) / ceil(len(widgets) / across))
        if across == self._across:
            return
        for at in range(max(self._across, across)):
            self._grid.setColumnStretch(at, 1 if at < across else 0)
        self._across = across
        for at, widget in enumerate(widgets):
            self._grid.addWidget(widget, at // across, at % across)
