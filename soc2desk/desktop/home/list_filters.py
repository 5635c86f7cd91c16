"""What narrows the list of projects beside the words typed: a tag, a state, and what comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from soc2desk.app.shelf import Order, Shown, Wanted
from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.desktop.words import Words


class ListFilters(QWidget):
    """`changed` tells that other projects are wanted or another order; `ordered` brings the Order that was chosen."""

    changed = Signal()
    ordered = Signal(object)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        flow = FlowLayout(self)
        self.tags, self.shown, self.order = (self._combo(name) for name in ("tag", "shown", "order"))
        self.tags.addItem(words("home.filter.any_tag"), "")
        for one in Shown:
            self.shown.addItem(words(f"home.filter.{one.value}"), one)
        for order in Order:
            self.order.addItem(words(f"home.order.{order.value}"), order)
        self.combos = (self.tags, self.shown, self.order)
        for combo in self.combos:
            flow.addWidget(combo)
        self.tags.currentIndexChanged.connect(self.changed)
        self.shown.currentIndexChanged.connect(self.changed)
        self.order.currentIndexChanged.connect(self._reorder)

    def _combo(self, name: str) -> Combo:
        made = Combo(self)
        made.setAccessibleName(self._words(f"home.filter.{name}"))
        return made

    def wanted(self, text: str) -> Wanted:
        """Return what is wanted, with the words that were typed."""
        return Wanted(text, str(self.tags.currentData() or ""), Shown(self.shown.currentData()))

    @property
    def chosen_order(self) -> Order:
        """What comes first."""
        return Order(self.order.currentData())

    def show_order(self, order: str) -> None:
        """Show the order that was chosen some time before; the usual one where it is none."""
        with QSignalBlocker(self.order):
            self.order.setCurrentIndex(max(self.order.findData(order), 0))
        self.changed.emit()

    def offer(self, tags: Iterable[str]) -> None:
        """Offer these tags; the chosen one stays so where it is among them."""
        with QSignalBlocker(self.tags):
            asked = self.tags.currentData()
            while self.tags.count() > 1:
                self.tags.removeItem(self.tags.count() - 1)
            for tag in tags:
                self.tags.addItem(tag, tag)
            self.tags.setCurrentIndex(max(self.tags.findData(asked), 0))
        self.tags.setVisible(self.tags.count() > 1)
        self.changed.emit()

    def _reorder(self) -> None:
        self.changed.emit()
        self.ordered.emit(self.chosen_order)
