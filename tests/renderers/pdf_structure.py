"""What somebody who listens to a PDF gets: its elements in reading order, each with the words that belong to it."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterator

raw = pypdfium2.raw
_INLINE = ("Link",)


@dataclass(slots=True)
class Tag:
    """An element: its name, the words directly in it and in its links, what is said instead of it, elements inside."""

    name: str
    words: str = ""
    said: str = ""
    scope: str = ""
    kids: list[Tag] = field(default_factory=list)

    def walk(self) -> Iterator[Tag]:
        """Yield this element and all in it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def heard_in(data: bytes) -> Tag:
    """Return the whole document as it is heard."""
    words = _marked_words(data)
    with pikepdf.open(BytesIO(data)) as file:
        pages = {page.obj.objgen: at for at, page in enumerate(file.pages)}
        return _tag(file.Root.StructTreeRoot.K, pages, words)


def _tag(element: pikepdf.Object, pages: dict[tuple[int, int], int], words: dict[tuple[int, int], str]) -> Tag:
    found = Tag(str(element.S)[1:], said=str(element.get("/Alt", "")))
    if "/A" in element:
        found.scope = str(element.A.get("/Scope", ""))[1:]
    for kid in element.K:
        if isinstance(kid, int):
            found.words += words[pages[element.Pg.objgen], kid]
        elif kid.get("/Type") == "/MCR":
            found.words += words[pages[kid.Pg.objgen], int(kid.MCID)]
        elif kid.get("/Type") != "/OBJR":
            inside = _tag(kid, pages, words)
            if inside.name in _INLINE:
                found.words += inside.words
            found.kids.append(inside)
    return found


def _marked_words(data: bytes) -> dict[tuple[int, int], str]:
    """Return the words of each stretch of marked content, by page and number."""
    found: dict[tuple[int, int], str] = defaultdict(str)
    for at, page in enumerate(pypdfium2.PdfDocument(data)):
        texts = page.get_textpage()
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            found[at, raw.FPDFPageObj_GetMarkedContentID(item)] += _words(item, texts)
    return found


def _words(item: pypdfium2.PdfObject, texts: pypdfium2.PdfTextPage) -> str:
    size = raw.FPDFTextObj_GetText(item, texts, None, 0)
    buffer = (raw.FPDF_WCHAR * (size // 2))()
    raw.FPDFTextObj_GetText(item, texts, buffer, size)
    told = bytes(buffer).decode("utf-16-le").rstrip("\0").replace("\u00a0", " ")
    told = told.replace("\x02", "-")  # its sign for a hyphen at the end of a line
    return told or " "  # PDFium leaves out what is a space and nothing else


def unmarked(data: bytes) -> list[str]:
    """Return what stands on the pages and is neither part of an element nor said to be decoration."""
    found = []
    for at, page in enumerate(pypdfium2.PdfDocument(data)):
        found += [
            f"page {at + 1}: an object of kind {item.type}"
            for item in page.get_objects(max_depth=1)
            if raw.FPDFPageObj_GetMarkedContentID(item) < 0 and "Artifact" not in _marks(item)
        ]
    return found


def _marks(item: pypdfium2.PdfObject) -> list[str]:
    found = []
    for at in range(raw.FPDFPageObj_CountMarks(item)):
        length, buffer = ctypes.c_ulong(), (raw.FPDF_WCHAR * 32)()
        raw.FPDFPageObjMark_GetName(raw.FPDFPageObj_GetMark(item, at), buffer, 64, length)
        found.append(bytes(buffer)[: length.value].decode("utf-16-le").rstrip("\0"))
    return found
