"""Files that come from another copy of a project: evidence beside what is there, pictures with the one before kept."""

from __future__ import annotations

import hashlib
import os
import zipfile
import zlib
from contextlib import ExitStack, suppress
from pathlib import PurePath
from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.atomic_json import replace_whole, settle, write_out
from soc2desk.storage.evidence_files import EVIDENCE, Copied, file_of, is_file_name, put_file
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.older_files import BACKUPS

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from pathlib import Path

    from soc2desk.domain.evidence import Evidence
    from soc2desk.storage.other_copy import Held, OtherCopy

_CHUNK = 4 * 1024 * 1024  # bytes: memory does not grow with the file
_NOT_COPIED = "A file of evidence could not be copied; nothing was changed."
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, ValueError)


def free_name(folder: Path, piece: Evidence) -> str:
    """Return the name that the file of a piece gets here: its own, unless another file bears that already."""
    if file_of(folder, piece.file) is None or stands_here(folder, piece):
        return piece.file
    name = PurePath(piece.file)
    found = (f"{name.stem}-{number}{name.suffix}" for number in range(2, 1000))
    return next((one for one in found if not os.path.lexists(folder / EVIDENCE / one)), piece.file)


def stands_here(folder: Path, piece: Evidence) -> bool:
    """Return whether the file of a piece, by its SHA-256, is in a project's folder of evidence under its name."""
    path = file_of(folder, piece.file)
    if path is None:
        return False
    with suppress(OSError), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == piece.digest
    return False


def bring_file(folder: Path, piece: Evidence, other: OtherCopy, name: str) -> Generator[Copied, None, bool]:
    """Copy the file that a piece of evidence has in another copy, yielding after each part; return whether it came.

    One that is not there, or is another one than when it was attached, stays away. Stopped or failed, nothing of it
    stays. Raises FileProblem when the system refuses.
    """
    if not is_file_name(piece.file):
        return False
    home = folder / EVIDENCE
    fresh = home / f".{piece.file}.new"
    with said_plainly(_NOT_COPIED, home / piece.file), ExitStack() as stack:
        try:
            held = other.opened(name, stack)
            if held is None:
                return False
            home.mkdir(exist_ok=True)
            digest = yield from _copy(held, fresh)
            if digest != piece.digest:
                return False
            os.utime(fresh, (held.changed, held.changed))
            put_file(fresh, home / piece.file)
        finally:
            with suppress(OSError):
                fresh.unlink()
            with suppress(OSError):
                home.rmdir()  # only where it is empty
    return True


def _copy(held: Held, fresh: Path) -> Generator[Copied, None, str]:
    digest, done = hashlib.sha256(), 0
    try:
        with fresh.open("wb") as target:
            while part := held.file.read(_CHUNK):
                target.write(part)
                digest.update(part)
                done += len(part)
                yield Copied(done, done)
            write_out(target)
    except _DAMAGED as error:
        message, hint = "The other copy is damaged.", "Ask for the file again from the person who sent it."
        raise FileProblem(message, where=fresh.name, hint=hint) from error
    return digest.hexdigest()


def take_back(folder: Path, names: Iterable[str]) -> None:
    """Take files of evidence away again that were copied for something that did not come to be."""
    for name in names:
        with suppress(OSError):
            (folder / EVIDENCE / name).unlink()


def put_beside(folder: Path, name: str, raw: bytes) -> None:
    """Put a picture or a Word file beside a project; another one of its name stays among the back-ups."""
    place = folder / name
    with said_plainly("A file beside the project could not be written.", place):
        before = place.read_bytes() if place.is_file() else raw
        if before != raw:
            kept = folder / BACKUPS / f"{place.stem}-{hashlib.sha256(before).hexdigest()[:12]}{place.suffix}"
            kept.parent.mkdir(exist_ok=True)
            replace_whole(kept, before)
            settle(folder)
        replace_whole(place, raw)
