"""Makes a packet: every file drawn beside, listed with its hash, and put in place by renaming. A half packet cannot exist."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk import __version__
from soc2desk.document.blocks import Look
from soc2desk.domain.problems import FileProblem
from soc2desk.domain.steps import Step
from soc2desk.packet import manifest as listing
from soc2desk.packet.drawing import draw
from soc2desk.packet.index_page import INDEX, index_page
from soc2desk.packet.members import MANIFEST, SEAL
from soc2desk.packet.placing import put_in_place
from soc2desk.packet.seal import seal_folder

if TYPE_CHECKING:
    from collections.abc import Generator

    from soc2desk.document.registers.ground import Ground
    from soc2desk.packet.compose import Composition
    from soc2desk.packet.drawing import Easel
    from soc2desk.packet.plan import PlannedFile

MAKING = ".making-"
"""What a packet is called while it is made. A folder of this name is never a packet."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to make: a name (folder and ZIP), for whom, and the fingerprint of everything it is made from."""

    out: Path
    name: str
    reader: str
    files: tuple[PlannedFile, ...]
    inputs_sha256: str
    zip: bool = True


@dataclass(frozen=True, slots=True)
class Made:
    """A finished packet. `archive` is None when no ZIP was asked for; `fingerprint` is the manifest's SHA-256."""

    folder: Path
    archive: Path | None
    files: int
    fingerprint: str


def build(
    order: Order, composition: Composition, ground: Ground, look: Look, easel: Easel
) -> Generator[Step, None, Made]:
    """Draw every file, yielding a step after each, and return the finished packet.

    Raises FileProblem when `out` cannot be written or holds something else under this name; whatever happens, also
    when the generator is closed early, nothing half-made stays and an earlier packet is untouched.
    """
    making = order.out / f"{MAKING}{order.name}"
    archive = order.out / f"{MAKING}{order.name}.zip"
    try:
        _start(making)
        entries = yield from _draw(order, making, look, easel)
        entries += (_write_index(order, composition, ground, look, making),)
        sealed = _write_manifest(order, composition, ground, entries, making)
        if order.zip:
            seal_folder(making, archive)
        folder = order.out / order.name
        put_in_place(making, folder, archive if order.zip else None)
        return Made(folder, order.out / f"{order.name}.zip" if order.zip else None, len(entries), sealed)
    except OSError as error:
        raise FileProblem(
            f"The packet could not be written: {error.strerror or error}.",
            where=str(error.filename or order.out),
            hint="Nothing was handed over and an earlier packet is untouched. See that the folder can be written to "
            "and that the disk has room.",
        ) from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
        with suppress(OSError):
            archive.unlink()


def _start(making: Path) -> None:
    making.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir()


def _draw(order: Order, making: Path, look: Look, easel: Easel) -> Generator[Step, None, tuple[listing.Entry, ...]]:
    # The slowest format first: so that no process ends up alone with it. Steps come in this order too.
    files = sorted(order.files, key=lambda file: (file.format != "pdf", file.path))
    entries = []
    drawn = easel.draw_all(((file.format, file.document) for file in files), look)
    for done, (file, content) in enumerate(zip(files, drawn, strict=True), 1):
        entries.append(_write(making, file, content))
        yield Step(done, len(files), f"{file.document.title} ({file.format})")
    return tuple(entries)


def _write(making: Path, file: PlannedFile, content: bytes) -> listing.Entry:
    target = making / file.path
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(content)
    document = file.document
    return listing.entry_of(
        file.path, content, title=document.title, kind=document.kind, audience=document.audience.value
    )


def _write_index(order: Order, composition: Composition, ground: Ground, look: Look, making: Path) -> listing.Entry:
    page = index_page(order.files, composition, ground)
    content = draw("html", page, look)
    (making / INDEX).write_bytes(content)
    return listing.entry_of(INDEX, content, title=page.title, kind=page.kind, audience=order.reader)


def _write_manifest(
    order: Order, composition: Composition, ground: Ground, entries: tuple[listing.Entry, ...], making: Path
) -> str:
    catalogue = composition.engagement.catalogue
    content = listing.to_bytes(
        listing.Manifest(
            format=listing.FORMAT,
            product=listing.PRODUCT,
            product_version=__version__,
            content_version=catalogue.version,
            criteria_edition=catalogue.edition,
            company=ground.company,
            project=order.name,
            date=ground.date,
            audience=order.reader,
            final=ground.final,
            inputs_sha256=order.inputs_sha256,
            files=tuple(sorted(entries, key=lambda entry: entry.path)),
        )
    )
    (making / MANIFEST).write_bytes(content)
    (making / SEAL).write_bytes(listing.seal_of(content))
    return hashlib.sha256(content).hexdigest()
