"""What everybody in the room looks at: the clock, and the turn that was read out last, in large type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.tabletop_desk import role_names
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import link_line, plain_label
from soc2desk.domain.tabletops import clock_time

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.tabletops import Play, Tabletop


class TabletopBoard(QFrame):
    """`clock` asks to start or pause, `turn` to read out the next turn."""

    clock = Signal()
    turn = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        words = shell.words
        self.setProperty("card", "true")
        self.time = plain_label("0:00", "board", self)
        self.time.setAccessibleName(words("tabletop.clock"))
        self.title = plain_label("", "title", self)
        self.says = plain_label("", "board", self)
        self.asked = plain_label("", "heading", self)
        self.ask = plain_label("", "heading", self)
        self.good = plain_label("", "body", self)
        self.plan = link_line(shell.go.emit, self)
        self.show_good = QCheckBox(words("tabletop.show_good"), self)
        self.start = QPushButton(words("tabletop.start"), self)
        self.next = QPushButton(words("tabletop.next"), self)
        self.due = plain_label("", "warning", self)
        self._lay_out()
        self.start.clicked.connect(self.clock)
        self.next.clicked.connect(self.turn)
        self.show_good.toggled.connect(lambda shown: self.good.setVisible(shown and bool(self.good.text())))
        self.good.hide()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 14, 18, 14)
        box.setSpacing(10)
        row = QWidget(self)
        flow = FlowLayout(row)
        for part in (self.start, self.next, self.show_good):
            flow.addWidget(part)
        for widget in (self.time, row, self.due, self.title, self.says, self.asked, self.ask, self.good, self.plan):
            box.addWidget(widget)

    def show_time(self, play: Play, scenario: Tabletop, *, is_running: bool) -> None:
        """Show how long the clock ran, and whether the next turn is due."""
        words = self._shell.words
        self.time.setText(words("tabletop.time", time=clock_time(play.seconds), total=scenario.minutes))
        coming = play.next_turn(scenario)
        key = "pause" if is_running else "start" if not play.seconds else "go_on"
        self.start.setText(words(f"tabletop.{key}"))
        self.next.setEnabled(coming is not None)
        said = words("tabletop.coming", minute=coming.minute) if coming else words("tabletop.last")
        self.due.setText(words("tabletop.due") if play.is_due(scenario) else said)

    def show_turn(self, play: Play, scenario: Tabletop) -> None:
        """Show the turn that was read out last; what the scenario is about before the first."""
        words, turns = self._shell.words, scenario.turn
        read = next((one.turn for one in reversed(play.read) if one.turn in turns), "")
        turn = turns.get(read)
        self.title.setText(words("tabletop.turn", at=len(play.read), title=turn.title) if turn else scenario.title)
        self.says.setText(turn.says if turn else scenario.about)
        engagement = self._shell.engagement
        self.asked.setText(words("tabletop.asked", roles=role_names(turn.asks, engagement)) if turn else "")
        self.ask.setText(turn.ask if turn else scenario.objectives)
        self.good.setText(words("tabletop.good", text=turn.good) if turn else "")
        for label in (self.asked, self.ask):
            label.setVisible(bool(label.text()))
        self.show_good.setEnabled(turn is not None)
        self.good.setVisible(self.show_good.isChecked() and turn is not None)
        self._show_plan(turn.plan if turn else ())

    def _show_plan(self, places: tuple[str, ...]) -> None:
        template, accent = self._shell.catalogue.template, self._shell.tokens.accent
        links = []
        for place in places:
            plan, _, section = place.partition("/")
            said = f"{template[plan].title}: {section.replace('-', ' ')}"
            links.append(f'<a href="documents.{place}" style="color:{accent}">{said}</a>')
        self.plan.setText(self._shell.words("tabletop.plan", listed="; ".join(links)) if links else "")
        self.plan.setVisible(bool(links))
