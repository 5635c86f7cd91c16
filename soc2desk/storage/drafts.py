"""Drafts drawn for reading, in a folder beside the project. What somebody changed or has open is never overwritten."""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePath
from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "drafts"
LIST = ".drafts.json"
"""The SHA-256 of each draft as it was written, so that one which somebody changed is known."""
MOST_NAMES = 99


def write_draft(project_folder: Path, name: str, content: bytes) -> Path:
    """Write a draft and return its path: the name given, or one with a number where that file is not ours to replace.

    Ours is a file exactly as it was written here that no program keeps open. Raises FileProblem.
    """
    folder = project_folder / FOLDER
    with said_plainly("The draft could not be written.", folder):
        folder.mkdir(exist_ok=True)
    written = _written(folder)
    for path in _names(folder, name):
        if _is_free(path, written) and _replaced(path, content):
            _note(folder, {**written, path.name: _digest(content)})
            return path
    hint = "Close the drafts that are open, or move some of them elsewhere."
    raise FileProblem("Every name for the draft is taken.", where=str(folder / name), hint=hint)


def _replaced(path: Path, content: bytes) -> bool:
    """Write a file; return False where one is there that another program does not let go, as Word does on Windows."""
    with said_plainly("The draft could not be written.", path):
        try:
            replace_whole(path, content)
        except PermissionError:
            if path.exists():
                return False
            raise
    return True


def _names(folder: Path, name: str) -> tuple[Path, ...]:
    whole = PurePath(name)
    numbered = (f"{whole.stem}-{number}{whole.suffix}" for number in range(2, MOST_NAMES + 1))
    return tuple(folder / one for one in (name, *numbered))


def _is_free(path: Path, written: dict[str, str]) -> bool:
    if not path.exists():
        return not path.is_symlink()
    # What Word and LibreOffice lay beside a document while it is open.
    if (path.with_name(f"~${path.name[2:]}")).exists() or (path.with_name(f".~lock.{path.name}#")).exists():
        return False
    try:
        return path.is_file() and not path.is_symlink() and written.get(path.name) == _digest(path.read_bytes())
    except OSError:
        return False


def _written(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / LIST).read_bytes())
    except (OSError, ValueError):
        # Without the list nothing counts as ours, so nothing is lost.
        return {}
    return {str(name): str(digest) for name, digest in found.items()} if isinstance(found, dict) else {}


def _note(folder: Path, written: dict[str, str]) -> None:
    with said_plainly("The list of drafts could not be written.", folder / LIST):
        replace_whole(folder / LIST, json.dumps(written, indent=1, sort_keys=True).encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
