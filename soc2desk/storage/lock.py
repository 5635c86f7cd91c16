"""One person at a time: a lock on a project's folder, with a text beside it that says who and since when."""

from __future__ import annotations

import getpass
import platform
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from soc2desk.domain.problems import OpenElsewhere, ProjectProblem
from soc2desk.storage.cleaning import clean
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.plain_files import read_beside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

LOCK_FILE, LOCK_TEXT = "project.lock", "project.lock.txt"
WRITE_LOCK = ".project.write.lock"
"""Held for the moment of writing alone, and never taken away: after a take-over two programs may believe themselves in
possession of the other."""
_PATIENCE_SECONDS = 2.0
_LONGEST_TEXT = 500


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a project open: on which computer, under which name, since when ("2026-11-20 09:14"). Plain text."""

    host: str
    user: str
    since: str


@contextmanager
def open_alone(folder: Path, now: datetime) -> Iterator[None]:
    """Keep a project open for this program alone while the block runs. `now` is written down as since when.

    Raises OpenElsewhere naming who has it open, FileProblem when the folder cannot be written.
    """
    lock = _lock(folder)
    if lock.is_locked:
        raise _held(folder)
    with _taken(lock, folder, 0):
        text = folder / LOCK_TEXT
        with said_plainly("The project could not be opened.", text):
            text.write_text(f"{_host()}\n{_user()}\n{now:%Y-%m-%d %H:%M}\n", encoding="utf-8")
        try:
            yield
        finally:
            with suppress(OSError):
                text.unlink()


@contextmanager
def written_alone(folder: Path) -> Iterator[None]:
    """Keep other programs from writing for a moment; inside open_alone of the same program this is free.

    Raises OpenElsewhere when another program has the project open.
    """
    with ExitStack() as held:
        held.enter_context(_taken(_lock(folder), folder, _PATIENCE_SECONDS))
        if folder.is_dir():
            # A lock would make the folder again that somebody moved away, and stand in its way back.
            held.enter_context(_taken(_lock(folder, WRITE_LOCK), folder, _PATIENCE_SECONDS))
        yield


@contextmanager
def alone_in(workspace: Path, name: str, message: str) -> Iterator[None]:
    """Keep other programs from doing one thing in a workspace meanwhile. Raises ProjectProblem with `message`."""
    path = workspace / name
    with said_plainly("The workspace could not be locked.", path):
        lock = FileLock(path)
        try:
            lock.acquire(timeout=_PATIENCE_SECONDS)
        except Timeout as error:
            raise ProjectProblem(message, where=str(workspace), hint="Wait until it has ended.") from error
    try:
        yield
    finally:
        lock.release()


def who_has(folder: Path) -> Holder | None:
    """Return who wrote down that a project is open, without taking its lock; None where nobody did.

    A program that was stopped leaves its text behind, so only opening the project tells for certain.
    """
    raw = read_beside(folder / LOCK_TEXT, 4 * _LONGEST_TEXT)
    if raw is None:
        return None
    said = raw.decode("utf-8", "replace")[:_LONGEST_TEXT]
    lines = [clean(line) for line in said.splitlines()]
    match lines:
        case [host, user, since, *_] if host and user and since:
            return Holder(host, user, since)
        case _:
            return None


def forget_lock(folder: Path) -> None:
    """Take away the lock of a program that has stopped. Should it still run, its next save finds the file changed."""
    for name in (LOCK_FILE, LOCK_TEXT):
        with said_plainly("The project could not be taken over.", folder / name):
            (folder / name).unlink(missing_ok=True)


def _lock(folder: Path, name: str = LOCK_FILE) -> FileLock:
    # One object a file in this process, so that saving inside an open project does not wait for itself.
    return FileLock(folder / name, thread_local=False, is_singleton=True)


@contextmanager
def _taken(lock: FileLock, folder: Path, patience: float) -> Iterator[None]:
    with said_plainly("The project could not be locked.", folder / LOCK_FILE):
        try:
            lock.acquire(timeout=patience)
        except Timeout as error:
            raise _held(folder) from error
    try:
        yield
    finally:
        lock.release()


def _held(folder: Path) -> OpenElsewhere:
    hint = "Close it there, then try again."
    return OpenElsewhere(f"The project {folder.name} is open {_by_whom(folder)}.", where=str(folder), hint=hint)


def _by_whom(folder: Path) -> str:
    holder = who_has(folder)
    return f"on {holder.host} ({holder.user}, since {holder.since})" if holder else "in another program"


def _host() -> str:
    return clean(platform.node()) or "this computer"


def _user() -> str:
    try:
        return clean(getpass.getuser()) or "somebody"
    except (OSError, KeyError, ImportError):
        return "somebody"
