"""Asks for the name of a new client after the pattern of another, and shows what it would get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from soc2desk.app.duplicating import Fate
from soc2desk.desktop.announce import announce
from soc2desk.desktop.home.grouped_lines import Group, GroupedLines
from soc2desk.desktop.home.panel import Panel
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from soc2desk.app.duplicating import Carrying
    from soc2desk.desktop.words import Words
    from soc2desk.domain.problems import Problem


class DuplicatePanel(Panel):
    """`named` brings the name of the new client. `tables` are the titles of tables by their names."""

    named = Signal(str)

    def __init__(self, words: Words, pattern: str, carried: Carrying, tables: dict[str, str], parent: QWidget) -> None:
        super().__init__(words, words("home.duplicate.title", name=pattern), parent)
        self._tables = tables
        columns = (words("home.duplicate.question"), words("home.duplicate.value"))
        self.carried = GroupedLines(words("home.duplicate.list", name=pattern), columns, self)
        self.carried.show_groups(self._groups(carried))
        label = plain_label(words("home.duplicate.name"), "body", self)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(words("home.duplicate.name"))
        self.name.setMaxLength(200)
        self.name.setAcceptDrops(False)
        label.setBuddy(self.name)
        self.fault = plain_label("", "finding", self)
        self.fault.hide()
        self.create_button = self.button(words("home.duplicate.button"), primary=True)
        cancel = self.button(words("home.duplicate.cancel"))
        for widget in (
            plain_label(words("home.duplicate.text"), "hint", self),
            self.carried,
            label,
            self.name,
            self.fault,
        ):
            self.body.addWidget(widget)
        self.add_buttons(self.create_button, cancel)
        self.name.returnPressed.connect(self._create)
        self.create_button.clicked.connect(self._create)
        cancel.clicked.connect(self.closed)

    def _groups(self, carried: Carrying) -> Iterator[Group]:
        for fate in Fate:
            found = carried.of(fate)
            title = self.words(f"home.duplicate.{fate.value}", count=len(found))
            yield Group(title, tuple((one.label, one.value) for one in found))
        rows = tuple((self._table(name), str(count)) for name, count in carried.rows.items())
        yield Group(self.words("home.duplicate.rows", count=sum(carried.rows.values())), rows)

    def _table(self, name: str) -> str:
        key = f"home.duplicate.table.{name}"
        return self._tables.get(name) or self.words(key if key in self.words else "home.duplicate.table.other")

    def take_focus(self) -> None:
        """Put the keyboard at the name."""
        self.name.setFocus()

    def _create(self) -> None:
        self.named.emit(self.name.text())

    def refuse(self, problem: Problem) -> None:
        """Say at the name why it cannot be taken."""
        told = " ".join(part for part in (problem.message, problem.hint) if part)
        self.fault.setText(told)
        self.fault.show()
        self.name.setProperty("wrong", "true")
        self.name.setAccessibleDescription(told)
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)
        self.name.setFocus()
        announce(self.name, told)
