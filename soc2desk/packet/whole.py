"""The whole packet as one PDF: a front with document control and contents, then every document as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Callout, Document, Heading, Kind, Run, Table, text
from soc2desk.document.registers.ground import auditor_fact, footer, row, scope_facts
from soc2desk.packet.counting import pages_in
from soc2desk.packet.drawing import draw
from soc2desk.renderers.manners import manner_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from soc2desk.document.blocks import Block, Look, Runs
    from soc2desk.document.registers.ground import Ground
    from soc2desk.packet.plan import PlannedFile

WHOLE = "whole-packet.pdf"
FEWEST = 2
"""How many documents there must be: one alone is its own whole."""
_ROUNDS = 4
_CONTROLLED = ("version", "date", "owner", "approved")


def whole_packet(
    drawn: Sequence[tuple[PlannedFile, bytes]], reader: str, ground: Ground, look: Look
) -> tuple[bytes, int]:
    """Return every drawn PDF behind a front, in the order given, and how many pages that makes.

    Links of the front lead to the documents.
    """
    from soc2desk.packet.merge_pdf import Part, Stamp, merged  # noqa: PLC0415 - loaded where a PDF is made
    from soc2desk.renderers import pdf_fonts  # noqa: PLC0415

    pages = {file.path: pages_in(content) for file, content in drawn}
    files = [file for file, _ in drawn]
    front = _front(files, pages, reader, ground, look)
    face = pdf_fonts.face(pdf_fonts.chain(family=manner_of(look).family)[0])
    stamp = Stamp(
        lambda page, of: ground.phrases["packet.page"].format(page=page, pages=of),
        face.font.face.name.decode("ascii"),
        lambda words: pdf_fonts.width_of_drawn(face, words),
    )
    title = ground.phrases["packet.front"]
    parts = [Part(file.path, file.document.title, content) for file, content in drawn]
    return merged(Part(WHOLE, title, front), parts, stamp), pages_in(front) + sum(pages.values())


def _front(files: Sequence[PlannedFile], pages: Mapping[str, int], reader: str, ground: Ground, look: Look) -> bytes:
    """Return the front. It is drawn again while its own length moves the pages that it names."""
    drawn, length = b"", 2
    for _ in range(_ROUNDS):
        drawn = draw("pdf", front_document(files, pages, length, reader, ground), look)
        if pages_in(drawn) == length:
            break
        length = pages_in(drawn)
    return drawn


def front_document(
    files: Sequence[PlannedFile], pages: Mapping[str, int], length: int, reader: str, ground: Ground
) -> Document:
    """Return the front of the whole; `pages` are those of each file by its path, `length` those of the front itself."""
    phrases = ground.phrases
    begins, at = {}, length + 1
    for file in files:
        begins[file.path] = at
        at += pages[file.path]
    blocks: list[Block] = [
        Callout(text(phrases["document.disclaimer"]), "note", phrases["index.opinion"]),
        Heading(text(phrases["packet.contents_head"]), 1, "whole/contents"),
        *_contents(files, pages, begins, ground),
        Heading(text(phrases["packet.control"]), 1, "whole/control"),
        _control(files, ground),
    ]
    return Document(
        id="whole-packet",
        title=phrases["index.internal" if reader == Audience.INTERNAL else "index.title"],
        kind="packet",
        audience=Audience(reader) if reader in set(Audience) else Audience.AUDITOR,
        company=ground.company,
        date=ground.date,
        blocks=tuple(blocks),
        cover=(*scope_facts(ground), *auditor_fact(ground)),
        status=ground.status,
        subtitle=phrases["packet.in_one"].format(documents=len(files), pages=at - 1),
        footer=footer(ground),
        beside=tuple((file.document.id, f"../{file.path}") for file in files),
    )


def _contents(
    files: Sequence[PlannedFile], pages: Mapping[str, int], begins: Mapping[str, int], ground: Ground
) -> list[Block]:
    """Return a table for each folder: the title, which leads to the document, its pages, and where it begins."""
    columns = (
        ground.column("document", 1.2),
        ground.column("document_title", 5.6),
        ground.column("pages", 0.8, Kind.NUMBER),
        ground.column("packet_page", 1.2, Kind.NUMBER),
    )
    blocks: list[Block] = []
    for folder in dict.fromkeys(file.path.partition("/")[0] for file in files):
        inside = [file for file in files if file.path.startswith(f"{folder}/")]
        blocks.append(Heading(text(ground.phrases[f"index.{folder}"]), 2, f"whole/{folder}"))
        rows = tuple(
            row(
                file.path,
                file.document.id,
                (Run(file.document.title, target=file.document.id),),
                str(pages[file.path]),
                str(begins[file.path]),
            )
            for file in inside
        )
        blocks.append(Table(columns, rows, id=f"contents-{folder}"))
    return blocks


def _control(files: Sequence[PlannedFile], ground: Ground) -> Table:
    """Return what is known of each document: its version, its date, who owns it and who approved its text."""
    columns = (
        ground.column("document", 1.2),
        ground.column("document_title", 2.8),
        ground.column("version", 0.8),
        ground.column("date", 1.2),
        ground.column("owner", 1.9),
        ground.column("approval", 3.2),
    )
    rows = tuple(
        row(
            file.path,
            file.document.id,
            file.document.title,
            file.document.version or "\u2013",
            file.document.date,
            _fact(file.document, ground.phrases["cover.owner"]),
            _fact(file.document, ground.phrases["cover.approved"]),
        )
        for file in files
    )
    return Table(columns, rows, id="control")


def _fact(document: Document, label: str) -> Runs:
    """Return what the cover says under a label, or a dash where it says nothing."""
    found = (fact.runs for fact in document.cover if fact.label == label)
    return next(found, text("\u2013"))
