"""About how long a Word document gets, before it is laid out: whether a list of its contents helps anybody."""

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
    SignOff,
    Table,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.document.blocks import Block, Row

PAGE = 44
"""Lines of running text on a page, with the room between paragraphs."""
_LINE = 95
_NARROWEST = 8.0
_GAP, _HEADING, _FIELD, _SIGNER, _DRAWN = 0.5, 3, 2, 3, 18


def pages_about(blocks: Iterable[Block]) -> float:
    """Return about how many pages blocks take."""
    return sum(_lines(block) for block in blocks) / PAGE


def _lines(block: Block) -> float:
    match block:
        case Paragraph() | Clause() | Callout():
            return _text(plain(block.runs)) + _GAP
        case Bullets() | Checklist():
            return sum(_text(plain(item.runs)) + _GAP / 2 for item in block.items)
        case Table():
            shares = [column.width for column in block.columns]
            return _HEADING + sum(_row(row, shares) for row in block.rows) + _HEADING * block.blank_rows
    return _to_fill(block)


def _to_fill(block: Block) -> float:
    match block:
        case Heading():
            return _HEADING
        case Form():
            return _FIELD * len(block.fields)
        case SignOff():
            return _SIGNER * len(block.roles)
    return _DRAWN


def _row(row: Row, shares: list[float]) -> float:
    whole = sum(shares) or 1.0
    cells = zip(row.cells, shares, strict=False)
    return _GAP + max((_text(plain(cell), share / whole) for cell, share in cells), default=1)


def _text(words: str, share: float = 1.0) -> int:
    """Return the lines that words take in a part of the width."""
    return 1 + int(len(words) / max(_LINE * share, _NARROWEST))
