"""One value of a row as a field: bound to another row when another one is chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.desktop.fields.choice import ComboEditor
from soc2desk.desktop.fields.frame import FieldFrame
from soc2desk.desktop.fields.practice import DONE
from soc2desk.desktop.fields.spec import FieldSpec
from soc2desk.desktop.open_project import Draft
from soc2desk.desktop.rows.cells import TABLES, offered
from soc2desk.domain.problems import ProjectProblem

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from soc2desk.app.session import Plain, Where
    from soc2desk.app.table_fields import Column
    from soc2desk.desktop.fields.spec import Choice
    from soc2desk.desktop.shell import Shell


class RowField(FieldFrame):
    """A field of one column. Without a row it waits for a name; `arrived` then makes the row."""

    def __init__(self, shell: Shell, table: str, column: Column, parent: QWidget, *, hint: bool = True) -> None:
        self.table, self.column, self.row = table, column, ""
        self.clears: tuple[str, ...] = ()
        self.arrived: Callable[[str], object] | None = None
        self._offered: tuple[Choice, ...] = ()
        words = shell.words
        spec = FieldSpec(
            place=f"{table}.",
            path=(table, "", column.id),
            kind=column.kind,
            label=words.of(column.label),
            hint=words.of(column.help) if hint else "",
            choices=tuple((id_, words.of(label)) for id_, label in column.choices),
        )
        super().__init__(shell, spec, parent)

    def bind(self, row: str) -> None:
        """Show another row; what is being typed goes to the one before."""
        if row != self.row:
            if self.row and self._pause.isActive():
                self.commit()
            self._stop_waiting()
            self.row = row
            path = (self.table, row, self.column.id)
            self.spec = replace(self.spec, place=".".join(path), path=path)
            self._problem, self._was_left = None, False
            self.note.say(())
            self.editor.mark_wrong(wrong=False)
        self.refresh()

    def offer(self) -> None:
        """Offer the people, vendors or systems there are now."""
        if self.column.kind in TABLES and isinstance(self.editor, ComboEditor):
            choices = offered(self.column.kind, self.shell)
            if choices != self._offered:
                self._offered = choices
                self.editor.offer(choices)
                self.refresh()

    def stored(self) -> Plain:
        """Return the value of the row; what an empty one means where it means something."""
        value = super().stored()
        return self.column.default or None if value is None and self.row else value

    def refresh(self) -> None:
        """Show the row as it stands; a row not yet there leaves what is being typed."""
        if self.row:
            super().refresh()

    def clear(self) -> None:
        """Wait for a new row."""
        if self.row and self._pause.isActive():
            self.commit()
        self.row = ""
        self._stop_waiting()
        self._problem = None
        self.note.say(())
        self.editor.mark_wrong(wrong=False)
        self.editor.show_value(None)

    def commit(self) -> None:
        """Give the value to the row; a row that would lose its name waits."""
        if not self.row:
            self._stop_waiting()
        elif self.column.required and self.editor.value() is None:
            self._stop_waiting()
            self._problem = ProjectProblem(self.shell.words("table_page.form.no_name"))
            self.shell.project.keep_draft(self.spec.place, Draft(None, DONE, "", self._problem))
        else:
            super().commit()

    def left(self) -> None:
        """Take what was typed; a name that stands makes a row."""
        if self.row:
            super().left()
            return
        name = self.editor.value()
        if name and self.arrived is not None:
            self.arrived(str(name))

    def puts(self, plain: Plain) -> dict[Where, Plain]:
        """Return the value, and what says nothing any more beside it."""
        gone: dict[Where, Plain] = {(self.table, self.row, name): None for name in self.clears if plain != "yes"}
        return {self.spec.path: plain, **gone}

    def change_name(self) -> str:
        """Return what a change is called: whose and what."""
        name = row_name(self.shell, self.table, self.row)
        return self.shell.words("table_page.change", row=name, column=self.column.heading)

    def entered(self) -> None:
        """Let the preview show the row."""
        self.offer()
        if self.row:
            self.shell.look_at.emit(f"{self.table}.{self.row}")


def row_name(shell: Shell, table: str, row: str) -> str:
    """Return what a row is called."""
    if table == "roles":
        return shell.catalogue.role[row].name
    rows = shell.project.session.plain.get(table)
    found = rows.get(row) if isinstance(rows, dict) else None
    return str(found.get("name", row)) if isinstance(found, dict) else row
