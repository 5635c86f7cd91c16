"""Writes a project into one file for a colleague: a ZIP that only stores, under a password where one is given."""

from __future__ import annotations

import hashlib
import os
import zipfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from soc2desk.domain.problems import FileProblem
from soc2desk.domain.steps import Step
from soc2desk.storage.atomic_json import settle, write_out
from soc2desk.storage.earlier import earlier_periods
from soc2desk.storage.evidence_files import EARLIER, EVIDENCE, file_of
from soc2desk.storage.exercise_file import EXERCISE_FILE, PRACTICE_FILE
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.locked_file import COST, LockedWriter
from soc2desk.storage.notebook_file import NOTEBOOK_FILE
from soc2desk.storage.pictures import PICTURE_FILES
from soc2desk.storage.projects import PROJECT_FILE, open_folder
from soc2desk.storage.sent_list import LIST, MOST_FILES, SentFile, SentList, list_to_bytes, may_travel, most_bytes
from soc2desk.storage.style_files import STYLE_FILE

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from datetime import date
    from pathlib import Path

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.storage.projects import Stored

_CHUNK = 4 * 1024 * 1024  # bytes: memory does not grow with the files
_DAY = (1980, 1, 1, 0, 0, 0)
_OWNER_ONLY = 0o600
_NOT_MADE = "The file could not be made."
_NOT_READ = "A file of the project cannot be read."


@dataclass(frozen=True, slots=True)
class Sending:
    """What of a project goes along: files by their paths in its folder, its own one last.

    `missing` are files of evidence that the project names and that are not there; `evidence` is how many go along.
    `revision` is the SHA-256 of the project's own file.
    """

    name: str
    revision: str
    files: tuple[tuple[str, Path], ...]
    evidence: int
    missing: tuple[str, ...]
    with_evidence: bool


def sending_of(folder: Path, catalogue: Catalogue, *, with_evidence: bool) -> Sending:
    """Return what of the project in a folder goes along, once it and its earlier periods can be opened.

    Raises the problems of one that cannot. What was taken out, evidence rooms, drafts and back-ups stay behind.
    """
    files: list[tuple[str, Path]] = []
    missing: list[str] = []
    for period in reversed(earlier_periods(folder)):
        at = f"{EARLIER}/{period.name}/"
        if may_travel(at + PROJECT_FILE):
            earlier = open_folder(period.folder, catalogue)
            files += _files(period.folder, at, _evidence(earlier, missing if with_evidence else None))
    stored = open_folder(folder, catalogue)
    files += _files(folder, "", _evidence(stored, missing if with_evidence else None))
    if len(files) > MOST_FILES:
        message = f"The project has {len(files):,} files; at most {MOST_FILES:,} go into one file."
        raise FileProblem(message, where=str(folder), hint="Send it without its evidence.")
    kept = sum(f"{EVIDENCE}/" in path for path, _ in files)
    return Sending(stored.name, stored.revision, tuple(files), kept, tuple(missing), with_evidence)


def _evidence(stored: Stored, missing: list[str] | None) -> list[tuple[str, Path]]:
    """Return the files of evidence that a project names and that are there; none where nobody asks what is missing."""
    if missing is None:
        return []
    folder, names = stored.folder, dict.fromkeys(item.file for item in stored.project.evidence if item.file)
    found = [(name, folder / EVIDENCE / name) for name in names]
    there = {name: path for name, path in found if file_of(folder, name) == path}
    missing += [name for name, _ in found if name not in there]
    return [(f"{EVIDENCE}/{name}", path) for name, path in there.items()]


def _files(folder: Path, at: str, evidence: list[tuple[str, Path]]) -> list[tuple[str, Path]]:
    beside = (*PICTURE_FILES, STYLE_FILE, PRACTICE_FILE, EXERCISE_FILE, NOTEBOOK_FILE, PROJECT_FILE)
    kept = [(name, folder / name) for name in beside if (folder / name).is_file() and not (folder / name).is_symlink()]
    # Without the exercise that it belongs to, a file of this name is somebody's own.
    is_exercise = any(name == EXERCISE_FILE for name, _ in kept)
    kept = [one for one in kept if is_exercise or one[0] != NOTEBOOK_FILE]
    return [(at + path, source) for path, source in (*evidence, *kept) if may_travel(at + path)]


