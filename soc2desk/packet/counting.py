"""How long documents are: words of a document, pages of a PDF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.document.walk import runs_in

if TYPE_CHECKING:
    from soc2desk.document.blocks import Document

_PAGES = re.compile(rb"/Type /Pages /Count (\d+)")


def pages_in(content: bytes) -> int:
    """Return the pages of a PDF as our renderer writes it; 0 for anything else."""
    found = _PAGES.search(content) if content.startswith(b"%PDF-") else None
    return int(found[1]) if found else 0


def words_in(document: Document) -> int:
    """Return how many words the body of a document has: what stands between spaces."""
    return sum(len(run.text.split()) for run in runs_in(document.blocks))
