"""PDF files made and read for tests: their words, tags and drawing operators."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace

import pypdfium2

from soc2desk.document.blocks import Audience, Block, Column, Document, Fact, Look, Row, Table, text
from soc2desk.renderers import pdf

LONG = "The owner of each system reviews who has access and removes what is no longer needed. " * 8


def document(*blocks: Block, **changes: object) -> Document:
    made = Document(
        id="POL-ACP",
        title="Access control policy",
        kind="policy",
        audience=Audience.AUDITOR,
        company="Northwind Cloud Inc.",
        date="2026-11-22",
        blocks=blocks,
        cover=(Fact("Owner", text("Head of Engineering")),),
        version="1.2",
        footer="Confidential",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def rendered(*blocks: Block, **changes: object) -> bytes:
    return pdf.render(document(*blocks, **changes), Look())


def pages_of(data: bytes) -> list[str]:
    """Return the text of each page with any white space as one space."""
    pages = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pages]


def words_of(data: bytes) -> str:
    return " ".join(pages_of(data))


def tags_of(data: bytes) -> list[bytes]:
    return re.findall(rb"/S /(\w+) /P", data)


def register(rows: int) -> Table:
    columns = (Column("id", "Control", 0.1), Column("text", "What is done", 5), Column("due", "Next due", 0.1))
    made = (Row((text(f"ACC-{at:02d}"), text(LONG), text("2026-11-22")), id=f"ACC-{at:02d}") for at in range(rows))
    return Table(columns, tuple(made), title="All controls", id="controls")


def heard(data: bytes) -> str:
    """Return the text of the file as it stands in it, with no space but those that were written."""
    raw = pypdfium2.raw
    found = []
    for page in pypdfium2.PdfDocument(data):
        texts = page.get_textpage()
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            size = raw.FPDFTextObj_GetText(item, texts, None, 0)
            buffer = (raw.FPDF_WCHAR * (size // 2))()
            raw.FPDFTextObj_GetText(item, texts, buffer, size)
            found.append(bytes(buffer).decode("utf-16-le").rstrip("\0"))
    return "".join(found)


def operators_of(data: bytes) -> bytes:
    streams = re.findall(rb"/FlateDecode /Length \d+ >>\nstream\n(.*?)\nendstream", data, re.DOTALL)
    return b"".join(zlib.decompress(stream) for stream in streams)
