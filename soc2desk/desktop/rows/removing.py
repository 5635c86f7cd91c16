"""What is said when a row is to go: who points to it, or that it is gone and can come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.rows import uses_of
from soc2desk.desktop.rows.cells import counted, named_list
from soc2desk.desktop.rows.row_field import row_name
from soc2desk.desktop.shell import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.desktop.shell import Shell


def remove_row(shell: Shell, table: str, row: str) -> bool:
    """Take a row out and offer undo; where others point to it, say so instead. Return whether it is gone."""
    words, name = shell.words, row_name(shell, table, row)
    uses = uses_of(shell.engagement, table, row)
    if uses:
        said = [counted(f"table_page.uses.{use.table}.{use.field}", use.count, words) for use in uses]
        text = words("table_page.used", row=name, uses=named_list(said, words))
        shell.say.emit(Notice(text, "warn", words(f"table_page.instead.{table}"), _ways(shell, table, row)))
        return False
    before = dict(shell.project.session.plain).get(table)
    kept = before.get(row) if isinstance(before, dict) else None
    label = words("table_page.remove", row=name)
    problem = shell.project.put({(table, row): None}, label)
    if problem is not None:
        shell.say.emit(problem)
        return False
    for place in [place for place in shell.project.drafts if place.startswith(f"{table}.{row}.")]:
        del shell.project.drafts[place]

    def bring_back() -> None:
        if shell.project.undo_label == label:
            shell.project.undo()
        else:
            shell.project.put({(table, row): kept}, words("table_page.add", row=name))

    undo = ((words("table_page.undo"), bring_back),)
    shell.say.emit(Notice(words("table_page.removed", row=name), "good", actions=undo))
    return True


def _ways(shell: Shell, table: str, row: str) -> tuple[tuple[str, Callable[[], object]], ...]:
    if table != "people":
        return ()
    return ((shell.words("table_page.last_day"), lambda: shell.go.emit(f"people.{row}.end")),)
