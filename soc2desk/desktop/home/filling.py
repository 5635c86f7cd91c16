"""Reads the projects one by one between two strokes of the keyboard, so that the window never waits for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from soc2desk.desktop.jobs import Job, one_act
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.app.desk import Desk
    from soc2desk.app.home import Known, ProjectCard
    from soc2desk.desktop.remembered import Remembered


class Filling(QObject):
    """`ready` tells that the content is loaded, `found` brings each card with its place, `ended` how many there are.

    `failed` brings the Problem that ended it, or a fault of ours.
    """

    ready = Signal()
    found = Signal(int, object)
    ended = Signal(int)
    failed = Signal(object)

    def __init__(self, remembered: Remembered, parent: QObject) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self._cards: Iterator[ProjectCard] | None = None
        self._count = 0
        self._known: Known = {}
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)

    @property
    def is_running(self) -> bool:
        """Whether some projects are not shown yet."""
        return self._timer.isActive() or self._job is not None

    def begin(self, desk: Desk) -> None:
        """Read the projects of a desk, from the first; what the content needs is loaded beside the window."""
        self.stop()
        job = Job(lambda: one_act(lambda: _load(desk)), self)
        job.done.connect(lambda _: self._loaded(job, desk))
        job.failed.connect(lambda fault: self._broke(job, fault))
        self._job = job
        job.start()

    def _loaded(self, job: Job, desk: Desk) -> None:
        from soc2desk.app.home import cards

        if job is not self._job:
            return
        self._job = None
        self.ready.emit()
        self._cards, self._count = cards(desk, self._remembered.preferences, self._known), 0
        self._timer.start()

    def _broke(self, job: Job, fault: Exception) -> None:
        if job is self._job:
            self._job = None
            self.failed.emit(fault)

    def _next(self) -> None:
        try:
            card = next(self._cards, None) if self._cards is not None else None
        except Problem as problem:
            self._timer.stop()
            self.failed.emit(problem)
            return
        if card is None:
            self._timer.stop()
            self.ended.emit(self._count)
            return
        self._count += 1
        self.found.emit(self._count - 1, card)

    def stop(self) -> None:
        """Read no further."""
        self._timer.stop()
        self._cards = None
        if self._job is not None:
            job, self._job = self._job, None
            job.cancel()
            job.wait()


def _load(desk: Desk) -> None:
    """Import what reads projects, and load the content."""
    import soc2desk.app.home
    import soc2desk.app.session  # noqa: F401 - so that a project opens at once
    from soc2desk.app.next_due import ready

    _ = desk.catalogue
    ready()
