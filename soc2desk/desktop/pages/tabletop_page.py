"""A tabletop on the screen: a scenario is chosen, played by the clock, and ends in the record of this day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from soc2desk.app.pages import TABLETOP
from soc2desk.app.tabletop_desk import as_it_stands, begin_play, finished, read_play, scenario_of, write_play
from soc2desk.app.training_entry import typed_day
from soc2desk.desktop.announce import announce
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import COLUMN, MARGIN, Page
from soc2desk.desktop.pages.tabletop_board import TabletopBoard
from soc2desk.desktop.pages.tabletop_closing import TabletopClosing
from soc2desk.desktop.pages.tabletop_head import TabletopHead
from soc2desk.desktop.pages.tabletop_lines import TabletopLines
from soc2desk.desktop.pages.tabletop_seats import TabletopSeats
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem
from soc2desk.domain.tabletops import FollowUp, Play, Tabletop, clock_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.on_the_wall import OnTheWall
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.shell import Shell

WIDEST = 960 + 2 * MARGIN  # pixels, before scaling
TICK_MS, KEPT_EVERY = 1000, 10
"""The clock is shown each second and kept each ten; what is decided or typed is kept at once."""


class TabletopPage(Page):
    """Everything is kept as it happens, so that a tabletop that is broken off goes on where it stood.

    `moved` follows each second of the clock and each change.
    """

    moved = Signal()

    def __init__(self, shell: Shell) -> None:
        words = shell.words
        super().__init__(shell, TABLETOP, words("frame.page_title.tabletop"), words("tabletop.intro"))
        self.column.setMaximumWidth(WIDEST)
        self.intro.setMaximumWidth(COLUMN)
        self.play: Play | None = None
        self.scenario: Tabletop | None = None
        self.head = TabletopHead(shell, self.column)
        self.scenarios, self.begin = self.head.scenarios, self.head.begin
        self.stands = plain_label("", "hint", self.column)
        self.board = TabletopBoard(shell, self.column)
        self.decisions = TabletopLines(shell, "decision", self.column)
        self.seats = TabletopSeats(shell, self.column)
        self.closing = TabletopClosing(shell, self.column)
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK_MS)
        self._lay_out()
        self._connect()
        self._read()

    def _lay_out(self) -> None:
        words = self.shell.words
        self.parts = (
            self.board,
            plain_label(words("tabletop.decision.title"), "heading", self.column),
            self.decisions,
            plain_label(words("tabletop.seats"), "heading", self.column),
            self.seats,
            self.closing,
        )
        for widget in (self.head, self.stands, *self.parts):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.begin.clicked.connect(self._begin)
        self.board.clock.connect(self.start_or_pause)
        self.board.turn.connect(self.read_out)
        self.decisions.entered.connect(lambda said, by, _: self._change(lambda play: play.decided(said, by)))
        self.decisions.removed.connect(lambda id_: self._change(lambda play: play.without_decision(id_)))
        self.seats.seated.connect(
            lambda role, person, here: self._change(lambda play: play.seated(role, person, is_here=here))
        )
        self.seats.led.connect(lambda person: self._change(lambda play: replace(play, facilitator=person)))
        self.closing.changed.connect(lambda: self._change(self.closing.written))
        self.closing.follow_ups.entered.connect(self._add_action)
        self.closing.follow_ups.removed.connect(self._drop_action)
        self.closing.finish.connect(self._finish)
        self._ticking.timeout.connect(self._tick)

    # ---- in step with the project ----------------------------------------------------------------

    def _read(self) -> None:
        try:
            self.play = read_play(self.shell.project.session.folder)
            self.scenario = scenario_of(self.shell.engagement, self.play) if self.play else None
        except Problem as problem:
            self.play = self.scenario = None
            self.shell.say.emit(problem)

    @property
    def stand(self) -> tuple[Play, Tabletop] | None:
        """The tabletop and its scenario in the words of the company; None where none was begun."""
        now = self._now
        return (now, self.scenario) if now is not None and self.scenario is not None else None

    @property
    def is_running(self) -> bool:
        """Whether the clock runs."""
        return self._ticking.isActive()

    @property
    def is_open(self) -> bool:
        """Whether it can be played on: its report was not made, and the project is not only read."""
        now = self._now
        return now is not None and not now.is_over and not self.shell.project.session.is_read_only

    def on_the_wall(self, remembered: Remembered, parent: QWidget) -> OnTheWall | None:
        """Show the room the turn on the table; what a tabletop is about, before the first."""
        from soc2desk.desktop.pages.tabletop_wall import TabletopWall

        return TabletopWall(self, remembered, parent) if self.stand is not None else None

    @property
    def _now(self) -> Play | None:
        """The tabletop as it stands beside the records of the project; None for none."""
        return as_it_stands(self.play, self.shell.project.session.project) if self.play else None

    def refresh(self) -> None:
        """Show the tabletop as it stands."""
        play, words = self._now, self.shell.words
        read_only = self.shell.project.session.is_read_only
        for part in self.parts:
            part.setVisible(play is not None)
        self.head.show_play(play, is_read_only=read_only)
        if play is None:
            self.stands.setText(words("tabletop.none"))
            return
        self.scenario = scenario_of(self.shell.engagement, play)
        is_open = self.is_open
        self.stands.setText(words("tabletop.over" if play.is_over else "tabletop.kept"))
        self.board.show_turn(play, self.scenario)
        self.board.show_time(play, self.scenario, is_running=self.is_running)
        self.board.start.setEnabled(is_open)
        self.board.next.setEnabled(is_open and self.board.next.isEnabled())
        self.decisions.show_lines(tuple(self._decided(play)), is_open=is_open)
        self.seats.show_play(play, is_open=is_open)
        self.closing.show_play(play, is_open=is_open)
        self.moved.emit()

    def _decided(self, play: Play) -> list[tuple[str, str]]:
        name = self.shell.engagement.person_name
        return [
            (one.id, " · ".join(filter(None, (clock_time(one.second), one.words, name(one.by)))))
            for one in reversed(play.decisions)
        ]

    # ---- what is done ----------------------------------------------------------------------------

    def _change(self, act: Callable[[Play], Play]) -> None:
        """Do something to the tabletop and keep it at once; what cannot be kept is told and stays on the screen."""
        now = self._now
        if now is None or now.is_over:
            return
        self.play = act(now)
        self._keep()
        self.refresh()

    def _keep(self) -> None:
        if self.play is None:
            return
        try:
            write_play(self.shell.project.session.folder, self.play)
        except Problem as problem:
            self.shell.say.emit(problem)

    def _begin(self) -> None:
        chosen = self.shell.catalogue.tabletop[self.head.chosen]
        self._ticking.stop()
        try:
            self.play = begin_play(self.shell.project.session.folder, chosen, self.shell.engagement)
        except Problem as problem:
            self.shell.say.emit(problem)
            return
        self.refresh()
        self.board.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_or_pause(self) -> None:
        """Let the clock run, or stop it."""
        if self._ticking.isActive():
            self._ticking.stop()
        else:
            self._ticking.start()
            today = self.shell.desk.today
            self._change(lambda play: replace(play, begun_on=play.begun_on or today))
        self._keep()
        self.refresh()

    def _tick(self) -> None:
        if self.play is None or self.scenario is None:
            return
        was_due = self.play.is_due(self.scenario)
        self.play = replace(self.play, seconds=self.play.seconds + 1)
        if self.play.seconds % KEPT_EVERY == 0:
            self._keep()
        self.board.show_time(self.play, self.scenario, is_running=True)
        self.moved.emit()
        if self.play.is_due(self.scenario) and not was_due:
            announce(self.board, self.shell.words("tabletop.due"))

    def read_out(self) -> None:
        """Put the next turn on the table."""
        if self.play is None or self.scenario is None:
            return
        turn = self.play.next_turn(self.scenario)
        if turn is not None:
            today = self.shell.desk.today
            self._change(lambda play: replace(play.after_reading(turn.id), begun_on=play.begun_on or today))
            announce(self.board, f"{turn.title}. {turn.says}")

    def _add_action(self, said: str, owner: str, day: str) -> None:
        try:
            made = FollowUp(said, owner, typed_day(day) if day else None)
        except Problem as problem:
            self.closing.follow_ups.line.setText(said)
            self.shell.say.emit(problem)
            return
        self._change(lambda play: replace(play, follow_ups=(*play.follow_ups, made)))

    def _drop_action(self, at: str) -> None:
        self._change(
            lambda play: replace(
                play, follow_ups=tuple(one for number, one in enumerate(play.follow_ups) if str(number) != at)
            )
        )

    def _finish(self) -> None:
        project, words = self.shell.project, self.shell.words
        now = self._now
        if now is None or project.session.is_read_only:
            return
        typed = next((one.line for one in (self.decisions, self.closing.follow_ups) if one.line.text().strip()), None)
        if typed is not None:
            self.shell.say.emit(Notice(words("tabletop.close.typed"), "warn"))
            typed.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            made, over = finished(self.shell.desk, project.session.project, now)
        except Problem as refused:
            self.shell.say.emit(refused)
            return
        problem = project.replace(made, words("tabletop.close.label"))
        if problem is not None:
            self.shell.say.emit(problem)
            return
        self._ticking.stop()
        self.play = over
        self._keep()
        project.leave_field()
        self.refresh()
        place = f"records.{over.record}"
        look = (words("tabletop.close.look"), lambda: self.shell.go.emit(place))
        self.shell.say.emit(Notice(words("tabletop.close.done"), "good", actions=(look,)))

    def take_focus(self) -> None:
        """Go to the clock of the tabletop that is played, else to the choice of one."""
        target = self.board.start if self.play is not None and self.board.start.isEnabled() else self.scenarios
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
