"""Hands a project to a colleague and takes one in, each beside the window, with a panel that asks before."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from soc2desk.desktop.dates import said_date
from soc2desk.desktop.jobs import Job
from soc2desk.desktop.outside import open_outside
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem
from soc2desk.domain.steps import Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from soc2desk.app.desk import Desk
    from soc2desk.app.sending import Sent, TakenIn
    from soc2desk.desktop.home.send_panel import SendPanel
    from soc2desk.desktop.home.take_in_panel import TakeInPanel
    from soc2desk.desktop.jobs import Work
    from soc2desk.desktop.words import Words

    Asking = SendPanel | TakeInPanel

_BEGINNING = Step(0, 1, "")


class Handing(QObject):
    """`shown` brings a Panel to show, `ended` one that is not needed any more, `said` a Notice or a Problem.

    `opened` brings the folder of a project that was taken in.
    """

    shown = Signal(object)
    ended = Signal(object)
    said = Signal(object)
    opened = Signal(object)

    def __init__(self, desk: Desk, words: Words, home: QWidget) -> None:
        super().__init__(home)
        self.desk, self._words, self._home = desk, words, home
        self._going: dict[Job, Asking] = {}

    def stop(self) -> None:
        """End what runs, before the window closes; nothing half made stays."""
        for job in tuple(self._going):
            job.cancel()
            job.wait()

    # ---- to a colleague --------------------------------------------------------------------------

    def send(self, title: str, folder: Path) -> None:
        """Ask how a project goes to a colleague."""
        from soc2desk.desktop.home.send_panel import SendPanel

        panel = SendPanel(self._words, title, self._home)
        panel.wanted.connect(partial(self._choose, panel, folder))
        self.shown.emit(panel)

    def _choose(self, panel: SendPanel, folder: Path, evidence: bool, password: str) -> None:
        from soc2desk.app.sending import ENDING, send

        words, start = self._words, str(Path.home() / f"{folder.name}{ENDING}")
        chosen, _ = QFileDialog.getSaveFileName(panel, words("home.send.where"), start, words("home.send.kinds"))
        if not chosen:
            return
        # The chooser asks before a file is replaced; where the ending was added it looked for another one.
        whole = chosen.casefold().endswith(ENDING)
        target = Path(chosen if whole else f"{chosen}{ENDING}")
        work = partial(
            send, self.desk, folder, target, with_evidence=evidence, password=password, replacing=whole
        )  # fmt: skip
        self._begin(panel, work, partial(self._sent, panel, is_locked=bool(password)), self.said.emit)

    def _sent(self, panel: SendPanel, sent: Sent, *, is_locked: bool) -> None:
        words, name = self._words, sent.path.name
        told = words("home.send.done_evidence", file=name, count=sent.evidence) if sent.evidence else ""
        more = [words("home.send.done_locked" if is_locked else "home.send.done_open")]
        if sent.missing:
            more.append(words("home.send.missing", names=", ".join(sent.missing)))
        if sent.templates:
            more.append(words("home.send.templates", name=sent.templates))
        show = ((words("home.send.folder"), lambda: open_outside(sent.path.parent)),)
        tone = "good" if is_locked and not (sent.missing or sent.templates) else "warn"
        self.said.emit(Notice(told or words("home.send.done", file=name), tone, " ".join(more), show))
        self.ended.emit(panel)

    # ---- from a colleague ------------------------------------------------------------------------

    def take_in(self, path: Path) -> None:
        """Ask for what it takes to make a project of a file that a colleague sent."""
        from soc2desk.app.sending import needs_password
        from soc2desk.desktop.home.take_in_panel import TakeInPanel

        panel = TakeInPanel(self._words, path, self._home, is_locked=needs_password(path))
        panel.wanted.connect(partial(self._take, panel, path))
        self.shown.emit(panel)

    def _take(self, panel: TakeInPanel, path: Path, name: str, password: str) -> None:
        from soc2desk.app.sending import take_in

        work = partial(take_in, self.desk, path, name=name, password=password)
        self._begin(panel, work, partial(self._taken, panel), partial(self._refused, panel))

    def _taken(self, panel: TakeInPanel, taken: TakenIn) -> None:
        words, came = self._words, taken.origin
        self.ended.emit(panel)
        self.opened.emit(taken.folder)
        told = words("home.take_in.done", file=came.file, day=said_date(came.made_on, words))
        evidence = "" if taken.with_evidence else words("home.take_in.no_evidence")
        self.said.emit(Notice(told, "info", " ".join(filter(None, (words("home.take_in.days"), evidence)))))

    def _refused(self, panel: TakeInPanel, fault: Exception) -> None:
        if not isinstance(fault, Problem):
            self.said.emit(fault)
            return
        from soc2desk.app.sending import WrongPassword

        panel.refuse(fault, at_password=isinstance(fault, WrongPassword))

    # ---- beside the window -----------------------------------------------------------------------

    def _begin(
        self, panel: Asking, work: Work, done: Callable[[Any], object], failed: Callable[[Exception], object]
    ) -> None:
        job = Job(work, self)
        self._going[job] = panel
        panel.show_busy(_BEGINNING)
        panel.closed.connect(job.cancel)
        job.stepped.connect(partial(self._heard, job, panel.show_busy))
        job.failed.connect(partial(self._heard, job, lambda fault: self._again(panel, failed, fault)))
        job.done.connect(partial(self._heard, job, done))
        job.finished.connect(lambda: self._going.pop(job))
        job.start()

    def _heard(self, job: Job, act: Callable[[Any], object], what: object) -> None:
        """Show what comes of a job for as long as its panel is there; what runs for one that is gone ends."""
        if self._home.panel is self._going.get(job):  # type: ignore[attr-defined]
            act(what)
        else:
            job.cancel()

    def _again(self, panel: Asking, failed: Callable[[Exception], object], fault: Exception) -> None:
        panel.show_busy(None)
        failed(fault)
