"""Ask the client: a questionnaire is saved as a file, and what came back is looked through before it is taken."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from soc2desk.app.answers_plan import plan_answers
from soc2desk.app.answers_taking import SOURCES, puts_of, still_as_answered
from soc2desk.app.asking_file import write_questionnaire
from soc2desk.app.pages import ASK
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.outside import open_outside
from soc2desk.desktop.page import MARGIN, Page
from soc2desk.desktop.page_job import PageJob
from soc2desk.desktop.pages.ask_answers import AnswersView
from soc2desk.desktop.pages.ask_wishes import AskWishes
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.app.answers_proposed import AnswersPlan
    from soc2desk.desktop.shell import Shell

WIDEST = 860  # pixels, before scaling: four columns stand side by side


class AskPage(Page):
    """What to ask, the file that came back, and the files that were taken."""

    needs_more = 340

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, ASK, shell.words("ask.title"), shell.words("ask.intro"))
        self.column.setMaximumWidth(WIDEST + 2 * MARGIN)
        self.view: AnswersView | None = None
        self.job = PageJob(shell, self)
        self._file, self._seen = Path(), shell.project.session.project
        self.wishes = AskWishes(shell, self.column)
        self.save, self.read = self._button("save", primary=True), self._button("read")
        self.reading = plain_label("", "hint", self.column)
        self.job.busy.connect(self.reading.setVisible)
        self.sources_heading = plain_label(shell.words("ask.sources"), "heading", self.column)
        self.sources = plain_label("", "body", self.column)
        self._lay_out()
        self.save.clicked.connect(self._choose_target)
        self.read.clicked.connect(self._choose_file)

    def _button(self, name: str, *, primary: bool = False) -> QPushButton:
        button = QPushButton(self.shell.words(f"ask.{name}"), self.column)
        button.setProperty("primary", "true" if primary else "false")
        return button

    def _lay_out(self) -> None:
        words = self.shell.words
        self.body.addWidget(plain_label(words("ask.what"), "heading", self.column))
        self.body.addWidget(self.wishes)
        self.body.addLayout(_alone(self.save))
        self.body.addWidget(plain_label(words("ask.read_heading"), "heading", self.column))
        self.body.addWidget(plain_label(words("ask.read_hint"), "hint", self.column))
        self.body.addLayout(_alone(self.read))
        self.body.addWidget(self.reading)
        self.reading.hide()
        self._at = self.body.count()
        self.body.addWidget(self.sources_heading)
        self.body.addWidget(self.sources)
        self.body.addStretch(1)

    # ---- in step with the project ----------------------------------------------------------------

    def refresh(self) -> None:
        """Show which files were taken, and let nothing be read where nothing can be changed."""
        self.read.setEnabled(not self.shell.project.session.is_read_only)
        said = list(self._said_sources())
        self.sources.setText("\n".join(said))
        for label in (self.sources_heading, self.sources):
            label.setVisible(bool(said))

    def _said_sources(self) -> Iterator[str]:
        session, words = self.shell.project.session, self.shell.words
        for one in session.project.client_answers:
            count = sum(1 for _ in still_as_answered(session.plain, one))
            day = said_date(one.entered_on, words) if one.entered_on else ""
            key = "ask.source_by" if one.filled_in_by else "ask.source"
            name = {"name": one.filled_in_by} if one.filled_in_by else {}
            yield words(key, file=one.file, day=day, count=count, **name)

    def take_focus(self) -> None:
        """Go to what the page is for."""
        self.save.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_place(self, place: str) -> bool:
        """Be there for files that were taken."""
        return place.partition(".")[0] == SOURCES or super().show_place(place)

    # ---- asking ----------------------------------------------------------------------------------

    def _choose_target(self) -> None:
        words, ending = self.shell.words, self.wishes.ending
        start = str(Path.home() / f"{self.shell.project.session.folder.name}-questions.{ending}")
        chosen, _ = QFileDialog.getSaveFileName(self, words("ask.save_title"), start, words(f"ask.save_kinds.{ending}"))
        if chosen:
            whole = chosen.lower().endswith(f".{ending}")
            # The chooser asks before a file is replaced; where the ending was added it looked for another one.
            self.save_questionnaire(Path(chosen if whole else f"{chosen}.{ending}"), replacing=whole)

    def save_questionnaire(self, file: Path, *, replacing: bool = False) -> None:
        """Write what was chosen into a file."""
        words = self.shell.words
        try:
            asked = write_questionnaire(self.shell.project.session, self.wishes.asking, file, replacing=replacing)
        except Problem as problem:
            self.shell.say.emit(problem)
            return
        told = words("ask.saved_detail", questions=len(asked.questions), tables=len(asked.tables))
        show = ((words("ask.show_folder"), lambda: open_outside(file.parent)),)
        self.shell.say.emit(Notice(words("ask.saved", file=file.name), "good", told, show))

    # ---- reading ---------------------------------------------------------------------------------

    def _choose_file(self) -> None:
        words = self.shell.words
        chosen, _ = QFileDialog.getOpenFileName(
            self, words("ask.read_title"), str(Path.home()), words("ask.read_kinds")
        )
        if chosen:
            self.read_file(Path(chosen))

    def read_file(self, file: Path) -> None:
        """Look through a file and show what it would change; nothing is written."""
        if self.job.is_running:
            return
        self._end()
        self._file, self._seen = file, self.shell.project.session.project
        self.reading.setText(self.shell.words("ask.reading", file=file.name))
        self.reading.show()
        act = partial(plan_answers, self.shell.project.session, file)
        self.job.look(act, self._show)

    def _show(self, plan: AnswersPlan) -> None:
        self.view = AnswersView(self.shell, plan, self.column)
        self.body.insertWidget(self._at, self.view)
        # The keyboard goes only to what is in sight.
        self.view.show()
        self.view.taken.connect(self._take)
        self.view.cancelled.connect(self._leave)
        self.view.take_focus()
        self.bring_into_view(self.view.take)

    def _take(self) -> None:
        view, words, session = self.view, self.shell.words, self.shell.project.session
        if view is None:
            return
        if session.project is not self._seen:
            # What stands beside the answers is not how it is any more.
            self.shell.say.emit(Notice(words("ask.moved_on"), "warn"))
            self.read_file(self._file)
            return
        chosen, file = frozenset(view.model.chosen), view.plan.file
        try:
            puts = puts_of(session, view.plan, chosen)
        except Problem as problem:
            self.shell.say.emit(problem)
            return
        problem_ = self.shell.project.put(puts, words("ask.undo", file=file))
        if problem_ is not None:
            self.shell.say.emit(problem_)
            return
        self._leave()
        key, count = ("one", {}) if len(chosen) == 1 else ("many", {"count": len(chosen)})
        self.shell.say.emit(Notice(words(f"ask.taken.{key}", file=file, **count), "good"))

    def _leave(self) -> None:
        self._end()
        self.read.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        view, self.view = self.view, None
        if view is not None:
            view.hide()
            view.deleteLater()


def _alone(button: QPushButton) -> FlowLayout:
    row = FlowLayout(gap=10)
    row.addWidget(button)
    return row
