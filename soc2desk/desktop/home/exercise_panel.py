"""Asks which exercise is opened, for whom, and for which class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from soc2desk.desktop.announce import announce
from soc2desk.desktop.home.panel import Panel
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from soc2desk.desktop.words import Words
    from soc2desk.domain.exercises import Exercise
    from soc2desk.domain.problems import Problem

_LONGEST = 80


class ExercisePanel(Panel):
    """`chosen` brings the id of an exercise, the name of a student and the code of a class, or "" for each of these."""

    chosen = Signal(str, str, str)

    def __init__(self, words: Words, exercises: Sequence[Exercise], parent: QWidget) -> None:
        super().__init__(words, words("home.exercise.title"), parent)
        self._exercises = {one.id: one for one in exercises}
        self.which = QComboBox(self)
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for one in exercises:
            title, level = words.of(one.title), words(f"home.exercise.level.{one.level}")
            self.which.addItem(words("home.exercise.line", title=title, level=level, minutes=one.minutes), one.id)
        self.student, self.code = self._line(), self._line()
        self.told = plain_label("", "hint", self)
        self.fault = plain_label("", "finding", self)
        self.fault.hide()
        self.open_button = self.button(words("home.exercise.button"), primary=True)
        self.close_button = self.button(words("home.exercise.close"))
        self._lay_out()
        self.which.currentIndexChanged.connect(self._tell)
        for line in (self.student, self.code):
            line.returnPressed.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.close_button.clicked.connect(self.closed)
        self._tell()

    def _line(self) -> QLineEdit:
        made = QLineEdit(self)
        made.setMaxLength(_LONGEST)
        made.setAcceptDrops(False)
        return made

    def _lay_out(self) -> None:
        self.body.addWidget(plain_label(self.words("home.exercise.text"), "hint", self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        rows = (("which", self.which), ("student", self.student), ("code", self.code))
        for at, (name, field) in enumerate(rows):
            label: QLabel = plain_label(self.words(f"home.exercise.{name}"), "body", self)
            label.setWordWrap(False)
            label.setBuddy(field)
            field.setAccessibleName(self.words(f"home.exercise.{name}"))
            grid.addWidget(label, at, 0)
            grid.addWidget(field, at, 1)
        self.student.setPlaceholderText(self.words("home.exercise.alone"))
        self.code.setPlaceholderText(self.words("home.exercise.no_code"))
        self.body.addLayout(grid)
        for label in (self.told, self.fault):
            self.body.addWidget(label)
        self.add_buttons(self.open_button, self.close_button)

    def _tell(self) -> None:
        one = self._exercises.get(str(self.which.currentData()))
        self.told.setText(self.words.of(one.told) if one else "")
        self.which.setAccessibleDescription(self.told.text())

    def take_focus(self) -> None:
        """Put the keyboard at the choice of an exercise."""
        self.which.setFocus()

    def _open(self) -> None:
        self.fault.hide()
        self.chosen.emit(str(self.which.currentData()), self.student.text(), self.code.text())

    def wait(self) -> None:
        """Say that the copy is being made."""
        self.open_button.setEnabled(False)
        self.open_button.setText(self.words("home.exercise.making"))

    def refuse(self, problem: Problem) -> None:
        """Say why no copy can be opened, and let the person try again."""
        told = " ".join(part for part in (problem.message, problem.hint) if part)
        self.open_button.setEnabled(True)
        self.open_button.setText(self.words("home.exercise.button"))
        self.fault.setText(told)
        self.fault.show()
        self.student.setFocus()
        announce(self.student, told)
