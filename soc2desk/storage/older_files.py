"""Project files of an older format, kept for good beside the new one before it is written for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from pathlib import Path

BACKUPS = "backups"
"""The folder beside the project's file with the copies of it."""
_MOST = 999


def keep_older(file: Path, written: str) -> Path:
    """Keep a copy of a project's file as it stands; return where. `written` is the number of its format.

    No number of back-ups lets go of it. Raises FileProblem; then nothing may be written over the file.
    """
    with said_plainly("The file in the older format could not be kept; nothing was changed.", file):
        raw = file.read_bytes()
        (file.parent / BACKUPS).mkdir(exist_ok=True)
        for number in range(1, _MOST):
            place = file.parent / BACKUPS / f"format-{written}{'' if number == 1 else f'-{number}'}.json"
            if not place.exists():
                replace_whole(place, raw)
                return place
            if place.read_bytes() == raw:
                return place
    raise FileProblem("There are too many kept files of an older format.", where=str(file.parent / BACKUPS))
