"""Owner, backup and reviewer of the chosen controls. Each choice counts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from soc2desk.app.control_rows import PARTS, as_the_role_says
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.pages.controls_people import Offer, PersonList

if TYPE_CHECKING:
    from soc2desk.app.control_rows import ControlRow
    from soc2desk.desktop.shell import Shell


class OwnersForm(QWidget):
    """Three lists of people. `named` brings the part and the person, "" for what the role says."""

    named = Signal(str, str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        self.lists = {part: self._list(part, grid, at) for at, part in enumerate(PARTS)}
        self.role = plain_label("", "hint", self)
        grid.addWidget(self.role, len(PARTS), 0, 1, 2)

    def _list(self, part: str, grid: QGridLayout, at: int) -> PersonList:
        name = self._shell.words(f"controls.owners.{part}")
        people = PersonList(name, self)
        people.taken.connect(lambda person: self.named.emit(part, person))
        label = plain_label(name, "question", self)
        label.setBuddy(people)
        grid.addWidget(label, at, 0)
        grid.addWidget(people, at, 1)
        return people

    def show_rows(self, rows: tuple[ControlRow, ...], people: Offer) -> None:
        """Show who holds these controls."""
        for part, offered in self.lists.items():
            offered.offer(people, self._nothing(rows, part))
            said = {held.person if (held := getattr(row, part)).own else "" for row in rows}
            several = self._shell.words("controls.owners.several") if len(said) > 1 else ""
            offered.show_person(next(iter(said), ""), several)
        self._say_role(rows)

    def _nothing(self, rows: tuple[ControlRow, ...], part: str) -> str:
        words = self._shell.words
        if len(rows) != 1:
            return words("controls.owners.as_role_many")
        name = as_the_role_says(rows[0].id, part, self._shell.engagement)
        return words("controls.owners.as_role", name=name) if name else words("controls.owners.as_role_nobody")

    def _say_role(self, rows: tuple[ControlRow, ...]) -> None:
        self.role.setVisible(len(rows) == 1)
        if len(rows) == 1:
            engagement = self._shell.engagement
            role = engagement.catalogue.role[engagement.state[rows[0].id].control.owner].name
            self.role.setText(self._shell.words("controls.owners.role", role=self._shell.words.of(role)))
