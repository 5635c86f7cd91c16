"""A page of the interview with tables of rows: people and roles, systems, vendors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from soc2desk.app.table_fields import SECTIONS
from soc2desk.desktop.fields.frame import FieldFrame
from soc2desk.desktop.fields.spec import spec_of_question
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import COLUMN, MARGIN, Page
from soc2desk.desktop.rows.roles_section import TABLE as ROLES
from soc2desk.desktop.rows.roles_section import RolesSection
from soc2desk.desktop.rows.rows_section import RowsSection

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.questions import Page as InterviewPage

WIDEST = 900
"""The widest table, in pixels before scaling."""
LAID_OUT_MS = 300
"""So long the page keeps what a person asked for in sight while it is laid out."""
BETWEEN = 18  # pixels between two parts of the page, before scaling


class TablePage(Page):
    """One table under another, and questions above them where the page asks some."""

    def __init__(self, shell: Shell, asked: InterviewPage) -> None:
        super().__init__(shell, asked.id, shell.words.of(asked.title), shell.words.of(asked.intro))
        self.column.setMaximumWidth(WIDEST + 2 * MARGIN)
        self.body.setSpacing(BETWEEN)
        self.questions = {
            f"answers.{question.id}": FieldFrame(shell, spec_of_question(question, shell.words), self.column)
            for question in asked.questions
        }
        for field in self.questions.values():
            field.setMaximumWidth(COLUMN)
            self.body.addWidget(field)
        self.sections: dict[str, RowsSection | RolesSection] = {}
        for table in asked.tables:
            self._add_section(table, alone=len(asked.tables) == 1)
        self.body.addStretch(1)
        self._wanted: QWidget | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._forget)
        if self.area is not None:
            self.area.verticalScrollBar().rangeChanged.connect(self._bring_again)

    def _add_section(self, table: str, *, alone: bool) -> None:
        words, about = self.shell.words, self.shell.catalogue.table[table]
        if not alone:
            self.body.addWidget(plain_label(words.of(about.title), "heading", self.column))
        self.body.addWidget(plain_label(words.of(about.intro), "hint", self.column))
        if table == ROLES:
            self.sections[table] = RolesSection(self.shell, self.column)
        else:
            section = RowsSection(self.shell, table, self.column)
            section.pointed.connect(self._bring)
            self.sections[table] = section
        self.body.addWidget(self.sections[table])

    def refresh(self) -> None:
        """Show the rows and the questions that matter now."""
        stated = self.shell.engagement.names.stated
        for place, field in self.questions.items():
            field.setVisible(not stated[place.removeprefix("answers.")].hidden)
            field.refresh()
        for section in self.sections.values():
            section.refresh()

    def settle(self) -> None:
        """Show what our rules see."""
        for field in self.questions.values():
            field.settle()
        for section in self.sections.values():
            section.settle()

    def show_place(self, place: str) -> bool:
        """Go to a question, a table, a row or one field of it."""
        if place in self.questions and not self.questions[place].isHidden():
            self.questions[place].take_focus()
            self._bring(self.questions[place])
            return True
        table, _, rest = place.partition(".")
        if table not in SECTIONS or table not in self.sections:
            return super().show_place(place)
        row, _, column = rest.partition(".")
        self._bring(self.sections[table].show_place(row, column))
        return True

    def _bring(self, widget: QWidget) -> None:
        self.bring_into_view(widget)
        # What has just come or gone moves everything when the page is laid out, in more than one step.
        self._wanted = widget
        self._settling.start(LAID_OUT_MS)

    def _bring_again(self) -> None:
        if self._wanted is not None:
            self.bring_into_view(self._wanted)

    def _forget(self) -> None:
        self._wanted = None

    def take_focus(self) -> None:
        """Go to the first question, else to the first table."""
        for field in self.questions.values():
            if not field.isHidden():
                field.take_focus()
                return
        for section in self.sections.values():
            section.take_focus()
            return
