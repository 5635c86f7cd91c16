"""The one job of a page: begun, told, ended; an answer that holds no longer is not told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from soc2desk.desktop.jobs import Job, one_act

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.desktop.jobs import Work
    from soc2desk.desktop.shell import Shell

    Tell = Callable[..., object]


@dataclass(frozen=True, eq=False)
class _Asked:
    """Work, and to whom what becomes of it is told. A look leaves nothing behind, so its answer may be dropped."""

    work: Work
    done: Tell
    failed: Tell
    cancelled: Tell | None
    stepped: Tell | None
    is_look: bool


class PageJob(QObject):
    """Runs one job at a time beside the window. What is asked while one runs begins when that has ended.

    `busy` tells when it begins and ends.
    """

    busy = Signal(bool)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._job: Job | None = None
        self._asked: _Asked | None = None
        self._next: _Asked | None = None

    @property
    def is_running(self) -> bool:
        """Whether something runs, or waits to."""
        return self._job is not None

    def look(self, act: Callable[[], object], done: Tell, failed: Tell | None = None) -> None:
        """Run an act that changes nothing; its answer is not told once something else was asked."""
        self._ask(_Asked(lambda: one_act(act), done, failed or self.say, None, None, is_look=True))

    def start(
        self,
        work: Work,
        done: Tell,
        *,
        failed: Tell | None = None,
        cancelled: Tell | None = None,
        stepped: Tell | None = None,
    ) -> None:
        """Run work whose end is told in any case; a fault is said in the window where nobody else takes it."""
        self._ask(_Asked(work, done, failed or self.say, cancelled, stepped, is_look=False))

    def cancel(self) -> None:
        """Stop what runs after its present step."""
        if self._job is not None:
            self._job.cancel()

    def say(self, fault: Exception) -> None:
        """Say in the window why something did not end well; a fault of ours is told there with its report."""
        self._shell.say.emit(fault)

    def _ask(self, asked: _Asked) -> None:
        if self._job is None:
            self._begin(asked)
            return
        self._next = asked
        if self._asked is not None and self._asked.is_look:
            self._asked = None
            self._job.cancel()

    def _begin(self, asked: _Asked) -> None:
        self._asked = asked
        job = self._job = self._shell.project.work = Job(asked.work, self)
        job.stepped.connect(lambda step: self._tell(asked, asked.stepped, step))
        job.done.connect(lambda answer: self._tell(asked, asked.done, answer))
        job.failed.connect(lambda fault: self._tell(asked, asked.failed, fault))
        job.cancelled.connect(lambda: self._cancelled(asked))
        job.finished.connect(self._ended)
        self.busy.emit(True)
        job.start()

    def _tell(self, asked: _Asked, tell: Tell | None, *what: object) -> None:
        if tell is not None and asked is self._asked:
            tell(*what)

    def _cancelled(self, asked: _Asked) -> None:
        if asked is self._asked:
            # A person stopped it; what waited behind it is not begun either.
            self._next = None
        self._tell(asked, asked.cancelled)

    def _ended(self) -> None:
        job, self._job, self._asked = self._job, None, None
        following, self._next = self._next, None
        if job is not None:
            job.wait()
            job.deleteLater()
            if self._shell.project.work is job:
                self._shell.project.work = None
        if following is not None:
            self._begin(following)
        else:
            self.busy.emit(False)
