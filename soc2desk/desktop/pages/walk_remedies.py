"""The remediation list as a table and a few fields: who mends what, by when, in which order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.table_fields import PERSON, Column
from soc2desk.app.walk_values import REMEDIES, closing_values
from soc2desk.desktop.announce import announce
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.rows.row_field import RowField
from soc2desk.desktop.rows.row_model import RowModel
from soc2desk.desktop.rows.row_table import RowTable
from soc2desk.domain.remedying import in_order, with_remedies

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.auditing import Remedy

SHOWN = (
    ("order", "number", 8), ("name", "text", 40), ("owner", PERSON, 21), ("due", "date", 20), ("hours", "number", 11),
)  # fmt: skip
"""The columns, with the sort of value and the weight of each; the day on which it was mended stands in the card."""
ASKED = ("owner", "due", "hours", "order")


class RemedySection(QWidget):
    """Everything that can be done with the list."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell = shell
        words = shell.words
        columns = {id_: self._column(id_, kind) for id_, kind, _ in SHOWN}
        self.empty = plain_label(words("walk.remedies.empty"), "hint", self)
        self.update_list = QPushButton(words("walk.remedies.update"), self)
        self.anew = QPushButton(words("walk.remedies.anew"), self)
        self.model = RowModel(shell, tuple(columns.values()))
        self.view = RowTable(self.model, tuple(weight for _, _, weight in SHOWN), self)
        self.view.setAccessibleName(words("walk.remedies.table"))
        self.card = QFrame(self)
        self.card.setProperty("card", "true")
        self.name = plain_label("", "question", self.card)
        self.fields = {id_: RowField(shell, REMEDIES, columns[id_], self.card) for id_ in ASKED}
        self.mended = plain_label("", "hint", self.card)
        self.close_row = QPushButton("", self.card)
        self._lay_out()
        self.update_list.clicked.connect(lambda: self._bring_up_to_date(anew=False))
        self.anew.clicked.connect(lambda: self._bring_up_to_date(anew=True))
        self.view.moved.connect(self._show_card)
        self.view.opened.connect(self._go_on)
        self.close_row.clicked.connect(self._close_row)

    def _column(self, id_: str, kind: str) -> Column:
        words = self.shell.words
        label = words(f"walk.ask.{id_}") if id_ in ASKED else words(f"walk.column.{id_}")
        return Column(id_, label, words(f"walk.column.{id_}"), "", kind)

    def _lay_out(self) -> None:
        words = self.shell.words
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 10, 0, 0)
        box.setSpacing(10)
        box.addWidget(plain_label(words("walk.remedies.title"), "heading", self))
        box.addWidget(plain_label(words("walk.remedies.intro"), "hint", self))
        buttons = FlowLayout()
        buttons.addWidget(self.update_list)
        buttons.addWidget(self.anew)
        box.addLayout(buttons)
        for widget in (self.empty, self.view, self.card):
            box.addWidget(widget)
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(10)
        inside.addWidget(self.name)
        for field in self.fields.values():
            inside.addWidget(field)
        inside.addWidget(self.mended)
        inside.addWidget(self.close_row, 0, Qt.AlignmentFlag.AlignLeft)

    # ---- in step with the project ----------------------------------------------------------------

    def refresh(self) -> None:
        """Show the list as it stands, what is open by its order first."""
        session = self.shell.project.session
        plain = session.plain.get(REMEDIES)
        rows = plain if isinstance(plain, dict) else {}
        ordered = in_order(session.project.remedies)
        self.model.show_rows([(one.id, dict(row)) for one in ordered if isinstance(row := rows.get(one.id), dict)])
        for widget in (self.view, self.card, self.anew):
            widget.setVisible(bool(ordered))
        self.empty.setVisible(not ordered)
        for widget in (self.update_list, self.anew, self.close_row):
            widget.setEnabled(not session.is_read_only)
        if ordered and not self._current():
            self.view.choose(ordered[0].id)
        self._show_card(self.view.row)

    def settle(self) -> None:
        """Let each field show what our rules see."""
        for field in self.fields.values():
            if field.row:
                field.settle()

    def _current(self) -> Remedy | None:
        return next((one for one in self.shell.project.session.project.remedies if one.id == self.view.row), None)

    def _show_card(self, row: str) -> None:
        one = self._current()
        if one is None or not row:
            return
        words = self.shell.words
        self.name.setText(words.of(one.name))
        for field in self.fields.values():
            field.offer()
            field.bind(row)
        self.mended.setVisible(one.closed_on is not None)
        self.mended.setText(words("walk.remedies.closed", day=said_date(one.closed_on, words)) if one.closed_on else "")
        self.close_row.setText(words("walk.remedies.open" if one.closed_on else "walk.remedies.close"))

    def _go_on(self) -> None:
        self.fields["owner"].take_focus()

    # ---- what is done ----------------------------------------------------------------------------

    def _bring_up_to_date(self, *, anew: bool) -> None:
        session, words = self.shell.project.session, self.shell.words
        made = session.composition
        remedies = with_remedies(made.engagement, made.findings, anew=anew)
        added = len(remedies) - len(session.project.remedies)
        if remedies != session.project.remedies:
            label = words("walk.remedies.label_anew" if anew else "walk.remedies.label_update")
            problem = self.shell.project.replace(replace(session.project, remedies=remedies), label)
            if problem is not None:
                self.shell.say.emit(problem)
                return
            self.shell.project.leave_field()
        form = {0: "none", 1: "one"}.get(added, "many")
        announce(self.view, words(f"walk.remedies.updated.{form}", count=added))

    def _close_row(self) -> None:
        one = self._current()
        if one is None:
            return
        is_closed = one.closed_on is None
        key = "walk.remedies.label_close" if is_closed else "walk.remedies.label_open"
        values = closing_values(one.id, self.shell.desk.today, is_closed=is_closed)
        problem = self.shell.project.put(values, self.shell.words(key, name=one.name))
        if problem is not None:
            self.shell.say.emit(problem)
            return
        self.shell.project.leave_field()
        self.view.choose(one.id)

    def choose(self, row: str) -> bool:
        """Put the keyboard on a line; return whether it is there."""
        found = self.view.choose(row)
        if found:
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return found
