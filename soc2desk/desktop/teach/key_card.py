"""The key of a class: its file stays with the instructor, and the code of the class is what students get."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from soc2desk.app.exercising import make_class_key
from soc2desk.desktop.announce import announce
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.teach.teach_card import TeachCard
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.words import Words

ENDING = ".key"


class KeyCard(TeachCard):
    """`made` brings the exercise, the code and the file of a key that was made."""

    made = Signal(str, str, object)

    def __init__(self, desk: Desk, words: Words, parent: QWidget) -> None:
        super().__init__(words, "key", parent)
        self._desk = desk
        self.exercise = self.exercises(desk.catalogue.exercises)
        self.name = self.line("name", "name_hint")
        self.seed = self.line("seed", "seed_hint")
        (self.make,) = self.buttons("make")
        self.code = plain_label("", "title", self)
        self.told = plain_label(self.word("give"), "hint", self)
        self.copy = QPushButton(self.word("copy"), self)
        for widget in (self.code, self.told):
            self.body.addWidget(widget)
            widget.hide()
        self.body.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.copy.hide()
        self.make.clicked.connect(self._choose)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.code.text()))

    def _choose(self) -> None:
        start = str(Path.home() / f"{self.name.text().strip().replace('/', '-') or 'class'}{ENDING}")
        chosen, _ = QFileDialog.getSaveFileName(self, self.word("where"), start, self.word("files"))
        if chosen:
            self.write(Path(chosen if chosen.endswith(ENDING) else f"{chosen}{ENDING}"))

    def write(self, target: Path) -> None:
        """Make the key there and show the code of the class; say why it cannot be made."""
        exercise = str(self.exercise.currentData())
        try:
            key = make_class_key(self._desk, exercise, self.name.text(), self.seed.text(), target)
        except Problem as problem:
            self.said.emit(problem)
            return
        self.code.setText(key.code)
        for widget in (self.code, self.told, self.copy):
            widget.show()
        announce(self.code, self.word("said", code=key.code))
        self.tell("done", target)
        self.made.emit(exercise, key.code, target)
