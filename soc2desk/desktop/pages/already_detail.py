"""One line of what a client has already: its words, the controls that it may speak of, and what a person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.already import SETTLED, SPEAKING, Group
from soc2desk.app.already_acts import offered
from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.fields.text import TextEditor
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.pages.controls_people import PersonList, people_here

if TYPE_CHECKING:
    from soc2desk.app.already import AlreadyRow
    from soc2desk.desktop.shell import Shell

LINES = 9
"""So many controls are in sight at once."""
_ACTS = ("decide", "none", "own", "leave_out", "keep", "bring_back", "drop")
NUMBERS = 12
"""So many of several lines are named."""


class AlreadyDetail(QFrame):
    """The card below the list. `done` brings the name of the act that a person chose."""

    done = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.row: AlreadyRow | None = None
        self.rows: tuple[AlreadyRow, ...] = ()
        self.setProperty("card", "true")
        words = shell.words
        self.title = plain_label("", "question", self)
        self.text = plain_label("", "body", self)
        self.said = plain_label("", "small", self)
        self.asked = plain_label("", "hint", self)
        self.controls = QListWidget(self)
        self.controls.setFixedHeight(self.fontMetrics().height() * LINES)
        self.controls.setAccessibleName(words("already.controls"))
        self.reason = TextEditor(self, words("already.reason"))
        self.reason.focus_targets()[0].setAccessibleName(words("already.reason"))
        self.by = PersonList(words("already.by"), self)
        self.note = FindingNote(shell, self)
        self.buttons = {act: QPushButton(words(f"already.act.{act}"), self) for act in _ACTS}
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(8)
        for widget in (self.title, self.text, self.said, self.asked, self.controls, self.reason, self.note):
            box.addWidget(widget)
        line = QWidget(self)
        flow = FlowLayout(line, gap=10)
        flow.addWidget(self.by)
        for act, button in self.buttons.items():
            button.clicked.connect(lambda _=False, act=act: self.done.emit(act))
            flow.addWidget(button)
        self.buttons["decide"].setProperty("primary", "true")
        box.addWidget(line)

    # ---- what it shows ---------------------------------------------------------------------------

    def show_rows(self, rows: tuple[AlreadyRow, ...]) -> None:
        """Show the lines that are chosen; none hides the card."""
        self.rows = rows
        if len(rows) > 1:
            self._show_many(rows)
        else:
            self._show_row(rows[0] if rows else None)

    def _show_many(self, rows: tuple[AlreadyRow, ...]) -> None:
        """Show several lines; a reason that was typed stays while more of them are chosen."""
        self.row = None
        self.setVisible(True)
        words, acts = self._shell.words, offered(rows)
        numbers = ", ".join(row.number for row in rows[:NUMBERS])
        self.title.setText(words("already.many.title", count=len(rows)))
        more = len(rows) - NUMBERS
        self.text.setText(words("already.many.more", listed=numbers, count=more) if more > 0 else numbers)
        self.said.hide()
        self.asked.setText(words(f"already.many.{acts[0]}" if acts else "already.many.mixed"))
        self.controls.hide()
        self.reason.setVisible("leave_out" in acts)
        self.note.say(())
        self._offer(rows)

    def _show_row(self, row: AlreadyRow | None) -> None:
        """Show a line. What was ticked and not kept goes when another line is chosen."""
        is_other = row is None or self.row is None or (row.place, row.group) != (self.row.place, self.row.group)
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        words = self._shell.words
        self.title.setText(f"{row.number}  {words('already.gone')}" if row.gone else row.number)
        self.text.setText(words.of(row.text) or (words("already.no_words") if row.group in SPEAKING else ""))
        self.said.setText(words(f"already.said.{row.group}", said=row.said) if row.said else "")
        self.said.setVisible(bool(row.said))
        self.asked.setText(words(f"already.asked.{row.group}"))
        is_line = row.group in SPEAKING
        self.controls.setVisible(is_line)
        self.reason.setVisible(row.group is Group.MISSING)
        self._offer((row,))
        if is_other:
            self.note.say(())
            self.reason.show_value(None)
            self._show_controls(row) if is_line else self.controls.clear()

    def _offer(self, rows: tuple[AlreadyRow, ...]) -> None:
        acts = offered(rows)
        may_change = not self._shell.project.session.is_read_only
        self.by.setVisible(not {*acts} <= {"bring_back", "drop"})
        self.by.offer(people_here(self._shell), self._shell.words("already.by_choose"))
        for act, button in self.buttons.items():
            button.setVisible(act in acts)
            several = len(rows) > 1 and act == "leave_out"
            button.setText(self._shell.words("already.act.leave_out_many" if several else f"already.act.{act}"))
            button.setEnabled(may_change)

    def _show_controls(self, row: AlreadyRow) -> None:
        """List those proposed or decided first, ticked, then all others of the scope."""
        engagement, words = self._shell.engagement, self._shell.words
        self.controls.clear()
        ids = dict.fromkeys((*row.controls, *(one.id for one in engagement.controls)))
        for id_ in ids:
            control = engagement.catalogue.control[id_]
            item = QListWidgetItem(f"{id_}  {words.of(control.title)}", self.controls)
            item.setData(Qt.ItemDataRole.UserRole, id_)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            # Of several proposals the first is ticked: a person ticks the others where they are meant too.
            is_meant = id_ in row.controls if row.group in SETTLED else row.controls[:1] == (id_,)
            item.setCheckState(Qt.CheckState.Checked if is_meant else Qt.CheckState.Unchecked)
        self.controls.setCurrentRow(0)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The controls that are ticked."""
        items = (self.controls.item(at) for at in range(self.controls.count()))
        return tuple(
            str(one.data(Qt.ItemDataRole.UserRole)) for one in items if one.checkState() is Qt.CheckState.Checked
        )

    def say(self, problem: str) -> None:
        """Say why it cannot be done."""
        self.note.say((("bad", problem),))

    def go_on(self) -> None:
        """Put the keyboard where a person works next."""
        targets = (self.controls, self.reason.focus_targets()[0], *self.buttons.values())
        for one in targets:
            if one.isVisibleTo(self):
                one.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
