"""Who needs which course and by when, and entering what was taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from soc2desk.app.pages import TRAINING
from soc2desk.app.training_entry import course_taken, typed_day
from soc2desk.app.training_rows import MISSING, course_rows, matching_courses
from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import COLUMN, MARGIN, Page
from soc2desk.desktop.pages.training_detail import TrainingDetail
from soc2desk.desktop.pages.training_list import LOOKS, TrainingList
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.app.training_entry import Values
    from soc2desk.app.training_rows import CourseRow
    from soc2desk.desktop.shell import Shell

WIDEST = 960 + 2 * MARGIN  # pixels, before scaling
FILTERS = ("person", "state", "course")


class TrainingPage(Page):
    """One line for each person and course; what is chosen stands below, where it is entered as taken."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, TRAINING, shell.words("training.title"), shell.words("training.intro"))
        self.column.setMaximumWidth(WIDEST)
        self.intro.setMaximumWidth(COLUMN)
        self.rows: tuple[CourseRow, ...] = ()
        self.filters: dict[str, QComboBox] = {}
        ways = self._ways()
        self.text = QLineEdit(self.column)
        narrowing = self._filter_row()
        self.list = TrainingList(shell, self.column)
        self.detail = TrainingDetail(shell, self.column)
        self.counted = plain_label("", "hint", self.column)
        for widget in (ways, narrowing, self.counted, self.list, self.detail):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.list.chosen.connect(self._choose)
        self.list.entered_line.connect(self.detail.go_on)
        self.detail.taken.connect(self._enter)
        self.detail.removed.connect(self._remove)

    def _ways(self) -> QWidget:
        """Return the row of buttons that lead elsewhere."""
        shell, box = self.shell, QWidget(self.column)
        flow = FlowLayout(box)
        self.teach = QPushButton(shell.words("training.teach"), box)
        self.skills = QPushButton(shell.words("training.skills"), box)
        self.skills.setProperty("quiet", "true")
        self.teach.clicked.connect(shell.teach)
        self.skills.clicked.connect(lambda: shell.go.emit("pages.learning"))
        for button in (self.teach, self.skills):
            flow.addWidget(button)
        return box

    def _filter_row(self) -> QWidget:
        words, box = self.shell.words, QWidget(self.column)
        flow = FlowLayout(box)
        self.text.setPlaceholderText(words("training.find"))
        self.text.setAccessibleName(words("training.find"))
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(self._narrow)
        flow.addWidget(self.text)
        for name in FILTERS:
            combo = QComboBox(box)
            combo.setAccessibleName(words(f"training.filter.{name}"))
            combo.addItem(words(f"training.any.{name}"), "")
            combo.currentIndexChanged.connect(self._narrow)
            self.filters[name] = combo
            flow.addWidget(combo)
        return box

    # ---- in step with the project ----------------------------------------------------------------

    def refresh(self) -> None:
        """Show the courses as they stand now."""
        self.rows, words = course_rows(self.shell.engagement), self.shell.words
        people = {row.person: words.of(row.name) for row in self.rows}
        self._offer("person", people.items())
        states = [(MISSING, words("training.missing")), *((name, words(f"training.state.{name}")) for name in LOOKS)]
        self._offer("state", states)
        courses = {row.course: f"{row.course} {words.of(row.title)}" for row in self.rows}
        self._offer("course", sorted(courses.items()))
        self._narrow()

    def _offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        combo = self.filters[name]
        with QSignalBlocker(combo):
            asked = combo.currentData()
            while combo.count() > 1:
                combo.removeItem(combo.count() - 1)
            for id_, said in choices:
                combo.addItem(said, id_)
            combo.setCurrentIndex(max(combo.findData(asked), 0))

    def _narrow(self) -> None:
        asked = {name: str(combo.currentData() or "") for name, combo in self.filters.items()}
        found = matching_courses(self.rows, self.text.text(), **asked)
        self.list.show_rows(found)
        self._choose(self.list.current)
        late = len(matching_courses(found, state=MISSING))
        self.counted.setText(self.shell.words("training.counted", count=len(found), late=late))

    def _choose(self, wanted: str) -> None:
        row = next((row for row in self.rows if row.id == wanted), None)
        self.detail.show_row(row)
        if row is not None and self.isVisible():
            self.shell.look_at.emit(f"documents.{row.course}")

    # ---- what is done ----------------------------------------------------------------------------

    def _enter(self, typed: dict[str, str]) -> None:
        row, today = self.detail.row, self.shell.desk.today
        if row is None:
            return
        said = {name: typed[name] for name in ("hours", "result", "instructor")}
        try:
            day = typed_day(typed["on"])
            values = course_taken(self.shell.engagement.project, row.person, row.course, day, today, **said)
        except Problem as problem:
            self.shell.say.emit(problem)
            self.detail.go_on()
            return
        if self._put(values, self.shell.words("training.undo", name=row.name, course=row.course)):
            announce(self.list, self.shell.words("training.done", name=row.name, course=row.course))

    def _remove(self, completion: str) -> None:
        row = self.detail.row
        if row is not None:
            self._put({("completions", completion): None}, self.shell.words("training.undo_remove", name=row.name))

    def _put(self, values: Values, label: str) -> bool:
        problem = self.shell.project.put(values, label)
        if problem is not None:
            self.shell.say.emit(problem)
            return False
        self.shell.project.settle()
        for field in self.detail.fields.values():
            field.clear()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # ---- places ----------------------------------------------------------------------------------

    def show_place(self, place: str) -> bool:
        """Go to a course of a person (courses.PERSON/COURSE), or to the first of a person."""
        kind, _, name = place.partition(".")
        if kind not in {"courses", "completions"}:
            return super().show_place(place)
        if kind == "completions":
            name = next((row.id for row in self.rows if row.taken is not None and row.taken.id == name), "")
        self.text.clear()
        for combo in self.filters.values():
            combo.setCurrentIndex(0)
        if not self.list.choose(name):
            return False
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def take_focus(self) -> None:
        """Go to the line that was chosen, or to the first."""
        self.list.choose_first()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
