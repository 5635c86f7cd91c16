"""What a client has already: its own list of controls line by line, what that lacks, and controls it has retired."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from soc2desk.app.already import already_rows, fitting
from soc2desk.app.already_acts import act_values
from soc2desk.app.attaching_lists import whole_or_nothing
from soc2desk.app.control_deciding import line_of, made_own, own_entry_of
from soc2desk.app.own_policies import plan_policy, take_policy
from soc2desk.app.pages import ALREADY, LISTS
from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import COLUMN, MARGIN, Page
from soc2desk.desktop.pages.already_detail import AlreadyDetail
from soc2desk.desktop.pages.already_list import AlreadyList
from soc2desk.desktop.pages.already_policy import PolicyForm
from soc2desk.desktop.pages.controls_own import OwnControlForm
from soc2desk.desktop.shell import Notice
from soc2desk.domain.own_controls import next_own_id
from soc2desk.domain.problems import Problem, SeveralProblems

if TYPE_CHECKING:
    from soc2desk.app.already import AlreadyRow
    from soc2desk.app.session import Plain, Where
    from soc2desk.desktop.shell import Shell

WIDEST = 960 + 2 * MARGIN  # pixels, before scaling
PLACES = frozenset({"listed_controls", "retired_controls", "missing", "own_clauses", "own_documents"})


class AlreadyPage(Page):
    """Nothing that was read prints before a person decided on it; every act here can be undone."""

    def __init__(self, shell: Shell) -> None:
        words = shell.words
        super().__init__(shell, ALREADY, words("frame.page_title.already"), words("already.intro"))
        self.column.setMaximumWidth(WIDEST)
        self.intro.setMaximumWidth(COLUMN)
        self.rows: dict[str, AlreadyRow] = {}
        self.take = QPushButton(words("already.take"), self.column)
        self.take_policy = QPushButton(words("already.take_policy"), self.column)
        self.empty = plain_label(words("already.empty"), "hint", self.column)
        self.filter = QLineEdit(self.column)
        self.filter.setPlaceholderText(words("already.filter"))
        self.filter.setAccessibleName(words("already.filter"))
        self.filter.setClearButtonEnabled(True)
        self.list = AlreadyList(shell, self.column)
        self.detail = AlreadyDetail(shell, self.column)
        self.form = OwnControlForm(shell, self.column)
        self.policy = PolicyForm(shell, self.column)
        self.form.hide()
        self.policy.hide()
        self._lay_out()
        self.take_policy.clicked.connect(self._choose_policy)
        self.policy.kept.connect(self._keep_policy)
        self.policy.left.connect(self._close_policy)
        self.take.clicked.connect(lambda: shell.go.emit(f"listed_controls_file.{LISTS}"))
        self.filter.textChanged.connect(lambda _: self._show())
        self.list.chosen.connect(self._choose)
        self.list.entered_item.connect(self.detail.go_on)
        self.detail.done.connect(self._do)
        self.form.kept.connect(self._keep_own)
        for left in (self.form.left, self.form.laid_aside):
            left.connect(self._close_form)

    def _lay_out(self) -> None:
        row = QWidget(self.column)
        flow = FlowLayout(row, gap=10)
        flow.addWidget(self.take)
        flow.addWidget(self.take_policy)
        for widget in (row, self.policy, self.empty, self.filter, self.list, self.detail, self.form):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    # ---- in step with the project ----------------------------------------------------------------

    def refresh(self) -> None:
        """Show what there is as it stands now."""
        found = already_rows(self.shell.engagement)
        self.rows = {row.place: row for row in found}
        self.empty.setVisible(not found)
        self.filter.setVisible(bool(found))
        self.list.setVisible(bool(found))
        for button in (self.take, self.take_policy):
            button.setEnabled(not self.shell.project.session.is_read_only)
        self._show()

    def _show(self) -> None:
        self.list.show_rows(fitting(tuple(self.rows.values()), self.filter.text()))
        self._choose()

    def _choose(self) -> None:
        places = self.list.places
        if self.form.isVisibleTo(self) and places != (self.form.property("line"),):
            self.form.hide()
        self.detail.show_rows(tuple(self.rows[place] for place in places if place in self.rows))

    # ---- what is done ----------------------------------------------------------------------------

    def _do(self, act: str) -> None:
        row = self.detail.row
        if row is not None and act == "own":
            self._open_form(row)
        elif row is not None and act == "keep":
            self.shell.go.emit(f"control_states.{row.name}")
        elif self.detail.rows:
            self._put(self.detail.rows, act)

    def _put(self, rows: tuple[AlreadyRow, ...], act: str) -> None:
        words, session = self.shell.words, self.shell.project.session
        by = self.detail.by.person
        if act not in {"bring_back", "drop"} and not by:
            self.detail.say(words("already.by_missing"))
            self.detail.by.setFocus()
            return
        if act == "decide" and not self.detail.ticked:
            self.detail.say(words("already.nothing_ticked"))
            self.detail.controls.setFocus()
            return
        try:
            values = act_values(session, rows, act, self.detail.ticked, str(self.detail.reason.value() or ""), by)
        except Problem as refused:
            self.detail.say(_said(refused))
            return
        if len(rows) == 1:
            undo, done = (words(f"already.{way}.{act}", name=rows[0].number) for way in ("undo", "done"))
        else:
            undo, done = (words(f"already.{way}.{act}_many", count=len(rows)) for way in ("undo", "done"))
        self._take(values, undo, done)

    def _take(self, values: dict[Where, Plain], label: str, done: str) -> bool:
        problem = self.shell.project.put(values, label)
        if problem is not None:
            self.detail.say(_said(problem))
            return False
        self.shell.project.leave_field()
        announce(self.list, done)
        return True

    # ---- a policy of one's own -------------------------------------------------------------------

    def _choose_policy(self) -> None:
        words = self.shell.words
        chosen, _ = QFileDialog.getOpenFileName(
            self, words("already.take_policy"), str(Path.home()), words("already.policy.kinds")
        )
        if chosen:
            self.ask_about(Path(chosen))

    def ask_about(self, path: Path) -> None:
        """Ask what a policy is called and when it was approved, before anything is read."""
        self.policy.show_file(path)
        self.policy.show()
        self.policy.take_focus()

    def _close_policy(self) -> None:
        self.policy.hide()
        self.take_policy.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_policy(self) -> None:
        words, project, path = self.shell.words, self.shell.project, self.policy.path
        if path is None:
            return
        try:
            said = self.policy.said()
        except ValueError:
            self.policy.say(words("already.policy.no_day"))
            return
        try:
            with whole_or_nothing(project.session):
                plan = plan_policy(project.session, path, said)
                problem = project.put(take_policy(project.session, plan), words("already.policy.undo"))
                if problem is not None:
                    raise problem
        except Problem as refused:
            self.policy.say(_said(refused))
            return
        project.leave_field()
        self.policy.hide()
        self.shell.say.emit(Notice(" ".join(plan.told), "good"))
        self.list.choose(f"own_clauses.{next(iter(plan.lines), '')}")
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- a control of one's own ------------------------------------------------------------------

    def _open_form(self, row: AlreadyRow) -> None:
        project = self.shell.project.session.project
        self.form.setProperty("line", row.place)
        self.form.show_entry(next_own_id(project), own_entry_of(line_of(project, row.name)), is_new=True)
        self.form.show()
        self.form.take_focus()
        # Once it is laid out.
        QTimer.singleShot(0, self, lambda: self.bring_into_view(self.form.keep_button))
        QTimer.singleShot(0, self, lambda: self.bring_into_view(self.form.title))

    def _close_form(self) -> None:
        self.form.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_own(self) -> None:
        words, row = self.shell.words, self.detail.row
        if row is None:
            return
        if self.form.missing():
            self.form.say_missing()
            return
        if not self.detail.by.person:
            self.form.say(words("already.by_missing"))
            return
        session = self.shell.project.session
        try:
            control, values = made_own(
                session, line_of(session.project, row.name), self.form.entry, self.detail.by.person
            )
        except Problem as refused:
            self.form.say(_said(refused))
            return
        done = words("already.done.own", name=row.number, control=control)
        if self._take(values, words("already.undo.own", name=row.number), done):
            self._close_form()

    # ---- places ----------------------------------------------------------------------------------

    def show_place(self, place: str) -> bool:
        """Go to a line."""
        if place.partition(".")[0] in PLACES:
            if self.list.choose(place) or (self.filter.text() and self._is_found_without_filter(place)):
                self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            else:
                self.take_focus()
            return True
        return super().show_place(place)

    def _is_found_without_filter(self, place: str) -> bool:
        self.filter.clear()
        return self.list.choose(place)

    def take_focus(self) -> None:
        """Go to the line that was chosen, else the first; to the button where there is none."""
        if not self.rows:
            self.take.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if not self.list.current:
            self.list.choose_first()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _said(problem: Problem) -> str:
    first = problem.problems[0] if isinstance(problem, SeveralProblems) else problem
    return " ".join(filter(None, (first.message, first.hint)))
