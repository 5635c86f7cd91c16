"""How a PDF begins: a cover page for what is read, a head above the first block for what is filled or looked up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Run, text
from soc2desk.renderers import page_marks, pdf_style, pdf_text
from soc2desk.renderers.covers import has_cover
from soc2desk.renderers.logo import HEAD, logo_of
from soc2desk.renderers.manners import Cover
from soc2desk.renderers.pdf_cover_parts import at_right, facts, prepared, said, state
from soc2desk.renderers.pdf_marks import Box, Figure, Piece, glued
from soc2desk.renderers.pdf_style import HAIR, MUTED, SMALL, TextStyle
from soc2desk.renderers.pdf_tags import Element

if TYPE_CHECKING:
    from soc2desk.document.blocks import Document, Look
    from soc2desk.renderers.pdf_desk import Desk
    from soc2desk.renderers.pdf_marks import Line

_COMPANY = TextStyle(13.0, 17.0, MUTED)
_TITLE = TextStyle(30.0, 35.0, bold=True)
_SERENE = TextStyle(28.0, 34.0)  # a centred title is set without weight
_SHORT_TITLE = TextStyle(19.0, 23.0, bold=True)
_SUBTITLE = TextStyle(14.0, 19.0, MUTED)
_SHORT_SUBTITLE = TextStyle(10.5, 14.0, MUTED)
_AIR = 110.0  # above the company's name on a cover page
_OVER = 22.0  # between the logo and that name
_CLOSE = 6.0  # between the logo in the margin and the text
_BLOCK = 300.0  # the least height of a block of colour, from the top of the page
_UNDER_BLOCK = 26.0
_STRIPE = 7.0
_PLATE = 9.0  # around a logo that stands on colour
_PAIR = (1.4, 3.2)  # a pair of lines: the width of the strong one, and how far away the thin one is
_SHORT_RULE = (64.0, 3.0)


def cover_pieces(document: Document, look: Look, desk: Desk) -> list[Piece]:
    """Return the cover page, or the head of a document that has none."""
    full = {Cover.BAR: _bar, Cover.BLOCK: _block, Cover.CENTRED: _centred}[desk.manner.cover]
    found = full(document, look, desk) if has_cover(document) else _short(document, look, desk)
    return [replace(found[0], anchors=(document.id,), entry=(document.title, 0)), *found[1:]]


def _bar(document: Document, look: Look, desk: Desk) -> list[Piece]:
    """Return a cover with a bar across the top and everything at the left margin."""
    bar = Box(0.0, -desk.sheet.top, desk.sheet.width, 14.0, desk.palette.accent)
    logo = logo_of(document, look)
    figures = (Figure(desk.left, _AIR - _OVER, logo, Element("Figure", desk.root)),) if logo else ()
    found = [Piece(_AIR, boxes=(bar,), figures=figures)]
    found += said(text(document.company), _COMPANY, "P", desk)
    found += [Piece(8.0), *said(text(document.title), _TITLE, "H1", desk), Piece(6.0)]
    found += said(text(document.subtitle), _SUBTITLE, "P", desk)
    rule = Box(desk.left, 0.0, *_SHORT_RULE, desk.palette.second)
    found += [Piece(16.0), Piece(3.0, boxes=(rule,)), Piece(18.0), *state(document, desk), Piece(26.0)]
    found += [*facts(document.cover, desk), *prepared(document, look, desk)]
    return [*found, Piece(0.0, fresh=True)]


def _block(document: Document, look: Look, desk: Desk) -> list[Piece]:
    """Return a cover with the title in white on a block of colour that reaches the edges of the paper."""
    white = pdf_style.WHITE
    logo = logo_of(document, look)
    figures = (Figure(desk.left, _AIR - _OVER, logo, Element("Figure", desk.root)),) if logo else ()
    words = said(text(document.company), replace(_COMPANY, colour=white), "P", desk)
    words += [Piece(10.0), *said(text(document.title), replace(_TITLE, colour=white), "H1", desk), Piece(6.0)]
    words += said(text(document.subtitle), replace(_SUBTITLE, colour=white), "P", desk)
    filled = desk.sheet.top + _AIR + sum(piece.height for piece in words) + _UNDER_BLOCK
    tall = max(_BLOCK, filled)
    boxes = [Box(0.0, -desk.sheet.top, desk.sheet.width, tall, desk.palette.words)]
    if desk.palette.second != desk.palette.accent:
        boxes.append(Box(0.0, tall - desk.sheet.top, desk.sheet.width, _STRIPE, desk.palette.second))
    if logo:
        low = _AIR - _OVER - logo.height - _PLATE
        boxes.append(Box(desk.left - _PLATE, low, logo.width + 2 * _PLATE, logo.height + 2 * _PLATE, white))
    found = [Piece(_AIR, boxes=tuple(boxes), figures=figures), *words, Piece(_UNDER_BLOCK + tall - filled)]
    found += [Piece(_STRIPE + 24.0), *state(document, desk), Piece(26.0)]
    found += [*facts(document.cover, desk), *prepared(document, look, desk)]
    return [*found, Piece(0.0, fresh=True)]


def _centred(document: Document, look: Look, desk: Desk) -> list[Piece]:
    """Return a cover with everything in the middle, between two pairs of lines."""
    logo = logo_of(document, look)
    x = desk.left + (desk.measure - logo.width) / 2 if logo else 0.0
    figures = (Figure(x, _AIR - _OVER, logo, Element("Figure", desk.root)),) if logo else ()
    found = [Piece(_AIR, boxes=_pairs(desk), figures=figures)]
    found += said(text(document.company), replace(_COMPANY, colour=pdf_style.INK), "P", desk, centred=True)
    found += [Piece(20.0), *said(text(document.title), _SERENE, "H1", desk, centred=True), Piece(8.0)]
    found += said(text(document.subtitle), replace(_SUBTITLE, italic=True), "P", desk, centred=True)
    rule = Box(desk.left + (desk.measure - _SHORT_RULE[0]) / 2, 0.0, _SHORT_RULE[0], 1.0, desk.palette.second)
    found += [Piece(20.0), Piece(1.0, boxes=(rule,)), Piece(22.0), *state(document, desk, centred=True), Piece(34.0)]
    found += [*facts(document.cover, desk), *prepared(document, look, desk, centred=True)]
    return [*found, Piece(0.0, fresh=True)]


def _pairs(desk: Desk) -> tuple[Box, ...]:
    """Return the lines near the top and the bottom of a page: a strong one outside, a thin one inside."""
    strong, apart = _PAIR
    top, foot = -8.0, desk.sheet.room + 4.0
    lines = ((top, strong), (top + apart, HAIR), (foot, strong), (foot - apart + strong - HAIR, HAIR))
    return tuple(Box(desk.left, at, desk.measure, thick, desk.palette.words) for at, thick in lines)


def _short(document: Document, look: Look, desk: Desk) -> list[Piece]:
    centred = desk.manner.cover is Cover.CENTRED
    title = replace(_SHORT_TITLE, bold=not centred)
    found = [Piece(0.0, boxes=_over_head(desk), figures=_in_margin(document, look, desk))]
    found += said(text(document.company), replace(SMALL, colour=MUTED), "P", desk)
    found += said(text(document.title), title, "H1", desk)
    found += said(text(document.subtitle), replace(_SHORT_SUBTITLE, italic=centred), "P", desk)
    found += [Piece(4.0), *state(document, desk), Piece(4.0)]
    by = (Run("Prepared by ", bold=True), Run(look.prepared_by)) if look.prepared_by else ()
    stated = [(Run(f"{fact.label}: ", bold=True), *fact.runs) for fact in document.cover] + ([by] if by else [])
    joined = tuple(run for at, runs in enumerate(stated) for run in ((Run("   \u00b7   "),) if at else ()) + runs)
    return [*found, *said(joined, replace(SMALL, colour=pdf_style.INK), "P", desk), Piece(8.0)]


def _over_head(desk: Desk) -> tuple[Box, ...]:
    """Return what stands at the top of the first page of a document without a cover."""
    top = -desk.sheet.top
    match desk.manner.cover:
        case Cover.BAR:
            return (Box(0.0, top, desk.sheet.width, 8.0, desk.palette.accent),)
        case Cover.BLOCK:
            narrow = Box(desk.left, top, 64.0, 8.0, desk.palette.second)
            return Box(0.0, top, desk.sheet.width, 8.0, desk.palette.words), narrow
        case Cover.CENTRED:
            strong, apart = _PAIR
            lines = ((-12.0, strong), (-12.0 + apart, HAIR))
            return tuple(Box(desk.left, at, desk.measure, thick, desk.palette.words) for at, thick in lines)


def _in_margin(document: Document, look: Look, desk: Desk) -> tuple[Figure, ...]:
    """Return the logo above the text at the right, where no title can run into it."""
    logo = logo_of(document, look, HEAD)
    if logo is None:
        return ()
    drop = -_CLOSE - (10.0 if desk.manner.cover is Cover.CENTRED else 0.0)
    return (Figure(desk.left + desk.measure - logo.width, drop, logo, Element("Figure", desk.root)),)


def running_head(document: Document, desk: Desk) -> list[Piece]:
    """Return the line above the text of a page: the title, and on the right the company and the status."""
    style = desk.type(pdf_style.RUNNING)
    right = " \u00b7 ".join(part for part in (document.company, document.status) if part)
    half = desk.measure / 2 - 6.0
    beside = pdf_text.one_line(right, style, desk.left, half)
    words = (*pdf_text.one_line(document.title, style, desk.left, half), *at_right(beside, desk))
    rule = Box(desk.left, style.leading + 4.0, desk.measure, HAIR, pdf_style.LINE)
    return glued([Piece(style.leading + 4.0, words, (rule,))])


def page_mark(document: Document, desk: Desk) -> Piece | None:
    """Return the words at the very top of every page that say draft or confidential; None for none.

    They belong to no element, so who listens does not hear them on each page, and stand where no text is.
    """
    found: list[tuple[Line, str]] = []
    for words, colour in (
        (page_marks.draft_mark(document, desk.look), pdf_style.AMBER),
        (page_marks.confidential_mark(document, desk.look), pdf_style.INK),
    ):
        style = replace(desk.type(pdf_style.RUNNING), bold=True, colour=colour)
        line = pdf_text.one_line(words, style, 0.0, desk.measure * 0.7)
        if line:
            found.append((line, colour))
    if not found:
        return None
    return _framed(found, desk)


def _framed(marks: list[tuple[Line, str]], desk: Desk) -> Piece:
    """Return marks beside each other in the middle of the page, each on white in a frame."""
    pad, between, high = 7.0, 8.0, 14.0
    wide = [sum(words.width for words in line) + 2 * pad for line, _ in marks]
    x = desk.sheet.width / 2 - (sum(wide) + between * (len(marks) - 1)) / 2
    words: Line = ()
    boxes: tuple[Box, ...] = ()
    for (line, colour), width in zip(marks, wide, strict=True):
        area = Box(x, 0.0, width, high, pdf_style.WHITE)
        boxes += (area, replace(area, colour=colour, stroke=True))
        words += tuple(replace(one, drop=one.drop + 1.6) for one in pdf_text.moved(line, x + pad))
        x += width + between
    return Piece(high, words, boxes)
