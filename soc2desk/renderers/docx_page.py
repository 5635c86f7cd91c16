"""The page of a Word document: its size, and what stands at the head and the foot of every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.shared import Twips

from soc2desk.renderers.docx_front import has_cover_page
from soc2desk.renderers.docx_text import shortened, span, starts_right_to_left
from soc2desk.renderers.docx_words import FINAL, OF, PAGE
from soc2desk.renderers.page_marks import confidential_mark, draft_mark

if TYPE_CHECKING:
    from docx.section import Section

    from soc2desk.document.blocks import Document, Look

LANDSCAPE_SIDE = 900
LONGEST_TITLE = 90
LONGEST_COMPANY = 45
LONGEST_FOOTER = 300
_DRAFT, _OTHER = "7A4B00", "1B1F24"


def set_page(section: Section, document: Document, look: Look, width: int) -> None:
    """Turn the page as the document wants it and fill its header and footers; a cover page has no header.

    `width` is the width of the text in twentieths of a point.
    """
    if document.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        section.left_margin = section.right_margin = Twips(LANDSCAPE_SIDE)
    section.different_first_page_header_footer = has_cover_page(document)
    head, foot = [_header(document, width)], [_footer(document, width)]
    marked = _marks(document, look)
    edges = ((section.header, [*marked, *head]), (section.footer, foot), (section.first_page_footer, foot))
    for edge, lines in (*edges, *([(section.first_page_header, marked)] if marked else [])):
        edge.part.element[:] = [parse_xml(line) for line in lines]


def _marks(document: Document, look: Look) -> list[str]:
    """Return the line at the head of every page that says draft or confidential; none for neither."""
    found = ((draft_mark(document, look), _DRAFT), (confidential_mark(document, look), _OTHER))
    spans = [_framed(words, colour) for words, colour in found if words]
    style = '<w:pPr><w:pStyle w:val="PageMark"/></w:pPr>'
    return [f"<w:p {nsdecls('w')}>{style}{span('   ').join(spans)}</w:p>"] if spans else []


def _framed(words: str, colour: str) -> str:
    look = f'<w:color w:val="{colour}"/><w:bdr w:val="single" w:sz="6" w:space="0" w:color="{colour}"/>'
    return span(f"\u00a0{shortened(words, LONGEST_TITLE)}\u00a0", "", look)


def _header(document: Document, width: int) -> str:
    title = shortened(document.title, LONGEST_TITLE)
    if document.status and document.status.casefold() != FINAL.casefold():
        title = f"{title} \u00b7 {shortened(document.status, LONGEST_COMPANY)}"
    return _line("Header", span(f"{title}\t{shortened(document.company, LONGEST_COMPANY)}"), width, title)


def _footer(document: Document, width: int) -> str:
    words = shortened(document.footer, LONGEST_FOOTER)
    count = f"{span(f'{PAGE} ')}{_field('PAGE')}{span(f' {OF} ')}{_field('NUMPAGES')}"
    return _line("Footer", f"{span(words)}<w:r><w:tab/></w:r>{count}", width, words)


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _line(style: str, inside: str, width: int, words: str) -> str:
    """Return a paragraph with one tab at the far side of the text."""
    turned = "<w:bidi/>" if starts_right_to_left(words) else ""
    return (
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/>'
        f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>{turned}</w:pPr>{inside}</w:p>'
    )
