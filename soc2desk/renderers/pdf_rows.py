"""Rows of cells as strips: each strip holds the same line of every cell, so a row may go on across a page break."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.renderers.pdf_marks import Box, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from soc2desk.renderers.pdf_marks import Line

_WHOLE = 15  # a row of no more lines than this is never cut
_ENDS = 2  # a cut row keeps at least so many lines on each side


@dataclass(frozen=True, slots=True)
class RowLook:
    """How a row is drawn: the leading of its lines, the space above and below them, and what stands behind.

    `behind` are boxes whose height is each strip's own; `below` are boxes at the foot of the row, measured upwards.
    `least` is the least height of the row, for rows people write in.
    """

    leading: float
    pad: float
    behind: tuple[Box, ...] = ()
    below: tuple[Box, ...] = ()
    least: float = 0.0
    head: tuple[Piece, ...] = ()


def strips(cells: Sequence[Sequence[Line]], look: RowLook) -> list[Piece]:
    """Return the pieces of a row: space above, a strip for each line, space below."""
    count = max((len(cell) for cell in cells), default=0)
    found = [_piece(look.pad, look, glue=True)]
    for at in range(count):
        words = tuple(part for cell in cells if at < len(cell) for part in cell[at])
        found.append(_piece(look.leading, look, words, glue=_holds(at, count)))
    foot = max(look.pad, look.least - look.pad - count * look.leading)
    found.append(_piece(foot, look, below=look.below))
    return found


def _holds(at: int, count: int) -> bool:
    return count <= _WHOLE or at < _ENDS - 1 or at >= count - _ENDS


def _piece(height: float, look: RowLook, words: Line = (), *, glue: bool = False, below: tuple[Box, ...] = ()) -> Piece:
    behind = tuple(Box(box.x, 0.0, box.width, height, box.colour) for box in look.behind)
    foot = tuple(Box(box.x, height - box.height, box.width, box.height, box.colour) for box in below)
    return Piece(height, words, behind + foot, glue, head=look.head)
