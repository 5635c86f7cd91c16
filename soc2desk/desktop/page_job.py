"""One job at a time, begun, told and ended; an answer that holds no longer is not told."""

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


class OneJob(QObject):
    """Runs one job at a time beside the window. What is asked while one runs begins when that has ended.

    `busy` tells when it begins and ends, `stepped` brings each Step, `failed` a fault that nobody else takes.
    """

    busy = Signal(bool)
    stepped = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._asked: _Asked | None = None
        self._next: _Asked | None = None

    @property
    def is_running(self) -> bool:
        """Whether something runs, or waits to."""
        return self._job is not None

    def look(self, act: Callable[[], object], done: Tell, failed: Tell | None = None) -> None:
        """Run an act that changes nothing; its answer is not told once something else was asked."""
        self._ask(_Asked(lambda: one_act(act), done, failed or self.failed.emit, None, None, is_look=True))

    def start(
        self,
        work: Work,
        done: Tell,
        *,
        failed: Tell | None = None,
        cancelled: Tell | None = None,
        stepped: Tell | None = None,
    ) -> None:
        """Run work whose end is told in any case."""
        self._ask(_Asked(work, done, failed or self.failed.emit, cancelled, stepped, is_look=False))

    def act(self, act: Callable[[], object], done: Tell, failed: Tell | None = None) -> None:
        """Do what has no steps, as start does."""
        self.start(lambda: one_act(act), done, failed=failed)

    def cancel(self) -> None:
        """Stop what runs after its present step."""
        if self._job is not None:
            self._job.cancel()

    def stop(self) -> None:
        """End what runs after its present step, and wait for it; nothing half made stays, and nothing more begins."""
        self._next = None
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _hold(self, job: Job | None) -> None:
        """Take note of what runs now, or that it has ended."""

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
        job = self._job = Job(asked.work, self)
        self._hold(job)
        job.stepped.connect(lambda step: self._tell(asked, asked.stepped or self.stepped.emit, step))
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
            self._hold(None)
        if following is not None:
            self._begin(following)
        else:
            self.busy.emit(False)


class PageJob(OneJob):
    """The job of a page of a project: the window asks before it closes over it, and says a fault nobody else takes."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._held: Job | None = None
        self.failed.connect(self.say)

    def say(self, fault: Exception) -> None:
        """Say in the window why something did not end well; a fault of ours is told there with its report."""
        self._shell.say.emit(fault)

    def _hold(self, job: Job | None) -> None:
        # Another page of the same project may have begun its own since.
        if job is not None or self._shell.project.work is self._held:
            self._shell.project.work = job
        self._held = job
