"""Tables of the PDF: a head that comes back on every page, rows that may go on, rows to write in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Kind, text
from soc2desk.renderers import pdf_style, pdf_text
from soc2desk.renderers.manners import Rules
from soc2desk.renderers.pdf_columns import column_widths
from soc2desk.renderers.pdf_marks import Box, Piece, glued, opened, stacked
from soc2desk.renderers.pdf_rows import RowLook, strips
from soc2desk.renderers.pdf_style import CAPTION, CELL, CELL_PAD, HAIR, sized
from soc2desk.renderers.pdf_tags import COLUMN_HEAD, Element

if TYPE_CHECKING:
    from soc2desk.document.blocks import Row, Runs, Table
    from soc2desk.renderers.pdf_desk import Desk
    from soc2desk.renderers.pdf_marks import Ink, Line
    from soc2desk.renderers.pdf_style import TextStyle

_HEAD_LINES = 6  # a head of more lines is drawn once
_ROW_PAD = 4.0
_STRONG = 1.3  # the width of the lines above and below a table without areas
_BLANK_ROW = 24.0
_TOGETHER = 3  # rows that stay with the head, unless they are tall
_TALL = 110.0  # points; rows that are taller together may part
_TONES = {"good": (pdf_style.GREEN, 1.6), "warn": (pdf_style.AMBER, 2.6), "bad": (pdf_style.RED, 3.8)}


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the rows of one table share: the left edges and widths of the cells' words, the type, the rules.

    `amounts` tells which columns hold numbers, which end at the right, so that ones stand under ones.
    """

    edges: tuple[float, ...]
    widths: tuple[float, ...]
    style: TextStyle
    left: float
    measure: float
    grid: bool
    amounts: tuple[bool, ...]

    def cell(self, inked: list[tuple[Ink, str]], style: TextStyle, at: int) -> list[Line]:
        """Return the lines of a cell of the column `at`."""
        found = pdf_text.lines(inked, style, self.edges[at], self.widths[at])
        return pdf_text.ended(found, self.edges[at] + self.widths[at]) if self.amounts[at] else found

    @property
    def rule(self) -> Box:
        """Return the line at the foot of a row."""
        return Box(self.left, 0.0, self.measure, HAIR, pdf_style.LINE)

    @property
    def rules(self) -> tuple[Box, ...]:
        """Return the upright lines, for tables that people write in."""
        if not self.grid:
            return ()
        edges = (*(edge - CELL_PAD for edge in self.edges), self.left + self.measure - HAIR)
        return tuple(Box(edge, 0.0, HAIR, 0.0, pdf_style.LINE) for edge in edges)


def table_pieces(table: Table, desk: Desk) -> list[Piece]:
    """Return the pieces of a table: caption, head, rows, empty rows to write in."""
    if not table.columns:
        return []
    frame = _frame(table, desk)
    element = Element("Table", desk.root)
    caption = _caption(table, element, desk)
    head = _head(table, frame, desk, Element("TR", element))
    again = _head(table, frame, desk, None)
    repeated = tuple(again) if len(again) <= _HEAD_LINES + 2 else ()
    found = [*caption, *glued(head)]
    rows = [_row(row, frame, desk, Element("TR", element), (at, repeated)) for at, row in enumerate(table.rows)]
    rows += [_blank(frame, Element("TR", element), repeated) for _ in range(table.blank_rows)]
    held = _held(rows)
    for at, pieces in enumerate(rows):
        found += glued(pieces) if at in held else pieces
    if not table.rows and not table.blank_rows:
        found[-1] = replace(found[-1], glue=False)
    foot = _foot(frame, desk)
    if foot:
        found[-1] = replace(found[-1], glue=True)
    return opened([*found, *foot, Piece(6.0)], (table.id,))


def _foot(frame: _Frame, desk: Desk) -> list[Piece]:
    """Return the strong line under a table that has no areas; it goes on from the thin one of the last row."""
    if desk.manner.rules is not Rules.LINES:
        return []
    return [Piece(_STRONG, boxes=(Box(frame.left, 0.0, frame.measure, _STRONG, pdf_style.INK),))]


def _held(rows: list[list[Piece]]) -> set[int]:
    """Return the rows that stay with the next one: some at the head, and the last but one."""
    heights = [sum(piece.height for piece in pieces) for pieces in rows]
    first = {at for at in range(min(_TOGETHER, len(rows)) - 1) if sum(heights[: at + 2]) <= _TALL}
    return first | ({len(rows) - 2} if len(rows) > _TOGETHER and sum(heights[-2:]) <= _TALL else set())


