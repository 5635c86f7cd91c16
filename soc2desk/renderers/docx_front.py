"""The front of a Word document: a cover page for long documents, a short head for forms and registers, the contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Heading, plain
from soc2desk.renderers.covers import has_cover
from soc2desk.renderers.docx_fields import as_contents, contents_field
from soc2desk.renderers.docx_length import pages_about
from soc2desk.renderers.docx_logo import NEAR_LOGO, UNDER_LOGO, of_firm, on_cover, on_head
from soc2desk.renderers.docx_tables import facts_xml
from soc2desk.renderers.docx_text import clean, paragraph, span
from soc2desk.renderers.docx_words import CONTENTS, FINAL, PREPARED_BY, VERSION
from soc2desk.renderers.logo import HEAD, firm_logo_of, logo_of
from soc2desk.renderers.manners import Cover, manner_of

if TYPE_CHECKING:
    from soc2desk.document.blocks import Document, Look
    from soc2desk.renderers.docx_writing import Writing

Line = tuple[str, str, str]
LEVELS = 2
PAGE_START = paragraph("PageStart", "")
LEAST_ENTRIES = 3
FEW_PAGES = 2.5
LEAST_UNDER_HEAD = 8  # sections; on a short form the list would push the form off its page
MOST_ENTRIES = 30  # beyond, sections alone, so that the contents stay on a page


def has_cover_page(document: Document) -> bool:
    """Tell whether the front takes a page of its own."""
    return bool(document.cover) and has_cover(document)


def front_xml(document: Document, look: Look, writing: Writing) -> str:
    """Return everything before the first block: a cover page with contents, or a short head."""
    if not has_cover_page(document):
        return _short_head(document, look, writing) + contents_xml(document, writing)
    logo, firm = logo_of(document, look), firm_logo_of(document, look)
    cover = manner_of(look).cover
    centred = cover is Cover.CENTRED
    under = (UNDER_LOGO if cover is Cover.BAR else NEAR_LOGO) if logo else ""
    return (
        (on_cover(logo, centred=centred) if logo else "")
        + _line("CoverCompany", document.company or " ", place=under)
        + _line("Title", document.title)
        + _line("CoverSubtitle", document.subtitle)
        + _status("CoverStatus", document, look.prepared_by)
        + facts_xml(document.cover, writing)
        + (of_firm(firm, centred=centred) if firm else "")
        + _contents_page(document, writing)
        + PAGE_START
    )


def _contents_page(document: Document, writing: Writing) -> str:
    """Return the contents on a page of their own: under a full cover they would spill over.

    Nothing where what follows takes a few pages, which are turned sooner than the list is read.
    """
    if pages_about(document.blocks) < FEW_PAGES:
        return ""
    contents = contents_xml(document, writing)
    return PAGE_START + contents if contents else ""


def contents_xml(document: Document, writing: Writing) -> str:
    """Return the linked list of headings; empty where there are few.

    It is a field that Word can make anew, filled and not marked as old, so that Word never asks. No page numbers:
    nothing goes stale.
    """
    found = [(at, block) for at, block in enumerate(document.blocks) if isinstance(block, Heading) and block.runs]
    sections = [(at, block) for at, block in found if block.level <= 1]
    if len(sections) < (LEAST_ENTRIES if has_cover_page(document) else LEAST_UNDER_HEAD):
        return ""
    shown = found if len(found) <= MOST_ENTRIES else sections
    tabbed = any(block.number for _, block in sections)
    deepest = max(1, *(min(block.level, LEVELS) for _, block in shown))
    begin, end = contents_field(f'TOC \\o "1-{deepest}" \\n \\h \\z \\u')
    lines = [_entry(block, writing.places[at], tabbed=tabbed) for at, block in shown]
    lines[0], lines[-1] = _with(lines[0], before=begin), _with(lines[-1], after=end)
    entries = "".join(paragraph(style, inside, words=title) for style, inside, title in lines)
    return as_contents(_line("TOCHeading", CONTENTS) + entries)


def _with(line: Line, *, before: str = "", after: str = "") -> Line:
    return line[0], before + line[1] + after, line[2]


def _entry(block: Heading, bookmark: str, *, tabbed: bool) -> Line:
    """Return the style of an entry, its link and its words."""
    title = clean(plain(block.runs)).replace("\n", " ")
    words = f"{block.number}\t{title}" if tabbed else title
    style = "TOC1" if block.level <= 1 else "TOC2"
    return style, f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{span(words)}</w:hyperlink>', title


def _short_head(document: Document, look: Look, writing: Writing) -> str:
    logo = logo_of(document, look, HEAD)
    return (
        (on_head(logo) if logo else "")
        + _line("CompactTitle", document.title)
        + _line("Subtitle", " \u00b7 ".join(part for part in (document.company, document.subtitle) if part))
        + _status("CompactStatus", document, look.prepared_by)
        + facts_xml(document.cover, writing)
    )


def _status(style: str, document: Document, prepared_by: str) -> str:
    """Return the line that says Draft, the version of the content and who prepared it."""
    drafted = document.status.casefold() != FINAL.casefold()
    first = span(f"\u00a0{document.status}\u00a0", "SuggestedMark") if drafted else span(document.status)
    rest = [f"{VERSION} {document.version}"] if document.version else []
    rest += [f"{PREPARED_BY} {prepared_by}"] if prepared_by else []
    parts = [first] if document.status else []
    return paragraph(style, span("   ").join([*parts, *map(span, rest)])) if parts or rest else ""


def _line(style: str, words: str, place: str = "") -> str:
    return paragraph(style, span(words), words=words, place=place) if words else ""
