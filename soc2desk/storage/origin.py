"""Where a project that was taken in came from, in a small file beside it. It never travels on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.cleaning import clean
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from pathlib import Path

ORIGIN_FILE = "origin.json"
_LARGEST = 10_000  # bytes


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that a project came from, by name and SHA-256: made on one day by its word, taken in on another."""

    file: str
    digest: str
    made_on: date
    taken_in_on: date


def keep_origin(folder: Path, origin: Origin) -> None:
    """Write down where a project came from. Raises FileProblem."""
    said = {
        "file": origin.file, "sha256": origin.digest,
        "made_on": origin.made_on.isoformat(), "taken_in_on": origin.taken_in_on.isoformat(),
    }  # fmt: skip
    with said_plainly("The project could not be created.", folder):
        replace_whole(folder / ORIGIN_FILE, (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode())


def origin_of(folder: Path) -> Origin | None:
    """Return where a project came from; None for one that was made here, and where the note cannot be read."""
    try:
        with (folder / ORIGIN_FILE).open("rb") as file:
            said = json.loads(file.read(_LARGEST))
        made, taken = date.fromisoformat(said["made_on"]), date.fromisoformat(said["taken_in_on"])
        return Origin(clean(str(said["file"])), str(said["sha256"]), made, taken)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
