"""The page of a Word document: its size, and what stands at the head and the foot of every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.section import _Header
from docx.shared import Length, Twips

from soc2desk.renderers.docx_front import has_cover_page
from soc2desk.renderers.docx_text import shortened, span, starts_right_to_left
from soc2desk.renderers.docx_words import FINAL, OF, PAGE
from soc2desk.renderers.page_marks import confidential_mark, draft_mark

if TYPE_CHECKING:
    from docx.section import Section, _Footer
    from lxml import etree

    from soc2desk.document.blocks import Document, Look

LANDSCAPE_SIDE = 900
LONGEST_TITLE = 90
LONGEST_COMPANY = 45
LONGEST_FOOTER = 300
LEAST_TITLE = 30
_LETTER = 100  # twentieths of a point that a letter of the header takes, with room for wide ones
_DRAFT, _OTHER = "7A4B00", "1B1F24"


def turn_page(section: Section, document: Document) -> tuple[int, int]:
    """Turn the page as the document wants it; return width and height of its text in twentieths of a point."""
    if document.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        section.left_margin = min(section.left_margin or Length(0), Twips(LANDSCAPE_SIDE))
        section.right_margin = min(section.right_margin or Length(0), Twips(LANDSCAPE_SIDE))
    wide = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0) - (section.gutter or 0)
    high = (section.page_height or 0) - abs(section.top_margin or 0) - abs(section.bottom_margin or 0)
    return round(Length(wide).twips), round(Length(high).twips)


def set_edges(section: Section, document: Document, look: Look, width: int) -> None:
    """Fill header and footers; a cover page has no header of ours. What a firm has there stays, ours stands under it.

    `width` is the width of the text in twentieths of a point.
    """
    covered = has_cover_page(document)
    has_first = covered or section.different_first_page_header_footer
    section.different_first_page_header_footer = has_first
    marked, head = _marks(document, look), _header(document, width)
    for edge in (section.header, section.even_page_header):
        _fill(edge, [*marked, head])
    if has_first:
        _fill(section.first_page_header, marked if covered else [*marked, head])
    for foot in (section.footer, section.even_page_footer, section.first_page_footer):
        _fill(foot, _footer(document, width, counts=not _counts_pages(foot)))


def _fill(edge: _Header | _Footer, lines: list[str]) -> None:
    """Set lines under what stands at an edge; an empty paragraph alone is nothing."""
    if edge.is_linked_to_previous:
        return
    root = edge.part.element
    is_bare = len(root) == 1 and not "".join(root.itertext()) and root.find(f".//{qn('w:drawing')}") is None
    if is_bare and lines:
        root[:] = []
    root.extend(map(parse_xml, lines))
    if lines and not is_bare:
        _set_apart(root[-1], edge)


def _set_apart(line: etree._Element, edge: _Header | _Footer) -> None:
    """Let a line of ours stand clear of a firm's: at the margin, without its stops of tabs, with air to the text."""
    (look,) = line.findall(qn("w:pPr"))
    (named,) = look.findall(qn("w:pStyle"))
    if look.find(qn("w:tabs")) is None:
        return
    (stops,) = look.findall(qn("w:tabs"))
    styles = edge.part.package.main_document_part.styles.element
    own = next((one for one in styles if one.get(qn("w:styleId")) == named.get(qn("w:val"))), None)
    for stop in own.findall(f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}") if own is not None else ():
        at = str(stop.get(qn("w:pos")))
        if at not in {str(one.get(qn("w:pos"))) for one in stops}:
            stops.insert(0, parse_xml(f'<w:tab {nsdecls("w")} w:val="clear" w:pos="{at}"/>'))
    air = 'w:before="0" w:after="200"' if isinstance(edge, _Header) else 'w:before="40" w:after="0"'
    look.append(parse_xml(f"<w:spacing {nsdecls('w')} {air}/>"))
    look.append(parse_xml(f'<w:ind {nsdecls("w")} w:left="0" w:right="0" w:firstLine="0"/>'))


def _counts_pages(edge: _Footer) -> bool:
    """Return whether a firm's own footer tells the number of the page."""
    if edge.is_linked_to_previous:
        return False
    simple = (str(node.get(qn("w:instr"), "")) for node in edge.part.element.iter(qn("w:fldSimple")))
    whole = "".join(node.text or "" for node in edge.part.element.iter(qn("w:instrText")))
    return any("PAGE" in words for words in (*simple, whole))


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
    """Return title and company on one line: what does not fit is shortened, the title first."""
    company = shortened(document.company, LONGEST_COMPANY)
    room = min(LONGEST_TITLE, max(LEAST_TITLE, width // _LETTER - len(company)))
    drafted = document.status and document.status.casefold() != FINAL.casefold()
    status = f" \u00b7 {shortened(document.status, LEAST_TITLE)}" if drafted else ""
    title = f"{shortened(document.title, room - len(status))}{status}"
    return _line("Header", span(f"{title}\t{company}"), width, title)


def _footer(document: Document, width: int, *, counts: bool) -> list[str]:
    """Return the line at the foot of every page, with its number unless a firm's own footer counts."""
    words = shortened(document.footer, LONGEST_FOOTER)
    if not counts:
        return [_line("Footer", span(words), width, words)] if words else []
    count = f"{span(f'{PAGE} ')}{_field('PAGE')}{span(f' {OF} ')}{_field('NUMPAGES')}"
    return [_line("Footer", f"{span(words)}<w:r><w:tab/></w:r>{count}", width, words)]


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _line(style: str, inside: str, width: int, words: str) -> str:
    """Return a paragraph with one tab at the far side of the text."""
    turned = "<w:bidi/>" if starts_right_to_left(words) else ""
    return (
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/>'
        f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>{turned}</w:pPr>{inside}</w:p>'
    )
