"""A document as plain lines: what a reader would compare by eye, and a reviewer reads in a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import (
    Bullets,
    Callout,
    Checklist,
    Clause,
    Form,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    SignOff,
    Table,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.document.blocks import Block, Document


def as_text(document: Document) -> str:
    """Return a document with its cover, one line a block or row."""
    cover = [f"{fact.label}: {plain(fact.runs)}" for fact in document.cover]
    head = [f"{document.id}  {document.title}  ({document.kind}, {document.audience}, {document.status})", *cover, ""]
    return "\n".join([*head, *(line for block in document.blocks for line in _lines(block))]) + "\n"


def _lines(block: Block) -> Iterator[str]:  # noqa: C901 - one arm for each kind of block
    match block:
        case Heading():
            yield f"\n{block.number} {plain(block.runs)}  <{block.id}>".replace("\n ", "\n")
        case Clause():
            yield f"{block.number} {plain(block.runs)} [{' '.join(block.controls)}]  <{block.id}>"
        case Paragraph():
            yield plain(block.runs)
        case Callout():
            yield f"> {block.title}: {plain(block.runs)}"
        case Bullets() | Checklist():
            mark = "[ ]" if isinstance(block, Checklist) else "-"
            yield from (f"{'  ' * item.level}{mark} {plain(item.runs)}" for item in block.items)
        case Table():
            yield f"| {block.title} | {' | '.join(column.title for column in block.columns)}"
            yield from (f"| {' | '.join(plain(cell) for cell in row.cells)}" for row in block.rows)
            yield from ["| ..."] * bool(block.blank_rows)
        case Picture():
            yield f"[{block.title}] {block.said}"
            yield from (f"  * {point}" for point in block.points)
        case Form():
            yield from (f"{field.label}: ____ ({field.kind}; {field.help})" for field in block.fields)
        case SignOff():
            yield from (f"{role}: ____ ____ ____" for role in block.roles)
        case PageBreak():
            yield "----"
