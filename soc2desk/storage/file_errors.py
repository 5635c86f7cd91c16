"""What the operating system refuses, said as a problem a person can act on."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NO_SPACE = ("The disk is full.", "Make room on the disk, then try again.")
_NOT_ALLOWED = ("You have no right to do this here.", "Ask for the right to write there, or choose another folder.")
_READ_ONLY = ("The disk can only be read.", "Choose a folder on another disk.")
_NO_FOLDER = ("A file stands where a folder is needed.", "Choose another folder, or move that file away.")
_GONE = ("It is not there.", "Check the path; the folder may have been moved or a drive taken off.")
_FOLDER = ("It is a folder.", "Name a file in it.")
_BUSY = ("Another program keeps it open.", "Close that program, then try again.")

_SAID = MappingProxyType(
    {
        errno.ENOSPC: _NO_SPACE,
        errno.EDQUOT: _NO_SPACE,
        errno.EACCES: _NOT_ALLOWED,
        errno.EPERM: _NOT_ALLOWED,
        errno.EROFS: _READ_ONLY,
        errno.ENOTDIR: _NO_FOLDER,
        errno.EEXIST: _NO_FOLDER,
        errno.ENOENT: _GONE,
        errno.EBUSY: _BUSY,
        errno.EISDIR: _FOLDER,
    }
)


@contextmanager
def said_plainly(what: str, path: Path) -> Iterator[None]:
    """Turn an error of the operating system into a FileProblem. `what` is a sentence: what could not be done."""
    try:
        yield
    except OSError as error:
        why, hint = _SAID.get(error.errno or 0, (f"The system says: {error.strerror or error}.", None))
        raise FileProblem(f"{what} {why}", where=str(path), hint=hint) from error
