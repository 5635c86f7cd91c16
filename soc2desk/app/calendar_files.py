"""Calendar files of an open project, one for all and one for each person, in a folder that a person chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.scheduling import calendars, write_files

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.scheduling import Planned


def write_calendars(planned: Planned, folder: Path, *, remind: bool = False) -> tuple[Path, ...]:
    """Write the files and return their paths; those of an earlier time are replaced, nothing else is.

    Raises FileProblem, before anything is written, where something else has the name of one of them.
    """
    made = calendars(planned, remind=remind)
    return write_files({folder / name: content for name, content in made.items()})
