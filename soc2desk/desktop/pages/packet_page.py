"""The packet: choose what goes in, watch it being made, and have it, checked."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.app.packet_work import Handed, check_again, keep_packet_backup, make_and_check, sign_handed
from soc2desk.app.pages import PACKET
from soc2desk.app.preferences import Preferences
from soc2desk.desktop.announce import announce
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.page import Page
from soc2desk.desktop.page_job import PageJob
from soc2desk.desktop.pages.packet_before import Before
from soc2desk.desktop.pages.packet_confirming import Confirming
from soc2desk.desktop.pages.packet_failure import Ways, said_failure
from soc2desk.desktop.pages.packet_message import Message, Said
from soc2desk.desktop.pages.packet_result import Result
from soc2desk.desktop.pages.packet_running import Running
from soc2desk.desktop.shell import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.make_packet import Wishes
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.project import Project

BEFORE, RUNNING, RESULT = "before", "running", "result"
PLACE = f"pages.{PACKET}"


class PacketPage(Page):
    """One of three at a time: the choices, the bar, the result. The result stays until another packet is made."""

    needs_more = 500

    def __init__(self, shell: Shell) -> None:
        words = shell.words
        super().__init__(shell, PACKET, words("packet.title"), words("packet.before.intro"))
        self.state = BEFORE
        self.job = PageJob(shell, self)
        self._wishes: Wishes | None = None
        self._making_of: Project | None = None
        self._made_of: Project | None = None
        self.message = Message(shell, self.column)
        self.message.hide()
        self.before = Before(shell, self.column)
        self.running = Running(shell, self.column)
        self.result = Result(shell, self.column)
        for widget in (self.message, self.before, self.running, self.result):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.confirming = Confirming(shell, self, self.job)
        self.before.sheet.clicked.connect(self.confirming.ask)
        self.before.asked.connect(self.act)
        self.running.cancelled.connect(self.job.cancel)
        self.result.make_asked.connect(self.act)
        self.result.choices_asked.connect(self._choose_again)
        self.result.check_asked.connect(self._check)
        self.result.signing.asked.connect(self._sign)
        self._show_state(BEFORE)

    def _show_state(self, state: str) -> None:
        self.state = state
        words = self.shell.words
        part = state == RESULT and self.result.handed is not None and self.result.handed.part
        self.heading.setText(words("packet.result.part" if part else f"packet.{state}.title"))
        self.intro.setVisible(state == BEFORE)
        for widget, shown in ((self.before, BEFORE), (self.running, RUNNING), (self.result, RESULT)):
            widget.setVisible(state == shown)

    # ---- in step with the project ----------------------------------------------------------------

    def refresh(self) -> None:
        """Follow the answers: a newer confirmation, and whether the packet still holds what is answered."""
        self.before.choices.refresh()
        if self.state == RESULT and self._made_of is not None:
            self.result.show_changed(_undated(self.shell.project.session.project) != _undated(self._made_of))

    def settle(self) -> None:
        """Plan the packet again from what composing gave."""
        self.before.settle()

    def show_place(self, place: str) -> bool:
        """Put the keyboard on what comes next: the button, or the folder of the packet."""
        if place != PLACE:
            return False
        self.take_focus()
        return True

    def take_focus(self) -> None:
        """Put the keyboard where work goes on."""
        if self.state == BEFORE and not self.message.isHidden() and self.message.buttons:
            self.message.take_focus()
            return
        first = {BEFORE: self.before.button, RUNNING: self.running.cancel, RESULT: self.result.open_folder}[self.state]
        first.setFocus()

    # ---- making ----------------------------------------------------------------------------------

    def act(self) -> None:
        """Make the packet as it was last wished for; what keeps it from being made is said in its place."""
        if self.job.is_running:
            return
        # The plan must be that of the answers as they stand, also right after a key.
        self.before.settle()
        if self._refuse():
            return
        session, desk = self.shell.project.session, self.shell.desk
        wishes, source = self.before.choices.wishes(self.before.plan), session.source
        self._wishes = wishes
        self._begin(source.project)
        self.job.start(
            lambda: make_and_check(desk, source, wishes),
            self._done,
            failed=self._failed,
            cancelled=self._cancelled,
            stepped=self.running.show_step,
        )

    def _refuse(self) -> bool:
        """Go to what keeps the packet from being made; return whether something does."""
        refusal = self.before.choices.refusal()
        if refusal is None and not self.before.is_refused and not self.before.is_empty:
            return False
        self._show_state(BEFORE)
        if refusal is not None:
            announce(self, refusal[0], urgent=True)
            self._focus(refusal[1])
        elif self.before.is_refused:
            announce(self, self.before.refused.spoken, urgent=True)
            self._focus(self.before.refused.buttons[0])
        else:
            announce(self, self.before.count.text(), urgent=True)
            self._focus(self.before.choices.tree)
        return True

    def _focus(self, widget: QWidget) -> None:
        widget.setFocus()
        self.bring_into_view(widget)

    def _begin(self, project: Project) -> None:
        self._making_of = project
        self.message.hide()
        self.running.begin()
        self._show_state(RUNNING)
        self.running.cancel.setFocus()
        if self.area is not None:
            self.area.verticalScrollBar().setValue(0)
        announce(self, self.heading.text())

    # ---- how it ended ----------------------------------------------------------------------------

    def _done(self, handed: Handed) -> None:
        here = self._has_keyboard
        self._made_of = self._making_of
        self._keep_date(handed)
        self.result.show_handed(handed)
        self._show_state(RESULT)
        self.refresh()
        spoken = f"{self.heading.text()}. {self.result.summary.text()}"
        if here:
            self.result.open_folder.setFocus()
            announce(self, spoken)
        else:
            self._tell("packet.result.ready_elsewhere", "good", self.result.summary.text())

    def _keep_date(self, handed: Handed) -> None:
        """Fix the date on the documents at the first packet, and keep a copy of the answers beside the project."""
        project, words = self.shell.project, self.shell.words
        if project.session.is_read_only:
            return
        problem = None
        if project.session.project.document_date is None:
            label = words("packet.date.fixed", day=said_date(handed.day, words))
            problem = project.put({("document_date",): handed.day.isoformat()}, label)
        if project.save():
            problem = problem or keep_packet_backup(project.session, Preferences().backups_kept)
        if problem is not None:
            self.shell.say.emit(Notice(words("packet.result.backup", why=str(problem)), "warn"))

    def _failed(self, fault: Exception) -> None:
        here = self._has_keyboard
        wishes = self._wishes or self.before.choices.wishes()
        ways = Ways(self.act, self._elsewhere, self._beside, self._without, self._draft)
        self._show_message(said_failure(fault, wishes.out, ways, self.shell.words))
        self.heading.setText(self.shell.words("packet.failure.title"))
        if here:
            self.message.take_focus()
        else:
            self._tell("packet.failure.elsewhere", "warn", self.message.text.text())

    def _cancelled(self) -> None:
        here = self._has_keyboard
        words = self.shell.words
        earlier = ((words("packet.running.earlier"), self._show_earlier),) if self.result.handed else ()
        self._show_message(Said(words("packet.running.cancelled"), actions=earlier, tone="info"))
        if here:
            self.before.button.setFocus()

    def _show_message(self, said: Said) -> None:
        self._show_state(BEFORE)
        self.message.show_said(said)
        if self.area is not None:
            self.area.verticalScrollBar().setValue(0)

    @property
    def _has_keyboard(self) -> bool:
        """Whether the person is on this page, so that its focus may move."""
        return self.isVisible()

    def _tell(self, key: str, tone: str, detail: str) -> None:
        """Say in the banner how it ended, to a person on another page."""
        show = (self.shell.words("packet.result.show"), lambda: self.shell.go.emit(PLACE))
        self.shell.say.emit(Notice(self.shell.words(key), tone, detail, (show,)))

    # ---- what one can do instead -----------------------------------------------------------------

    def _elsewhere(self) -> None:
        if self.before.choices.choose_folder():
            self.act()

    def _beside(self, folder: Path) -> None:
        self.before.choices.folder.setText(str(folder))
        self.act()

    def _without(self, document: str) -> None:
        self.before.choices.tree.untick(document)
        self.act()

    def _draft(self) -> None:
        self.before.choices.status.show_value("draft")
        self.act()

    # ---- afterwards ------------------------------------------------------------------------------

    def _choose_again(self) -> None:
        self.message.hide()
        self._show_state(BEFORE)
        self.before.settle()
        self.before.button.setFocus()

    def _show_earlier(self) -> None:
        self.message.hide()
        self._show_state(RESULT)
        self.refresh()
        self.result.open_folder.setFocus()

    def _check(self) -> None:
        handed = self.result.handed
        if handed is None or self.job.is_running:
            return
        self.result.begin_check()
        self.job.start(lambda: check_again(handed), self.result.show_checked, failed=self.result.show_trouble)

    def _sign(self, key: Path, password: str) -> None:
        handed, signing = self.result.handed, self.result.signing
        if handed is None or self.job.is_running:
            signing.begin()
            return
        act = partial(sign_handed, handed, key, password)
        self.job.act(act, signing.show_signed, failed=signing.refuse)


def _undated(project: Project) -> Project:
    """Return a project without the date that the first packet fixes."""
    return replace(project, document_date=None)
