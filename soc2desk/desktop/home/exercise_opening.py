"""Opens an exercise from home: asks which one and for whom, and makes the copy beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from soc2desk.desktop.home.exercise_panel import ExercisePanel
from soc2desk.desktop.jobs import Job, one_act
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.words import Words


class ExerciseOpening(QObject):
    """`made` brings the folder of a copy, `said` what went wrong while nobody asks any more.

    What runs beside the window stands among `jobs`, which whoever closes the window waits for.
    """

    made = Signal(object)
    said = Signal(object)

    def __init__(self, desk: Desk, words: Words, jobs: list[Job], parent: QWidget) -> None:
        super().__init__(parent)
        self.panel = ExercisePanel(words, desk.catalogue.exercises, parent)
        self._is_asking = True
        self._desk, self._jobs = desk, jobs
        self.panel.chosen.connect(self._open)
        self.panel.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._is_asking = False

    def _open(self, exercise: str, student: str, code: str) -> None:
        """Make the copy in a thread of its own: its evidence room takes a second."""
        from soc2desk.app.exercising import open_exercise, variant_for

        desk = self._desk
        self.panel.wait()
        job = Job(lambda: one_act(lambda: open_exercise(desk, variant_for(desk, exercise, student, code))), self)
        job.done.connect(self._made)
        job.failed.connect(self._failed)
        job.finished.connect(lambda: self._jobs.remove(job))
        self._jobs.append(job)
        job.start()

    def _made(self, folder: Path) -> None:
        if self._is_asking and self.panel.isVisible():
            self.made.emit(folder)

    def _failed(self, fault: Exception) -> None:
        if self._is_asking and self.panel.isVisible() and isinstance(fault, Problem):
            self.panel.refuse(fault)
        else:
            self.said.emit(fault)
