"""What the command line says where something else than this program wrote the days in a project's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.app.desk import Source
    from soc2desk.cli.output import Output

_CHANGED = (
    "Something else than this program changed the days in the file of this project. No day was altered: documents "
    "print them as the file says them. To put a state back that this program wrote: soc2desk restore."
)


def tell_of_days(source: Source, output: Output) -> None:
    """Say it for a project of the workspace; who works on an answers file knows that it is one."""
    if source.stored is not None and source.stored.is_told:
        output.note(_CHANGED)
