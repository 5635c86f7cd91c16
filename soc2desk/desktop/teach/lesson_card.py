"""Lessons: their papers, or a folder from which a class starts, each in a new folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFileDialog

from soc2desk.app.lessons import free_folder, prepare_lesson, print_lesson, said_missing
from soc2desk.desktop.teach.teach_card import TeachCard
from soc2desk.domain.lessons import LESSONS
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from soc2desk.app.desk import Desk
    from soc2desk.app.lessons import Steps
    from soc2desk.desktop.page_job import OneJob
    from soc2desk.desktop.words import Words


class LessonCard(TeachCard):
    """What a class needs on its tables before anybody opens the program."""

    def __init__(self, desk: Desk, words: Words, work: OneJob, parent: QWidget) -> None:
        super().__init__(words, "lesson", parent)
        self._desk, self._work = desk, work
        self.lesson = QComboBox(self)
        self.field("which", self.lesson)
        for one in LESSONS:
            self.lesson.addItem(self.word(one.id), one.id)
        self.print, self.prepare = self.buttons("print", "prepare")
        self.print.clicked.connect(lambda: self._choose(print_lesson))
        self.prepare.clicked.connect(lambda: self._choose(prepare_lesson))

    def _choose(self, act: Callable[..., Steps]) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.words("teach.where"), str(self._desk.workspace))
        if chosen:
            self.write(act, Path(chosen))

    def write(self, act: Callable[..., Steps], into: Path) -> None:
        """Write the chosen lesson into a new folder there, beside the window."""
        desk, lesson = self._desk, str(self.lesson.currentData())
        try:
            folder = free_folder(into, lesson)
        except Problem as problem:
            self.said.emit(problem)
            return
        lacks = said_missing(desk, folder) if act is prepare_lesson else ""
        self._work.start(lambda: act(desk, lesson, folder), lambda _: self.tell("done", folder, lacks))
