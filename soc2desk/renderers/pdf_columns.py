"""How wide the columns of a table are: ids and dates stay whole, and none keeps room that another one needs."""

from __future__ import annotations

import re
from dataclasses import replace
from math import inf, isclose
from typing import TYPE_CHECKING

from soc2desk.document.blocks import plain
from soc2desk.renderers import pdf_text
from soc2desk.renderers.pdf_style import CELL, CELL_PAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.document.blocks import Column, Row, Table
    from soc2desk.renderers.pdf_desk import Desk
    from soc2desk.renderers.pdf_style import TextStyle

_SCALES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)  # of the type, tried until every column holds its longest word
_LEGIBLE = 0.82  # of the type: the least to which it shrinks only to give the widest column room
_ROOMY = 2 / 3  # of its plain share: what the widest column is to get
_LONGEST = 17  # letters; a longer word may be cut and asks for no width
_ONE_LINE = 48  # letters; what is longer takes all the width it is given
_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")  # a day alone in its cell stays on one line


def column_widths(table: Table, desk: Desk) -> tuple[list[float], float]:
    """Return the width of each column and the scale of the type; tables of the same columns get the same.

    It is the largest at which whole words fit and the column meant to be widest is not squeezed by the others.
    """
    is_to_write_in = table.to_fill or bool(table.blank_rows)
    key = (table.columns, is_to_write_in)
    if key not in desk.widths:
        columns = [
            (column, _cells(at, desk.rows_under.get(table.columns, table.rows)))
            for at, column in enumerate(table.columns)
        ]
        desk.widths[key] = _widths(columns, desk.measure, desk.type(CELL), is_to_write_in=is_to_write_in)
    return desk.widths[key]


def _cells(at: int, rows: tuple[Row, ...]) -> tuple[set[str], bool]:
    """Return the words of the cells of a column, each once, and whether some of them are bold."""
    cells = [row.cells[at] for row in rows if at < len(row.cells)]
    return {plain(cell) for cell in cells}, any(run.bold for cell in cells for run in cell)


def _widths(
    columns: list[tuple[Column, tuple[set[str], bool]]], measure: float, style: TextStyle, *, is_to_write_in: bool
) -> tuple[list[float], float]:
    shares = [column.width for column, _ in columns]
    words = [max(_words(column, cells, style), default=0.0) for column, cells in columns]
    # Empty cells that people write in need their width, whatever stands in the others.
    wants = [inf if is_to_write_in else max(_whole(column, cells, style)) for column, cells in columns]
    found: tuple[list[float], float] | None = None
    for scale in _SCALES:
        least = _padded(words, scale)
        if found and scale < _LEGIBLE:
            break
        if sum(least) <= measure:
            found = _shared(shares, least, _padded(wants, scale), measure), scale
            if _is_roomy(found[0], shares, measure):
                break
    if found:
        return found
    least = _padded(words, _SCALES[-1])
    return [wide * measure / sum(least) for wide in least], _SCALES[-1]


def _padded(words: list[float], scale: float) -> list[float]:
    return [wide * scale + 2 * CELL_PAD + 1.0 for wide in words]


def _is_roomy(widths: list[float], shares: list[float], measure: float) -> bool:
    """Return whether the column of the greatest share has most of that share."""
    widest = max(range(len(shares)), key=lambda at: shares[at])
    return widths[widest] >= _ROOMY * measure * shares[widest] / max(sum(shares), 0.01)


def _words(column: Column, cells: tuple[set[str], bool], style: TextStyle) -> Iterator[float]:
    """Yield the width of each word that is not to be cut; words seen twice are measured once."""
    bold = replace(style, bold=True)
    texts, heavy = cells
    found = {word for words in texts for word in words.split() if len(word) <= _LONGEST}
    found |= {words for words in texts if _DAY.fullmatch(words)}
    yield from (pdf_text.width_of(word, bold if heavy else style) for word in found)
    yield from (pdf_text.width_of(word[:_LONGEST], bold) for word in column.title.split())


def _whole(column: Column, cells: tuple[set[str], bool], style: TextStyle) -> Iterator[float]:
    """Yield the width at which each cell, and the head, stands on one line; without end for a long one."""
    bold = replace(style, bold=True)
    texts, heavy = cells
    yield pdf_text.width_of(column.title, bold)
    for words in (line for whole in texts for line in whole.splitlines()):
        yield pdf_text.width_of(words, bold if heavy else style) if len(words) <= _ONE_LINE else inf


def _shared(shares: list[float], least: list[float], most: list[float], measure: float) -> list[float]:
    """Share a width by weights, so that no column has less than its least, or more than its most while others lack."""
    weights = [max(share, 0.01) for share in shares]
    plainly = [weight * measure / sum(weights) for weight in weights]
    if all(width >= wanted for width, wanted in zip(plainly, most, strict=True)):
        return plainly
    most = [max(pair) for pair in zip(least, most, strict=True)]
    rest = measure - sum(most)
    if rest >= 0:
        return [width + rest * weight / sum(weights) for width, weight in zip(most, weights, strict=True)]
    return _bounded(weights, least, most, measure)


def _bounded(weights: list[float], least: list[float], most: list[float], measure: float) -> list[float]:
    """Share a width between bounds: what is out of them is set at its bound, and the others share what that leaves."""
    fixed: dict[int, float] = {}
    while len(fixed) < len(weights):
        free = [at for at in range(len(weights)) if at not in fixed]
        room, total = measure - sum(fixed.values()), sum(weights[at] for at in free)
        wide = {at: weights[at] * room / total for at in free}
        held = {at: min(max(width, least[at]), most[at]) for at, width in wide.items()}
        over = sum(held.values()) - room
        if isclose(over, 0.0, abs_tol=0.01):
            fixed |= held
        else:
            fixed |= {at: width for at, width in held.items() if (width - wide[at]) * over > 0}
    return [fixed[at] for at in range(len(weights))]
