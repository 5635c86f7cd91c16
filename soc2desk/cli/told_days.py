"""What the command line says where the days in a project's file were not taken down for its company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.counted import counted

if TYPE_CHECKING:
    from soc2desk.app.desk import Source
    from soc2desk.cli.output import Output

_CHANGED = (
    "Something else than this program changed the days in the file of this project. No day was altered: documents "
    "print them as the file says them. To put a state back that this program wrote: soc2desk restore."
)
_OUTGROWN = (
    "This project was made from the sample of {example} and is of another company now. Its days were not entered for "
    "that company, and documents print them as told. To begin one of your own: soc2desk new."
)


_UNDECIDED = (
    "The file names {count} of own policies as marked by somebody. Who marks one has read the policy itself, and the "
    "day is taken down here: each waits for a person again. Mark it with soc2desk policies mark."
)


def tell_of_sections(source: Source, output: Output) -> None:
    """Say it where an answers file brings sections of own policies that it says were marked."""
    if source.undecided:
        output.note(_UNDECIDED.format(count=counted(source.undecided, "section")))


def tell_of_days(source: Source, output: Output) -> None:
    """Say it for a project of the workspace; who works on an answers file knows that it is one."""
    tell_of_sections(source, output)
    stored = source.stored
    if stored is not None and stored.is_told:
        output.note(_OUTGROWN.format(example=stored.example) if stored.is_outgrown else _CHANGED)
