"""The head of an exercise on the overview: its story, how it goes, and the two places where it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.words import Words
    from soc2desk.domain.exercises import Exercise

STEPS = ("read", "chair", "project", "hand_in")


class ExerciseCard(QFrame):
    """`entering` asks for the evidence room, `sitting` for the auditor's chair. No finding is named here."""

    entering = Signal()
    sitting = Signal()

    def __init__(self, words: Words, exercise: Exercise, room: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setProperty("tone", "accent")
        self.title = plain_label(words("overview.exercise.title", title=words.of(exercise.title)), "heading", self)
        self.story = plain_label(words.of(exercise.told), "body", self)
        self.room = QPushButton(words("overview.exercise.room"), self)
        self.room.setAccessibleDescription(str(room))
        self.chair = QPushButton(words("overview.exercise.chair"), self)
        self.chair.setProperty("primary", "true")
        self.room.clicked.connect(self.entering)
        self.chair.clicked.connect(self.sitting)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(8)
        box.addWidget(self.title)
        box.addWidget(self.story)
        for number, step in enumerate(STEPS, 1):
            said = words(f"overview.exercise.step.{step}", minutes=exercise.minutes)
            box.addWidget(plain_label(f"{number}.  {said}", "body", self))
        buttons = FlowLayout()
        buttons.addWidget(self.room)
        buttons.addWidget(self.chair)
        box.addLayout(buttons)
        box.addWidget(plain_label(words("overview.exercise.where", folder=room), "hint", self))
