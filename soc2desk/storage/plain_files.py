"""Files that a person names: only plain ones are opened, for a pipe would wait for ever and a device never end."""

from __future__ import annotations

import hashlib
import stat
from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_TEXT = 5_000_000
"""Bytes of a text that a person writes; nothing of this kind is larger."""


def check_plain(path: Path) -> None:
    """Raise FileProblem for a pipe or a device, also where a link leads to one. Raises OSError for what is not there.

    A folder is left to whoever opens it.
    """
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        message = "This is no file that can be read, but a device or a pipe."
        raise FileProblem(message, where=str(path), hint="Save it as a file first, and name that.")


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file. Raises FileProblem where it cannot be read."""
    with said_plainly("The file cannot be read.", path), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_text_file(path: Path, what: str, most: int = LARGEST_TEXT) -> bytes:
    """Return the bytes of a file, one more than `most` at most, so that a reader sees that it is too large.

    `what` says what could not be done, as a sentence. Raises FileProblem.
    """
    with said_plainly(what, path):
        return _read(path, most)


def read_kept_file(path: Path, what: str, most: int) -> bytes | None:
    """Return the bytes of a file that may not be there yet, as read_text_file does; None where it is not."""
    with said_plainly(what, path):
        try:
            return _read(path, most)
        except FileNotFoundError:
            return None


def read_beside(path: Path, most: int) -> bytes | None:
    """Return at most so many bytes of a small file beside a project; None where there is no plain one to read."""
    try:
        return _read(path, most)[:most]
    except (OSError, FileProblem):
        return None


def _read(path: Path, most: int) -> bytes:
    check_plain(path)
    with path.open("rb") as file:
        return file.read(most + 1)