def write_sent(
    target: Path, sending: Sending, made_on: date, password: str = "", cost: int = COST
) -> Generator[Step, None, None]:
    """Write the file for a colleague, yielding after each part; it appears whole or not at all, for its owner to read.

    Raises UsageProblem for what cannot be a password, FileProblem for what cannot be read or written.
    """
    with said_plainly(_NOT_MADE, target), _appearing(target) as file:
        if not password:
            yield from _write_zip(file, sending, made_on)
            return
        locking = LockedWriter(file, password, cost)
        yield from _write_zip(locking, sending, made_on)
        locking.finish()


@contextmanager
def _appearing(target: Path) -> Iterator[IO[bytes]]:
    """Open a file beside its place that moves there when the block ends well, and is gone when it does not."""
    fresh = target.with_name(f".{target.name}.new")
    with suppress(OSError):
        fresh.unlink()  # what a program that was stopped left behind
    try:
        # Made with its rights, not given them later.
        handle = os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _OWNER_ONLY)
        with os.fdopen(handle, "wb") as file:
            yield file
            write_out(file)
        fresh.replace(target)
        settle(target.parent)
    finally:
        with suppress(OSError):
            fresh.unlink()


def _write_zip(target: IO[bytes] | LockedWriter, sending: Sending, made_on: date) -> Generator[Step, None, None]:
    total, listed = len(sending.files), []
    with zipfile.ZipFile(target, "w") as archive:
        for number, (path, source) in enumerate(sending.files, 1):
            if number == total:
                break
            listed.append((yield from _copied(archive, path, source, number, total)))
        # The project's own file comes last, after the list that names it.
        path, source = sending.files[-1]
        with said_plainly(_NOT_READ, source):
            raw, about = source.read_bytes(), source.stat()
        digest = hashlib.sha256(raw).hexdigest()
        if digest != sending.revision:
            message = "The project was changed by another program while it was copied."
            raise FileProblem(message, where=str(source), hint="Try again.")
        listed.append(SentFile(path, _fitting(path, len(raw), source), digest, int(about.st_mtime)))
        said = SentList(sending.name, made_on, sending.with_evidence, tuple(listed))
        for name, content in ((LIST, list_to_bytes(said)), (path, raw)):
            archive.writestr(_member(name, len(content)), content)
    yield Step(total, total, path)


def _copied(
    archive: zipfile.ZipFile, path: str, source: Path, number: int, total: int
) -> Generator[Step, None, SentFile]:
    digest, done = hashlib.sha256(), 0
    with said_plainly(_NOT_READ, source):
        file = source.open("rb")
    with file:
        about = os.fstat(file.fileno())
        size = _fitting(path, about.st_size, source)
        with archive.open(_member(path, size), "w") as member:
            for part in _parts(file, source):
                done += len(part)
                if done > size:
                    break
                digest.update(part)
                member.write(part)
                yield Step(number - (done < size), total, path)
        after = os.fstat(file.fileno())
    if done != size or after.st_mtime_ns != about.st_mtime_ns:
        message, hint = "A file changed while it was copied.", "Wait until nothing writes to it, then try again."
        raise FileProblem(message, where=str(source), hint=hint)
    return SentFile(path, size, digest.hexdigest(), max(0, int(about.st_mtime)))


def _parts(file: IO[bytes], source: Path) -> Iterator[bytes]:
    while True:
        with said_plainly(_NOT_READ, source):
            part = file.read(_CHUNK)
        if not part:
            return
        yield part


def _fitting(path: str, size: int, source: Path) -> int:
    if size > most_bytes(path):
        message = f"A file is too large to go along: {size // 1024**2:,} MB."
        raise FileProblem(message, where=str(source), hint="Take it out of the project, and hand it over by itself.")
    return size


def _member(path: str, size: int) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(path, _DAY)
    made.external_attr, made.create_system, made.file_size = _OWNER_ONLY << 16, 3, size
    return made
