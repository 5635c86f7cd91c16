"""Files of evidence in a project's folder: copied whole, listed by hash, never parsed, run or deleted."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import IO, TYPE_CHECKING, NoReturn

from soc2desk.domain.file_names import file_name, is_device
from soc2desk.domain.problems import FileProblem
from soc2desk.storage.atomic_json import settle, write_out
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping
    from pathlib import Path

    from soc2desk.domain.evidence import Evidence

EVIDENCE, REMOVED = "evidence", "removed"
"""The folder beside the project's file, and the one in it for files that were taken out."""
EARLIER = "earlier"
"""The folder beside them with the periods that are over, each with evidence of its own."""

PRACTICE_SAMPLE = "PRACTICE SAMPLE, drawn by the company with soc2desk"
"""How a practice sample begins, so that nobody attaches one: an auditor picks from the whole list."""

_HEAD = 4_096  # bytes in which a sample says that it is one
_CHUNK = 4 * 1024 * 1024  # bytes: memory does not grow with the file
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,150}(\.[a-z0-9]{1,10})?")
_ID = re.compile(r"e-(\d{4,6})(?:-.*)?")
_LONGEST_WORDS, _LONGEST_ENDING = 60, 10
_NOT_ATTACHED = "The file could not be attached; nothing was kept of it."
_DAY = timedelta(days=1)


