"""The next period of the same client: what a person says of it, what would happen, and the way back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton, QWidget

from soc2desk.app.pages import NEXT_PERIOD
from soc2desk.app.rolling_forward import (
    NextPeriod,
    RolledForward,
    as_typed,
    earlier_periods,
    following_window,
    go_back,
    go_on,
    look_ahead,
    present_days,
    read_exceptions,
    typed_exceptions,
)
from soc2desk.desktop.announce import announce
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.fields.number import DateEditor
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import Page
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell

QUESTION = "answers.report_type"
LINES = 4
DAYS = ("issued", "start", "end")


class NextPeriodPage(Page):
    """Nothing happens before a person has seen what would."""

    def __init__(self, shell: Shell) -> None:
        words = shell.words
        super().__init__(shell, NEXT_PERIOD, words("next_period.title"), words("next_period.intro"))
        self.present = plain_label("", "question", self.column)
        self.answer = self._button("answer", lambda: shell.go.emit(QUESTION))
        self.form = QWidget(self.column)
        self.days = {name: self._day(name) for name in DAYS}
        self.exceptions = QPlainTextEdit(self.column)
        self.read = self._button("read", self._choose_table)
        self.look, self.act_button = self._button("look", self.look_over), self._button("act", self.act)
        self.act_button.setProperty("primary", "true")
        self.ahead = plain_label("", "body", self.column)
        self.wrong = plain_label("", "finding", self.column)
        self.periods = Combo(self.column)
        self.back = self._button("back.act", self._go_back)
        self.none = plain_label(words("next_period.back.none"), "hint", self.column)
        self._suggested: tuple[date, date] | None = None
        self._lay_out()
        self._forget()

    def _button(self, key: str, act: object) -> QPushButton:
        button = QPushButton(self.shell.words(f"next_period.{key}"), self.column)
        button.clicked.connect(act)
        return button

    def _day(self, name: str) -> DateEditor:
        words = self.shell.words
        made = DateEditor(self.column, lambda day: said_date(day, words), words("next_period.calendar"))
        made.line.setAccessibleName(words(f"next_period.{name}"))
        made.button.setAccessibleName(f"{words(f'next_period.{name}')}, {words('next_period.calendar')}")
        for changed in (made.typed, made.picked):
            changed.connect(self._forget)
        return made

    def _lay_out(self) -> None:
        words, body = self.shell.words, self.body
        body.addWidget(self.present)
        body.addWidget(self._in_row(self.answer))
        for name, editor in self.days.items():
            body.addWidget(plain_label(words(f"next_period.{name}"), "question", self.column))
            body.addWidget(editor)
            body.addWidget(plain_label(words(f"next_period.{name}_hint"), "hint", self.column))
        body.addWidget(plain_label(words("next_period.exceptions"), "question", self.column))
        self.exceptions.setAccessibleName(words("next_period.exceptions"))
        self.exceptions.setTabChangesFocus(True)
        self.exceptions.setFixedHeight(self.fontMetrics().lineSpacing() * (LINES + 1))
        self.exceptions.textChanged.connect(self._forget)
        body.addWidget(self.exceptions)
        body.addWidget(plain_label(words("next_period.exceptions_hint"), "hint", self.column))
        body.addWidget(self._in_row(self.read))
        for widget in (self.wrong, self.ahead, self._in_row(self.look, self.act_button)):
            body.addWidget(widget)
        body.addSpacing(12)
        body.addWidget(plain_label(words("next_period.back.title"), "heading", self.column))
        self.periods.setAccessibleName(words("next_period.back.which"))
        body.addWidget(self.none)
        body.addWidget(self._in_row(self.periods, self.back))
        body.addStretch(1)

    def _in_row(self, *widgets: QWidget) -> QWidget:
        row = QWidget(self.column)
        flow = FlowLayout(row)
        for widget in widgets:
            flow.addWidget(widget)
        return row

    # ---- in step with the project ----------------------------------------------------------------

    def refresh(self) -> None:
        """Show the present period, suggest the next window, and list what was kept."""
        words, session = self.shell.words, self.shell.project.session
        days = present_days(self.shell.desk, session.project)
        key = "unknown" if days is None else "date" if days[0] == days[1] else "window"
        first, last = (said_date(day, words) for day in days) if days else ("", "")
        self.present.setText(words(f"next_period.present.{key}", first=first, last=last))
        can_go = days is not None and not session.is_read_only
        self.answer.setVisible(days is None)
        for editor in self.days.values():
            editor.set_read_only(not can_go)
        for widget in (self.exceptions, self.read, self.look):
            widget.setEnabled(can_go)
        if days is not None:
            self._suggest(following_window(self.shell.desk, session.project))
        self._list_periods()

    def _suggest(self, window: tuple[date, date]) -> None:
        """Fill in the window that follows, unless a person typed another one."""
        if window == self._suggested:
            return
        self._suggested = window
        for name, day in zip(DAYS[1:], window, strict=True):
            self.days[name].show_value(day.isoformat())
        self._forget()

    def _list_periods(self) -> None:
        chosen, periods = self.periods.currentData(), earlier_periods(self.shell.project.session.folder)
        self.periods.clear()
        for one in periods:
            self.periods.addItem(one.name, one.name)
        self.periods.setCurrentIndex(max(self.periods.findData(chosen), 0) if periods else -1)
        self.none.setVisible(not periods)
        self.periods.setVisible(bool(periods))
        self.back.setVisible(bool(periods))
        self.back.setEnabled(not self.shell.project.session.is_read_only)

    def _forget(self) -> None:
        """What was looked at is no longer what was said."""
        self.ahead.hide()
        self.wrong.hide()
        self.act_button.hide()

    # ---- what is done ----------------------------------------------------------------------------

    def wanted(self) -> NextPeriod:
        """Return what was said. Raises Problem where a day is missing or is none."""
        issued, first, last = (self._said(name) for name in DAYS)
        return NextPeriod(issued, (first, last), typed_exceptions(self.exceptions.toPlainText()))

    def _said(self, name: str) -> date:
        try:
            return date.fromisoformat(str(self.days[name].value() or ""))
        except ValueError as error:
            self.days[name].mark_wrong(True)
            self.days[name].first.setFocus()
            raise Problem(self.shell.words(f"next_period.{name}")) from error

    def look_over(self) -> None:
        """Show what would happen; nothing is written."""
        for editor in self.days.values():
            editor.mark_wrong(False)
        try:
            rolled = look_ahead(self.shell.desk, self.shell.project.session.project, self.wanted())
        except Problem as problem:
            self._refuse(problem)
            return
        self.wrong.hide()
        self.ahead.setText(self._told(rolled))
        self.ahead.show()
        self.act_button.show()
        announce(self, self.ahead.text())
        self.act_button.setFocus()
        self.bring_into_view(self.act_button)

    def _refuse(self, problem: Problem) -> None:
        self._forget()
        self.wrong.setText(" ".join(filter(None, (problem.message, problem.hint))))
        self.wrong.show()
        announce(self, self.wrong.text(), urgent=True)

    def _told(self, rolled: RolledForward) -> str:
        words = self.shell.words
        lines = [words("next_period.ahead.kept", count=rolled.archived), words("next_period.ahead.leaves")]
        if rolled.goes_on:
            lines.append(words("next_period.ahead.goes_on", listed=", ".join(rolled.goes_on)))
        key = "reopened" if rolled.reopened else "none_reopened"
        lines.append(words(f"next_period.ahead.{key}", listed=", ".join(rolled.reopened)))
        lines.append(words("next_period.ahead.retests", count=rolled.retests))
        lines.append(words("next_period.ahead.undo"))
        return "\n".join(f"\u2022 {line}" for line in lines)

    def act(self) -> None:
        """Go on to the next period, once a person has seen what would happen."""
        project, words = self.shell.project, self.shell.words
        if self.act_button.isHidden() or not project.save():
            return
        try:
            wanted = self.wanted()
            told = go_on(self.shell.desk, project.session.folder, wanted)
        except Problem as problem:
            self._refuse(problem)
            return
        self.exceptions.clear()
        self.days["issued"].show_value(None)
        first, last = (said_date(day, words) for day in wanted.window)
        kept = words("next_period.kept", folder=told.kept.folder)
        self._take(words("next_period.done", first=first, last=last), kept)

    def _go_back(self) -> None:
        project, name = self.shell.project, self.periods.currentData()
        if not name or not project.save():
            return
        try:
            go_back(self.shell.desk, project.session.folder, name)
        except Problem as problem:
            self.shell.say.emit(problem)
            return
        self._take(self.shell.words("next_period.back.done", name=name))

    def _take(self, said: str, detail: str = "") -> None:
        """Show the project as it was written."""
        problem = self.shell.project.reload()
        self.shell.say.emit(problem or Notice(said, "good", detail))
        self.refresh()
        self.take_focus()

    def _choose_table(self) -> None:
        words = self.shell.words
        title, kinds = words("next_period.read_title"), words("next_period.kinds")
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)
        if chosen:
            self.take_table(Path(chosen))

    def take_table(self, path: Path) -> None:
        """Put the exceptions of a table among those that were typed."""
        try:
            found = read_exceptions(path)
        except Problem as problem:
            self._refuse(problem)
            return
        self.exceptions.setPlainText("\n".join(filter(None, (self.exceptions.toPlainText(), as_typed(found)))))

    def take_focus(self) -> None:
        """Go to the first day that is asked."""
        target = self.answer if self.answer.isVisibleTo(self) else self.days["issued"].first
        target.setFocus()
