"""Makes the packets of several clients beside the window, with a panel that asks before and shows the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from soc2desk.desktop.home.batch_panel import BatchPanel
from soc2desk.desktop.jobs import Job
from soc2desk.desktop.outside import open_outside
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from PySide6.QtWidgets import QWidget

    from soc2desk.app.batch import Finished
    from soc2desk.app.desk import Desk
    from soc2desk.desktop.home.project_model import Row
    from soc2desk.desktop.words import Words
    from soc2desk.domain.steps import Step

PACKETS = "packets"


class Batching(QObject):
    """`shown` brings the panel, `said` a Notice or a Problem. `desk` gives the desk of the list as it is then."""

    shown = Signal(object)
    said = Signal(object)

    def __init__(self, desk: Callable[[], Desk], words: Words, home: QWidget) -> None:
        super().__init__(home)
        self._desk, self._words, self._home = desk, words, home
        self._job: Job | None = None
        self._panel: BatchPanel | None = None

    def stop(self) -> None:
        """End what runs, before the window closes: finished packets stay, nothing half made does."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def ask(self, rows: Sequence[Row]) -> None:
        """Ask which of these get a packet; while a batch runs, only its end is waited for."""
        if self._job is not None:
            return
        panel = BatchPanel(self._words, rows, self._desk().workspace.parent / PACKETS, self._home)
        panel.wanted.connect(lambda folders, out: self._begin(panel, folders, out))
        panel.opened.connect(open_outside)
        panel.destroyed.connect(lambda: self._forget(panel))
        self._panel = panel
        self.shown.emit(panel)

    def _forget(self, panel: BatchPanel) -> None:
        if self._panel is panel:
            self._panel = None

    def _begin(self, panel: BatchPanel, folders: tuple[Path, ...], out: Path) -> None:
        panel.begin()
        job = self._job = Job(lambda: _made(self._desk(), folders, out), self)
        panel.stopped.connect(job.cancel)
        job.stepped.connect(lambda step: self._panel.show_step(step) if self._panel else None)
        job.done.connect(lambda finished: self._done(finished, out))
        job.failed.connect(self._failed)
        job.cancelled.connect(self._cancelled)
        job.finished.connect(self._ended)
        job.start()

    def _ended(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()

    def _done(self, finished: Finished, out: Path) -> None:
        words, total = self._words, len(finished.rows)
        without = sum(not row.is_good for row in finished.rows)
        if finished.problem is not None:
            self.said.emit(finished.problem)
        if self._panel is not None:
            form = "one" if without == 1 else "many"
            told = words(f"batch.done.bad.{form}", count=without, total=total) if without else words("batch.done.good")
            self._panel.show_finished(finished, told)
            return
        show = ((words("batch.open"), lambda: open_outside(out)),)
        told = words("batch.elsewhere", total=total, count=without)
        self.said.emit(Notice(told, "warn" if without else "good", "", show))

    def _failed(self, fault: Exception) -> None:
        if self._panel is not None and isinstance(fault, Problem):
            self._panel.refuse(" ".join(filter(None, (fault.message, fault.hint))))
            return
        if self._panel is not None:
            self._panel.show_finished(None, "")
        self.said.emit(fault)

    def _cancelled(self) -> None:
        told = self._words("batch.stopped")
        if self._panel is not None:
            self._panel.show_finished(None, told)
        else:
            self.said.emit(Notice(told))


def _made(desk: Desk, folders: tuple[Path, ...], out: Path) -> Generator[Step, None, Finished]:
    # Loaded only now: few people make several packets in one go.
    from soc2desk.app.batch import clients_at, make_packets
    from soc2desk.app.make_packet import Wishes

    clients = clients_at(desk, [str(folder) for folder in folders])
    return (yield from make_packets(desk, clients, Wishes(out), is_alone=False))
