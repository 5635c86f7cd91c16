"""A list of people to choose from, quick with hundreds of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal

from soc2desk.desktop.dates import said_date
from soc2desk.desktop.fields.editor import Combo

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.people import Person

Offer = tuple[tuple[str, str], ...]


def people_here(shell: Shell) -> Offer:
    """Return who can say something today, by name."""
    day = shell.engagement.day
    return tuple((one.id, one.name) for one in _by_name(shell) if not one.has_left(day))


def people_offered(shell: Shell) -> Offer:
    """Return who can be named, by name; those who have left come last and say so."""
    day, words = shell.engagement.day, shell.words
    gone = tuple(
        (one.id, words("controls.owners.left", name=one.name, day=said_date(one.end, words)))
        for one in _by_name(shell)
        if one.end is not None and one.has_left(day)
    )
    return (*people_here(shell), *gone)


def _by_name(shell: Shell) -> list[Person]:
    return sorted(shell.project.session.project.people, key=lambda one: one.name.casefold())


class PersonList(Combo):
    """One of the people, or what the first line says. `taken` follows a choice that a person makes."""

    taken = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._offered: Offer = ()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setMaxVisibleItems(14)
        self.addItem("", "")
        self.activated.connect(lambda _: self.taken.emit(self.person))

    @property
    def person(self) -> str:
        """The id of the person chosen; "" for the first line, or for nothing."""
        return str(self.currentData() or "")

    def offer(self, people: Offer, nothing: str) -> None:
        """Offer people after a first line; what is chosen stays chosen where it can."""
        with QSignalBlocker(self):
            self.setItemText(0, nothing)
            if people == self._offered:
                return
            self._offered, person = people, self.currentData()
            while self.count() > 1:
                self.removeItem(self.count() - 1)
            for id_, name in people:
                self.addItem(name, id_)
            self.setCurrentIndex(max(self.findData(person), 0))

    def show_person(self, person: str, several: str = "") -> None:
        """Show a person, or words for several of them; emits no signal."""
        with QSignalBlocker(self):
            self.setPlaceholderText(several)
            self.setCurrentIndex(-1 if several else max(self.findData(person), 0))
