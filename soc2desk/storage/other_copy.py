"""Another copy of a project, read as a stranger's: a file for a colleague, a folder, or a state that was left beside.

Nothing is written there, and nothing of it is kept before somebody chose.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.storage.atomic_json import parsed
from soc2desk.storage.earlier import earlier_periods
from soc2desk.storage.evidence_files import EVIDENCE, file_of
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.handed import kept_states
from soc2desk.storage.lineage import SHORT, short
from soc2desk.storage.pictures import PICTURE_FILES, read_picture
from soc2desk.storage.plain_files import check_plain
from soc2desk.storage.projects import PROJECT_FILE, Stored, open_file, stored_from
from soc2desk.storage.sent_list import ENDING, periods_of
from soc2desk.storage.style_files import STYLE_FILE, kept_style
from soc2desk.storage.taking_in import open_sent, read_member

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.storage.taking_in import SentProject

JSON = ".json"
_NOT_READ = "The other copy cannot be read."
_NOT_ONE = "This is no copy of a project."
_WANTED = "Give a file from soc2desk export, the folder of a project, or the file of one."


@dataclass(frozen=True, slots=True)
class Held:
    """A file of evidence as the other copy holds it: an open file, and when it was written, in seconds since 1970."""

    file: IO[bytes]
    changed: int


@dataclass(frozen=True)
class OtherCopy:
    """Another copy. `raw` is its project's file, `beside` its pictures and Word file by name.

    `states` are those that are kept there; `made_on` is the day that a file for a colleague says of itself.
    """

    where: str
    stored: Stored
    raw: bytes
    beside: Mapping[str, bytes]
    periods: tuple[str, ...]
    states: Mapping[str, Path] = field(default_factory=dict)
    made_on: date | None = None
    with_evidence: bool = True
    opened: Callable[[str, ExitStack], Held | None] = lambda _name, _stack: None
    """Opens a file of evidence for a while; None for one that is not there."""


@contextmanager
def open_other(path: Path, catalogue: Catalogue, password: str = "") -> Iterator[OtherCopy]:
    """Open another copy of a project, to be read. Raises the problems of taking one in, and of opening a folder."""
    with said_plainly(_NOT_READ, path):
        check_plain(path)
    if path.is_dir():
        yield _folder(path, path / PROJECT_FILE, catalogue)
    elif path.name.casefold().endswith(ENDING):
        with open_sent(path, password) as sent:
            yield _sent(sent, path, catalogue)
    elif path.name.casefold().endswith(JSON):
        yield _folder(path.parent, path, catalogue)
    else:
        raise ProjectProblem(_NOT_ONE, where=str(path), hint=_WANTED)


def _folder(folder: Path, file: Path, catalogue: Catalogue) -> OtherCopy:
    if not file.is_file():
        raise ProjectProblem(_NOT_ONE, where=str(folder), hint=_WANTED)
    stored = open_file(file, catalogue)
    with said_plainly(_NOT_READ, file):
        raw = file.read_bytes()
    if hashlib.sha256(raw).hexdigest() != stored.revision:
        raise FileProblem("The other copy was changed while it was read.", where=str(file), hint="Try again.")
    beside = {name: read_picture(folder, name) for name in PICTURE_FILES if (folder / name).is_file()}
    style = kept_style(folder)
    return OtherCopy(
        where=str(file),
        stored=stored,
        raw=raw,
        beside=beside | ({STYLE_FILE: style} if style else {}),
        periods=tuple(one.name for one in earlier_periods(folder)),
        states={**kept_states(folder / PROJECT_FILE, SHORT), short(stored.revision): file},
        opened=lambda name, stack: _from_folder(folder, name, stack),
    )


def _from_folder(folder: Path, name: str, stack: ExitStack) -> Held | None:
    path = file_of(folder, name)
    if path is None:
        return None
    with suppress(OSError):
        return Held(stack.enter_context(path.open("rb")), int(path.stat().st_mtime))
    return None


def _sent(sent: SentProject, path: Path, catalogue: Catalogue) -> OtherCopy:
    listed = {file.path: file for file in sent.list.files}
    raw = read_member(sent, listed[PROJECT_FILE])
    revision = listed[PROJECT_FILE].digest
    stored = stored_from(parsed(raw, path), revision, path, catalogue, has_states=False)

    def opened(name: str, stack: ExitStack) -> Held | None:
        file = listed.get(f"{EVIDENCE}/{name}")
        return None if file is None else Held(stack.enter_context(sent.archive.open(file.path)), file.changed)

    return OtherCopy(
        where=str(path),
        stored=stored,
        raw=raw,
        beside={name: read_member(sent, listed[name]) for name in (*PICTURE_FILES, STYLE_FILE) if name in listed},
        periods=periods_of(sent.list.files),
        made_on=sent.list.made_on,
        with_evidence=sent.list.with_evidence,
        opened=opened,
    )
