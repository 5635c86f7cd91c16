"""What a person says of a list before a file is chosen: its sort, the system, when it was run, who reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from soc2desk.app.lists_page import EVERY_KIND, OWN_LIST, REQUESTS, USERS, Asked
from soc2desk.app.rows import choices
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.desktop.shell import Shell

ORDERS = ("", "day-first", "month-first")
_NARROWEST = 14  # letters


class ListsQuestion(QWidget):
    """The few words about a list. `changed` tells that one of them is another now."""

    changed = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell = shell
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        words = shell.words
        self._labels: dict[str, QLabel] = {}
        # Made in reading order, which the keyboard follows.
        self.kind, self.system = QComboBox(self), QComboBox(self)
        self.taken_at = QLineEdit(self)
        self.reviewer, self.order = QComboBox(self), QComboBox(self)
        for name in ("kind", "system", "taken_at", "reviewer", "order"):
            self._add_row(name, getattr(self, name))
        self.taken_at.setPlaceholderText(words("lists.taken_hint"))
        _fill(self.kind, ((kind, words(f"lists.kinds.{kind}")) for kind in EVERY_KIND))
        _fill(self.order, ((order, words(f"lists.orders.{order or 'none'}")) for order in ORDERS))
        for combo in (self.kind, self.system, self.reviewer, self.order):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(_NARROWEST)
            combo.currentIndexChanged.connect(self._change)
        self.taken_at.editingFinished.connect(self.changed)

    def _add_row(self, name: str, widget: QWidget) -> None:
        words = self.shell.words(f"lists.{name}")
        label = plain_label(words, "body", self)
        widget.setAccessibleName(words)
        at = self._grid.rowCount()
        self._grid.addWidget(label, at, 0)
        self._grid.addWidget(widget, at, 1)
        self._labels[name] = label

    def refresh(self) -> None:
        """Offer the systems and people there are now."""
        engagement, words = self.shell.engagement, self.shell.words
        systems = [(one.id, one.name) for one in choices(engagement, "systems")]
        people = [(one.id, one.name) for one in choices(engagement, "people") if one.left is None]
        _fill(self.system, (("", words("lists.no_system")), *systems))
        _fill(self.reviewer, (("", words("lists.owner_reviews")), *people))
        self._show_what_is_asked()

    def asked(self, columns: dict[str, list[str]]) -> Asked:
        """Return what was said."""
        kind, system, reviewer, order = (
            str(combo.currentData() or "") for combo in (self.kind, self.system, self.reviewer, self.order)
        )
        return Asked(kind, system, self.taken_at.text(), reviewer, order, columns)

    def _change(self) -> None:
        self._show_what_is_asked()
        self.changed.emit()

    def _show_what_is_asked(self) -> None:
        kind = self.kind.currentData()
        is_seen = kind not in {REQUESTS, OWN_LIST}
        shown = {"system": is_seen, "taken_at": is_seen, "reviewer": kind == USERS, "order": kind != OWN_LIST}
        for name, is_shown in shown.items():
            self._labels[name].setVisible(is_shown)
            getattr(self, name).setVisible(is_shown)


def _fill(combo: QComboBox, offered: Iterable[tuple[str, str]]) -> None:
    with QSignalBlocker(combo):
        before = combo.currentData()
        combo.clear()
        for id_, words in offered:
            combo.addItem(words, id_)
        combo.setCurrentIndex(max(combo.findData(before), 0))
