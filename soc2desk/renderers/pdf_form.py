"""Forms and signature lines of the PDF: labels, and space tall enough to write in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Kind, Run, text
from soc2desk.renderers import pdf_style, pdf_text
from soc2desk.renderers.pdf_lists import tick_box
from soc2desk.renderers.pdf_marks import Box, Piece, glued, opened
from soc2desk.renderers.pdf_rows import RowLook, strips
from soc2desk.renderers.pdf_style import CELL, CELL_PAD, HAIR
from soc2desk.renderers.pdf_tags import COLUMN_HEAD, ROW_HEAD, Element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from soc2desk.document.blocks import Form, FormField, SignOff
    from soc2desk.renderers.pdf_desk import Desk
    from soc2desk.renderers.pdf_marks import Line
    from soc2desk.renderers.pdf_style import TextStyle

_LABELS = 0.34  # the share of the labels in the width of a form
_ROW = 28.0
_HEIGHTS = {Kind.LONG_TEXT: 92.0, Kind.SIGNATURE: 40.0, Kind.TABLE: 140.0}
_LABEL = replace(CELL, size=9.4, bold=True)
_HELP = replace(CELL, size=8.2, colour=pdf_style.MUTED)
_MANY = 6  # choices; more are set in two columns
_SIGNED = 42.0
_SIGN_OFF = (("Role", 0.27), ("Name", 0.27), ("Signature", 0.28), ("Date", 0.18))


def form_pieces(form: Form, desk: Desk) -> list[Piece]:
    """Return the pieces of a form: a label with its help on the left, the space or what is known on the right."""
    element = Element("Table", desk.root)
    found = [_top(desk)]
    last = len(form.fields) - 1
    for at, entry in enumerate(form.fields):
        row = opened(_field(entry, desk, Element("TR", element)), (entry.id,))
        found += glued(row) if at < last and at in {0, last - 1} else row
    return [*found, Piece(6.0)] if form.fields else []


def sign_off_pieces(sign_off: SignOff, desk: Desk) -> list[Piece]:
    """Return the pieces of signature lines: each role with empty name, signature and date."""
    element = Element("Table", desk.root)
    edges = _edges(desk)
    words = [title for title, _ in _SIGN_OFF]
    style, body = replace(desk.type(_HELP), bold=True), desk.type(CELL)
    row = Element("TR", element)
    head = _cells(words, style, edges, [Element("TH", row, COLUMN_HEAD) for _ in words], desk)
    found = [
        _top(desk),
        *glued(strips(head, RowLook(style.leading, 3.0, (_area(desk, desk.measure),), (_foot(desk),)))),
    ]
    for role in sign_off.roles:
        row = Element("TR", element)
        elements = [Element("TH", row, ROW_HEAD), *(Element("TD", row) for _ in words[1:])]
        cells = _cells([role], body, edges, elements, desk)
        look = RowLook(body.leading, 6.0, tuple(_upright(edge) for edge, _ in edges[1:]), (_foot(desk),), _SIGNED)
        found += strips(cells, look)
    return [*found, Piece(6.0)] if sign_off.roles else []


def _field(entry: FormField, desk: Desk, row: Element) -> list[Piece]:
    split = desk.measure * _LABELS
    label = _label(entry, desk, Element("TH", row, ROW_HEAD))
    left, width = desk.left + split + CELL_PAD + 2, desk.measure - split - 2 * CELL_PAD - 2
    cell = Element("TD", row)
    body = desk.type(CELL)
    inked = pdf_text.inks(entry.value, body, cell, desk.setting)
    values = pdf_text.lines(inked, body, left, width)
    choices, boxes = _choice_lines(() if entry.value else _choices(entry), (left, width), cell, desk)
    boxes = {at + len(values): edges for at, edges in boxes.items()}
    values += choices
    behind = (_area(desk, split), _upright(desk.left), _upright(desk.left + split))
    edge = _upright(desk.left + desk.measure - HAIR)
    least = _ROW if values else _HEIGHTS.get(entry.kind, _ROW)
    look = RowLook(body.leading, 6.0, (*behind, edge), (_foot(desk),), least, (_top(desk),))
    found = strips([label, values], look)
    return _ticked(found, boxes)


def _label(entry: FormField, desk: Desk, element: Element) -> list[Line]:
    split = desk.measure * _LABELS - 2 * CELL_PAD
    hints = [entry.help] if entry.help else []
    hints += ["year-month-day"] if entry.kind is Kind.DATE and not entry.value else []
    optional = () if entry.required else (Run(" (optional)"),)
    named, small = desk.type(_LABEL), desk.type(_HELP)
    inked = pdf_text.inks(text(entry.label, bold=True), named, element, desk.setting)
    inked += pdf_text.inks(optional, small, element, desk.setting)
    inked += pdf_text.inks(text(" ") if hints else (), small, element, desk.setting)
    found = pdf_text.lines(inked, named, desk.left + CELL_PAD, split)
    for words in hints:
        inked = pdf_text.inks(text(f"{words} "), small, element, desk.setting)
        found += pdf_text.lines(inked, small, desk.left + CELL_PAD, split)
    return found


def _choices(entry: FormField) -> Sequence[str]:
    """Return what a person chooses from with a tick."""
    return entry.choices or (("Yes", "No") if entry.kind is Kind.BOOLEAN else ())


def _choice_lines(
    choices: Sequence[str], space: tuple[float, float], cell: Element, desk: Desk
) -> tuple[list[Line], dict[int, list[float]]]:
    """Return lines with choices, and where a box stands on each: many short ones in two columns, else one a line."""
    left, width = space
    half, body = width / 2, desk.type(CELL)
    inked = [pdf_text.inks(text(f"{words} "), body, cell, desk.setting) for words in choices]
    if len(choices) > _MANY:
        edges = [left + half * (at % 2) for at in range(len(choices))]
        short = [pdf_text.lines(inks, body, x + 16, half - 20) for inks, x in zip(inked, edges, strict=True)]
        if all(len(lines) == 1 for lines in short):
            rows = range(0, len(short), 2)
            joined: list[Line] = [tuple(part for lines in short[at : at + 2] for part in lines[0]) for at in rows]
            return joined, {row: edges[at : at + 2] for row, at in enumerate(rows)}
    found: list[Line] = []
    boxes = {}
    for inks in inked:
        boxes[len(found)] = [left]
        found += pdf_text.lines(inks, body, left + 16, width - 16)
    return found, boxes


def _ticked(found: list[Piece], boxes: dict[int, list[float]]) -> list[Piece]:
    """Put a box before each choice; the first strip of a row is the space above its lines."""
    ticks = {at + 1: tuple(tick_box(x, CELL.leading) for x in edges) for at, edges in boxes.items()}
    return [replace(piece, boxes=(*piece.boxes, *ticks.get(at, ()))) for at, piece in enumerate(found)]


def _cells(
    words: Sequence[str], style: TextStyle, edges: list[tuple[float, float]], elements: list[Element], desk: Desk
) -> list[list[Line]]:
    found = []
    for name, (left, width), element in zip(words, edges, elements, strict=False):
        inked = pdf_text.inks(text(name), style, element, desk.setting)
        found.append(pdf_text.lines(inked, style, left + CELL_PAD, width - 2 * CELL_PAD))
    return found


def _edges(desk: Desk) -> list[tuple[float, float]]:
    found, x = [], desk.left
    for _, share in _SIGN_OFF:
        found.append((x, share * desk.measure))
        x += share * desk.measure
    return found


def _top(desk: Desk) -> Piece:
    return Piece(HAIR, boxes=(Box(desk.left, 0.0, desk.measure, HAIR, pdf_style.LINE),), glue=True, gap=8.0)


def _foot(desk: Desk) -> Box:
    return Box(desk.left, 0.0, desk.measure, HAIR, pdf_style.LINE)


def _upright(x: float) -> Box:
    return Box(x, 0.0, HAIR, 0.0, pdf_style.LINE)


def _area(desk: Desk, width: float) -> Box:
    return Box(desk.left, 0.0, width, 0.0, desk.palette.area)
