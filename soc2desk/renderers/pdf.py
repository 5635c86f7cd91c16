"""A document as a PDF: letter pages, tagged for people who listen, with bookmarks and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.renderers import pdf_blocks, pdf_cover, pdf_desk, pdf_file, pdf_pages
from soc2desk.renderers.letters import as_sent, look_of
from soc2desk.renderers.page_marks import footed

if TYPE_CHECKING:
    from soc2desk.document.blocks import Document, Look

SUFFIX = "pdf"
TITLE = "PDF"


def render(document: Document, look: Look) -> bytes:
    """Return the bytes of a PDF file; the same document and look always give the same bytes.

    Raises FileProblem when the fonts of the program are missing.
    """
    look = look_of(document, look)
    document = footed(as_sent(document), look)
    desk = pdf_desk.laid(document, look)
    pieces = [
        *pdf_cover.cover_pieces(document, look, desk),
        *pdf_blocks.pieces(document.blocks, desk),
    ]
    pages = pdf_pages.filled(pieces, desk.sheet)
    pdf_pages.furnished(pages, document, desk)
    return pdf_file.file_bytes(pages, desk.root, desk.sheet, document, look)
