"""Letters: papers of the company that go out signed, drawn without the box of a controlled document."""

from __future__ import annotations

from dataclasses import replace

from soc2desk.document.blocks import Audience, Document, Fact, Heading, Look, SignOff, plain, text

_DATE = "Date"
_FINAL = "Final"


def look_of(document: Document, look: Look) -> Look:
    """Return the look of a document; a letter of the company names nobody who helped to write it."""
    return replace(look, prepared_by="", firm_logo=b"", footer="") if _is_letter(document) else look


def as_sent(document: Document) -> Document:
    """Return a letter with its date alone at the head and headings without numbers; any other document as it is.

    A letter is a report that is written to customers, or one with a place to sign. A draft goes on saying so. What a
    customer reads first is what the letter is about, not what the file is called.
    """
    if not _is_letter(document):
        return document
    blocks = tuple(replace(one, number="") if isinstance(one, Heading) else one for one in document.blocks)
    first = blocks[0] if blocks else None
    if document.audience is Audience.CUSTOMER and isinstance(first, Heading):
        document, blocks = replace(document, title=plain(first.runs)), blocks[1:]
    return replace(
        document,
        cover=(Fact(_DATE, text(document.date)),) if document.date else (),
        status="" if document.status == _FINAL else document.status,
        version="",
        blocks=blocks,
    )


def _is_letter(document: Document) -> bool:
    signed = any(isinstance(block, SignOff) for block in document.blocks)
    return document.kind == "report" and (document.audience is Audience.CUSTOMER or signed)
