"""What no reader should meet in a text, whoever the company is: the patterns, and where they were found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Bullets, Checklist, Clause, Form, Heading, Mark, Paragraph, Table, plain
from tests.composed import stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.document.blocks import Document
    from soc2desk.packet.compose import Composition

UNFIT = re.compile(
    r"\{\{|\}\}|\{%|%\}"  # a template that was not filled
    r"|(?<=[a-z,:] )None\b(?!;)|^None$|\bTrue\b|\bFalse\b|\bNaN\b"  # a value of the program
    r"|[\ue000-\uf8ff\ufffd]"  # a mark of ours, or a broken letter
    r"|  |\t"  # two spaces
    r"|(?<!\.)\.\.(?!\.)| [,;:!?](?!\w)| \.(?![\w.])|,,|;;"  # stops that met
    r"|\(\)|\[\]|\"\""  # something is missing
    r"|(?<![-\w])([A-Za-z]+) \1\b(?!-)"  # the same word twice
    r"|\b[Aa] [aeio][a-z]|\b[Aa]n [bcdfgjklmpqrstvwxyz][a-z]"  # a and an
)
A_SENTENCE_BEGINS_SMALL = re.compile(r"[a-z]{3,}[.!?] [a-z]")
SUITS = ("a one", "a use", "a us", "A one", "A is", "A an")
"""What the pattern on articles finds and grammar allows: "a user", and an answer that is called A."""


def said(made: Composition) -> Iterator[tuple[str, str]]:
    """Yield every text of a set with the document it stands in; the company's own name is one plain word.

    What is typed into a machine is no sentence, and only registers of the team tell of it.
    """
    company = made.engagement.answer_text("company")
    for one in made.documents:
        for text in stretches(one, code=not (one.audience is Audience.INTERNAL and one.kind == "register")):
            yield one.id, text.replace(company, "Acme")


def unfit_in(made: Composition) -> list[tuple[str, str]]:
    """Return what no reader should meet, each with the words around it."""
    return [
        (doc_id, text[max(0, found.start() - 40) : found.end() + 40])
        for doc_id, text in said(made)
        for found in UNFIT.finditer(text)
        if not found[0].startswith(SUITS)
    ]


def small_beginnings(made: Composition) -> list[tuple[str, str]]:
    """Return where a sentence begins with a small letter."""
    return [(doc_id, found[0]) for doc_id, text in said(made) for found in A_SENTENCE_BEGINS_SMALL.finditer(text)]


def ill_formed_clauses(made: Composition) -> list[tuple[str, str]]:
    """Return the clauses that do not begin with a capital or do not end with a stop; a mark of ours is no word."""
    clauses = [block for one in made.documents for block in one.blocks if isinstance(block, Clause)]
    texts = [(one.id, "".join(run.text for run in one.runs if run.mark is Mark.NONE or run.names)) for one in clauses]
    return [(id_, text) for id_, text in texts if not _begins_well(text) or not text.endswith((".", ")", "?"))]


def _begins_well(text: str) -> bool:
    first = text.lstrip(' ["')
    return bool(first) and (first[0].isupper() or first[0].isdigit())


def hanging_colons(made: Composition) -> list[tuple[str, str]]:
    """Return where a colon announces something that does not follow."""
    return [
        (one.id, plain(block.runs)[-60:])
        for one in made.documents
        for block, following in zip(one.blocks, (*one.blocks[1:], None), strict=True)
        if isinstance(block, Paragraph | Clause)
        and plain(block.runs).rstrip().endswith(":")
        and not isinstance(following, Bullets | Checklist | Form | Table)
    ]


def bare_places(one: Document) -> list[str]:
    """Return the headings under which nothing stands, and the lists with an empty item."""
    bare = []
    for block, following in zip(one.blocks, (*one.blocks[1:], None), strict=True):
        if isinstance(block, Bullets) and not all(plain(item.runs).strip() for item in block.items):
            bare.append("an empty item")
        ends = following is None or (isinstance(following, Heading) and isinstance(block, Heading))
        if isinstance(block, Heading) and ends:
            same = following is None or following.level <= block.level  # type: ignore[union-attr]
            bare += [plain(block.runs)] if same else []
    return bare
