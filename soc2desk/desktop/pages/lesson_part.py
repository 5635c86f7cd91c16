"""Lessons on the page of training: their papers, or a folder from which a class starts, each in a new folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QPushButton, QVBoxLayout

from soc2desk.app.lessons import free_folder, prepare_lesson, print_lesson
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.outside import open_outside
from soc2desk.desktop.page_job import PageJob
from soc2desk.desktop.shell import Notice
from soc2desk.domain.lessons import LESSONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from soc2desk.app.lessons import Steps
    from soc2desk.desktop.shell import Shell


class LessonPart(QFrame):
    """A card below the courses."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, words = shell, shell.words
        self.job = PageJob(shell, self)
        self.job.busy.connect(self._be_busy)
        self.setProperty("card", "true")
        self.lesson = QComboBox(self)
        self.lesson.setAccessibleName(words("training.lesson.which"))
        for one in LESSONS:
            self.lesson.addItem(words(f"training.lesson.{one.id}"), one.id)
        self.print = QPushButton(words("training.lesson.print"), self)
        self.prepare = QPushButton(words("training.lesson.prepare"), self)
        self.print.clicked.connect(lambda: self._choose(print_lesson))
        self.prepare.clicked.connect(lambda: self._choose(prepare_lesson))
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.addWidget(plain_label(words("training.lesson.title"), "heading", self))
        box.addWidget(plain_label(words("training.lesson.text"), "hint", self))
        row = FlowLayout()
        for widget in (self.lesson, self.print, self.prepare):
            row.addWidget(widget)
        box.addLayout(row)

    def _choose(self, act: Callable[..., Steps]) -> None:
        place = str(self._shell.desk.workspace)
        chosen = QFileDialog.getExistingDirectory(self, self._shell.words("training.lesson.where"), place)
        if chosen:
            self.write(act, Path(chosen))

    def write(self, act: Callable[..., Steps], into: Path) -> None:
        """Write the chosen lesson into a new folder there, beside the window."""
        desk, lesson = self._shell.desk, str(self.lesson.currentData())
        self.job.start(lambda: act(desk, lesson, free_folder(into, lesson)), self._written)

    def _be_busy(self, busy: bool) -> None:
        for widget in (self.lesson, self.print, self.prepare):
            widget.setEnabled(not busy)

    def _written(self, folder: Path) -> None:
        words = self._shell.words
        actions = ((words("training.lesson.open"), lambda: open_outside(folder)),)
        self._shell.say.emit(Notice(words("training.lesson.done"), "good", str(folder), actions))
