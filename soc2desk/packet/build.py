"""Makes packets: files are drawn beside, listed with their hashes and put in place by renaming, whole or not at all."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk import __version__
from soc2desk.document.blocks import Look
from soc2desk.domain.steps import Step
from soc2desk.packet import contents
from soc2desk.packet import manifest as listing
from soc2desk.packet.counting import pages_in, words_in
from soc2desk.packet.drawing import draw
from soc2desk.packet.evidence_copies import copy_into
from soc2desk.packet.index_page import INDEX, index_page, led_by
from soc2desk.packet.members import MANIFEST, SEAL, SIGNATURE, check_paths
from soc2desk.packet.neighbours import with_neighbours
from soc2desk.packet.placing import OLD, Move, archive_of, check_place, discard, put_back, put_in_place
from soc2desk.packet.seal import seal_folder
from soc2desk.packet.signature import signature_of
from soc2desk.packet.whole import FEWEST, WHOLE, whole_packet
from soc2desk.packet.workbook_links import with_links
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from soc2desk.document.registers.ground import Ground
    from soc2desk.domain.findings import Severity
    from soc2desk.packet.compose import Composition
    from soc2desk.packet.drawing import Easel
    from soc2desk.packet.evidence_copies import Copy
    from soc2desk.packet.plan import Enclosure, PlannedFile
    from soc2desk.storage.signing_keys import SigningKey

MAKING = ".making-"
"""What a packet is called while it is made. A folder of this name is never a packet."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to make: a name (folder and ZIP), for whom, and the fingerprint of everything it is made from.

    `files` are drawn; `enclosures` go in beside them as they are, and `copies` are files that are copied as they are.
    `in_one` joins the PDFs in one more beside them, where there are several. With a `key` the list is signed.
    """

    out: Path
    name: str
    reader: str
    files: tuple[PlannedFile, ...]
    inputs_sha256: str
    zip: bool = True
    enclosures: tuple[Enclosure, ...] = ()
    copies: tuple[Copy, ...] = ()
    is_part: bool = False
    in_one: bool = False
    key: SigningKey | None = None

    @property
    def folder(self) -> Path:
        """Where the packet goes."""
        return self.out / self.name

    @property
    def paths(self) -> Iterator[str]:
        """The paths of all that goes in, before the list and what is made of them all."""
        yield from (file.path for file in self.files)
        yield from (one.path for one in self.enclosures)
        yield from (copy.path for copy in self.copies)

    @property
    def making(self) -> Path:
        """Where it is made."""
        return self.out / f"{MAKING}{self.name}"


@dataclass(frozen=True, slots=True)
class Made:
    """A finished packet. `archive` is None when no ZIP was asked for; `fingerprint` is the manifest's SHA-256.

    `files` are those that a person reads: beside them stands what a program compares and checks packets by. `findings`
    say how much each finding of the composed set matters, whether this reader gets to see it or not.
    """

    folder: Path
    archive: Path | None
    files: int
    fingerprint: str
    findings: tuple[Severity, ...] = ()


@contextmanager
def bench(orders: Sequence[Order]) -> Iterator[None]:
    """Clear the place where packets are made, before and after: whatever happens, nothing half-made stays.

    Raises FileProblem when a place cannot be written, holds something else, or when the disk is full.
    """
    with said_plainly("The packet could not be written; nothing was handed over.", orders[0].out):
        try:
            for order in orders:
                check_paths(order.paths)
                check_place(order.folder)
            for order in orders:
                order.out.mkdir(parents=True, exist_ok=True)
                _clear(order)
                order.making.mkdir()
            yield
        finally:
            for order in orders:
                _clear(order)


def clear_unfinished(out: Path) -> None:
    """Clear what a program that was killed left half made in a folder, and put an earlier packet back in its place."""
    with suppress(OSError):
        for left in tuple(out.glob(f"{MAKING}*")):
            discard(left)
        for old in tuple(out.glob(f"{OLD}*")):
            if old.is_dir():
                put_back(old.with_name(old.name.removeprefix(OLD)))


def _clear(order: Order) -> None:
    shutil.rmtree(order.making, ignore_errors=True)
    with suppress(OSError):
        archive_of(order.making).unlink()


def build(
    orders: Sequence[Order], composition: Composition, ground: Ground, look: Look, easel: Easel
) -> Generator[Step, None, tuple[Made, ...]]:
    """Draw every file on the bench, yielding a step after each; return what will be handed over."""
    entries = yield from _draw_all(orders, ground, look, easel)
    made: list[Made] = []
    found = tuple(one.severity for one in composition.findings)
    for order in orders:
        enclosed = tuple(_enclose(order.making, one) for one in order.enclosures)
        whole = tuple(_write_whole(order, ground, look))
        index = _write_index(order, composition, ground, look, has_whole=bool(whole))
        to_read = (*entries[order.name], *enclosed, *whole, index)
        listed = (*to_read, _write_contents(order, ground))
        sealed = _write_manifest(order, composition, ground, listed)
        if order.zip:
            seal_folder(order.making, archive_of(order.making))
        archive = archive_of(order.folder) if order.zip else None
        made.append(Made(order.folder, archive, len(to_read), sealed, found))
    return tuple(made)


def hand_over(orders: Iterable[Order]) -> None:
    """Put the finished packets in their places, all or none. A ZIP of an earlier packet never outlives its folder."""
    moves: list[Move] = []
    for order in orders:
        check_place(order.folder)
        fresh = archive_of(order.making) if order.zip else None
        moves += (Move(order.making, order.folder), Move(fresh, archive_of(order.folder)))
    put_in_place(moves)


def _draw_all(
    orders: Sequence[Order], ground: Ground, look: Look, easel: Easel
) -> Generator[Step, None, dict[str, list[listing.Entry]]]:
    # The slowest format first: so that no process ends up alone with it. Steps come in this order too.
    work = [
        (order, replace(file, document=document))
        for order in orders
        for file, document in zip(order.files, with_neighbours(order.files), strict=True)
    ]
    copies = [(order, copy) for order in orders for copy in order.copies]
    work.sort(key=lambda piece: piece[1].format != "pdf")
    entries: dict[str, list[listing.Entry]] = {order.name: [] for order in orders}
    drawn = easel.draw_all(((file.format, with_links(file, order.files, ground)) for order, file in work), look)
    for done, ((order, file), content) in enumerate(zip(work, drawn, strict=True), 1):
        entries[order.name].append(_write(order.making, file, content))
        yield Step(done, len(work) + len(copies), f"{file.document.title} ({file.format})")
    for done, (order, copy) in enumerate(copies, len(work) + 1):
        entries[order.name].append(copy_into(order.making, copy))
        yield Step(done, len(work) + len(copies), copy.title)
    return entries


def _write(making: Path, file: PlannedFile, content: bytes) -> listing.Entry:
    target = making / file.path
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(content)
    document = file.document
    return listing.entry_of(
        file.path, content, title=document.title, kind=document.kind, audience=document.audience.value,
        counts=(words_in(document), pages_in(content)),
    )  # fmt: skip


def _enclose(making: Path, one: Enclosure) -> listing.Entry:
    target = making / one.path
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(one.content)
    return listing.entry_of(one.path, one.content, title=one.title, kind=one.kind, audience=one.audience.value)


def _write_whole(order: Order, ground: Ground, look: Look) -> Iterator[listing.Entry]:
    """Join the PDFs that were drawn, where there are several."""
    drawn = [(file, order.making / file.path) for file in order.files if file.format == "pdf"]
    if order.in_one and len(drawn) >= FEWEST:
        content, pages = whole_packet([(file, path.read_bytes()) for file, path in drawn], order.reader, ground, look)
        (order.making / WHOLE).write_bytes(content)
        yield listing.entry_of(
            WHOLE, content, title=ground.phrases["packet.whole"], kind="page", audience=order.reader,
            counts=(sum(words_in(file.document) for file, _ in drawn), pages),
        )  # fmt: skip


def _write_index(
    order: Order, composition: Composition, ground: Ground, look: Look, *, has_whole: bool
) -> listing.Entry:
    page = index_page(order.files, composition, ground, order.reader, order.enclosures, order.copies)
    page = led_by(page, WHOLE, ground) if has_whole else page
    content = draw("html", page, look)
    (order.making / INDEX).write_bytes(content)
    return listing.entry_of(INDEX, content, title=page.title, kind=page.kind, audience=order.reader)


def _write_contents(order: Order, ground: Ground) -> listing.Entry:
    """Write what the documents of this packet print, and nothing that does not stand in one of them."""
    printed = (file.document for file in order.files)
    said = contents.contents_of(printed, order.reader, is_final=ground.final, is_part=order.is_part)
    content = contents.to_bytes(said)
    (order.making / contents.CONTENTS).write_bytes(content)
    title = ground.phrases["packet.contents"]
    return listing.entry_of(contents.CONTENTS, content, title=title, kind="page", audience=order.reader)


def _write_manifest(order: Order, composition: Composition, ground: Ground, entries: tuple[listing.Entry, ...]) -> str:
    catalogue = composition.engagement.catalogue
    theirs = catalogue.own_templates
    content = listing.to_bytes(
        listing.Manifest(
            format=listing.WITH_TEMPLATES if theirs else listing.FORMAT,
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
            templates=theirs.mark if theirs else "",
        )
    )
    (order.making / MANIFEST).write_bytes(content)
    signature = signature_of(content, order.key) if order.key else None
    if signature is not None:
        (order.making / SIGNATURE).write_bytes(signature)
    (order.making / SEAL).write_bytes(listing.seal_of(content, signature))
    return hashlib.sha256(content).hexdigest()
