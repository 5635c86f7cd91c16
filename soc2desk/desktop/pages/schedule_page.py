"""What is due: the milestones, and the acts of the controls by month or by person, narrowed and saved as calendars."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QWidget

from soc2desk.app.pages import SCHEDULE
from soc2desk.app.schedule_rows import DueState, ScheduleRow, WantedRows, act_rows, matching_rows, plan_of, step_rows
from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import COLUMN, MARGIN, Page
from soc2desk.desktop.pages.schedule_list import ScheduleList
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.app.scheduling import Planned
    from soc2desk.desktop.shell import Shell

WIDEST = 960 + 2 * MARGIN  # pixels, before scaling
STEPS, ACTS = 200, 320
FILTERS = ("person", "family")


class SchedulePage(Page):
    """Two lists: the milestones with their days, and below them the acts in groups."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, SCHEDULE, shell.words("schedule.title"), shell.words("schedule.intro"))
        self.column.setMaximumWidth(WIDEST)
        self.intro.setMaximumWidth(COLUMN)
        words = shell.words
        self.planned: Planned | None = None
        self.acts: tuple[ScheduleRow, ...] = ()
        self.filters: dict[str, Combo] = {}
        self.by, self.soon = Combo(self.column), QCheckBox(words("schedule.soon"), self.column)
        self.save = QPushButton(words("schedule.calendars"), self.column)
        self.none = plain_label(words("schedule.none"), "hint", self.column)
        self.counted = plain_label("", "hint", self.column)
        self.steps_list = ScheduleList(shell, "schedule.milestones_list", STEPS, self.column)
        self.acts_list = ScheduleList(shell, "schedule.acts_list", ACTS, self.column)
        self.chosen = {one: plain_label("", "hint", self.column) for one in (self.steps_list, self.acts_list)}
        self._lay_out()
        for one, label in self.chosen.items():
            one.chosen.connect(label.setText)
        self.acts_list.led.connect(shell.go)
        self.save.clicked.connect(self._save)

    def _lay_out(self) -> None:
        words = self.shell.words
        top = QWidget(self.column)
        flow = FlowLayout(top)
        flow.addWidget(self.save)
        self.headings = [plain_label(words(f"schedule.{one}"), "group", self.column) for one in ("milestones", "acts")]
        steps = (self.headings[0], self.steps_list, self.chosen[self.steps_list])
        acts = (self.headings[1], self._filter_row(), self.counted, self.acts_list, self.chosen[self.acts_list])
        for widget in (self.none, top, *steps, *acts):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        order = (self.save, self.steps_list, self.by, *self.filters.values(), self.soon, self.acts_list)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _filter_row(self) -> QWidget:
        words, box = self.shell.words, QWidget(self.column)
        flow = FlowLayout(box)
        self.by.setAccessibleName(words("schedule.filter.by"))
        for one in ("month", "person"):
            self.by.addItem(words(f"schedule.by.{one}"), one)
        for name in FILTERS:
            combo = Combo(box)
            combo.setAccessibleName(words(f"schedule.filter.{name}"))
            combo.addItem(words(f"schedule.any.{name}"), "")
            self.filters[name] = combo
        for combo in (self.by, *self.filters.values()):
            combo.currentIndexChanged.connect(self._narrow)
            flow.addWidget(combo)
        self.soon.toggled.connect(self._narrow)
        flow.addWidget(self.soon)
        return box

    # ---- in step with the project ----------------------------------------------------------------

    def settle(self) -> None:
        """Show what is due as the answers, records and evidence stand."""
        session = self.shell.project.session
        self.planned = plan_of(session.composition.engagement, session.folder.name)
        steps, self.acts = step_rows(self.planned), act_rows(self.planned)
        has_dates = any(row.due for row in steps)
        self.none.setVisible(not has_dates)
        self.save.setEnabled(has_dates)
        self.steps_list.show_groups((("", steps),))
        people = {row.person: row.person_name for row in self.acts if row.person}
        self._offer("person", sorted(people.items(), key=lambda one: one[1].casefold()))
        there = {row.family for row in self.acts}
        named = [(one.id, self.shell.words.of(one.name)) for one in self.shell.catalogue.families if one.id in there]
        self._offer("family", named)
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
        found = matching_rows(self.acts, WantedRows(**asked, soon=self.soon.isChecked()))
        self.acts_list.show_groups(self._groups(found))
        late = _late(found)
        words = self.shell.words("schedule.counted", count=len(found), all=len(self.acts), late=late)
        self.counted.setText(words)
        for widget in (self.counted, self.headings[1], self.acts_list):
            widget.setVisible(bool(self.acts))

    def _groups(self, rows: Iterable[ScheduleRow]) -> list[tuple[str, tuple[ScheduleRow, ...]]]:
        groups: dict[str, list[ScheduleRow]] = {}
        for row in rows:
            groups.setdefault(self._group(row), []).append(row)
        return [(self._named(name, inside), tuple(inside)) for name, inside in groups.items()]

    def _group(self, row: ScheduleRow) -> str:
        words = self.shell.words
        if self.by.currentData() == "person":
            return row.person_name or words("schedule.nobody")
        if row.due is None:
            return words("schedule.no_day")
        return words("schedule.month", month=words(f"dates.month.{row.due.month}"), year=row.due.year)

    def _named(self, name: str, rows: list[ScheduleRow]) -> str:
        key = "schedule.group.one" if len(rows) == 1 else "schedule.group.many"
        words, late = self.shell.words(key, name=name, count=len(rows)), _late(rows)
        return self.shell.words("schedule.group.late", words=words, late=late) if late else words

    # ---- what is done ----------------------------------------------------------------------------

    def _save(self) -> None:
        from soc2desk.app.calendar_files import write_calendars

        words = self.shell.words
        chosen = QFileDialog.getExistingDirectory(self, words("schedule.calendars_title"), str(Path.home()))
        if not chosen or self.planned is None:
            return
        try:
            written = write_calendars(self.planned, Path(chosen))
        except Problem as problem:
            self.shell.say.emit(problem)
            return
        key = "schedule.saved.one" if len(written) == 1 else "schedule.saved.many"
        self.shell.say.emit(Notice(words(key, count=len(written), folder=chosen), "good"))

    def take_focus(self) -> None:
        """Go to the milestones."""
        self.steps_list.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _late(rows: Iterable[ScheduleRow]) -> int:
    return sum(row.state is DueState.OVERDUE for row in rows)
