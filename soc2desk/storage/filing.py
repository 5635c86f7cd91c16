"""How a consultant files a project: tags, and whether it is put away. It is no part of the project and goes nowhere."""

from __future__ import annotations

import json
import stat
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.cleaning import clean
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILING = "filing.json"
"""The file beside the project. No list of what travels names it, so it is in no packet and in nothing that is sent."""
MOST_TAGS = 12
LONGEST_TAG = 40

_FORM = 1
_MOST_BYTES = 20_000


@dataclass(frozen=True, slots=True)
class Filing:
    """Tags in the order in which they were given, and whether the project is archived."""

    tags: tuple[str, ...] = ()
    archived: bool = False


UNFILED = Filing()
"""How a new project is filed."""


def tags_of(given: Iterable[object]) -> tuple[str, ...]:
    """Return what can be a tag, each once whatever its case, in one line and short."""
    found: dict[str, str] = {}
    for one in given:
        tag = " ".join(clean(one).replace(",", " ").split())[:LONGEST_TAG].strip() if isinstance(one, str) else ""
        if tag:
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())[:MOST_TAGS]


def read_filing(folder: Path) -> Filing:
    """Return how a project is filed; as a new one where the file is missing or cannot be used."""
    path = folder / FILING
    with suppress(OSError, ValueError, RecursionError):
        if stat.S_ISREG(path.stat().st_mode):
            with path.open("rb") as file:
                return _read(file.read(_MOST_BYTES + 1))
    return UNFILED


def _read(raw: bytes) -> Filing:
    said = json.loads(raw) if len(raw) <= _MOST_BYTES else None
    if not isinstance(said, dict):
        return UNFILED
    tags = said.get("tags")
    return Filing(tags_of(tags) if isinstance(tags, list) else (), said.get("archived") is True)


def write_filing(folder: Path, filing: Filing) -> None:
    """Write how a project is filed, as a whole. Raises FileProblem; the file is then as it was."""
    said = {"form": _FORM, "tags": list(tags_of(filing.tags)), "archived": filing.archived}
    with said_plainly("Tags could not be saved.", folder / FILING):
        if (folder / FILING).is_symlink():
            # Whoever made the folder may have pointed it at a file of somebody's.
            (folder / FILING).unlink()
        replace_whole(folder / FILING, (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode())
