"""The widths of the columns of a written table, by what will stand in them."""

from __future__ import annotations

from dataclasses import replace

from soc2desk.document.blocks import REFERENCE_WORD, Column, Row, Runs, plain

ROOM_TO_WRITE = 18
"""The share, in characters, of a column that a person fills by hand."""
REFERENCE_LENGTH = 30
"""About what a reference becomes, in characters: a title and a section."""


def weighted(columns: tuple[Column, ...], rows: tuple[Row, ...]) -> tuple[Column, ...]:
    """Give each column a share by its longest cell, within reason, so that short ids do not take half a page."""
    lengths = [
        max([len(column.title), *(_length(row.cells[i]) for row in rows if i < len(row.cells))])
        for i, column in enumerate(columns)
    ]
    empty = empty_columns(columns, rows)
    return tuple(
        replace(column, width=max(ROOM_TO_WRITE if blank else 12, min(length, 60)) / 10)
        for column, length, blank in zip(columns, lengths, empty, strict=True)
    )


def empty_columns(columns: tuple[Column, ...], rows: tuple[Row, ...]) -> list[bool]:
    """Return, for each column, whether nothing stands in any of its cells: such a column is filled in by hand."""
    return [all(not row.cells[i : i + 1] or not plain(row.cells[i]) for row in rows) for i in range(len(columns))]


def _length(cell: Runs) -> int:
    """Return how long a cell will be in print: a reference is written out later."""
    return sum(REFERENCE_LENGTH if run.target and run.text == REFERENCE_WORD else len(run.text) for run in cell)