class FileState(StrEnum):
    """How the file of a piece of evidence was found."""

    THERE = "there"
    MISSING = "missing"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it was attached: its name in the folder of evidence, its SHA-256, its size, the day it was changed."""

    file: str
    digest: str
    size: int
    changed: date


@dataclass(frozen=True, slots=True)
class Copied:
    """How much of a file was read so far, in bytes."""

    done: int
    total: int


class SameFile(FileProblem):
    """A file is attached already. `id` is the piece of evidence that holds it."""

    def __init__(self, id_: str, where: str) -> None:
        hint = f"Let {id_} answer the other request too, or leave it as it is."
        super().__init__(f"The same file is attached already, as {id_}.", where=where, hint=hint)
        self.id = id_


def name_of(id_: str, target: str, title: str, source: Path) -> str:
    """Return the name of a file of evidence, one that every system takes: e-0007-er-045-user-list.csv."""
    words = "-".join(filter(None, (id_, file_name(target, _LONGEST_WORDS), file_name(title, _LONGEST_WORDS))))
    ending = file_name(source.suffix, _LONGEST_ENDING).replace("-", "")
    return f"{words}.{ending}" if ending else words


def next_id(folder: Path, evidence: Iterable[Evidence]) -> str:
    """Return an id that no piece of evidence has or had: files that were taken out keep theirs, and earlier periods."""
    used = used_numbers(folder, (item.id for item in evidence))
    return f"e-{max(used, default=0) + 1:04}"


def used_numbers(folder: Path, ids: Iterable[str] = ()) -> Iterator[int]:
    """Yield the numbers of all ids that pieces of evidence have or had."""
    folders = (folder, *_listed(folder / EARLIER))
    homes = (place for one in folders for place in (one / EVIDENCE, one / EVIDENCE / REMOVED))
    files = (name for place in homes for name in _names(place))
    found = (_ID.fullmatch(name) for name in (*files, *ids))
    yield from (int(match[1]) for match in found if match)


def keep_file(folder: Path, source: Path, name: str, known: Mapping[str, str]) -> Generator[Copied, None, Kept]:
    """Copy a file into a project, yielding after each part, and return it as kept; stopped or failed, nothing stays.

    `known` are pieces of evidence by the digests of their files. Raises SameFile for one of those, FileProblem for
    what is no plain file, cannot be read, is empty, changes meanwhile, or does not fit on the disk.
    """
    with said_plainly(_NOT_ATTACHED, source), _opened(source) as (file, about):
        home = folder / EVIDENCE
        home.mkdir(exist_ok=True)
        fresh = home / f".{name}.new"
        try:
            digest = yield from _copy(file, fresh, about.st_size)
            _check_copy(file, about, source)
            if digest in known:
                raise SameFile(known[digest], str(source))
            os.utime(fresh, ns=(about.st_atime_ns, about.st_mtime_ns))
            put_file(fresh, home / name)
        finally:
            with suppress(OSError):
                fresh.unlink()
            with suppress(OSError):
                home.rmdir()  # only where it is empty
    return Kept(name, digest, about.st_size, _day(about))


@contextmanager
def _opened(source: Path) -> Iterator[tuple[IO[bytes], os.stat_result]]:
    """Open a plain file. A pipe would wait for ever and a device never end, so they are told apart before."""
    about = source.lstat()
    if stat.S_ISLNK(about.st_mode):
        _refuse("This is a link, not a file.", source, "Attach the file that it leads to.")
    if stat.S_ISDIR(about.st_mode):
        _refuse("This is a folder.", source, "Attach the files in it, or put them into one ZIP.")
    if not stat.S_ISREG(about.st_mode):
        _refuse("This is no file that can be kept, but a device or a pipe.", source, "Save it as a file first.")
    if about.st_size == 0:
        _refuse("The file is empty.", source, "Export it again; a list without items still has its headings.")
    with source.open("rb") as file:
        if PRACTICE_SAMPLE.encode() in file.read(_HEAD):
            _refuse("This is a practice sample, and no evidence.", source, "Attach the whole list it was drawn from.")
        file.seek(0)
        yield file, os.fstat(file.fileno())


def _refuse(message: str, source: Path, hint: str) -> NoReturn:
    raise FileProblem(message, where=str(source), hint=hint)


def _copy(file: IO[bytes], fresh: Path, total: int) -> Generator[Copied, None, str]:
    digest, done = hashlib.sha256(), 0
    with fresh.open("wb") as target:
        while part := file.read(_CHUNK):
            target.write(part)
            digest.update(part)
            done += len(part)
            yield Copied(done, max(total, done))
        write_out(target)
    return digest.hexdigest()


def _check_copy(file: IO[bytes], before: os.stat_result, source: Path) -> None:
    after = os.fstat(file.fileno())
    if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        _refuse("The file changed while it was copied.", source, "Wait until nothing writes to it, then try again.")


def put_file(fresh: Path, place: Path) -> None:
    """Give a file that was copied its name. Raises FileProblem where one of this name stands."""
    if os.path.lexists(place):
        _refuse("A file of this name stands there already.", place, "Move it away, then try again.")
    fresh.rename(place)
    # Before the project names it: a loss of power must not leave the name of a file that is not there.
    settle(place.parent, place.parent.parent)


def _day(about: os.stat_result) -> date:
    return datetime.fromtimestamp(about.st_mtime, UTC).astimezone().date()


def _listed(place: Path) -> list[Path]:
    return [place / name for name in _names(place)]


def _names(place: Path) -> list[str]:
    try:
        return sorted(os.listdir(place))  # noqa: PTH208 - thousands of paths are slow to make and to sort
    except OSError:
        return []


def copy_files(folder: Path, made: Path, evidence: Iterable[Evidence]) -> None:
    """Copy the files of evidence of one project into a copy of it; one that cannot be read is left out, as missing."""
    for item in evidence:
        source = file_of(folder, item.file) if item.file else None
        if source is None:
            continue
        with suppress(FileProblem):
            for _ in keep_file(made, source, item.file, {}):
                pass


def is_file_name(name: str) -> bool:
    """Return whether a file of evidence can be called so: what leads to another folder is no name."""
    return _NAME.fullmatch(name) is not None and not is_device(name)


def file_of(folder: Path, name: str) -> Path | None:
    """Return where a file of evidence stands, be it among those taken out; None where there is no such plain file."""
    if not _NAME.fullmatch(name):
        return None
    home = folder / EVIDENCE
    return next((path for path in (home / name, home / REMOVED / name) if _is_plain(path)), None)


def _about(home: str, name: str) -> os.stat_result | None:
    """Return what the system knows of a file of evidence; None as for `file_of`. There may be thousands to look at."""
    for place in (home, os.path.join(home, REMOVED)) if _NAME.fullmatch(name) else ():  # noqa: PTH118 - a path is slow
        with suppress(OSError, ValueError):
            about = os.lstat(os.path.join(place, name))  # noqa: PTH118 - the same
            if stat.S_ISREG(about.st_mode):
                return about
    return None


def _is_plain(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def check_files(folder: Path, evidence: Iterable[Evidence]) -> dict[str, FileState]:
    """Return how the file of each piece was found, by size and day of change; a piece without a file is absent."""
    home = str(folder / EVIDENCE)
    return {item.id: _looked_at(home, item) for item in evidence if item.file}


def _looked_at(home: str, item: Evidence) -> FileState:
    about = _about(home, item.file)
    if about is None:
        return FileState.MISSING
    same = item.size in {None, about.st_size} and _is_day(about, item.file_changed)
    return FileState.THERE if same else FileState.CHANGED


def _is_day(about: os.stat_result, day: date | None) -> bool:
    # A day more or less is another time zone, or a disk that keeps times less exactly; not another file.
    return day is None or abs(_day(about) - day) <= _DAY


def hash_files(folder: Path, evidence: Iterable[Evidence]) -> Generator[Copied, None, dict[str, FileState]]:
    """Read every file whole, yielding after each part, and return how each was found against its SHA-256."""
    found = {}
    for item in evidence:
        if item.file:
            path = file_of(folder, item.file)
            found[item.id] = FileState.MISSING if path is None else (yield from _hashed(path, item.digest))
    return found


def _hashed(path: Path, expected: str) -> Generator[Copied, None, FileState]:
    digest, done = hashlib.sha256(), 0
    with said_plainly("The file of evidence cannot be read.", path), path.open("rb") as file:
        total = path.stat().st_size
        while part := file.read(_CHUNK):
            digest.update(part)
            done += len(part)
            yield Copied(done, max(total, done))
    return FileState.THERE if digest.hexdigest() == expected else FileState.CHANGED


def take_out(folder: Path, name: str) -> bool:
    """Move a file of evidence among those taken out, never deleting it; return whether there was one."""
    home = folder / EVIDENCE
    path = file_of(folder, name)
    if path is None or path.parent.name == REMOVED:
        return False
    with said_plainly("The file could not be moved.", path):
        (home / REMOVED).mkdir(exist_ok=True)
        path.rename(home / REMOVED / name)
        settle(home / REMOVED, home)
    return True


def held_files(folder: Path) -> frozenset[str]:
    """Return the names of the files in the folder of evidence, be they named by a piece or not."""
    return frozenset(path.name for path in _listed(folder / EVIDENCE) if _is_plain(path))


def unnamed_files(folder: Path, evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Return the names of files in the folder of evidence that no piece names."""
    named = {item.file for item in evidence}
    return tuple(path.name for path in _listed(folder / EVIDENCE) if path.is_file() and path.name not in named)
