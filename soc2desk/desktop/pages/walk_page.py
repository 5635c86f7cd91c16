"""The readiness review: owner by owner, request by request; then what is to be mended, and the record of it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from soc2desk.app.pages import WALK
from soc2desk.app.reviewing import behind, finished
from soc2desk.app.walk_values import answer_values
from soc2desk.desktop.announce import announce
from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import COLUMN, MARGIN, Page
from soc2desk.desktop.pages.controls_people import PersonList, people_here
from soc2desk.desktop.pages.walk_detail import WalkDetail
from soc2desk.desktop.pages.walk_list import WalkList
from soc2desk.desktop.pages.walk_remedies import RemedySection
from soc2desk.desktop.shell import Notice
from soc2desk.domain.auditing import Ready
from soc2desk.domain.problems import Problem
from soc2desk.domain.walking import RECOMMENDATIONS, counts, walk

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.walking import Asked

WIDEST = 960 + 2 * MARGIN  # pixels, before scaling


class WalkPage(Page):
    """What owners could show is written down today, by today's date; nothing here says that a control works."""

    def __init__(self, shell: Shell) -> None:
        words = shell.words
        super().__init__(shell, WALK, words("frame.page_title.walk"), words("walk.intro"))
        self.column.setMaximumWidth(WIDEST)
        self.intro.setMaximumWidth(COLUMN)
        self.rows: dict[str, Asked] = {}
        self.counted = plain_label("", "question", self.column)
        self.list = WalkList(shell, self.column)
        self.detail = WalkDetail(shell, self.column)
        self.remedies = RemedySection(shell, self.column)
        self.by = PersonList(words("walk.finish.by"), self.column)
        self.recommend = Combo(self.column)
        self.finish = QPushButton(words("walk.finish.act"), self.column)
        self._fill_recommend()
        self._lay_out()
        self.list.chosen.connect(lambda id_: self.detail.show_row(self.rows.get(id_)))
        self.list.answered.connect(self._answer_by_key)
        self.list.entered_item.connect(self.detail.go_on)
        self.detail.said.connect(lambda ready, note: self._answer(self.list.current, ready, note))
        self.finish.clicked.connect(self._finish)

    def _fill_recommend(self) -> None:
        words = self.shell.words
        self.recommend.setAccessibleName(words("walk.finish.recommend"))
        self.recommend.addItem(words("walk.finish.recommend"), "")
        for one in RECOMMENDATIONS:
            self.recommend.addItem(words(f"walk.finish.{one}"), one)

    def _lay_out(self) -> None:
        words, body = self.shell.words, self.body
        keys = plain_label(words("walk.keys"), "hint", self.column)
        for widget in (self.counted, keys, self.list, self.detail, self.remedies):
            body.addWidget(widget)
        body.addWidget(plain_label(words("walk.finish.title"), "heading", self.column))
        body.addWidget(plain_label(words("walk.finish.intro"), "hint", self.column))
        row = QWidget(self.column)
        flow = FlowLayout(row)
        for part in (self.by, self.recommend, self.finish):
            flow.addWidget(part)
        body.addWidget(row)
        body.addStretch(1)

    # ---- in step with the project ----------------------------------------------------------------

    def refresh(self) -> None:
        """Show the review as it stands."""
        walked = walk(self.shell.engagement)
        self.rows = {one.request.id: one for owner in walked for one in owner.asked}
        numbers = counts(walked)
        answered = {ready.value: numbers[ready] for ready in Ready}
        done = sum(answered.values())
        self.counted.setText(self.shell.words("walk.counted", done=done, total=len(self.rows), **answered))
        self.list.show_walk(walked)
        self.detail.show_row(self.rows.get(self.list.current))
        self.remedies.refresh()
        self.by.offer(people_here(self.shell), self.shell.words("walk.finish.by_nobody"))
        self.finish.setEnabled(not self.shell.project.session.is_read_only)

    def settle(self) -> None:
        """Show what our rules see in the list."""
        self.remedies.settle()

    # ---- what is done ----------------------------------------------------------------------------

    def _answer_by_key(self, request: str, ready: str) -> None:
        said = self.rows[request].said
        if self._answer(request, ready, said.answer if said else ""):
            announce(self.list, self.shell.words(f"walk.said.{ready or 'open'}"))

    def _answer(self, request: str, ready: str, note: str) -> bool:
        row, project = self.rows.get(request), self.shell.project
        if row is None or project.session.is_read_only:
            return False
        owner = row.owner if row.owner in project.session.project.person else ""
        values = answer_values(request, ready, note, owner, self.shell.desk.today)
        behind_days = behind(self.shell.desk, project.session.project)
        problem = behind_days or project.put(values, self.shell.words("walk.label", id=request))
        if problem is not None:
            self.shell.say.emit(problem)
            return False
        project.leave_field()
        return True

    def _finish(self) -> None:
        words, project = self.shell.words, self.shell.project
        by, recommend = self.by.person, str(self.recommend.currentData() or "")
        if not by or not recommend or not project.session.project.walked_requests:
            self.shell.say.emit(Notice(words("walk.finish.missing"), "warn"))
            return
        try:
            made = finished(self.shell.desk, project.session.project, by, recommend)
        except Problem as refused:
            self.shell.say.emit(refused)
            return
        problem = project.replace(made, words("walk.finish.label"))
        name = self.shell.engagement.person_name(by)
        self.shell.say.emit(problem or Notice(words("walk.finish.done", name=name), "good"))
        project.leave_field()

    # ---- places ----------------------------------------------------------------------------------

    def show_place(self, place: str) -> bool:
        """Go to a request, or to a line of the list."""
        kind, _, name = place.partition(".")
        if kind == "remedies" and self.remedies.choose(name):
            self.bring_into_view(self.remedies.view)
            return True
        if kind == "walked_requests" and self.list.choose(name):
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return super().show_place(place)

    def take_focus(self) -> None:
        """Go to the request that was chosen, or to the first that nobody was asked about."""
        if not self.list.current:
            self.list.choose_first_open()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
