"""A document as one web page: no script, nothing loaded from elsewhere, readable with a screen reader."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Chart, Heading, Picture, plain
from soc2desk.renderers.beside import ways_from
from soc2desk.renderers.html_blocks import MARK_WORDS, Place, anchor_of, draw, number, words
from soc2desk.renderers.html_links import address_of
from soc2desk.renderers.html_style import style_sheet
from soc2desk.renderers.letters import as_sent, look_of
from soc2desk.renderers.logo import firm_logo_of, logo_of
from soc2desk.renderers.page_marks import confidential_mark, draft_mark, footed, marks
from soc2desk.renderers.safe import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.document.blocks import Document, Look
    from soc2desk.renderers.logo import Logo

SUFFIX = "html"
TITLE = "Web page"

_TOP = "page-top"
_CONTENTS, _MARKED = "Contents", "Marked words:"
_VERSION, _PREPARED_BY = "version", "Prepared by"
_PIXEL = 0.75  # points
_WORTH_A_LIST = 4  # sections
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_WITH_LOGO = "; img-src data:"


def render(document: Document, look: Look) -> bytes:
    """Return `document` as one HTML page in UTF-8; the same document and look give the same bytes."""
    look = look_of(document, look)
    document = footed(as_sent(document), look)
    anchors = _anchors(document)
    links = _links(document, anchors)
    way_to = ways_from(document)
    cover = _cover(document, Place("", links, way_to=way_to))
    blocks = zip(document.blocks, anchors, strict=True)
    text = "\n".join([draw(block, Place(anchor, links, look=look, way_to=way_to)) for block, anchor in blocks])
    wide = ' class="wide"' if document.landscape else ""
    page = (
        f'{_head(document, look)}<body{wide} id="{_TOP}">\n'
        f"{_marks(document, look)}"
        f"<header>{_front(document, look)}{cover}{_legend(cover + text)}</header>\n"
        f"{_contents(document, anchors)}"
        f"<main>\n{text}\n</main>\n{_foot(document, look)}</body></html>\n"
    )
    return clean(page).encode()


def _anchors(document: Document) -> tuple[str, ...]:
    """Return one anchor a block, empty for none: an id that stands twice is the anchor of its first block."""
    taken = {"", _TOP}
    anchors = []
    for block in document.blocks:
        anchor = anchor_of(block)
        anchors.append("" if anchor in taken else anchor)
        taken.add(anchor)
    return tuple(anchors)


def _links(document: Document, anchors: tuple[str, ...]) -> Mapping[str, str]:
    blocks = zip(document.blocks, anchors, strict=True)
    # A block with an anchor has an id; the spelling of the id is what other runs point to.
    links = {getattr(block, "id", ""): anchor for block, anchor in blocks if anchor}
    return {document.id: _TOP} | links


def _head(document: Document, look: Look) -> str:
    title = escape(" \u2013 ".join(part for part in (document.title, document.company) if part))
    keywords = f'<meta name="keywords" content="{escape(", ".join(document.keywords))}">\n' if document.keywords else ""
    policy = f"{_POLICY}{_WITH_LOGO if look.logo or look.firm_logo else ''}"
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{keywords}<title>{title}</title>\n"
        f"<style>{_style(document, look)}</style>\n</head>\n"
    )


def _style(document: Document, look: Look) -> str:
    drawn = any(isinstance(block, Chart | Picture) for block in document.blocks)
    return style_sheet(look, landscape=document.landscape, marked=bool(marks(document, look)), pictures=drawn)


def _marks(document: Document, look: Look) -> str:
    """Return the words that say draft or confidential; who listens is told by the status, and not by these."""
    draft, other = draft_mark(document, look), confidential_mark(document, look)
    inside = f'<span class="draft">{escape(draft)}</span>' if draft else ""
    inside += f"<span>{escape(other)}</span>" if other else ""
    return f'<div class="marks" aria-hidden="true">{inside}</div>\n' if inside else ""


def _logo(logo: Logo | None) -> str:
    """Return a logo inside the page itself, so that the page loads nothing."""
    if logo is None:
        return ""
    inside = b64encode(logo.raw).decode("ascii")
    size = f'width="{round(logo.width / _PIXEL)}" height="{round(logo.height / _PIXEL)}"'
    source = f"data:image/{logo.picture.kind};base64,{inside}"
    return f'<img class="logo" src="{source}" alt="{escape(logo.said)}" {size}>\n'


def _front(document: Document, look: Look) -> str:
    version = f"{_VERSION} {document.version}" if document.version else ""
    status = " \u00b7 ".join(part for part in (document.status, document.date, version) if part)
    return (
        f'<div class="front">{_logo(logo_of(document, look))}'
        f'<p class="company">{escape(document.company)}</p>\n<h1>{escape(document.title)}</h1>\n'
        f"{_line('subtitle', document.subtitle)}</div>\n{_line('status', status)}"
    )


def _line(css: str, text: str) -> str:
    return f'<p class="{css}">{escape(text)}</p>\n' if text else ""


def _cover(document: Document, place: Place) -> str:
    facts = "".join(
        f"<div><dt>{escape(fact.label)}</dt><dd>{words(fact.runs, place)}</dd></div>\n" for fact in document.cover
    )
    return f'<dl class="cover">\n{facts}</dl>\n' if facts else ""


def _legend(drawn: str) -> str:
    """Explain the marks that occur, for whom the colours say nothing."""
    marks = ((f'<mark class="{mark}"', told) for mark, told in MARK_WORDS.items())
    entries = [f"{start}>{told}</mark>" for start, told in marks if start in drawn]
    return f'<p class="legend">{_MARKED} {", ".join(entries)}</p>\n' if entries else ""


def _contents(document: Document, anchors: tuple[str, ...]) -> str:
    sections = [
        (block, anchor)
        for block, anchor in zip(document.blocks, anchors, strict=True)
        if isinstance(block, Heading) and block.level == 1 and anchor
    ]
    if len(sections) < _WORTH_A_LIST:
        return ""
    lines = "".join(
        f'<li><a href="{address_of(anchor)}">{number(block.number)}{escape(plain(block.runs))}</a></li>\n'
        for block, anchor in sections
    )
    return f'<nav aria-label="{_CONTENTS}"><ul>\n{lines}</ul></nav>\n'


def _foot(document: Document, look: Look) -> str:
    prepared = _line("foot", f"{_PREPARED_BY} {look.prepared_by}" if look.prepared_by else "")
    prepared += _logo(firm_logo_of(document, look))
    lines = _line("foot", document.footer) + (f'<div class="prepared">{prepared}</div>\n' if prepared else "")
    return f"<footer>{lines}</footer>\n" if lines else ""
