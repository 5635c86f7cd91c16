"""A table with nothing in it says so: a bare heading row looks like a page that failed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Block, Row, Table, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def say_when_empty(blocks: Iterable[Block], phrases: Mapping[str, str]) -> tuple[Block, ...]:
    """Return the blocks with a "none" row in each table that has neither rows nor room to write."""
    return tuple(_said(block, phrases) if isinstance(block, Table) else block for block in blocks)


def _said(table: Table, phrases: Mapping[str, str]) -> Table:
    if table.rows or table.blank_rows:
        return table
    blank = ((),) * (len(table.columns) - 1)
    return replace(table, rows=(Row((text(phrases["table.none"]), *blank)),))
