"""For whoever teaches: papers of a lesson, the key of a class, what a student gets, and marks, in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page_job import OneJob
from soc2desk.desktop.scrolling import scroll_area
from soc2desk.desktop.teach.key_card import KeyCard
from soc2desk.desktop.teach.lesson_card import LessonCard
from soc2desk.desktop.teach.marking_card import MarkingCard
from soc2desk.desktop.teach.student_card import StudentCard

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.words import Words
    from soc2desk.domain.steps import Step

MARGIN, WIDEST = 28, 980  # pixels, before scaling


class TeachView(QWidget):
    """`left` asks to go back where one was; `said` brings a Notice or a Problem."""

    left = Signal()
    said = Signal(object)

    def __init__(self, desk: Desk, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.work = OneJob(self)
        self._inside = inside = QWidget(self)
        inside.setMaximumWidth(WIDEST)
        self.back = QPushButton(words("teach.back"), inside)
        self.lesson = LessonCard(desk, words, self.work, inside)
        self.key = KeyCard(desk, words, inside)
        self.student = StudentCard(desk, words, self.work, inside)
        self.marking = MarkingCard(desk, words, self.work, inside)
        self.cards = (self.lesson, self.key, self.student, self.marking)
        self.told = plain_label("", "body", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words("teach.bar"))
        self._lay_out()
        self._connect()
        self._be_busy(busy=False)

    def _lay_out(self) -> None:
        words, inside, row = self._words, self._inside, QWidget(self._inside)
        FlowLayout(row).addWidget(self.back)
        box = QVBoxLayout(inside)
        box.setContentsMargins(MARGIN, 20, MARGIN, 20)
        box.setSpacing(12)
        box.addWidget(row)
        box.addWidget(plain_label(words("teach.title"), "title", inside))
        box.addWidget(plain_label(words("teach.intro"), "hint", inside))
        for card in self.cards:
            box.addWidget(card)
        box.addStretch(1)
        # How far it is stays in sight wherever the page is scrolled to.
        self._foot = QWidget(self)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(MARGIN, 8, MARGIN, 10)
        foot.addWidget(self.told)
        foot.addWidget(self.bar)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll_area(self, inside), 1)
        outer.addWidget(self._foot)

    def _connect(self) -> None:
        for card in self.cards:
            card.said.connect(self.said)
        self.key.made.connect(self._use_class)
        self.work.failed.connect(self.said)
        self.work.busy.connect(lambda busy: self._be_busy(busy=busy))
        self.work.stepped.connect(self._show_step)
        self.back.clicked.connect(self._leave)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._leave)

    def _leave(self) -> None:
        self.stop()
        self.left.emit()

    def stop(self) -> None:
        """End what runs, before the page or the window closes."""
        self.work.stop()

    def _use_class(self, exercise: str, code: str, file: Path) -> None:
        self.student.use_class(exercise, code)
        self.marking.key.setText(str(file))

    def _be_busy(self, *, busy: bool) -> None:
        for card in self.cards:
            card.setEnabled(not busy)
        self._foot.setVisible(busy)
        if busy:
            self.told.setText(self._words("teach.busy"))
            self.bar.setRange(0, 0)

    def _show_step(self, step: Step) -> None:
        self.bar.setRange(0, step.total)
        self.bar.setValue(step.done)
        self.told.setText(self._words("teach.step", done=step.done, total=step.total, name=step.what))
