"""Reads a project that somebody sent: only what may stand in one, within limits, into a folder that appears whole."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import struct
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import IO, TYPE_CHECKING

from soc2desk.domain.problems import Problem, ProjectProblem, SeveralProblems
from soc2desk.domain.steps import Step
from soc2desk.storage.atomic_json import settle, write_out
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.lock import alone_in
from soc2desk.storage.locked_file import is_locked, unlocked
from soc2desk.storage.plain_files import check_plain
from soc2desk.storage.projects import PROJECT_FILE, open_folder, refuse_taken, write_first
from soc2desk.storage.sent_list import LIST, MOST_FILES, MOST_OF_LIST, list_from_bytes, not_whole
from soc2desk.storage.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.storage.projects import Stored
    from soc2desk.storage.sent_list import SentFile, SentList

_CHUNK = 4 * 1024 * 1024  # bytes
_MAKING, _LOCK = ".taking-in-", ".taking-in.lock"
_END = struct.Struct("<4s4H2LH")  # the last record of a ZIP, without a comment
_END_64 = struct.Struct("<4sQ2H2L4Q")
_FAR = 0xFFFFFFFF
_MOST_OF_DIRECTORY = 16 * 1024 * 1024  # bytes; what Python holds of it in memory is some twenty times as much
_IS_ENCRYPTED = 0x1
_DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, IndexError, RuntimeError)
_NOT_READ = "The file cannot be read."


class NeedsPassword(ProjectProblem):
    """A project that was sent is under a password, and none was given."""


@dataclass(frozen=True)
class SentProject:
    """A project that was sent, open to be read. `digest` is the SHA-256 of its file."""

    list: SentList
    digest: str
    where: str
    archive: zipfile.ZipFile


@contextmanager
def open_sent(path: Path, password: str = "") -> Iterator[SentProject]:
    """Open a project that was sent, once everything that it holds may stand in one.

    Raises NeedsPassword, WrongPassword, NotWhole for a file that is not as it was sent, and other Problems.
    """
    where = str(path)
    with said_plainly(_NOT_READ, path):
        check_plain(path)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            content = _content(file, password, where)
            archive = _opened(content, where)
            with archive:
                yield SentProject(_listed(archive, _size(content), where), digest, where, archive)


def _content(file: IO[bytes], password: str, where: str) -> IO[bytes]:
    start = file.read(16)
    file.seek(0)
    if not is_locked(start):
        return file
    if not password:
        hint = "Ask the person who sent it for the password; it comes another way than the file."
        raise NeedsPassword("The file is under a password.", where=where, hint=hint)
    return unlocked(file, password, where)


def _opened(content: IO[bytes], where: str) -> zipfile.ZipFile:
    _check_end(content, where)
    try:
        return zipfile.ZipFile(content)
    except _DAMAGED as error:
        raise not_whole("It is cut short or damaged.", where) from error


def _check_end(content: IO[bytes], where: str) -> None:
    """Refuse what does not end as ours do, before anything takes the memory that a long directory asks for."""
    size = _size(content)
    content.seek(max(0, size - _END.size - 20 - _END_64.size))
    raw = content.read()
    begins = _start(content) == b"PK\x03\x04"
    if not begins or len(raw) < _END.size:
        message = "This is no project that was sent with soc2desk."
        hint = "A project for a colleague is made with soc2desk export, or in the window."
        raise ProjectProblem(message, where=where, hint=hint)
    mark, *_, count, directory, offset, comment = _END.unpack(raw[-_END.size :])
    if mark != b"PK\x05\x06" or comment:
        raise not_whole("It is cut short, or something was added.", where)
    if _FAR in {directory, offset} or count == 0xFFFF:  # noqa: PLR2004 - said in the larger record before it
        found = _END_64.unpack(raw[: _END_64.size]) if len(raw) == _END.size + 20 + _END_64.size else (b"",)
        directory = found[8] if found[0] == b"PK\x06\x06" else _FAR
    if directory > _MOST_OF_DIRECTORY:
        raise not_whole("Its directory is larger than any that soc2desk writes.", where)


def _start(content: IO[bytes]) -> bytes:
    content.seek(0)
    return content.read(4)


def _size(content: IO[bytes]) -> int:
    return content.seek(0, os.SEEK_END)


def _listed(archive: zipfile.ZipFile, size: int, where: str) -> SentList:
    """Return the list of the files, once these are just the ones it names, stored as they are and each once."""
    members = archive.infolist()
    if len(members) > MOST_FILES + 1 or any(not _is_plain(member) for member in members):
        raise not_whole("It holds what soc2desk never writes.", where)
    found = {member.orig_filename: member.file_size for member in members}
    # Nothing is packed, so all together cannot be more than the file itself, whatever overlaps.
    if len(found) != len(members) or sum(found.values()) > size or found.get(LIST, MOST_OF_LIST + 1) > MOST_OF_LIST:
        raise not_whole("It holds what soc2desk never writes.", where)
    said = list_from_bytes(_read(archive, LIST, where), where)
    del found[LIST]
    if found != {file.path: file.size for file in said.files}:
        raise not_whole("Its files are not those of its list.", where)
    return said


def _is_plain(member: zipfile.ZipInfo) -> bool:
    is_stored = member.compress_type == zipfile.ZIP_STORED and member.compress_size == member.file_size
    mode = member.external_attr >> 16
    is_file = stat.S_IFMT(mode) in {0, stat.S_IFREG} and not member.orig_filename.endswith("/")
    return is_stored and is_file and not member.flag_bits & _IS_ENCRYPTED


def _read(archive: zipfile.ZipFile, name: str, where: str) -> bytes:
    try:
        return archive.read(name)
    except _DAMAGED as error:
        raise not_whole("It is damaged.", where) from error


def read_member(sent: SentProject, file: SentFile) -> bytes:
    """Return one of the smaller files of a project that was sent. Raises NotWhole for one that differs from its list.

    How large it can be was held against the list before.
    """
    raw = _read(sent.archive, file.path, sent.where)
    if hashlib.sha256(raw).hexdigest() != file.digest:
        raise not_whole(f"{file.path} is another one.", sent.where)
    return raw


@contextmanager
def new_folder(workspace: Path, name: str) -> Iterator[tuple[Path, Path]]:
    """Give a folder to fill and the one that it becomes when the block ends well; else nothing of it is left.

    Raises ProjectProblem when the name is taken or cannot be used.
    """
    folder = workspace / slug(name)
    with said_plainly("The project could not be created.", folder):
        workspace.mkdir(parents=True, exist_ok=True)
        refuse_taken(folder)
        with alone_in(workspace, _LOCK, "Another project is being taken in."):
            _forget(workspace)
            making = workspace / f"{_MAKING}{folder.name}"
            making.mkdir()
            try:
                yield making, folder
                refuse_taken(folder)
                _settle_all(making)
                making.rename(folder)
                settle(workspace)
            finally:
                _forget(workspace)


def _settle_all(making: Path) -> None:
    """Let the disk keep every name in a folder: once it was reported, a loss of power takes nothing of it."""
    for folder in (*(path for path in making.rglob("*") if path.is_dir()), making):
        settle(folder)


def _forget(workspace: Path) -> None:
    """Take away what a program that was stopped in the middle left, too."""
    for left in workspace.glob(f"{_MAKING}*"):
        shutil.rmtree(left, ignore_errors=True)


def unpack(sent: SentProject, making: Path) -> Generator[Step, None, None]:
    """Write the files of a project that was sent into a folder that is being made, yielding after each part.

    Raises NotWhole for a file that differs from its list, FileProblem when the system refuses.
    """
    total = len(sent.list.files)
    for number, file in enumerate(sent.list.files, 1):
        target = making / file.path
        with said_plainly("The project could not be created.", target):
            target.parent.mkdir(parents=True, exist_ok=True)
            yield from _unpacked(sent, file, target, (number, total))
            os.utime(target, (file.changed, file.changed))


def _unpacked(sent: SentProject, file: SentFile, target: Path, at: tuple[int, int]) -> Generator[Step, None, None]:
    digest, done = hashlib.sha256(), 0
    try:
        with sent.archive.open(file.path) as member, target.open("xb") as fresh:
            while part := member.read(_CHUNK):
                done += len(part)
                digest.update(part)
                fresh.write(part)
                yield Step(at[0] - (done < file.size), at[1], file.path)
            write_out(fresh)
    except _DAMAGED as error:
        raise not_whole(f"{file.path} is damaged.", sent.where) from error
    if digest.hexdigest() != file.digest:
        raise not_whole(f"{file.path} is another one.", sent.where)


def read_sent(folder: Path, catalogue: Catalogue, where: str) -> Stored:
    """Return the project that was unpacked into a folder. Raises ProjectProblem, naming the file that was sent."""
    try:
        return open_folder(folder, catalogue)
    except Problem as problem:
        more = len(problem.problems) - 1 if isinstance(problem, SeveralProblems) else 0
        also = f" And {more} more like it." if more else ""
        message = f"The project in the file cannot be read. {problem.message}{also}"
        hint = problem.hint if "newer" in problem.message else "Ask for a file made with the soc2desk that you have."
        raise ProjectProblem(message, where=where, hint=hint) from problem


def write_anew(stored: Stored, name: str, catalogue: Catalogue) -> None:
    """Put the project that was read in the place of the file that came: nothing that was not read is kept."""
    fresh = replace(stored, name=name)
    with said_plainly("The project could not be created.", stored.folder):
        (stored.folder / PROJECT_FILE).unlink()
    if write_first(fresh, catalogue).revision != stored.revision:
        # Written in another way than it came: what came is the state before.
        (stored.folder / PROJECT_FILE).unlink()
        lineage = stored.lineage.after(stored.revision, stored.folder / PROJECT_FILE)
        write_first(replace(fresh, lineage=lineage), catalogue)
