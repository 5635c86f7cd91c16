"""Whether a packet is still what was handed over: every file, its list, and the ZIP round them."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass, replace
from typing import IO, TYPE_CHECKING

from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.packet.check_list import State, check_list, fetch
from soc2desk.packet.manifest import Manifest
from soc2desk.packet.members import MANIFEST, SEAL, TOTAL_LIMIT, printable
from soc2desk.packet.opened import DAMAGED, Opened, is_canonical, mentions, open_archive, open_folder
from soc2desk.packet.signature import Signature
from soc2desk.storage.plain_files import check_plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WHOLE_ZIP = "(the ZIP itself)"

_HEADERS_LIMIT = 64 * 1024 * 1024  # bytes a ZIP may have beside its contents
_ZIP_START = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a packet. `manifest` is None when the list of files itself cannot be read any more.

    `missing` ... `unreadable` are sorted paths that are safe to print; `extra` is in the packet but not in its list.
    `unchanged` counts the listed files that match. `is_canonical` says whether a ZIP is byte for byte as we seal it;
    None for a folder, and for a ZIP in which something else already differs. `signature` is None where nobody signed,
    and where what stands in its place is no signature.
    """

    manifest: Manifest | None
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    unchanged: int = 0
    is_canonical: bool | None = None
    signature: Signature | None = None

    @property
    def is_unchanged(self) -> bool:
        """True when nothing at all differs from what was handed over."""
        return self.manifest is not None and not (self.missing or self.changed or self.extra or self.unreadable)


_DAMAGED_ZIP = Report(None, changed=(WHOLE_ZIP,), is_canonical=False)


def verify(path: Path) -> Report:
    """Return what differs in the packet at `path`, a folder or a ZIP; nothing is extracted or written into it.

    Raises ProjectProblem when it is not a packet of ours or of a newer soc2desk, FileProblem when it cannot be read.
    A manifest forged together with everything it lists can only be told by its fingerprint or by its signature: by one
    that came another way, or by a key that one knows.
    """
    try:
        if path.is_dir():
            return _compare(open_folder(path), path)
        check_plain(path)
        with path.open("rb") as stream:
            return _verify_zip(stream, path)
    except OSError as error:
        raise FileProblem(
            f"The packet cannot be read: {error.strerror or error}.",
            where=str(path),
            hint="See that the path is right and that you may read it.",
        ) from error


def _verify_zip(stream: IO[bytes], path: Path) -> Report:
    _check_is_zip(stream, path)
    try:
        archive = zipfile.ZipFile(stream)
    except (*DAMAGED, NotImplementedError):
        return _DAMAGED_ZIP
    with archive:
        opened = open_archive(archive)
        if not _has_list(opened) and mentions(stream, SEAL):  # the ZIP's own list of names was damaged
            return _DAMAGED_ZIP
        report = _compare(opened, path)
        if not report.is_unchanged:
            return report
        if is_canonical(archive, stream, opened.names):
            return replace(report, is_canonical=True)
        return replace(report, is_canonical=False, changed=(WHOLE_ZIP,))


def _check_is_zip(stream: IO[bytes], path: Path) -> None:
    starts_well = stream.read(len(_ZIP_START)) == _ZIP_START
    if not starts_well and not zipfile.is_zipfile(stream):
        raise _not_ours(path)
    if stream.seek(0, 2) > TOTAL_LIMIT + _HEADERS_LIMIT:
        raise FileProblem("The ZIP is larger than a packet can be (1 GiB).", where=str(path))


def _not_ours(path: Path) -> ProjectProblem:
    return ProjectProblem(
        "This is not a soc2desk packet.",
        where=str(path),
        hint=f"Choose the ZIP as it was handed over, or the folder that holds {MANIFEST}.",
    )


def _has_list(opened: Opened) -> bool:
    return not opened.names.isdisjoint((MANIFEST, SEAL))


def _compare(opened: Opened, path: Path) -> Report:
    if not _has_list(opened):
        raise _not_ours(path)
    found = check_list(opened)
    if found.manifest is None:
        return _report(None, found.states, opened)
    listed = {entry.path: _check_file(opened, entry.path, entry.size, entry.sha256) for entry in found.manifest.files}
    report = _report(found.manifest, {**found.states, **listed}, opened)
    matching = list(listed.values()).count(State.UNCHANGED)
    return replace(report, unchanged=matching, signature=found.signature)


def _report(manifest: Manifest | None, states: Mapping[str, State], opened: Opened) -> Report:
    extra = opened.names - states.keys() if manifest else frozenset[str]()
    return Report(
        manifest,
        missing=_in_state(states, State.MISSING),
        changed=_in_state(states, State.CHANGED),
        extra=_shown({*extra, *_in_state(states, State.EXTRA), *opened.doubled}),
        unreadable=_shown({*_in_state(states, State.UNREADABLE), *opened.closed}),
    )


def _in_state(states: Mapping[str, State], wanted: State) -> tuple[str, ...]:
    return tuple(sorted(path for path, state in states.items() if state is wanted))


def _shown(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(printable(name) for name in names))


def _check_file(opened: Opened, path: str, size: int, sha256: str) -> State:
    content = fetch(opened, path, size + 1)  # one more than there should be, so that an addition is seen
    if isinstance(content, State):
        return content
    is_same = len(content) == size and hashlib.sha256(content).hexdigest() == sha256
    return State.UNCHANGED if is_same else State.CHANGED
