"""Which documents get a page of their own for the cover, in every format that has pages."""

from __future__ import annotations

from soc2desk.document.blocks import Document, Heading

_COVERED = frozenset({"policy", "plan", "procedure", "packet"})
_LONG = 5
"""So many sections make a part of a report a book; a letter or a statement begins at once."""


def has_cover(document: Document) -> bool:
    """Return whether the cover takes a page: what a company adopts, the whole packet, and long parts of a report."""
    if document.landscape:
        return False
    sections = sum(isinstance(block, Heading) and block.level == 1 for block in document.blocks)
    return document.kind in _COVERED or (document.kind == "report" and sections >= _LONG)
