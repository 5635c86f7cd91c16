"""The parts of a written document: its blocks with the section and clause they belong to, and what is inserted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from soc2desk.document.blocks import Block, Clause

Insert = Callable[[str], tuple[Block, ...]]
"""Gives the computed blocks that a name stands for. Raises ContentProblem for a name it does not know."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block with the section and clause it belongs to, by full id; empty outside any."""

    block: Block
    section: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Inserted:
    """The name of computed blocks, and the section in which they stand."""

    name: str
    section: str


def with_inserts(piece: Part | Inserted, insert: Insert) -> Iterator[Part]:
    """Yield a part as it is, and the blocks that stand for a name as parts of their section."""
    if isinstance(piece, Part):
        yield piece
        return
    for block in insert(piece.name):
        yield Part(block, piece.section, block.id if isinstance(block, Clause) else "")


def nothing(_name: str) -> tuple[Block, ...]:
    """Return no blocks for any name: for readers that only ask whether a text can be read."""
    return ()
