"""Every run of text in a document, wherever it stands: for counting open phrases and finding marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import (
    Bullets,
    Callout,
    Checklist,
    Clause,
    Form,
    Heading,
    Paragraph,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.document.blocks import Block, Run, Runs


def runs_in(blocks: Iterable[Block]) -> Iterator[Run]:
    """Yield every run of the blocks, in reading order."""
    for block in blocks:
        for runs in _stretches(block):
            yield from runs


def _stretches(block: Block) -> Iterator[Runs]:
    match block:
        case Heading() | Paragraph() | Clause() | Callout():
            yield block.runs
        case Bullets() | Checklist():
            yield from (item.runs for item in block.items)
        case Table():
            yield from (cell for row in block.rows for cell in row.cells)
        case Form():
            yield from (field.value for field in block.fields)
