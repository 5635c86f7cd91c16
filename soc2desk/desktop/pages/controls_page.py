"""The page of controls and owners: a table one can work in, its filters, and a panel that acts on what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSplitter, QWidget

from soc2desk.app.control_rows import Wanted, control_rows
from soc2desk.app.own_control_form import takes_own_controls
from soc2desk.app.pages import SCOPE, page_of
from soc2desk.desktop.announce import announce
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import Page
from soc2desk.desktop.pages.controls_acts import ControlActs
from soc2desk.desktop.pages.controls_door import Door
from soc2desk.desktop.pages.controls_filter import FilterBar
from soc2desk.desktop.pages.controls_menu import show_menu
from soc2desk.desktop.pages.controls_own_work import OwnWork
from soc2desk.desktop.pages.controls_panel import ControlsPanel
from soc2desk.desktop.pages.controls_places import STATES, ids_of, target_of
from soc2desk.desktop.pages.controls_recording import Recording
from soc2desk.desktop.pages.controls_table import ControlsTable
from soc2desk.desktop.shell import Notice

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QResizeEvent

    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.project import State

WIDE = 880
"""From this width on, in pixels before scaling, the panel stands beside the table."""
LOW = 580
"""Below this height, where it cannot stand beside it, the panel takes the place of the table while one works in it."""


class ControlsPage(Page):
    """The control-owner matrix. The keyboard goes from the filters to the table to the panel."""

    def __init__(self, shell: Shell) -> None:
        words = shell.words
        super().__init__(shell, "controls", words("frame.page_title.controls"), words("controls.intro"), scrolls=False)
        self.acts = ControlActs(shell)
        self._is_low = self._is_fresh = False
        self._findings: dict[str, tuple[Finding, ...]] = {}
        self.door = Door(shell, self)
        self.filter = FilterBar(shell, self)
        self.table = ControlsTable(shell, self)
        self.panel = ControlsPanel(shell, self)
        self.recording = Recording(shell, self.panel, self.acts)
        self.own = OwnWork(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.table)
        self.side = self.own.beside(self.panel)
        self.split.addWidget(self.side)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.status = self._status_line()
        for widget in (self.door, self.filter, self.status):
            self.body.addWidget(widget)
        self.body.addWidget(self.split, 1)

    def _status_line(self) -> QWidget:
        words = self.shell.words
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        self.count = plain_label("", "hint", line)
        self.count.setWordWrap(False)
        self.show_all = QPushButton(words("controls.filter.show_all"), line)
        self.show_all.setProperty("quiet", True)
        self.work = QPushButton(words("controls.panel.open"), line)
        self.work.hide()
        self.add = QPushButton(words("controls.own.add"), line)
        self.add.setVisible(takes_own_controls())
        row.addWidget(self.count)
        row.addWidget(self.show_all)
        row.addStretch(1)
        row.addWidget(self.work)
        row.addWidget(self.add)
        return line

    def _connect(self) -> None:
        self.filter.changed.connect(self._filtered)
        self.filter.onward.connect(self.table.setFocus)
        self.show_all.clicked.connect(self.clear_filter)
        self.work.clicked.connect(self.enter_panel)
        self.add.clicked.connect(self.own.begin)
        self.table.picked.connect(self._picked)
        self.table.entered_line.connect(self.enter_panel)
        self.table.menu_wanted.connect(lambda at: show_menu(self, at))
        self.panel.left.connect(self.leave_panel)
        self.panel.owners.named.connect(self._name_holder)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.text.setFocus)

    # ---- in step with the project ----------------------------------------------------------------

    def refresh(self) -> None:
        """Show the controls as they stand now; what is chosen stays chosen."""
        self._is_fresh = False
        engagement = self.shell.engagement
        rows, ids = control_rows(engagement), self.table.chosen_ids
        of = self.shell.words.of
        self.filter.offer(rows, tuple((one.id, f"{one.id}  {of(one.name)}") for one in engagement.catalogue.families))
        self.table.lines.wanted = self.filter.wanted
        moved = self.table.lines.show(rows, keep=ids)
        self.table.keeping(ids, moved=moved)
        if not moved:
            self._show_chosen()
        self._say_count()
        self._show_door()
        self.add.setEnabled(not self.shell.project.session.is_read_only)

    def settle(self) -> None:
        """Show findings and where composed documents name the control."""
        self._is_fresh = True
        found: dict[str, list[Finding]] = {}
        for finding in self.shell.project.session.composition.findings:
            found.setdefault(finding.place, []).append(finding)
        self._findings = {place: tuple(findings) for place, findings in found.items()}
        self._show_findings()
        self.panel.show_places()

    def _show_door(self) -> None:
        project, words = self.shell.project.session.project, self.shell.words
        if not self.table.lines.all_rows:
            self.door.show_way(words("controls.scope.none"), words("controls.scope.go"), f"pages.{SCOPE}")
        elif not project.people:
            page = page_of(self.shell.catalogue, "people.")
            self.door.show_way(words("controls.people.none"), words("controls.people.go"), f"pages.{page}")
        else:
            self.door.hide()

    def _picked(self) -> None:
        self.own.leave_for_selection()
        self._show_chosen()
        chosen = self.table.chosen
        if len(chosen) == 1:
            self.shell.look_at.emit(f"{STATES}.{chosen[0].id}")

    def _show_chosen(self) -> None:
        rows = self.table.chosen
        self.panel.show_rows(rows)
        self.recording.show(rows)
        self.own.offer(rows)
        self.work.setEnabled(bool(rows))
        self._show_findings()
        if self._is_fresh:
            self.panel.show_places()

    def _show_findings(self) -> None:
        rows = self.panel.rows
        one = rows[0].id if len(rows) == 1 else ""
        places = [f"owners.{one}", f"control_states.{one}"] if one else [f"control_states.{self.recording.family}"]
        self.panel.show_findings(tuple(f for place in places for f in self._findings.get(place, ())))

    # ---- filters ---------------------------------------------------------------------------------

    def _filtered(self) -> None:
        ids = self.table.chosen_ids
        moved = self.table.lines.ask(self.filter.wanted)
        self.table.keeping(ids, moved=moved)
        self._say_count()
        announce(self.table, self.count.text())

    def _say_count(self) -> None:
        words, lines = self.shell.words, self.table.lines
        shown, total = len(lines.rows), len(lines.all_rows)
        is_open = lines.wanted == Wanted()
        if not is_open and not shown:
            self.count.setText(words("controls.filter.nothing"))
        elif is_open:
            many = "one" if total == 1 else "many"
            self.count.setText(words(f"controls.filter.all.{many}", total=total))
        else:
            self.count.setText(words("controls.filter.some", shown=shown, total=total))
        self.show_all.setVisible(not is_open)

    def clear_filter(self) -> None:
        """Show all controls again."""
        self.filter.ask(Wanted())
        self.table.setFocus()

    # ---- the keyboard and places -----------------------------------------------------------------

    def take_focus(self) -> None:
        """Put the keyboard into the table."""
        self.table.setFocus()

    def show_place(self, place: str) -> bool:
        """Choose the very control, or the whole family, and put the keyboard on its owner or its state."""
        target = target_of(place)
        if target is None:
            return super().show_place(place)
        ids = ids_of(target, self.table.lines.all_rows)
        if not ids:
            self.shell.say.emit(Notice(self.shell.words("controls.not_needed", control=target.name)))
            self.take_focus()
            return True
        is_family = target.name not in ids
        self._bring(ids, target.name if is_family else "")
        if is_family:
            self.recording.choose_family()
        self.enter_panel(owner=target.of_owner)
        return True

    def _bring(self, ids: Collection[str], family: str) -> None:
        """Choose controls; a filter that hides them goes, and that is said."""
        if family:
            self.filter.ask_family(family)
        elif not set(ids) <= {row.id for row in self.table.lines.rows}:
            self.filter.ask(Wanted())
            self.shell.say.emit(Notice(self.shell.words("controls.filter.cleared", control=next(iter(ids)))))
        self.table.choose(ids)

    def enter_panel(self, *, owner: bool = False) -> None:
        """Put the keyboard into the panel, on the state or on the owner."""
        if not self.table.chosen and self.table.currentIndex().isValid():
            self.table.selectRow(self.table.currentIndex().row())
        if not self.table.chosen:
            return
        self.open_drawer(is_open=True)
        if owner:
            self.panel.owners.lists["owner"].setFocus()
        else:
            self.recording.form.take_focus()

    def leave_panel(self) -> None:
        """Put the keyboard back into the table."""
        self.open_drawer(is_open=False)
        self.table.setFocus()

    # ---- acts of the menu ------------------------------------------------------------------------

    def _name_holder(self, part: str, person: str) -> None:
        problem = self.acts.name_holder(self.table.chosen_ids, part, person)
        if problem is not None:
            self.shell.say.emit(problem)

    def leave_to_role(self) -> None:
        """Let the role say who holds the chosen controls."""
        problem = self.acts.as_role(self.table.chosen_ids)
        if problem is not None:
            self.shell.say.emit(problem)

    def begin_state(self, state: State) -> None:
        """Choose a state in the panel and put the keyboard where something is missing."""
        self.enter_panel()
        self.recording.begin(state)

    def begin_holder(self, part: str) -> None:
        """Put the keyboard on the owner, backup or reviewer."""
        self.enter_panel()
        self.panel.owners.lists[part].setFocus()

    def take_proposals(self) -> None:
        """Take what the answers propose for the chosen controls."""
        self.enter_panel()
        self.recording.take_proposals()

    def edit_own(self) -> None:
        """Open the form of the chosen control of the company's own."""
        self.own.edit()

    def remove_own(self) -> None:
        """Take the chosen control of the company's own out."""
        self.own.remove()

    # ---- the room --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel beside the table, below it, or in its place, as there is room."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        self.split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self._is_low = not wide and self.height() < LOW
        focused = QApplication.focusWidget()
        self.open_drawer(is_open=focused is not None and self.side.isAncestorOf(focused))

    def open_drawer(self, *, is_open: bool) -> None:
        """Where there is little room, let the panel take the place of the table, or give it back."""
        low = self._is_low
        for widget in (self.table, self.filter, self.status, self.intro):
            widget.setVisible(not (low and is_open))
        self.side.setVisible(not low or is_open)
        self.panel.back.setVisible(low)
        self.work.setVisible(low)
