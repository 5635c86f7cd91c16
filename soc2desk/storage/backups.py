"""Copies of a project's file in its folder: one a day and one a packet, so that yesterday can be had back."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem, Problem, ProjectProblem
from soc2desk.storage.atomic_json import AtomicJson, replace_whole
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.lock import written_alone
from soc2desk.storage.older_files import BACKUPS
from soc2desk.storage.projects import PROJECT_FILE
from soc2desk.storage.tables import from_tables

if TYPE_CHECKING:
    from pathlib import Path

_NAME = re.compile(r"project-(\d{4}-\d{2}-\d{2})(?:-([1-9]\d{0,3}))?\.json")
_MOST_A_DAY = 9999


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: the day it was made on, and its number within that day."""

    path: Path
    on: date
    number: int = 1


def keep_backup(folder: Path, today: date, kept: int, *, packet: bool = False) -> Problem | None:
    """Copy the project's file as it stands, once a day and for each packet, and let go of the oldest copies.

    Only `kept` copies stay, one at least. A copy that cannot be made is a Problem to show; nothing is taken away then,
    and it is no reason not to save. A damaged file is never copied over good ones.
    """
    try:
        there = backups(folder)
        if not packet and any(backup.on == today for backup in there):
            return None
        raw = _sound(folder / PROJECT_FILE)
        if there and there[0].on == today and there[0].path.read_bytes() == raw:
            return None
        _write(_free(folder, today, there), raw)
    except Problem as problem:
        return problem
    except OSError as error:
        return FileProblem(f"The back-up could not be made: {error.strerror}.", where=str(folder / BACKUPS))
    _let_go(backups(folder), kept)
    return None


def backups(folder: Path) -> tuple[Backup, ...]:
    """Return the copies of a project, the newest first; none where none can be listed."""
    try:
        names = [path for path in (folder / BACKUPS).iterdir() if path.is_file()]
    except OSError:
        return ()
    found = (backup for backup in map(_backup, names) if backup is not None)
    return tuple(sorted(found, key=lambda backup: (backup.on, backup.number), reverse=True))


def restore(folder: Path, backup: Backup, today: date) -> None:
    """Put a copy in the place of the project's file; the file there until now is kept as another copy.

    Raises ProjectProblem for a copy that is damaged or gone or while another program has the project open, FileProblem
    when the system refuses; the project is then as it was.
    """
    raw = _sound(backup.path)
    place = folder / PROJECT_FILE
    with written_alone(folder), said_plainly("The back-up could not be put back.", place):
        if place.exists():
            present = place.read_bytes()
            if present != raw:
                _write(_free_beside(folder, today, place), present)
        replace_whole(place, raw)


def _sound(path: Path) -> bytes:
    """Return the bytes of a file that holds the tables of a project. Raises ProjectProblem or FileProblem."""
    tables = AtomicJson(path).read()
    if tables is None:
        raise ProjectProblem("The file is not there any more.", where=str(path), hint="Choose another back-up.")
    from_tables({name: list(rows.values()) for name, rows in tables.items()}, path)
    with said_plainly("The file cannot be read.", path):
        return path.read_bytes()


def _write(path: Path, raw: bytes) -> None:
    with said_plainly("The back-up could not be made.", path):
        path.parent.mkdir(exist_ok=True)
        replace_whole(path, raw)


def _free(folder: Path, today: date, there: tuple[Backup, ...]) -> Path:
    number = max((backup.number for backup in there if backup.on == today), default=0) + 1
    if number > _MOST_A_DAY:
        raise FileProblem("There are too many back-ups of this day.", where=str(folder / BACKUPS))
    ending = f"-{number}" if number > 1 else ""
    return folder / BACKUPS / f"project-{today.isoformat()}{ending}.json"


def _free_beside(folder: Path, today: date, place: Path) -> Path:
    """Return where the present file is kept: among the copies, or under a name that none has when it is damaged."""
    free = _free(folder, today, backups(folder))
    try:
        _sound(place)
    except Problem:
        names = (free.with_name(f"damaged-{today.isoformat()}-{number}.json") for number in range(1, _MOST_A_DAY))
        return next(name for name in names if not name.exists())
    return free


def _backup(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        return Backup(path, date.fromisoformat(match[1]), int(match[2] or 1))
    except ValueError:
        return None


def _let_go(there: tuple[Backup, ...], kept: int) -> None:
    for backup in there[max(kept, 1) :]:
        # One copy more than wanted harms nobody.
        with suppress(OSError):
            backup.path.unlink()
