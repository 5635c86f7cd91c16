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

    from soc2desk.document.blocks import Block, Run


def runs_in(blocks: Iterable[Block]) -> Iterator[Run]:
    """Yield every run of the blocks, in reading order."""
    for block in blocks:
        match block:
            case Heading() | Paragraph() | Clause() | Callout():
                yield from block.runs
            case Bullets() | Checklist():
                for item in block.items:
                    yield from item.runs
            case Table():
                for row in block.rows:
                    for cell in row.cells:
                        yield from cell
            case Form():
                for field in block.fields:
                    yield from field.value
