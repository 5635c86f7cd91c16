"""The first page of a packet: what it is, what is in it, and what it is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Block, Callout, Document, Fact, Heading, Paragraph, Run, Table, text
from soc2desk.document.registers.ground import auditor_fact, row, scope_facts
from soc2desk.domain.own_controls import one_line
from soc2desk.packet.plan import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.document.blocks import Column, Row
    from soc2desk.document.registers.ground import Ground
    from soc2desk.packet.compose import Composition
    from soc2desk.packet.evidence_copies import Copy
    from soc2desk.packet.plan import Enclosure, PlannedFile

INDEX = "index.html"


def index_page(
    files: tuple[PlannedFile, ...],
    composition: Composition,
    ground: Ground,
    reader: str = "auditor",
    enclosures: tuple[Enclosure, ...] = (),
    copies: tuple[Copy, ...] = (),
) -> Document:
    """Return the index of these files as a document for a reader; each line links to the file beside it."""
    phrases = ground.phrases
    blocks: list[Block] = [
        Callout(text(phrases["document.disclaimer"]), "note", phrases["index.opinion"]),
        Paragraph(text(phrases["index.check"])),
    ]
    for folder in dict.fromkeys(file.path.split("/")[0] for file in files):
        inside = [file for file in files if file.path.startswith(folder + "/")]
        blocks.append(Heading(text(phrases[f"index.{folder}"]), 1, f"index/{folder}"))
        blocks.append(Table(_columns(ground), tuple(_rows(inside, ground)), id=folder))
    blocks += _enclosed(enclosures, ground)
    if copies:
        folder = FOLDERS["evidence"]
        blocks.append(Heading(text(phrases[f"index.{folder}"]), 1, f"index/{folder}"))
        blocks.append(Table(_columns(ground), tuple(_copied(copy, ground) for copy in copies), id=folder))
    return Document(
        id="index",
        title=phrases["index.internal" if reader == Audience.INTERNAL else "index.title"],
        kind="page",
        audience=Audience(reader) if reader in set(Audience) else Audience.AUDITOR,
        company=ground.company,
        date=ground.date,
        blocks=tuple(blocks),
        cover=_facts(files, len(files) + len(enclosures) + len(copies), composition, ground),
        status=ground.status,
        footer=phrases["document.disclaimer"],
    )


def led_by(index: Document, whole: str, ground: Ground) -> Document:
    """Return the index with a link to the PDF that joins all others, before all else."""
    link = Run(ground.phrases["packet.whole"], bold=True, target=f"./{whole}")
    return replace(index, blocks=(Paragraph((link,), "lead"), *index.blocks))


def _enclosed(enclosures: tuple[Enclosure, ...], ground: Ground) -> Iterator[Block]:
    for folder in dict.fromkeys(one.path.split("/")[0] for one in enclosures):
        inside = [one for one in enclosures if one.path.startswith(folder + "/")]
        yield Heading(text(ground.phrases[f"index.{folder}"]), 1, f"index/{folder}")
        yield Table(_columns(ground), tuple(_enclosed_row(one, ground) for one in inside), id=folder)


def _enclosed_row(one: Enclosure, ground: Ground) -> Row:
    link = Run(ground.phrases[f"format.{one.path.rpartition('.')[2]}"], target=f"./{one.path}")
    return row(one.path, one.title, (link,), ground.phrases[f"audience.{one.audience}"])


def _columns(ground: Ground) -> tuple[Column, ...]:
    return (ground.column("document", 5.0), ground.column("files", 3.0), ground.column("audience", 2.0))


def _rows(files: list[PlannedFile], ground: Ground) -> list[Row]:
    by_document: dict[str, list[PlannedFile]] = {}
    for file in files:
        by_document.setdefault(file.document.id, []).append(file)
    return [
        row(
            document,
            made[0].document.title,
            tuple(_links(made, ground)),
            ground.phrases[f"audience.{made[0].document.audience}"],
        )
        for document, made in by_document.items()
    ]


def _copied(copy: Copy, ground: Ground) -> Row:
    link = Run(copy.path.rpartition("/")[2], target=f"./{copy.path}")
    return row(copy.id, one_line(copy.title), (link,), ground.phrases["audience.auditor"])


def _links(made: list[PlannedFile], ground: Ground) -> list[Run]:
    runs: list[Run] = []
    for file in made:
        runs += [Run(", ")] if runs else []
        runs.append(Run(ground.phrases[f"format.{file.format}"], target=f"./{file.path}"))
    return runs


def _own_templates(files: tuple[PlannedFile, ...], ground: Ground) -> Iterator[Fact]:
    """Yield whose templates these are, where a firm laid its own over the shipped ones."""
    theirs = ground.engagement.catalogue.own_templates
    if theirs is not None:
        here = {file.document.id for file in files} & {*theirs.documents}
        said = ground.phrases["index.templates"].format(
            name=theirs.name, mark=theirs.short, documents=len(here), files=len(theirs.texts)
        )
        yield Fact(ground.phrases["cover.templates"], text(said))


def _facts(files: tuple[PlannedFile, ...], count: int, composition: Composition, ground: Ground) -> tuple[Fact, ...]:
    facts = [*scope_facts(ground), *auditor_fact(ground), Fact(ground.phrases["cover.files"], text(str(count)))]
    facts += _own_templates(files, ground)
    printed = {file.document.title for file in files}
    open_here = [
        p for p in composition.points if p.state != "planned" and (not p.documents or printed & set(p.documents))
    ]
    if open_here:
        facts.append(Fact(ground.phrases["cover.open"], text(str(len(open_here)))))
    if composition.unconfirmed:
        facts.append(Fact(ground.phrases["cover.unconfirmed"], text(str(len(composition.unconfirmed)))))
    return tuple(facts)
