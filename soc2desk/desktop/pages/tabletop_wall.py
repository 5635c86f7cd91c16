"""A tabletop on the wall: the turn on the table, who speaks, and the clock, in large type and nothing beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from soc2desk.app.presenting import Slide
from soc2desk.app.tabletop_desk import role_names
from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.on_the_wall import OnTheWall
from soc2desk.domain.tabletops import clock_time

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.tabletops import Play, Tabletop, Turn

BEFORE = -1
"""What stands on the wall before the first turn: what the scenario is about."""


class Table(Protocol):
    """Where a tabletop is played."""

    @property
    def shell(self) -> Shell:
        """The window's side of it."""

    @property
    def moved(self) -> SignalInstance:
        """Follows each second of the clock and each change."""

    @property
    def stand(self) -> tuple[Play, Tabletop] | None:
        """The tabletop and its scenario; None for none."""

    @property
    def is_running(self) -> bool:
        """Whether the clock runs."""

    @property
    def is_open(self) -> bool:
        """Whether it can be played on."""

    def start_or_pause(self) -> None:
        """Let the clock run, or stop it."""

    def read_out(self) -> None:
        """Put the next turn on the table."""


class TabletopWall(OnTheWall):
    """The page goes on working behind it: its clock runs, and what is read out here is read out there.

    A good answer is never shown here.
    """

    def __init__(self, table: Table, remembered: Remembered, parent: QWidget) -> None:
        super().__init__(table.shell, remembered, parent)
        self._table, self._at = table, BEFORE
        words = table.shell.words
        self.time = plain_label("", "", self)
        self.time.setWordWrap(False)
        self.time.setAccessibleName(words("tabletop.clock"))
        self.due = plain_label("", "hint", self)
        self.clock = self.button(words("tabletop.start"), table.start_or_pause)
        self.back = self.button(words("presenter.back"), lambda: self.step(-1))
        self.onward = self.button(words("tabletop.wall.next"), lambda: self.step(1))
        self.onward.setProperty("primary", "true")
        self._lay_out()
        keys = Qt.Key
        self.take_keys(
            ((keys.Key_Right, keys.Key_Down, keys.Key_PageDown), lambda: self.step(1)),
            ((keys.Key_Left, keys.Key_Up, keys.Key_PageUp), lambda: self.step(-1)),
        )
        table.moved.connect(self._show_time)
        self.show_present()

    def _lay_out(self) -> None:
        head, foot, usual = QHBoxLayout(), QHBoxLayout(), FlowLayout()
        for button in self.usual_buttons():
            usual.addWidget(button)
        head.addLayout(usual, 1)
        head.addWidget(self.time)
        foot.addWidget(self.due, 1)
        for button in (self.clock, self.back, self.onward):
            foot.addWidget(button)
        self.lay(head, foot)
        words = self._shell.words
        self.setAccessibleName(words("tabletop.wall.name"))
        self.setToolTip(words("tabletop.wall.keys"))

    # ---- what is shown ---------------------------------------------------------------------------

    @property
    def _stand(self) -> tuple[Play, Tabletop] | None:
        return self._table.stand

    def show_present(self) -> None:
        """Show the turn that was read out last."""
        stand = self._stand
        self._show(len(stand[0].read) - 1 if stand else BEFORE)

    def step(self, by: int) -> None:
        """Show what is cut off below or above, then the turn after or before; after the last one read, read on."""
        if self.view.turn(by):
            return
        stand = self._stand
        if stand is not None and by > 0 and self._at == len(stand[0].read) - 1:
            self._table.read_out()
            self.show_present()
            return
        self._show(self._at + by)

    def _show(self, at: int) -> None:
        stand = self._stand
        if stand is None:
            self.left.emit()
            return
        play, scenario = stand
        self._at = min(max(at, BEFORE), len(play.read) - 1)
        turn = scenario.turn.get(play.read[self._at].turn) if self._at > BEFORE else None
        self.view.show_slide(self._slide(turn, play, scenario), scenario.title)
        self.back.setEnabled(self._at > BEFORE)
        self._show_time()
        announce(self.view, self.view.said)

    def _slide(self, turn: Turn | None, play: Play, scenario: Tabletop) -> Slide:
        words = self._shell.words
        if turn is None:
            parts = ((words("tabletop.wall.about"), scenario.about), (words("tabletop.wall.aim"), scenario.objectives))
            return Slide("", "", scenario.title, parts)
        title = words("tabletop.turn", at=self._at + 1, title=turn.title)
        asked = words("tabletop.asked", roles=self._who(turn, play))
        return Slide("", "", title, ((words("tabletop.wall.happens"), turn.says), (asked, turn.ask)))

    def _who(self, turn: Turn, play: Play) -> str:
        """Return who is asked: each role with the person who sits there."""
        engagement, seats = self._shell.engagement, {one.role: one.person for one in play.seats if one.is_here}
        said = []
        for role in turn.asks:
            name, person = role_names((role,), engagement), engagement.person_name(seats.get(role, ""))
            said.append(self._shell.words("tabletop.wall.seat", role=name, person=person) if person else name)
        return ", ".join(said)

    def _show_time(self) -> None:
        stand, words = self._stand, self._shell.words
        if stand is None:
            return
        play, scenario = stand
        self.time.setText(words("tabletop.time", time=clock_time(play.seconds), total=scenario.minutes))
        coming, is_last = play.next_turn(scenario), self._at == len(play.read) - 1
        said = words("tabletop.coming", minute=coming.minute) if coming else words("tabletop.last")
        self.due.setText(words("tabletop.due") if play.is_due(scenario) else said)
        key = "pause" if self._table.is_running else "start" if not play.seconds else "go_on"
        self.clock.setText(words(f"tabletop.{key}"))
        self.clock.setEnabled(self._table.is_open)
        self.onward.setText(words("tabletop.next") if is_last and coming else words("tabletop.wall.next"))
        self.onward.setEnabled(not is_last or (coming is not None and self._table.is_open))

    def take_focus(self) -> None:
        """Put the keyboard on the way onward."""
        (self.onward if self.onward.isEnabled() else self.back).setFocus()
