"""Who sits at the table in which role, and who reads out the turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from soc2desk.app.tabletop_desk import role_names
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.pages.controls_people import PersonList, people_here

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.tabletops import Play, Seat


class TabletopSeats(QWidget):
    """`seated` brings a role, a person and whether they are here; `led` brings the facilitator."""

    seated = Signal(str, str, bool)
    led = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setColumnStretch(3, 1)
        self.people: dict[str, PersonList] = {}
        self.here: dict[str, QCheckBox] = {}
        self.facilitator = PersonList(shell.words("tabletop.facilitator"), self)
        self.facilitator.taken.connect(self.led)
        self._grid.addWidget(plain_label(shell.words("tabletop.facilitator"), "question", self), 0, 0)
        self._grid.addWidget(self.facilitator, 0, 1)

    def show_play(self, play: Play, *, is_open: bool) -> None:
        """Show who sits where."""
        offered, nobody = people_here(self._shell), self._shell.words("tabletop.nobody")
        self.facilitator.offer(offered, nobody)
        self.facilitator.show_person(play.facilitator)
        self.facilitator.setEnabled(is_open)
        if list(self.people) != [one.role for one in play.seats]:
            self._make(play.seats)
        for one in play.seats:
            people, here = self.people[one.role], self.here[one.role]
            people.offer(offered, nobody)
            people.show_person(one.person)
            people.setEnabled(is_open)
            here.blockSignals(True)
            here.setChecked(one.is_here and bool(one.person))
            here.blockSignals(False)
            here.setEnabled(is_open and bool(one.person))

    def _make(self, seats: tuple[Seat, ...]) -> None:
        for widget in (*self.people.values(), *self.here.values(), *self.findChildren(QWidget, "role")):
            self._grid.removeWidget(widget)
            widget.setParent(None)
            widget.deleteLater()
        self.people, self.here = {}, {}
        for row, one in enumerate(seats, 1):
            name = role_names((one.role,), self._shell.engagement)
            label = plain_label(name, "body", self)
            label.setObjectName("role")
            people, here = PersonList(name, self), QCheckBox(self._shell.words("tabletop.here"), self)
            here.setAccessibleName(self._shell.words("tabletop.here_named", role=name))
            for column, widget in enumerate((label, people, here)):
                self._grid.addWidget(widget, row, column)
            people.taken.connect(lambda person, role=one.role: self.seated.emit(role, person, True))
            here.clicked.connect(lambda on, role=one.role: self.seated.emit(role, self.people[role].person, on))
            self.people[one.role], self.here[one.role] = people, here
