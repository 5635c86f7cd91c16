"""Boards for a wall: one message a page, in letters that are read from the last row. A3 is A4 made larger."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Heading, Paragraph, plain
from soc2desk.renderers import pdf_desk, pdf_file, pdf_pages, pdf_text
from soc2desk.renderers.letters import as_sent, look_of
from soc2desk.renderers.pdf_cover_parts import at_right
from soc2desk.renderers.pdf_marks import Box, Page, Piece, glued, stacked
from soc2desk.renderers.pdf_style import MUTED, Sheet, TextStyle
from soc2desk.renderers.pdf_tags import Element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.document.blocks import Block, Document, Look
    from soc2desk.renderers.pdf_desk import Desk

A4 = Sheet(842.0, 595.0, 64.0, 64.0, 60.0, 60.0)
LARGER = 1.4142
_MESSAGE = TextStyle(58.0, 68.0, bold=True)
_BELOW = TextStyle(26.0, 36.0)
_FOOT = TextStyle(11.0, 14.0, MUTED)
_GAP, _BAR = 26.0, 16.0


def render(document: Document, look: Look, larger: float = 1.0) -> bytes:
    """Return a PDF with a page for each heading and what stands below it; `larger` is 1 for A4, LARGER for A3."""
    look = look_of(document, look)
    document = as_sent(document)
    sheet = _grown(A4, larger)
    desk = replace(pdf_desk.laid(document, look), sheet=sheet)
    boards = _boards(document.blocks)
    pages = [_page(board, desk, larger) for board in boards]
    for at, page in enumerate(pages, 1):
        pdf_pages.put(page, _foot(document.title, f"{at} / {len(pages)}", desk, larger), sheet.bottom * 0.7, {})
    return pdf_file.file_bytes(pages, desk.root, sheet, document, look)


def _grown(sheet: Sheet, by: float) -> Sheet:
    sides = (sheet.width, sheet.height, sheet.left, sheet.right, sheet.top, sheet.bottom)
    return Sheet(*(side * by for side in sides))


def _boards(blocks: Iterable[Block]) -> list[tuple[Heading, list[Paragraph]]]:
    found: list[tuple[Heading, list[Paragraph]]] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append((block, []))
        elif isinstance(block, Paragraph) and found:
            found[-1][1].append(block)
    return found


def _page(board: tuple[Heading, list[Paragraph]], desk: Desk, by: float) -> Page:
    """Return a page with its message a little above the middle, where eyes go first."""
    heading, below = board
    found = _lines(heading, _MESSAGE, Element("H1", desk.root), desk, by)
    found[0] = replace(found[0], entry=(plain(heading.runs), 1), anchors=(heading.id,) if heading.id else ())
    for paragraph in below:
        found.append(Piece(_GAP * by))
        found += _lines(paragraph, _BELOW, Element("P", desk.root), desk, by)
    page, sheet = Page(), desk.sheet
    page.boxes.append(Box(0.0, 0.0, _BAR * by, sheet.height, desk.palette.accent))
    top = sheet.height - sheet.top - max(0.0, sheet.room - sum(piece.height for piece in found)) * 0.42
    for piece in found:
        pdf_pages.put(page, piece, top, {})
        top -= piece.height
    return page


def _lines(block: Heading | Paragraph, style: TextStyle, element: Element, desk: Desk, by: float) -> list[Piece]:
    set_ = desk.type(replace(style, size=style.size * by, leading=style.leading * by))
    inked = pdf_text.inks(block.runs, set_, element, desk.setting)
    return glued(stacked(pdf_text.lines(inked, set_, desk.left, desk.measure), set_.leading))


def _foot(title: str, number: str, desk: Desk, by: float) -> Piece:
    style = desk.type(replace(_FOOT, size=_FOOT.size * by, leading=_FOOT.leading * by))
    left = pdf_text.one_line(title, style, desk.left, desk.measure * 0.8)
    right = pdf_text.one_line(number, style, desk.left, desk.measure)
    return Piece(style.leading, (*left, *at_right(right, desk)))
