"""Exercises from home: which one is opened, for whom, and its copy made beside the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from soc2desk.desktop.jobs import Job, one_act
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.home.exercise_panel import ExercisePanel
    from soc2desk.desktop.words import Words


class Exercises(QObject):
    """`shown` brings a Panel to show, `ended` one that is done; `said` brings a Problem, `opened` a folder to open."""

    shown = Signal(object)
    ended = Signal(object)
    said = Signal(object)
    opened = Signal(object)

    def __init__(self, desk: Desk, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self._words, self._parent = desk, words, parent
        self._panel: ExercisePanel | None = None
        self._jobs: list[Job] = []

    def choose(self) -> None:
        """Ask which exercise is opened, and for whom."""
        from soc2desk.desktop.home.exercise_panel import ExercisePanel

        panel = ExercisePanel(self._words, self.desk.catalogue.exercises, self._parent)
        panel.chosen.connect(partial(self._open, panel))
        self._panel = panel
        panel.destroyed.connect(lambda: self._gone(panel))
        self.shown.emit(panel)

    def stop(self) -> None:
        """Wait for copies that are being made, before the window closes."""
        for job in self._jobs:
            job.wait()

    def _gone(self, panel: ExercisePanel) -> None:
        if self._panel is panel:
            self._panel = None

    def _open(self, panel: ExercisePanel, exercise: str, student: str, code: str) -> None:
        """Make the copy beside the window: its evidence room takes a second."""
        from soc2desk.app.exercising import open_exercise, variant_for

        desk = self.desk
        panel.wait()
        job = Job(lambda: one_act(lambda: open_exercise(desk, variant_for(desk, exercise, student, code))), self)
        job.done.connect(partial(self._made, panel))
        job.failed.connect(partial(self._failed, panel))
        job.finished.connect(lambda: self._jobs.remove(job))
        self._jobs.append(job)
        job.start()

    def _made(self, panel: ExercisePanel, folder: object) -> None:
        if panel is self._panel:
            self.ended.emit(panel)
            self.opened.emit(folder)

    def _failed(self, panel: ExercisePanel, fault: Exception) -> None:
        if panel is self._panel and isinstance(fault, Problem):
            panel.refuse(fault)
        else:
            self.said.emit(fault)
