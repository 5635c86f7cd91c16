"""Puts a finished packet in its place: by renaming, and only over an earlier packet of ours that nobody worked in."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.packet.verify import verify
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

CHANGED = ".changed-"
"""What stands behind the name of a packet that was changed and is kept beside a new one."""
OLD = ".old-"
"""What an earlier packet is called while a new one takes its place."""

_HINT = "Move it away, or build into another folder."
_LITTER = re.compile(r"(.*/)?(\..*|~\$.*|thumbs\.db|desktop\.ini)", re.IGNORECASE)
"""What file managers and word processors leave lying about; nobody misses it."""


class PlaceTaken(FileProblem):
    """Something stands where a packet should go and would be lost: another packet's changes, or no packet at all."""


@dataclass(frozen=True, slots=True)
class Move:
    """One finished folder or ZIP and its place. `fresh` None takes away what stands there."""

    fresh: Path | None
    place: Path


def archive_of(folder: Path) -> Path:
    """Return where the ZIP of a packet stands: beside its folder."""
    return folder.with_name(f"{folder.name}.zip")


def check_place(folder: Path) -> None:
    """Raise PlaceTaken when the folder's place, or its ZIP's, holds anything but an earlier packet as we made it.

    What an interrupted run left of an earlier packet is put back first, so that it is never lost.
    """
    put_back(folder)
    for place in (folder, archive_of(folder)):
        if place.exists() or place.is_symlink():
            _check_ours(place, is_right_kind=place.is_file() if place != folder else place.is_dir())


def set_aside(folder: Path) -> tuple[Path, ...]:
    """Rename a packet that somebody changed, and its ZIP if it was changed, and return where they are; none is lost.

    Returns nothing where a new packet may take the place as it is. Raises FileProblem when the system refuses.
    """
    try:
        check_place(folder)
    except PlaceTaken:
        touched = [place for place in (folder, archive_of(folder)) if place.exists() and not _is_whole(place)]
        return tuple(_renamed(place) for place in touched)
    return ()


def _is_whole(place: Path) -> bool:
    try:
        return verify(place).is_unchanged
    except (FileProblem, ProjectProblem):
        return False


def _renamed(place: Path) -> Path:
    names = (place.with_name(f"{place.name}{CHANGED}{number}") for number in count(1))
    free = next(name for name in names if not name.exists() and not name.is_symlink())
    with said_plainly("The packet that somebody changed could not be set aside.", place):
        return place.rename(free)


def put_in_place(moves: Sequence[Move]) -> None:
    """Rename everything to its place. When one renaming fails or is interrupted, all is as it was before.

    A ZIP, named behind its folder, leaves before the folder and comes after it: whenever the program is killed, no ZIP
    of an earlier packet stands beside the folder of a new one.
    """
    try:
        for move in reversed(moves):
            if move.place.exists():
                move.place.rename(_old(move.place))
        for move in moves:
            if move.fresh is not None:
                move.fresh.rename(move.place)
    except BaseException:
        for move in reversed(moves):
            _undo(move)
        raise
    for move in reversed(moves):
        discard(_old(move.place))


def _old(place: Path) -> Path:
    return place.with_name(OLD + place.name)


def _undo(move: Move) -> None:
    # What was done is read from the disk: an interruption can come between any two steps.
    with suppress(OSError):
        if move.fresh is not None and move.place.exists() and not move.fresh.exists():
            move.place.rename(move.fresh)
        if _old(move.place).exists():
            _old(move.place).rename(move.place)


def put_back(folder: Path) -> None:
    """Put an earlier packet back whose replacement was interrupted, or end with it where the new one had come."""
    archive = archive_of(folder)
    if _old(folder).exists() and folder.exists():
        # The new folder had come to stand, so the packet before is over, its ZIP too.
        discard(_old(archive))
        discard(_old(folder))
    if _old(folder).exists():
        _old(folder).rename(folder)
    if _old(archive).exists():
        if archive.exists() or not _is_of(_old(archive), folder):
            discard(_old(archive))
        else:
            _old(archive).rename(archive)


def _is_of(archive: Path, folder: Path) -> bool:
    """Return whether a ZIP is that of the packet that stands in a folder, if one does."""
    try:
        return not folder.exists() or verify(archive).manifest == verify(folder).manifest
    except (FileProblem, ProjectProblem):
        return True


def discard(path: Path) -> None:
    """Take away a folder or a file, as far as the system lets us."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _check_ours(place: Path, *, is_right_kind: bool) -> None:
    try:
        report = verify(place) if is_right_kind and not place.is_symlink() else None
    except (FileProblem, ProjectProblem):
        report = None
    if report is None or report.manifest is None:
        raise PlaceTaken(
            "Something that is no soc2desk packet stands where the packet should go.", where=str(place), hint=_HINT
        )
    touched = (*report.changed, *report.extra, *report.unreadable)
    worked_in = [name for name in touched if not _LITTER.fullmatch(name)]
    if worked_in:
        message = f"Somebody worked in the earlier packet; it would be lost: {', '.join(worked_in[:5])}."
        raise PlaceTaken(message, where=str(place), hint=_HINT)
