"""A packet from the wish to the checked result, and what a person does with it afterwards."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.desk import Source
from soc2desk.app.make_packet import INTERNAL, make_packet, usual_day
from soc2desk.app.verifying import Checked, check_packet
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.project import State
from soc2desk.packet.drawing import NotDrawn
from soc2desk.packet.index_page import INDEX
from soc2desk.packet.placing import PlaceTaken
from soc2desk.packet.plan import CALENDAR_FORMAT, FOLDERS, FORMATS
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.backups import keep_backup
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from datetime import date
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.app.make_packet import Made, Wishes
    from soc2desk.app.session import Session
    from soc2desk.app.signing import PublicKey
    from soc2desk.domain.problems import Problem
    from soc2desk.domain.steps import Step

__all__ = [
    "Contents",
    "Handed",
    "NotDrawn",
    "Parcel",
    "PlaceTaken",
    "check_again",
    "free_folder",
    "keep_packet_backup",
    "make_and_check",
    "save_archive",
    "sign_handed",
]

_MOST_FOLDERS = 999
EVIDENCE_KIND = "evidence"


@dataclass(frozen=True, slots=True)
class Contents:
    """One folder inside a packet: the kind of its documents, how many files, in which formats."""

    kind: str
    files: int
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parcel:
    """One packet on the disk, as checked after it was put in its place. `internal` papers stay with the team."""

    folder: Path
    archive: Path | None
    files: int
    size: int
    fingerprint: str
    internal: bool
    contents: tuple[Contents, ...]
    checked: tuple[Checked, ...]

    @property
    def holds_open_evidence(self) -> bool:
        """Whether its ZIP holds files of evidence: anybody can open it who gets hold of it."""
        return self.archive is not None and any(one.kind == EVIDENCE_KIND for one in self.contents)

    @property
    def index(self) -> Path:
        """The page with which a reader begins."""
        return self.folder / INDEX


@dataclass(frozen=True, slots=True)
class Handed:
    """What was made: the packet first, internal papers after it. `planned` controls are promised from a later day.

    `part` says that documents were left out.
    """

    parcels: tuple[Parcel, ...]
    day: date
    final: bool
    planned: int
    part: bool = False


def make_and_check(desk: Desk, source: Source, wishes: Wishes) -> Generator[Step, None, Handed]:
    """Make a packet, read back what stands on the disk, and return both. Stopped at any step, nothing is handed over.

    Raises what make_packet raises, and NotDrawn for a document that we fail to draw.
    """
    with _collected_little():
        made = yield from make_packet(desk, source, wishes)
    day = wishes.day or usual_day(desk, source.project)
    engagement = decide_engagement(desk.catalogue, source.project, day)
    planned = sum(one.state is State.PLANNED for one in engagement.controls)
    return Handed(tuple(_parcel(one, wishes) for one in made), day, wishes.final, planned, bool(wishes.only))


@contextmanager
def _collected_little() -> Iterator[None]:
    """Keep what lives as long as the program out of garbage collection: going through it stops every thread at once.

    With the content and the window among it, one round took up to 150 ms, which a person feels as a hitch. What an
    open project keeps out of it stays so.
    """
    is_kept_out = gc.get_freeze_count() > 0
    gc.freeze()
    try:
        yield
    finally:
        if not is_kept_out:
            gc.unfreeze()


def _parcel(made: Made, wishes: Wishes) -> Parcel:
    folder = made.folder
    with said_plainly("The packet cannot be read back.", folder):
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        contents = tuple(found for kind, name in FOLDERS.items() if (found := _contents(kind, folder / name)))
    internal = wishes.reader == INTERNAL or folder.name.endswith(f"-{INTERNAL}")
    checked = _checked(folder, made.archive)
    return Parcel(folder, made.archive, made.files, size, made.fingerprint, internal, contents, checked)


def _contents(kind: str, folder: Path) -> Contents | None:
    files = (path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else ()
    endings = [path.suffix.removeprefix(".") for path in files]
    known = tuple(one for one in (*FORMATS, CALENDAR_FORMAT) if one in endings)
    return Contents(kind, len(endings), known) if endings else None


def _checked(folder: Path, archive: Path | None) -> tuple[Checked, ...]:
    return tuple(check_packet(path) for path in (folder, archive) if path is not None)


def check_again(handed: Handed) -> Generator[Step, None, tuple[Checked, ...]]:
    """Read every packet back once more and return what became of each folder and ZIP. Takes no steps.

    Raises Problems for what is gone or is no packet any more.
    """
    yield from ()
    return tuple(found for parcel in handed.parcels for found in _checked(parcel.folder, parcel.archive))


def sign_handed(handed: Handed, key: Path, password: str = "") -> PublicKey:
    """Sign the packet that was made, folder and ZIP, with the key in a file, and return whose it is.

    Raises WrongPassword, and Problems for what is no key, and for a packet that changed or that somebody else signed.
    """
    from soc2desk.app.signing import read_key, sign_packet

    signer, main = read_key(key, password), handed.parcels[0]
    for path in (main.folder, main.archive):
        if path is not None:
            sign_packet(path, signer)
    return signer.public


def save_archive(archive: Path, target: Path) -> None:
    """Copy a packet's ZIP to another place, whole or not at all. Raises FileProblem."""
    with said_plainly("The ZIP could not be saved.", target):
        content = archive.read_bytes()
    with said_plainly("The ZIP could not be saved.", target):
        replace_whole(target, content)


def free_folder(taken: Path) -> Path:
    """Return a folder beside one that cannot be used, which does not exist yet."""
    names = (taken.with_name(f"{taken.name}-{number}") for number in range(2, _MOST_FOLDERS))
    return next((path for path in names if not path.exists()), taken)


def keep_packet_backup(session: Session, kept: int) -> Problem | None:
    """Keep a copy of the answers from which a packet was made; return the Problem when that cannot be."""
    return keep_backup(session.folder, session.desk.today, kept, packet=True)
