"""Whether the packets that stand in a folder are those that would be made now: looked at, and nobody's word taken."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from soc2desk import __version__
from soc2desk.domain.batching import Packed
from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.packet.manifest import to_bytes
from soc2desk.packet.placing import archive_of
from soc2desk.packet.verify import verify
from soc2desk.storage.plain_files import digest_of

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.packet.build import Order
    from soc2desk.packet.manifest import Manifest


def packet_of(order: Order) -> Packed | None:
    """Return the packet of an order where it stands: made from the same, with every file, and its ZIP as asked for.

    The files of evidence that go along are read: one of the same size and day may hold something else by now.
    """
    archive = archive_of(order.folder)
    found = _listed_in(order.folder)
    if found is None or not _is_of(found, order) or (archive.exists() or archive.is_symlink()) != order.zip:
        return None
    if order.zip and _listed_in(archive) != found:
        return None
    if not all(_holds(copy.source, copy.digest) for copy in order.copies):
        return None
    return Packed(order.name, order.zip, hashlib.sha256(to_bytes(found)).hexdigest())


def _holds(file: Path, digest: str) -> bool:
    try:
        return digest_of(file) == digest
    except FileProblem:
        return False


def _listed_in(place: Path) -> Manifest | None:
    """Return the list of a packet in which nothing was changed; None for any other, and for a link to one."""
    try:
        report = None if place.is_symlink() else verify(place)
    except (FileProblem, ProjectProblem):
        return None
    return report.manifest if report is not None and report.is_unchanged else None


def _is_of(found: Manifest, order: Order) -> bool:
    """Return whether a list is that of this order: of this client, for this reader, from the same answers."""
    same_name = (found.project, found.audience) == (order.name, order.reader)
    same_make = (found.product_version, found.inputs_sha256) == (__version__, order.inputs_sha256)
    digests = {entry.path: entry.sha256 for entry in found.files}
    has_all = all(path in digests for path in order.paths)
    return same_name and same_make and has_all and all(digests[copy.path] == copy.digest for copy in order.copies)
