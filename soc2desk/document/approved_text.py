"""What an approval is given to: the text, its values, control ids and reference targets; no numbers, dates or looks."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from soc2desk.document.blocks import (
    Block,
    Bullets,
    Callout,
    Chart,
    Checklist,
    Clause,
    Drawn,
    Form,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Runs,
    SignOff,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


def text_hash(blocks: Iterable[Block]) -> str:
    """Return the SHA-256 of a body. References must not be resolved yet: their printed numbers are not approved."""
    return hashlib.sha256("\n".join(line for block in blocks for line in _lines(block)).encode()).hexdigest()


def _lines(block: Block) -> tuple[str, ...]:
    """Say a block in lines that stay the same whatever fields later versions add."""
    match block:
        case Heading():
            return (f"heading {block.level} {block.id} {_said(block.runs)}",)
        case Clause():
            return (f"clause {block.id} {' '.join(block.controls)} {_said(block.runs)}",)
        case Paragraph():
            return (f"paragraph {_said(block.runs)}",)
        case Chart() | Picture():
            return _drawn(block)
        case Callout():
            return (f"callout {block.tone} {block.title} {_said(block.runs)}",)
        case _:
            return _several_lines(block)


def _drawn(block: Drawn) -> tuple[str, ...]:
    if isinstance(block, Picture):
        return (f"picture {block.title}", *(f"point {said}" for said in (block.said, *block.points)))
    return (f"chart {block.title}", *(f"row {row.label} {row.spans} {row.marks}" for row in block.rows))


def _several_lines(block: Bullets | Checklist | Table | Form | SignOff | PageBreak) -> tuple[str, ...]:
    match block:
        case Bullets():
            return tuple(f"item {block.ordered} {item.level} {_said(item.runs)}" for item in block.items)
        case Checklist():
            return tuple(f"box {item.level} {_said(item.runs)}" for item in block.items)
        case Table():
            head = f"table {block.title} {' | '.join(column.title for column in block.columns)}"
            return (head, *(f"row {' | '.join(map(_said, row.cells))}" for row in block.rows))
        case Form():
            return tuple(f"field {f.kind} {f.label} {f.help} {' '.join(f.choices)}" for f in block.fields)
        case SignOff():
            return (f"sign-off {' | '.join(block.roles)}",)
        case PageBreak():
            return ()


def _said(runs: Runs) -> str:
    return "".join(f"{run.text}<{run.target}>" if run.target else run.text for run in runs)
