"""The packet before it is made: how much it will be, what is open, the button, and the choices under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from soc2desk.app.make_packet import AUDITOR, INTERNAL
from soc2desk.app.packet_plan import PlannedTree, plan
from soc2desk.app.same_paper import TOLD, standing
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.pages.packet_choices import DRAFT, Choices
from soc2desk.desktop.pages.packet_message import Message, Said
from soc2desk.desktop.pages.packet_words import counted, said_files

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell

READINESS = "pages.readiness"


class Before(QWidget):
    """What will be made. `asked` follows the button."""

    asked = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.plan: PlannedTree | None = None
        self.count = plain_label("", "question", self)
        self.points = plain_label("", "hint", self)
        self.paper = plain_label("", "hint", self)
        self.see = QPushButton(shell.words("packet.points.see"), self)
        self.see.setProperty("quiet", "true")
        self.see.clicked.connect(lambda: shell.go.emit(READINESS))
        self.refused = Message(shell, self)
        self.refused.hide()
        self.button = QPushButton(shell.words("packet.make"), self)
        self.button.setProperty("primary", "true")
        self.button.clicked.connect(self.asked)
        self.sheet = QPushButton(shell.words("packet.confirming.button"), self)
        self.sheet.setProperty("quiet", "true")
        self.sheet.setToolTip(shell.words("packet.confirming.hint"))
        self.sheet.setAccessibleDescription(shell.words("packet.confirming.hint"))
        self.choices = Choices(shell, self)
        self.choices.replan.connect(self.settle)
        self.choices.changed.connect(self._show)
        # Where the choice was made: nothing moves away from under the pointer.
        self.choices.under_status.addWidget(self.refused)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = FlowLayout()
        row.addWidget(self.button)
        row.addWidget(self.see)
        row.addWidget(self.sheet)
        column.addWidget(self.count)
        column.addWidget(self.points)
        column.addWidget(self.paper)
        column.addLayout(row)
        column.addWidget(self.choices)

    def settle(self) -> None:
        """Plan again: the answers changed, or a choice that counts."""
        self.plan = plan(self._shell.project.session, self.choices.wishes())
        self.choices.show_plan(self.plan)
        self._show()

    @property
    def is_refused(self) -> bool:
        """Whether a final packet is asked for while something is open."""
        return bool(self.plan and self.plan.waiting) and self.choices.wishes().final

    @property
    def is_empty(self) -> bool:
        """Whether these choices leave nothing to make."""
        return self.plan is None or not (self._files() or self._files(internal=True))

    def _files(self, *, internal: bool = False) -> int:
        return self.plan.files(self.choices.tree.left_out, internal=internal) if self.plan else 0

    def _show(self) -> None:
        if self.plan is None:
            return
        self.count.setText(self._said_count())
        self.points.setText(self._said_points(self.plan))
        self._show_paper()
        self.see.setVisible(bool(self.plan.open_points or self.plan.waiting))
        self.button.setEnabled(not self.is_empty)
        was_refused = not self.refused.isHidden()
        self.refused.setVisible(self.is_refused)
        if self.is_refused:
            self.refused.show_said(self._refusal(self.plan), announced=not was_refused)

    def _show_paper(self) -> None:
        """Say whose templates are at hand, and where the last packet of this project was made with others."""
        session = self._shell.project.session
        how, name = standing(session.desk, session.folder)
        own = session.desk.catalogue.own_templates
        said = self._shell.words("packet.paper.own", name=own.name) if own else ""
        if how in TOLD:
            said = f"{said} {self._shell.words(f'packet.paper.{how}', name=name)}".strip()
        self.paper.setText(said)
        self.paper.setVisible(bool(said))

    def _said_count(self) -> str:
        words, reader = self._shell.words, self.choices.wishes().reader
        packet, beside = self._files(), self._files(internal=True)
        if self.is_empty:
            return words("packet.count.none")
        if reader == INTERNAL or not packet:
            return words(f"packet.count.{INTERNAL}", files=said_files(words, beside))
        said = words(f"packet.count.{reader}", files=said_files(words, packet))
        if reader != AUDITOR or not beside:
            return said
        return words("packet.count.beside", packet=said, files=said_files(words, beside))

    def _said_points(self, tree: PlannedTree) -> str:
        words, count = self._shell.words, tree.open_points
        if not count:
            return words("packet.points.none")
        listed = tree.lists_open_points(self.choices.tree.left_out)
        return words(
            f"packet.points.{'one' if count == 1 else 'many'}.{'listed' if listed else 'unlisted'}", count=count
        )

    def _refusal(self, tree: PlannedTree) -> Said:
        words = self._shell.words
        actions = ((words("packet.final.draft_instead"), self._take_draft),)
        head = counted(words, "packet.final.refused", len(tree.waiting))
        return Said(head, words("packet.final.advice"), tree.waiting, actions, tone="warn")

    def _take_draft(self) -> None:
        self.choices.status.show_value(DRAFT)
        self.choices.status.buttons[DRAFT].setFocus()
        self._show()
