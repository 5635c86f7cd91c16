"""What every cover of a PDF is made of: its words, the line of its state, its table of facts, who prepared it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import plain, text
from soc2desk.renderers import pdf_style, pdf_text
from soc2desk.renderers.logo import firm_logo_of
from soc2desk.renderers.pdf_marks import Box, Figure, Piece, stacked
from soc2desk.renderers.pdf_rows import RowLook, strips
from soc2desk.renderers.pdf_style import BODY, CELL_PAD, HAIR, MUTED, SMALL, TextStyle
from soc2desk.renderers.pdf_tags import ROW_HEAD, Element

if TYPE_CHECKING:
    from soc2desk.document.blocks import Document, Fact, Look, Runs
    from soc2desk.renderers.pdf_desk import Desk
    from soc2desk.renderers.pdf_marks import Line

_STATE = TextStyle(10.5, 15.0, bold=True)
_FACT = TextStyle(10.2, 14.0)
_LABELS = 0.27
_UNDER = 8.0  # between the words of who prepared it and the logo


def said(runs: Runs, style: TextStyle, tag: str, desk: Desk, *, centred: bool = False) -> list[Piece]:
    """Return words as pieces, at the left margin or in the middle; none for no words."""
    if not runs:
        return []
    typed = desk.type(style)
    lines = pdf_text.lines(
        pdf_text.inks(runs, typed, Element(tag, desk.root), desk.setting), typed, desk.left, desk.measure
    )
    return stacked([in_middle(line, desk) for line in lines] if centred else lines, typed.leading)


def in_middle(line: Line, desk: Desk) -> Line:
    """Return a line that stands in the middle between the margins."""
    start = min((words.x for words in line), default=desk.left)
    return pdf_text.moved(line, desk.left + (desk.measure - _wide(line)) / 2 - start)


def at_right(line: Line, desk: Desk) -> Line:
    """Return a line that ends at the right margin."""
    return pdf_text.moved(line, desk.measure - sum(words.width for words in line))


def _wide(line: Line) -> float:
    """Return the width of a line without the space it may end with."""
    if not line:
        return 0.0
    last = line[-1]
    spaces = len(last.drawn) - len(last.drawn.rstrip(" "))
    return sum(words.width for words in line) - spaces * last.face.widths.get(" ", 0.0) * last.ink.size


def state(document: Document, desk: Desk, *, centred: bool = False) -> list[Piece]:
    """Return a line with the status in a frame, and beside it the version and date the facts do not state."""
    element = Element("P", desk.root)
    draft = document.status.casefold() == "draft"
    style = replace(desk.type(_STATE), colour=pdf_style.AMBER if draft else pdf_style.GREEN)
    inked = pdf_text.inks(text(document.status), style, element, desk.setting)
    status = pdf_text.lines(inked, style, desk.left + 8.0, desk.measure)
    if not status:
        return []
    width = sum(words.width for words in status[0]) + 16.0
    inked = pdf_text.inks(text(f" {_unsaid(document)}"), replace(desk.type(BODY), colour=MUTED), element, desk.setting)
    beside = pdf_text.lines(inked, style, desk.left + width + 10.0, desk.measure - width - 10.0)
    area = Box(desk.left, -2.0, width, 19.0, pdf_style.PALE_AMBER if draft else desk.palette.area)
    edge = replace(area, colour=style.colour, stroke=True)
    words = (*status[0], *(beside[0] if beside else ()))
    if centred:
        whole = words[-1].x + words[-1].width + (0.0 if beside else 8.0) - desk.left
        by = (desk.measure - whole) / 2
        words, area, edge = pdf_text.moved(words, by), replace(area, x=area.x + by), replace(edge, x=edge.x + by)
    return [Piece(2.0), Piece(19.0, words, (area, edge))]


def _unsaid(document: Document) -> str:
    stated = {plain(fact.runs) for fact in document.cover}
    version = f"Version {document.version}" if document.version and document.version not in stated else ""
    return " \u00b7 ".join(part for part in (version, document.date if document.date not in stated else "") if part)


def facts(found: tuple[Fact, ...], desk: Desk) -> list[Piece]:
    """Return the table of facts: labels at the margin, thin lines between."""
    if not found:
        return []
    element = Element("Table", desk.root)
    split = desk.measure * _LABELS
    line = Box(desk.left, 0.0, desk.measure, HAIR, pdf_style.LINE)
    pieces = [Piece(HAIR, boxes=(line,))]
    usual = desk.type(_FACT)
    for fact in found:
        row = Element("TR", element)
        muted = replace(usual, colour=MUTED)
        label = pdf_text.inks(text(fact.label), muted, Element("TH", row, ROW_HEAD), desk.setting)
        value = pdf_text.inks(fact.runs, usual, Element("TD", row), desk.setting)
        cells = [
            pdf_text.lines(label, muted, desk.left, split - CELL_PAD),
            pdf_text.lines(value, usual, desk.left + split, desk.measure - split),
        ]
        pieces += strips(cells, RowLook(usual.leading, 5.0, below=(line,)))
    return pieces


def prepared(document: Document, look: Look, desk: Desk, *, centred: bool = False) -> list[Piece]:
    """Return who prepared a document, and under it the logo of that firm; nothing where nobody is named."""
    found = [Piece(18.0)] if look.prepared_by or look.firm_logo else []
    if look.prepared_by:
        found += said(text(f"Prepared by {look.prepared_by}"), SMALL, "P", desk, centred=centred)
    logo = firm_logo_of(document, look)
    if logo:
        x = desk.left + ((desk.measure - logo.width) / 2 if centred else 0.0)
        figure = Figure(x, logo.height, logo, Element("Figure", desk.root))
        found += [Piece(_UNDER), Piece(logo.height, figures=(figure,))]
    return found