def _caption(table: Table, element: Element, desk: Desk) -> list[Piece]:
    if not table.title:
        return [Piece(0.0, glue=True, gap=6.0)]
    style = desk.type(CAPTION)
    inked = pdf_text.inks(text(table.title), style, Element("Caption", element), desk.setting)
    lines = pdf_text.lines(inked, style, desk.left, desk.measure)
    return [*glued(stacked(lines, style.leading, gap=10.0)), Piece(3.0, glue=True)]


def _head(table: Table, frame: _Frame, desk: Desk, row: Element | None) -> list[Piece]:
    """Return the head; without a row element it is the repetition at the top of a page, which nobody hears twice."""
    solid = desk.manner.rules is Rules.SOLID
    style = replace(frame.style, bold=True, colour=pdf_style.WHITE if solid else desk.palette.words)
    cells = []
    for at, column in enumerate(table.columns):
        element = Element("TH", row, COLUMN_HEAD) if row else None
        inked = pdf_text.inks(text(column.title), style, element, desk.setting)
        cells.append(frame.cell(inked, style, at))
    behind, below = _head_boxes(frame, desk)
    found = glued(strips(cells, RowLook(style.leading, _ROW_PAD, (*behind, *frame.rules), below)))
    if desk.manner.rules is Rules.LINES:
        above = Box(frame.left, 0.0, frame.measure, _STRONG, pdf_style.INK)
        return [Piece(_STRONG, boxes=(above,), glue=True), *found]
    return found


def _head_boxes(frame: _Frame, desk: Desk) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """Return what stands behind a head, and the line below it."""
    if desk.manner.rules is Rules.LINES:
        return (), (Box(frame.left, 0.0, frame.measure, HAIR, pdf_style.INK),)
    if desk.manner.rules is Rules.SOLID:
        return (Box(frame.left, 0.0, frame.measure, 0.0, desk.palette.words),), ()
    area = Box(frame.left, 0.0, frame.measure, 0.0, desk.palette.area)
    return (area,), (Box(frame.left, 0.0, frame.measure, 1.0, desk.palette.accent),)


def _row(row: Row, frame: _Frame, desk: Desk, element: Element, place: tuple[int, tuple[Piece, ...]]) -> list[Piece]:
    cells: list[list[Line]] = []
    for at in range(len(frame.edges)):
        runs: Runs = row.cells[at] if at < len(row.cells) else ()
        inked = pdf_text.inks(runs, frame.style, Element("TD", element), desk.setting)
        cells.append(frame.cell(inked, frame.style, at))
    at, repeated = place
    behind = (
        *_stripe(frame, shaded=at % 2 == 1 and not frame.grid and desk.manner.rules is Rules.TINT),
        *frame.rules,
        *_tone(row.tone, frame),
    )
    least = _BLANK_ROW if frame.grid else 0.0
    pieces = strips(cells, RowLook(frame.style.leading, _ROW_PAD, behind, (frame.rule,), least, repeated))
    return opened(pieces, (row.id,))


def _blank(frame: _Frame, element: Element, repeated: tuple[Piece, ...]) -> list[Piece]:
    for _ in frame.edges:
        Element("TD", element)
    look = RowLook(frame.style.leading, _ROW_PAD, frame.rules, (frame.rule,), _BLANK_ROW, repeated)
    return strips([()], look)


def _stripe(frame: _Frame, *, shaded: bool) -> tuple[Box, ...]:
    return (Box(frame.left, 0.0, frame.measure, 0.0, pdf_style.FAINT),) if shaded else ()


def _tone(tone: str, frame: _Frame) -> tuple[Box, ...]:
    """Return the bar before a row that needs attention: the worse the wider, so it shows without colour too."""
    if tone not in _TONES:
        return ()
    colour, width = _TONES[tone]
    return (Box(frame.left - width, 0.0, width, 0.0, colour),)


def _frame(table: Table, desk: Desk) -> _Frame:
    style = desk.type(CELL)
    widths, scale = column_widths(table, desk)
    edges, x = [], desk.left
    for width in widths:
        edges.append(x + CELL_PAD)
        x += width
    inner = tuple(max(width - 2 * CELL_PAD, 8.0) for width in widths)
    grid = table.to_fill or bool(table.blank_rows)
    amounts = tuple(column.kind is Kind.NUMBER for column in table.columns)
    return _Frame(tuple(edges), inner, sized(style, scale), desk.left, desk.measure, grid, amounts)
