"""The lower part of home: the list of projects, one panel above it, and all that is done with them.

It is made after the first picture of the window, because it loads what reads projects.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from soc2desk.desktop.home.acts import HomeActs
from soc2desk.desktop.home.exercises import Exercises
from soc2desk.desktop.home.filing import FilingActs
from soc2desk.desktop.home.filling import Filling
from soc2desk.desktop.home.handing import Handing
from soc2desk.desktop.home.presetting import Presetting
from soc2desk.desktop.home.project_list import ProjectList
from soc2desk.desktop.home.project_model import Row, row_of
from soc2desk.desktop.jobs import Job, one_act
from soc2desk.desktop.outside import open_outside
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.app.home import ProjectCard
    from soc2desk.app.settling import Backup
    from soc2desk.desktop.home.batching import Batching
    from soc2desk.desktop.home.duplicate_panel import DuplicatePanel
    from soc2desk.desktop.home.panel import Panel
    from soc2desk.desktop.icons import Icons
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.tokens import Tokens
    from soc2desk.desktop.words import Words

ROUND = 5
"""The number of questions is told as a multiple of this: which of them are asked depends on the answers."""


class ProjectsArea(QWidget):
    """`opened` brings a path to open, `checking` asks for a packet to check, `said` brings a Notice or a Problem.

    `merging` brings a project with which a copy is to be brought together.
    `counted` brings about how many questions there are, `copies` the samples that have a practice copy; `done` tells
    that a panel was closed and nothing else has the keyboard, `panel_shown` that one is to be brought into view;
    `begun` brings a name and the five-minute answer to begin with.
    """

    opened = Signal(object)
    merging = Signal(object)
    sitting = Signal(object)
    checking = Signal()
    said = Signal(object)
    counted = Signal(int)
    copies = Signal(object)
    done = Signal()
    panel_shown = Signal(QWidget)
    begun = Signal(str, object)

    def __init__(self, desk: Desk, words: Words, remembered: Remembered, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._words, self._remembered = desk, words, remembered
        self._names: dict[str, str] = {}
        self._checks: list[Job] = []
        self.panel: Panel | None = None
        self.list = ProjectList(words, self)
        self.acts = HomeActs(desk, words, remembered, self)
        self.filling = Filling(remembered, self)
        self.handing = Handing(desk, words, self)
        self.filing = FilingActs(words, self)
        self.presetting = Presetting(desk, words, remembered, self)
        self.exercises = Exercises(desk, words, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._column.addWidget(self.list, 1)
        self._connect()
        self._batching: Batching | None = None
        self._packets_asked = False

    def _connect(self) -> None:
        self.list.wanted.connect(self._act)
        self.acts.said.connect(self.said)
        self.acts.changed.connect(self.fill)
        self.filing.changed.connect(self.fill)
        self.presetting.changed.connect(self.fill)
        self.presetting.opened.connect(self.opened)
        self.list.filters.ordered.connect(self._keep_order)
        self.exercises.opened.connect(self.opened)
        for acts in (self.handing, self.filing, self.presetting, self.exercises):
            acts.shown.connect(self._show_panel)
            acts.ended.connect(lambda panel: self.close_panel() if panel is self.panel else None)
            acts.said.connect(self.said)
        self.handing.opened.connect(self.opened)
        self.filling.ready.connect(self._show_content)
        self.filling.found.connect(self._found)
        self.filling.ended.connect(self._ended)
        self.filling.failed.connect(self._failed)

    # ---- the list --------------------------------------------------------------------------------

    def fill(self) -> None:
        """Show the projects as they are now."""
        self.filling.begin(self._desk)

    def use_desk(self, desk: Desk) -> None:
        """Show the projects of another desk from now on."""
        self._desk = self.acts.desk = self.handing.desk = self.presetting.desk = self.exercises.desk = desk

    def stop(self) -> None:
        """End what runs beside the window, before it closes."""
        self.filling.stop()
        self.handing.stop()
        self.exercises.stop()
        for job in self._checks:
            job.wait()
        if self._batching is not None:
            self._batching.stop()

    def draw(self, icons: Icons, tokens: Tokens) -> None:
        """Draw icons in the colours of the look."""
        self.list.draw(icons, tokens)

    def _show_content(self) -> None:
        catalogue = self._desk.catalogue
        self._names = {one.id: self._words.of(one.name) for one in catalogue.categories}
        self.counted.emit(len(catalogue.questions) // ROUND * ROUND)
        self.list.filters.show_order(self._remembered.preferences.list_order)

    def _keep_order(self, order: str) -> None:
        self._remembered.keep(lambda liked: replace(liked, list_order=str(order)))

    def _found(self, at: int, card: ProjectCard) -> None:
        self.list.place(at, row_of(card, self._words, self._names, self._desk.today))

    def _ended(self, count: int) -> None:
        self.list.ended(count)
        self.copies.emit({row.card.sample for row in self.list.model.rows})
        if self._packets_asked:
            self._packets_asked = False
            QTimer.singleShot(0, self.make_packets)

    def _failed(self, problem: object) -> None:
        self.list.failed()
        self.said.emit(problem)

    # ---- acts ------------------------------------------------------------------------------------

    def start_over(self, sample: str) -> None:
        """Set the practice copy of a sample back to the beginning."""
        row = next((row for row in self.list.model.rows if row.card.sample == sample), None)
        if row is not None:
            self.acts.start_over(row)

    def _act(self, act: str, row: Row) -> None:
        acts: dict[str, Callable[[Row], object]] = {
            "open": self._open,
            "duplicate": self._ask_name,
            "preset_apply": self.presetting.apply,
            "preset_save": self.presetting.save,
            "tags": lambda row: self.filing.tag(row, self.list.tags),
            "send": lambda row: self.handing.send(row.title, row.card.folder),
            "merge": lambda row: self.merging.emit(row.card.folder),
            "chair": lambda row: self.sitting.emit(row.card.folder),
            "over": self.acts.start_over,
            "folder": lambda row: open_outside(row.card.folder),
            "backups": self._show_backups,
            "archive": lambda row: self.filing.archive(row, away=True),
            "back": lambda row: self.filing.archive(row, away=False),
            "remove": self._remove,
        }
        acts[act](row)

    def _remove(self, row: Row) -> None:
        self.list.take_off(row)
        self.acts.remove(row)

    def _open(self, row: Row) -> None:
        if row.card.problem is None:
            self.opened.emit(row.card.folder)
        else:
            self.said.emit(row.card.problem)

    # ---- the panel: one thing at a time ----------------------------------------------------------

    def _show_panel(self, panel: Panel) -> None:
        self.close_panel()
        self.panel = panel
        panel.closed.connect(self.close_panel)
        self._column.insertWidget(self._column.indexOf(self.list), panel)
        panel.show()
        self.panel_shown.emit(panel)
        panel.take_focus()

    def close_panel(self) -> None:
        """Take away what stands between the ways to begin and the list."""
        panel, self.panel = self.panel, None
        if panel is not None:
            focused = QApplication.focusWidget()
            had_focus = focused is not None and panel.isAncestorOf(focused)
            self._column.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
            if had_focus:
                self._focus_list()

    def _focus_list(self) -> None:
        if self.list.table.isVisible():
            self.list.table.setFocus()
        else:
            self.done.emit()

    def _ask_name(self, row: Row) -> None:
        from soc2desk.desktop.home.duplicate_panel import DuplicatePanel

        carried = self.acts.carrying(row)
        if carried is None:
            return
        titles = {table.id: self._words.of(table.title) for table in self._desk.catalogue.tables}
        panel = DuplicatePanel(self._words, row.title, carried, titles, self)
        panel.named.connect(lambda name: self._duplicate(panel, row, name))
        self._show_panel(panel)

    def _duplicate(self, panel: DuplicatePanel, row: Row, name: str) -> None:
        made = self.acts.duplicate(row, name)
        if isinstance(made, Problem):
            panel.refuse(made)
            return
        self.close_panel()
        self.opened.emit(made)

    def _show_backups(self, row: Row) -> None:
        from soc2desk.desktop.home.backups_panel import BackupsPanel

        panel = BackupsPanel(self._words, row.title, row.card.folder, self)
        panel.put_back.connect(lambda folder, backup: self._put_back(row, folder, backup))
        panel.shown.connect(open_outside)
        self._show_panel(panel)

    def _put_back(self, row: Row, folder: Path, backup: Backup) -> None:
        if self.acts.put_back(row.title, folder, backup):
            self.close_panel()

    def make_packets(self) -> None:
        """Ask which of the projects that the list shows get a packet, and make them beside the window."""
        from soc2desk.desktop.home.batching import Batching

        self._packets_asked = self.filling.is_running
        if self._packets_asked:
            return  # as soon as the list is read
        if self._batching is None:
            self._batching = Batching(lambda: self._desk, self._words, self)
            self._batching.shown.connect(self._show_panel)
            self._batching.said.connect(self.said)
        self._batching.ask(self.list.shown_rows)

    def answer_quickly(self) -> None:
        """Ask what the five-minute answer needs."""
        from soc2desk.desktop.home.quick_panel import QuickPanel

        panel = QuickPanel(self._desk, self._words, self)
        panel.said.connect(self.said)
        panel.begun.connect(self.begun)
        self._show_panel(panel)

    def answer_begun(self, problem: Problem | None) -> None:
        """Say in the panel why no project could be begun, or close it when one was."""
        from soc2desk.desktop.home.quick_panel import QuickPanel

        if problem is None:
            self.close_panel()
        elif isinstance(self.panel, QuickPanel):
            self.panel.refuse(problem)

    def check(self, path: Path) -> None:
        """Check a packet beside the window and say what was found."""
        from soc2desk.app.verifying import check_packet
        from soc2desk.desktop.home.checked_panel import CheckedPanel

        panel = CheckedPanel(self._words, path, self)
        panel.again.connect(self.checking)
        panel.sit.connect(lambda: self.sitting.emit(path))
        self._show_panel(panel)
        trusted = self._remembered.preferences.trusted_keys
        job = Job(lambda: one_act(lambda: check_packet(path, trusted)), self)
        job.done.connect(lambda found: panel.show_found(found) if panel is self.panel else None)
        job.failed.connect(lambda fault: self._not_checked(panel, fault))
        job.finished.connect(lambda: self._checks.remove(job))
        self._checks.append(job)
        job.start()

    def _not_checked(self, panel: Panel, fault: Exception) -> None:
        if panel is self.panel:
            self.close_panel()
            self.said.emit(fault)
