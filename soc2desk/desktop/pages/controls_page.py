"""The page of controls and owners: a table one can work in, its filters, and a panel that acts on what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QSplitter

from soc2desk.app.control_rows import Wanted, control_rows
from soc2desk.app.pages import SCOPE, page_of
from soc2desk.desktop.announce import announce
from soc2desk.desktop.page import Page
from soc2desk.desktop.pages.controls_acts import ControlActs
from soc2desk.desktop.pages.controls_door import Door
from soc2desk.desktop.pages.controls_filter import FilterBar
from soc2desk.desktop.pages.controls_menu import show_menu
from soc2desk.desktop.pages.controls_own_work import OwnWork
from soc2desk.desktop.pages.controls_panel import ControlsPanel
from soc2desk.desktop.pages.controls_places import OWNERS, STATES, ids_of, target_of
from soc2desk.desktop.pages.controls_recording import Recording
from soc2desk.desktop.pages.controls_status import StatusLine
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
PANEL = 520
"""The panel begins at most so wide beside the table, in pixels before scaling."""
TALL = 720
"""From this height on, in pixels before scaling, there is room for the sentence of instruction."""
LOW = 580
"""Below this height, where it cannot stand beside it, the panel takes the place of the table while one works in it."""


class ControlsPage(Page):
    """The control-owner matrix. The keyboard goes from the filters to the table to the panel."""

    needs_more = 340

    def __init__(self, shell: Shell) -> None:
        words = shell.words
        super().__init__(shell, "controls", words("frame.page_title.controls"), words("controls.intro"), scrolls=False)
        self.acts = ControlActs(shell)
        self._is_low = self._is_fresh = self._is_open = False
        self._findings: dict[str, tuple[Finding, ...]] = {}
        self.door = Door(shell, self)
        self.filter = FilterBar(shell, self)
        self.status = StatusLine(shell, self)
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
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        for widget in (self.door, self.filter, self.status):
            self.body.addWidget(widget)
        self.body.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.filter.changed.connect(self._filtered)
        self.filter.onward.connect(self.table.setFocus)
        self.status.show_all.clicked.connect(self.clear_filter)
        self.status.work.clicked.connect(self.enter_panel)
        self.status.add.clicked.connect(self.own.begin)
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
        self.status.say(self.table.lines)
        self._show_door()
        self.status.add.setEnabled(not self.shell.project.session.is_read_only)

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
        self.status.work.setEnabled(bool(rows))
        self._show_side()
        self._show_findings()
        if self._is_fresh:
            self.panel.show_places()

    def _show_findings(self) -> None:
        rows = self.panel.rows
        family = self.recording.family
        places = [f"{kind}.{row.id}" for row in rows if len(rows) == 1 for kind in (OWNERS, STATES)]
        if family and len(rows) == sum(row.family == family for row in self.table.lines.all_rows):
            places.append(f"{STATES}.{family}")
        self.panel.show_findings(tuple(found for place in places for found in self._findings.get(place, ())))

    # ---- filters ---------------------------------------------------------------------------------

    def _filtered(self) -> None:
        ids = self.table.chosen_ids
        moved = self.table.lines.ask(self.filter.wanted)
        self.table.keeping(ids, moved=moved)
        self.status.say(self.table.lines)
        announce(self.table, self.status.count.text())

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
            self.panel.put_keyboard(self.panel.owners.lists["owner"])
        else:
            self.panel.put_keyboard(self.recording.form.first)

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
        self.panel.put_keyboard(self.panel.owners.lists[part])

    def take_proposals(self) -> None:
        """Take what the answers propose for the chosen controls."""
        self.enter_panel()
        self.recording.take_proposals()

    def begin_change(self, *, retire: bool) -> None:
        """Open the words of the chosen control, or ask for its last day."""
        self.own.change.begin(retire=retire)

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
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if way is not self.split.orientation():
            self.split.setOrientation(way)
            QTimer.singleShot(0, self, self._share)
        self._is_low = not wide and self.height() < LOW
        focused = QApplication.focusWidget()
        self.open_drawer(is_open=focused is not None and self.side.isAncestorOf(focused))

    def _share(self) -> None:
        """Share the room between table and panel anew: the panel is for reading in one column."""
        wide = self.split.orientation() is Qt.Orientation.Horizontal
        room = self.split.width() if wide else self.split.height()
        panel = min(PANEL, room * 9 // 20) if wide else room * 11 // 20
        self.split.setSizes([room - panel, panel])

    def open_drawer(self, *, is_open: bool) -> None:
        """Where there is little room, let the panel take the place of the table, or give it back."""
        low = self._is_low
        for widget in (self.table, self.filter, self.status):
            widget.setVisible(not (low and is_open))
        self.intro.setVisible(self.height() >= TALL)
        self._is_open = is_open
        self._show_side()
        self.panel.back.setVisible(low)
        self.status.work.setVisible(low)

    def _show_side(self) -> None:
        """Give the whole room to the table while nothing is chosen to work on."""
        wanted = (bool(self.table.chosen) or self.own.is_open) and (not self._is_low or self._is_open)
        if wanted and self.side.isHidden():
            QTimer.singleShot(0, self, self._share)
        self.side.setVisible(wanted)
