"""The text of one document as each format gives it to a reader: from a web page, a PDF and a Word file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pypdfium2

from soc2desk.document.blocks import Audience, Block, Chart, Document, Heading, Paragraph, Picture, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

raw = pypdfium2.raw
BEGIN, END = "Herebeginsthetext", "Hereendsthetext"
SIGNS = frozenset("\u2022\u25e6\u2013\u2610\u00b7")
"""What stands before an item or a choice, and between choices."""
PROMPTS = re.compile("year-month-day|hour:minute|Choose a date|Choose one|One of:")
"""What a space to fill says of itself, each format in its way."""
_BLOCKS = "p div td th li h1 h2 h3 h4 tr br dt dd caption section ul ol table"
_BREAKS = frozenset(_BLOCKS.split(" "))
_IN_LINE = frozenset({"Span", "Link", "Reference", "Code", "Em", "Strong", "Quote"})
_UNREAD = frozenset({"style", "script", "title", "svg", "nav"})


def fenced(document: Document) -> Document:
    """Return a document whose text stands between two marks, without drawings: they are seen or heard, not read."""
    blocks = tuple(block for block in document.blocks if not isinstance(block, (Chart, Picture)))
    # The first heading of a letter to customers is its title.
    is_title = document.audience is Audience.CUSTOMER and isinstance(blocks[0], Heading)
    at = 1 if is_title else 0
    marks: tuple[Block, Block] = (Paragraph(text(BEGIN)), Paragraph(text(END)))
    return replace(document, blocks=(*blocks[:at], marks[0], *blocks[at:], marks[1]))


def read(words: str) -> tuple[str, list[str]]:
    """Return what stands before the text, and the words of the text itself without the signs of lists and of spaces."""
    front, begin, rest = words.partition(BEGIN)
    inside, end, _ = rest.partition(END)
    assert begin, "the text does not begin"
    assert end, "the text does not end"
    inside = PROMPTS.sub(" ", unicodedata.normalize("NFC", inside))
    # PDFium splits what is beyond the basic plane; commas stand between choices, in one format alone.
    kept = "".join(" " if sign in SIGNS or ord(sign) > 0xFFFF or sign in "\ufffd\ufffe" else sign for sign in inside)
    return front, [word.strip(",") for word in kept.split() if word.strip(",")]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.unread = 0
        self.counts: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.unread += tag in _UNREAD
        if tag in {"ul", "ol"}:
            self.counts.append(0 if tag == "ol" else None)
        if tag in _BREAKS:
            self.found.append(" ")
        if tag == "li" and self.counts and self.counts[-1] is not None:
            self.counts[-1] += 1
            deep = sum(count is not None for count in self.counts) % 2 == 0
            count = self.counts[-1]
            self.found.append(f"{'abcdefghijklmnopqrstuvwxyz'[count - 1] if deep else count}. ")

    def handle_endtag(self, tag: str) -> None:
        self.unread -= tag in _UNREAD
        if tag in {"ul", "ol"}:
            self.counts.pop()
        if tag in _BREAKS:
            self.found.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.found.append(data)


def text_of_page(page: bytes) -> str:
    """Return the words of a web page in order, with the numbers that a browser gives to steps."""
    reader = _Page()
    reader.feed(page.decode())
    return "".join(reader.found)


def text_of_pdf(data: bytes) -> str:
    """Return the words of a PDF in the order of its tags, as a screen reader goes; artifacts have no tag."""
    return " ".join(" ".join(_text_of_page(page)) for page in pypdfium2.PdfDocument(data))


def _text_of_page(page: pypdfium2.PdfPage) -> Iterator[str]:
    pieces = _pieces(page)
    tree = raw.FPDF_StructTree_GetForPage(page)
    try:
        for at in range(max(raw.FPDF_StructTree_CountChildren(tree), 0)):
            yield from _told(raw.FPDF_StructTree_GetChildAtIndex(tree, at), pieces)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _told(element: object, pieces: dict[int, str]) -> Iterator[str]:
    """Yield what an element says, with a space around what is not part of a line."""
    kind = _words(raw.FPDF_StructElement_GetType, element)
    edge = "" if kind in _IN_LINE else " "
    found = ""
    for at in range(max(raw.FPDF_StructElement_CountChildren(element), 0)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, at)
        number = raw.FPDF_StructElement_GetChildMarkedContentID(element, at)
        found += "".join(_told(child, pieces)) if child else pieces.get(number, "") if number >= 0 else ""
    yield f"{edge}{found}{edge}"


def _pieces(page: pypdfium2.PdfPage) -> dict[int, str]:
    """Return the words of each marked piece of a page."""
    texts, found = page.get_textpage(), dict[int, str]()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        number = raw.FPDFPageObj_GetMarkedContentID(item)
        words = _words(lambda one, *rest: raw.FPDFTextObj_GetText(one, texts, *rest), item)
        # PDFium tells nothing of a space that stands alone at the end of a line, and of a hyphen there that it is one.
        found[number] = found.get(number, "") + (words.replace("\x02", "-") or " ")
    return found


def _words(ask: Callable[..., int], of: object) -> str:
    size = ask(of, None, 0)
    buffer = (raw.FPDF_WCHAR * (size // 2 + 1))()
    ask(of, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").partition("\0")[0]
