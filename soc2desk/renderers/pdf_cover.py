"""How a PDF begins: a cover page for what is read, a head above the first block for what is filled or looked up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Run, plain, text
from soc2desk.renderers import pdf_style, pdf_text
from soc2desk.renderers.covers import has_cover
from soc2desk.renderers.logo import HEAD, logo_of
from soc2desk.renderers.pdf_marks import Box, Figure, Piece, glued, stacked
from soc2desk.renderers.pdf_rows import RowLook, strips
from soc2desk.renderers.pdf_style import BODY, CELL_PAD, HAIR, MUTED, SMALL, TextStyle
from soc2desk.renderers.pdf_tags import ROW_HEAD, Element

if TYPE_CHECKING:
    from soc2desk.document.blocks import Document, Fact, Look, Runs
    from soc2desk.renderers.pdf_desk import Desk
    from soc2desk.renderers.pdf_marks import Line

_COMPANY = TextStyle(13.0, 17.0, MUTED)
_TITLE = TextStyle(30.0, 35.0, bold=True)
_SHORT_TITLE = TextStyle(19.0, 23.0, bold=True)
_SUBTITLE = TextStyle(14.0, 19.0, MUTED)
_SHORT_SUBTITLE = TextStyle(10.5, 14.0, MUTED)
_STATE = TextStyle(10.5, 15.0, bold=True)
_FACT = TextStyle(10.2, 14.0)
_LABELS = 0.27
_AIR = 110.0  # above the company's name on a cover page
_OVER = 22.0  # between the logo and that name
_CLOSE = 6.0  # between the logo in the margin and the text


def cover_pieces(document: Document, look: Look, desk: Desk) -> list[Piece]:
    """Return the cover page, or the head of a document that has none."""
    found = _full(document, look, desk) if has_cover(document) else _short(document, look, desk)
    return [replace(found[0], anchors=(document.id,), entry=(document.title, 0)), *found[1:]]


def _full(document: Document, look: Look, desk: Desk) -> list[Piece]:
    bar = Box(0.0, -desk.sheet.top, desk.sheet.width, 14.0, desk.palette.accent)
    logo = logo_of(document, look)
    figures = (Figure(desk.left, _AIR - _OVER, logo, Element("Figure", desk.root)),) if logo else ()
    found = [Piece(_AIR, boxes=(bar,), figures=figures)]
    found += _said(text(document.company), _COMPANY, "P", desk)
    found += [Piece(8.0), *_said(text(document.title), _TITLE, "H1", desk), Piece(6.0)]
    found += _said(text(document.subtitle), _SUBTITLE, "P", desk)
    rule = Box(desk.left, 0.0, 64.0, 3.0, desk.palette.accent)
    found += [Piece(16.0), Piece(3.0, boxes=(rule,)), Piece(18.0), *_state(document, desk), Piece(26.0)]
    found += _facts(document.cover, desk)
    if look.prepared_by:
        found += [Piece(18.0), *_said(text(f"Prepared by {look.prepared_by}"), SMALL, "P", desk)]
    return [*found, Piece(0.0, fresh=True)]


def _short(document: Document, look: Look, desk: Desk) -> list[Piece]:
    bar = Box(0.0, -desk.sheet.top, desk.sheet.width, 8.0, desk.palette.accent)
    found = [Piece(0.0, boxes=(bar,), figures=_in_margin(document, look, desk))]
    found += _said(text(document.company), replace(SMALL, colour=MUTED), "P", desk)
    found += _said(text(document.title), _SHORT_TITLE, "H1", desk)
    found += _said(text(document.subtitle), _SHORT_SUBTITLE, "P", desk)
    found += [Piece(4.0), *_state(document, desk), Piece(4.0)]
    facts = list(document.cover)
    prepared = (Run("Prepared by ", bold=True), Run(look.prepared_by)) if look.prepared_by else ()
    stated = [(Run(f"{fact.label}: ", bold=True), *fact.runs) for fact in facts] + ([prepared] if prepared else [])
    joined = tuple(run for at, runs in enumerate(stated) for run in ((Run("   \u00b7   "),) if at else ()) + runs)
    return [*found, *_said(joined, replace(SMALL, colour=pdf_style.INK), "P", desk), Piece(8.0)]


def _in_margin(document: Document, look: Look, desk: Desk) -> tuple[Figure, ...]:
    """Return the logo above the text at the right, where no title can run into it."""
    logo = logo_of(document, look, HEAD)
    if logo is None:
        return ()
    return (Figure(desk.left + desk.measure - logo.width, -_CLOSE, logo, Element("Figure", desk.root)),)


def _said(runs: Runs, style: TextStyle, tag: str, desk: Desk) -> list[Piece]:
    if not runs:
        return []
    inked = pdf_text.inks(runs, style, Element(tag, desk.root), desk.setting)
    return stacked(pdf_text.lines(inked, style, desk.left, desk.measure), style.leading)


def _state(document: Document, desk: Desk) -> list[Piece]:
    """Return a line with the status in a frame, and beside it the version and date the facts do not state."""
    element = Element("P", desk.root)
    draft = document.status.casefold() == "draft"
    style = replace(_STATE, colour=pdf_style.AMBER if draft else pdf_style.GREEN)
    status = pdf_text.lines(
        pdf_text.inks(text(document.status), style, element, desk.setting), style, desk.left + 8.0, desk.measure
    )
    if not status:
        return []
    width = sum(words.width for words in status[0]) + 16.0
    stated = {plain(fact.runs) for fact in document.cover}
    version = f"Version {document.version}" if document.version and document.version not in stated else ""
    rest = " \u00b7 ".join(part for part in (version, document.date if document.date not in stated else "") if part)
    inked = pdf_text.inks(text(f" {rest}"), replace(BODY, colour=MUTED), element, desk.setting)
    beside = pdf_text.lines(inked, style, desk.left + width + 10.0, desk.measure - width - 10.0)
    area = Box(desk.left, -2.0, width, 19.0, pdf_style.PALE_AMBER if draft else desk.palette.area)
    edge = replace(area, colour=style.colour, stroke=True)
    return [Piece(2.0), Piece(19.0, (*status[0], *(beside[0] if beside else ())), (area, edge))]


def _facts(facts: tuple[Fact, ...], desk: Desk) -> list[Piece]:
    """Return the table of facts: labels at the margin, thin lines between."""
    if not facts:
        return []
    element = Element("Table", desk.root)
    split = desk.measure * _LABELS
    line = Box(desk.left, 0.0, desk.measure, HAIR, pdf_style.LINE)
    found = [Piece(HAIR, boxes=(line,))]
    for fact in facts:
        row = Element("TR", element)
        style = replace(_FACT, colour=MUTED)
        label = pdf_text.inks(text(fact.label), style, Element("TH", row, ROW_HEAD), desk.setting)
        value = pdf_text.inks(fact.runs, _FACT, Element("TD", row), desk.setting)
        cells = [
            pdf_text.lines(label, style, desk.left, split - CELL_PAD),
            pdf_text.lines(value, _FACT, desk.left + split, desk.measure - split),
        ]
        found += strips(cells, RowLook(_FACT.leading, 5.0, below=(line,)))
    return found


def running_head(document: Document, desk: Desk) -> list[Piece]:
    """Return the line above the text of a page: the title, and on the right the company and the status."""
    style = pdf_style.RUNNING
    right = " \u00b7 ".join(part for part in (document.company, document.status) if part)
    half = desk.measure / 2 - 6.0
    beside = pdf_text.one_line(right, style, desk.left, half)
    words = (*pdf_text.one_line(document.title, style, desk.left, half), *at_right(beside, desk))
    rule = Box(desk.left, style.leading + 4.0, desk.measure, HAIR, pdf_style.LINE)
    return glued([Piece(style.leading + 4.0, words, (rule,))])


def at_right(line: Line, desk: Desk) -> Line:
    """Return a line that ends at the right margin."""
    return pdf_text.moved(line, desk.measure - sum(words.width for words in line))
