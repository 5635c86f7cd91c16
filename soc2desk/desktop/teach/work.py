"""One piece of long work at a time for whoever teaches: how far it is, and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from soc2desk.desktop.jobs import Job, one_act

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.desktop.jobs import Work


class TeachWork(QObject):
    """`busy` tells that work began or ended, `stepped` brings a Step, `failed` what went wrong."""

    busy = Signal(bool)
    stepped = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None

    def begin(self, work: Work, done: Callable[[object], object]) -> None:
        """Do work beside the window, and hand its result on; nothing is begun while other work runs."""
        if self._job is not None:
            return
        job = self._job = Job(work, self)
        job.stepped.connect(self.stepped)
        job.done.connect(done)
        job.failed.connect(self.failed)
        job.finished.connect(self._ended)
        self.busy.emit(True)
        job.start()

    def act(self, act: Callable[[], object], done: Callable[[object], object]) -> None:
        """Do what has no steps, as begin does."""
        self.begin(lambda: one_act(act), done)

    def stop(self) -> None:
        """End what runs after its present step; nothing half made stays."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _ended(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.wait()
            job.deleteLater()
        self.busy.emit(False)
