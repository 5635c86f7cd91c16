"""What one student gets of an exercise on paper or as files, and what is to be found in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QPushButton

from soc2desk.app.answer_sheet import answer_lines, write_answers
from soc2desk.app.exercising import variant_for, write_labs, write_room
from soc2desk.app.packet_work import free_folder
from soc2desk.desktop.teach.lines_table import LinesTable
from soc2desk.desktop.teach.teach_card import TeachCard
from soc2desk.domain.file_names import file_name
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.page_job import OneJob
    from soc2desk.desktop.words import Words
    from soc2desk.domain.variants import Variant

_LONGEST = 40


class StudentCard(TeachCard):
    """The answers are shown only after a question: a screen may hang on the wall of the class."""

    def __init__(self, desk: Desk, words: Words, work: OneJob, parent: QWidget) -> None:
        super().__init__(words, "student", parent)
        self._desk, self._work = desk, work
        self._shown: Variant | None = None
        self.exercise = self.exercises(desk.catalogue.exercises)
        self.name = self.line("name", "name_hint")
        self.code = self.line("code", "code_hint")
        self.room, self.labs, self.answers = self.buttons("room", "labs", "answers")
        self.yes, self.no = (QPushButton(self.word(key), self) for key in ("yes", "no"))
        self.asked = self.question(self.word("asked"), self.yes, self.no)
        self.table = LinesTable(self.word("table"), self)
        self.save = QPushButton(self.word("save"), self)
        self.hidden = QPushButton(self.word("hide"), self)
        for widget in (self.asked, self.table):
            self.body.addWidget(widget)
        self.after = self.question("", self.save, self.hidden)
        self.body.addWidget(self.after)
        self.table.hide()
        self._connect()

    def _connect(self) -> None:
        self.room.clicked.connect(lambda: self._choose(self.write_room))
        self.labs.clicked.connect(lambda: self._choose(self.write_labs))
        self.answers.clicked.connect(self._ask)
        self.no.clicked.connect(self._close)
        self.yes.clicked.connect(self._show)
        self.save.clicked.connect(self._save)
        self.hidden.clicked.connect(self._close)
        # What was shown is of the student named before.
        self.exercise.currentIndexChanged.connect(lambda _: self._close(focus=False))
        for line in (self.name, self.code):
            line.textEdited.connect(lambda _: self._close(focus=False))

    def use_class(self, exercise: str, code: str) -> None:
        """Take over the exercise and the code of a class."""
        self.exercise.setCurrentIndex(self.exercise.findData(exercise))
        self.code.setText(code)

    # ---- files -----------------------------------------------------------------------------------

    def _choose(self, write: object) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.words("teach.where"), str(self._desk.workspace))
        if chosen and callable(write):
            write(Path(chosen))

    def write_room(self, into: Path) -> None:
        """Write the evidence room of this student into a new folder there."""
        desk, variant = self._desk, self._variant()
        if variant is not None:
            target = self._free(into, f"room-{variant.exercise}")
            self._work.act(lambda: write_room(desk, target, variant), lambda _: self.tell("room_done", target))

    def write_labs(self, into: Path) -> None:
        """Write the lab sheets of this student, for all skill areas, into a new folder there."""
        desk, student, code = self._desk, self.name.text(), self.code.text()
        target = self._free(into, "labs")
        self._work.act(lambda: write_labs(desk, target, student, code), lambda _: self.tell("labs_done", target))

    def _free(self, into: Path, stem: str) -> Path:
        name = file_name(self.name.text(), _LONGEST)
        wanted = into / (f"{stem}-{name}" if name else stem)
        return free_folder(wanted) if wanted.exists() else wanted

    def _variant(self) -> Variant | None:
        try:
            return variant_for(self._desk, str(self.exercise.currentData()), self.name.text(), self.code.text())
        except Problem as problem:
            self.said.emit(problem)
            return None

    # ---- the answers -----------------------------------------------------------------------------

    def _ask(self) -> None:
        if self._variant() is not None:
            self.asked.show()
            self.no.setFocus()

    def _show(self) -> None:
        desk, variant = self._desk, self._variant()
        self.asked.hide()
        if variant is not None:
            self._work.act(lambda: answer_lines(desk, variant), lambda lines: self._fill(variant, lines))

    def _fill(self, variant: Variant, lines: object) -> None:
        self._shown = variant
        heads = tuple(self.word(f"column.{key}") for key in ("fault", "where", "writes"))
        self.table.fill(heads, lines if isinstance(lines, tuple) else ())
        self.table.show()
        self.after.show()
        self.table.setFocus()

    def _close(self, *, focus: bool = True) -> None:
        self._shown = None
        self.table.fill((), ())
        for widget in (self.asked, self.table, self.after):
            widget.hide()
        if focus:
            self.answers.setFocus()

    def _save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.word("save"), "", self.word("pdf"))
        if chosen:
            self.save_answers(Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf"))

    def save_answers(self, target: Path) -> None:
        """Write the answers that are shown as a PDF."""
        desk, variant = self._desk, self._shown
        if variant is not None:
            self._work.act(lambda: write_answers(desk, variant, target), lambda _: self.tell("saved", target))
