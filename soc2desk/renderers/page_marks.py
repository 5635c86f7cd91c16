"""What a firm wants to stand on every page: its own line at the foot, and the words that say how to treat the paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience
from soc2desk.renderers.safe import one_line

if TYPE_CHECKING:
    from soc2desk.document.blocks import Document, Look

_DRAFT = "draft"
_BETWEEN = " \u00b7 "


def footed(document: Document, look: Look) -> Document:
    """Return a document with the line of the firm before its own words at the foot of each page."""
    words = one_line(look.footer)
    return (
        replace(document, footer=_BETWEEN.join(part for part in (words, document.footer) if part))
        if words
        else document
    )


def draft_mark(document: Document, look: Look) -> str:
    """Return the word that marks each page of a draft; empty for a final document, and where no mark is wanted."""
    return document.status if look.draft_mark and document.status.casefold() == _DRAFT else ""


def confidential_mark(document: Document, look: Look) -> str:
    """Return the words that say a document is practice or confidential; the latter not of what customers get."""
    confidential = "" if document.audience is Audience.CUSTOMER else one_line(look.confidential)
    return _BETWEEN.join(words for words in (one_line(look.practice), confidential) if words)


def marks(document: Document, look: Look) -> tuple[str, ...]:
    """Return the words of both marks, those there are."""
    return tuple(words for words in (draft_mark(document, look), confidential_mark(document, look)) if words)
