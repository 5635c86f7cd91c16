"""The roles: what each one does, what waits for it, and two people for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from soc2desk.app.rows import role_work
from soc2desk.app.table_fields import columns_of
from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.labels import plain_label, plain_tip
from soc2desk.desktop.rows.cells import counted, named_list
from soc2desk.desktop.rows.row_field import RowField

if TYPE_CHECKING:
    from soc2desk.app.rows import RoleWork
    from soc2desk.app.table_fields import Column
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.controls import Role

TABLE = "roles"


class RoleCard(QFrame):
    """One role with its holder and backup."""

    def __init__(self, shell: Shell, role: Role, columns: tuple[Column, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.shell, self.role = shell, role
        self.setProperty("card", "true")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 14)
        box.setSpacing(6)
        words = shell.words
        self.work = plain_label("", "small", self)
        self.note = FindingNote(shell, self)
        for widget in (
            plain_label(words.of(role.name), "heading", self),
            plain_label(words.of(role.duties), "hint", self),
            self.work,
            self.note,
        ):
            box.addWidget(widget)
        self.fields = {column.id: self._field(column) for column in columns}
        row = QHBoxLayout()
        row.setSpacing(20)
        for field in self.fields.values():
            row.addWidget(field, 1)
        box.addLayout(row)

    def _field(self, column: Column) -> RowField:
        field = RowField(self.shell, TABLE, column, self, hint=False)
        words = self.shell.words
        name = words("table_page.role.field", role=self.role.name, label=column.label)
        for target in field.editor.focus_targets():
            target.setAccessibleName(name)
            target.setAccessibleDescription(words.of(column.help))
            target.setToolTip(plain_tip(words.of(column.help)))
        field.bind(self.role.id)
        return field

    def refresh(self, work: RoleWork) -> None:
        """Show who holds the role and what waits for it."""
        words = self.shell.words
        counts = (("controls", work.controls), ("documents", work.documents))
        parts = [counted(f"table_page.role.{kind}", count, words) for kind, count in counts if count]
        key = "work" if parts else "no_work"
        said = words(f"table_page.role.{key}", work=named_list(parts, words))
        nobody = "" if self.fields["holder"].stored() else words("table_page.role.nobody")
        self.work.setText(" ".join(part for part in (nobody, said) if part))
        for field in self.fields.values():
            field.refresh()

    def settle(self) -> None:
        """Offer the people there are now, and show what our rules see."""
        found = self.shell.project.findings_at(f"{TABLE}.{self.role.id}")
        self.note.say(tuple((one.severity.value, self.shell.words.of(one.message)) for one in found))
        for field in self.fields.values():
            field.offer()
            field.settle()


class RolesSection(QWidget):
    """Every role of the content."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell = shell
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        columns = columns_of(shell.catalogue, TABLE)
        self.cards = {role.id: RoleCard(shell, role, columns, self) for role in shell.catalogue.roles}
        for card in self.cards.values():
            box.addWidget(card)

    def refresh(self) -> None:
        """Show who holds each role."""
        work = role_work(self.shell.engagement)
        for id_, card in self.cards.items():
            card.refresh(work[id_])

    def settle(self) -> None:
        """Show findings, and the people as they are called now."""
        for card in self.cards.values():
            card.settle()

    def show_place(self, row: str, column: str) -> QWidget:
        """Put the keyboard at a role; return what to bring into view."""
        card = self.cards.get(row) or next(iter(self.cards.values()))
        card.fields[column if column in card.fields else "holder"].take_focus()
        return card

    def take_focus(self) -> None:
        """Put the keyboard at the first role."""
        self.show_place("", "")
