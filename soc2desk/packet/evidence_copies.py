"""Files of evidence in a packet: which go along, under which name, copied and never drawn."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.evidence import Evidence, Standing
from soc2desk.domain.evidence_rules import asked_by, control_of
from soc2desk.domain.file_names import file_name
from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.packet.manifest import Entry
from soc2desk.packet.members import MEMBER_LIMIT
from soc2desk.packet.plan import FOLDERS
from soc2desk.storage.evidence_files import FileState, check_files, file_of

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.domain.engagement import Engagement

KIND = "evidence"
_CHUNK = 4 * 1024 * 1024  # bytes
_LONGEST_WORDS, _LONGEST_TARGET = 44, 16


@dataclass(frozen=True, slots=True)
class Copy:
    """One file to copy: the piece it belongs to, its place in the packet, and what it must still be."""

    id: str
    path: str
    source: Path
    digest: str
    size: int
    title: str


def plan_copies(engagement: Engagement, folder: Path) -> tuple[Copy, ...]:
    """Return the files of evidence that go into the auditor's packet: never a rejected one, never a practice sample.

    Raises ProjectProblem for files that are gone or changed, FileProblem for one that no packet can hold.
    """
    going = [one for one in engagement.project.evidence if one.file and one.state is not Standing.REJECTED]
    states = check_files(folder, going)
    bad = [f"{one.id} ({states[one.id]})" for one in going if states[one.id] is not FileState.THERE]
    if bad:
        message = f"Files of evidence are not as they were attached: {', '.join(bad[:8])}."
        raise ProjectProblem(message, hint="Put the originals back, or take these pieces out.")
    taken: set[str] = set()
    return tuple(_copy_of(one, engagement, folder, taken) for one in going)


def _copy_of(one: Evidence, engagement: Engagement, folder: Path, taken: set[str]) -> Copy:
    source = file_of(folder, one.file)
    if source is None:
        raise ProjectProblem(f"The file of {one.id} is gone.", hint="Put it back, or take the piece out.")
    size = source.stat().st_size
    if size > MEMBER_LIMIT:
        hint = "Hand it over by another way, or build without the evidence."
        raise FileProblem("A file of evidence is too large for a packet (256 MiB at most).", where=one.id, hint=hint)
    path = _path(one, engagement, source.suffix, taken)
    taken.add(path.lower())
    return Copy(one.id, path, source, one.digest, size, one.name)


def _path(one: Evidence, engagement: Engagement, ending: str, taken: set[str]) -> str:
    """Return where a piece stands: by the number of who asks, then what it is, then its period."""
    asked = asked_by(one, engagement)
    home = asked[0].id if asked else control_of(one.occurrence) or one.id.upper()
    number = _number(home, engagement)
    period = file_name(one.occurrence.partition("/")[2], _LONGEST_TARGET)
    words = "-".join(filter(None, (number, file_name(one.name, _LONGEST_WORDS), period)))
    begins = f"{FOLDERS[KIND]}/{home}/{words}"
    path = f"{begins}{ending}"
    return path if path.lower() not in taken else f"{begins}-{one.id}{ending}"


def _number(request: str, engagement: Engagement) -> str:
    """Return the number by which the auditor asks, where one was confirmed, else ours."""
    own = (r.number for r in engagement.project.auditor_requests if request in r.requests and r.confirmed_on)
    written = (file_name(number, _LONGEST_TARGET).upper() for number in own)
    return next((number for number in written if number), request)


def copy_into(making: Path, copy: Copy) -> Entry:
    """Copy one file into a packet in the making and return its line of the manifest.

    Raises FileProblem when it is not the file that was attached any more.
    """
    target = making / copy.path
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with copy.source.open("rb") as source, target.open("wb") as out:
        while part := source.read(_CHUNK):
            out.write(part)
            digest.update(part)
            size += len(part)
    if digest.hexdigest() != copy.digest:
        hint = "Put the original back, or take this piece out."
        message = f"The file of {copy.id} is not the one that was attached."
        raise FileProblem(message, where=copy.source.name, hint=hint)
    return Entry(copy.path, size, copy.digest, copy.title, KIND, "auditor")
