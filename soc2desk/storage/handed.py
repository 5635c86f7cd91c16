"""States of a project that went to a colleague or came from one, kept so that both copies can be brought together."""

from __future__ import annotations

import re
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from soc2desk.storage.atomic_json import backup_of, replace_whole
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.older_files import BACKUPS

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 20
"""How many of them stay; the oldest go."""

_NAME = re.compile(r"handed-(?P<number>\d{4,6})-(?P<digest>[0-9a-f]{20})\.json")
_LARGEST = 64 * 1024 * 1024


def keep_handed(folder: Path, raw: bytes) -> None:
    """Keep a state of a project's file among its back-ups, unless it is there already. Raises FileProblem."""
    digest = sha256(raw).hexdigest()[:20]
    there = _listed(folder)
    if digest in (match["digest"] for match, _ in there):
        return
    number = max((int(match["number"]) for match, _ in there), default=0) + 1
    place = folder / BACKUPS / f"handed-{number:04}-{digest}.json"
    with said_plainly("The state that goes to a colleague could not be kept.", place):
        place.parent.mkdir(exist_ok=True)
        replace_whole(place, raw)
    for _, old in there[: max(0, len(there) + 1 - KEPT)]:
        # One more than wanted harms nobody.
        with suppress(OSError):
            old.unlink()


def _listed(folder: Path) -> list[tuple[re.Match[str], Path]]:
    """Return the states that are kept, the oldest first."""
    try:
        found = [(match, path) for path in (folder / BACKUPS).iterdir() if (match := _NAME.fullmatch(path.name))]
    except OSError:
        return []
    return sorted(found, key=lambda one: int(one[0]["number"]))


def kept_states(file: Path, digits: int) -> dict[str, Path]:
    """Return every state of a project's file that is kept beside it, by the first digits of its SHA-256."""
    files = [file, backup_of(file)]
    with suppress(OSError):
        files += sorted((file.parent / BACKUPS).glob("*.json"))
    found: dict[str, Path] = {}
    for path in files:
        with suppress(OSError):
            if not path.is_symlink() and path.is_file() and path.stat().st_size <= _LARGEST:
                found.setdefault(sha256(path.read_bytes()).hexdigest()[:digits], path)
    return found
