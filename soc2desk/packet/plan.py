"""Which files a packet will hold: one line a file, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Table
from soc2desk.domain.file_names import file_name
from soc2desk.domain.problems import UsageProblem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.document.blocks import Document

FORMATS = ("docx", "pdf", "xlsx", "html", "md")
USUAL_FORMATS = ("docx", "pdf", "xlsx", "md")
CALENDAR_FORMAT = "ics"
"""Drawn from no document, and so no format that anybody chooses."""
EVERYBODY = "all"
FOLDERS = {
    "policy": "01-policies",
    "plan": "02-plans",
    "procedure": "03-procedures",
    "record": "04-records",
    "report": "05-report",
    "register": "06-registers",
    "training": "07-training",
    "sheet": "08-owner-sheets",
    "calendar": "10-calendar",
    "evidence": "09-evidence",
}
READERS: dict[str, frozenset[Audience]] = {
    "auditor": frozenset({Audience.AUDITOR, Audience.STAFF, Audience.CUSTOMER}),
    "internal": frozenset({Audience.INTERNAL}),
    "staff": frozenset({Audience.STAFF, Audience.CUSTOMER}),
    "customer": frozenset({Audience.CUSTOMER}),
    EVERYBODY: frozenset(Audience),
}
"""Which documents each reader gets. Internal papers reach nobody but the team, unless everything is asked for."""

_SUITS: dict[str, set[str]] = {"xlsx": {"register"}, "docx": set(FOLDERS) - {"register"}, "md": set()}
"""Kinds of document for a format that does not suit all of them; a companion has its own format."""
PRINTED_ROWS = 2_000
"""A register with more rows is a workbook alone: as PDF it would have many hundred pages, which nobody turns."""
_LONGEST_SLUG = 48


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """One file to make: its path in the packet, the document it is drawn from, and the format."""

    path: str
    document: Document
    format: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A finished file that goes into a packet as it is: its path there, its bytes, and what the list says of it."""

    path: str
    content: bytes
    title: str
    kind: str
    audience: Audience


def plan_files(
    documents: Iterable[Document], reader: str, formats: tuple[str, ...] = USUAL_FORMATS, only: tuple[str, ...] = ()
) -> tuple[PlannedFile, ...]:
    """Return the files for a reader (a key of READERS), in the order of the folders.

    `only` keeps documents by id; an empty plan is possible. Raises UsageProblem for an unknown format or id.
    """
    everything = tuple(documents)
    check_formats(formats)
    _check_ids(only, {document.id for document in everything})
    chosen = [d for d in everything if d.audience in READERS[reader] and (not only or d.id in only)]
    files = [file for document in chosen for kind in _formats(document, formats) for file in _files(document, kind)]
    return tuple(sorted(files, key=lambda file: file.path))


def _formats(document: Document, asked: Iterable[str]) -> tuple[str, ...]:
    """Return the formats of a document, each once: no PDF of a register that is too long to print and has a workbook.

    Where no workbook was asked for, it is printed all the same, for nothing is left out.
    """
    formats = tuple(dict.fromkeys(asked))
    if document.kind != "register" or "xlsx" not in formats or not _is_long(document):
        return formats
    return tuple(one for one in formats if one != "pdf")


def _is_long(document: Document) -> bool:
    return any(isinstance(block, Table) and len(block.rows) > PRINTED_ROWS for block in document.blocks)


def _files(document: Document, kind: str) -> Iterator[PlannedFile]:
    """Yield the files of a document in one format: itself where the format suits it, and what stands beside it."""
    begins = f"{FOLDERS[document.kind]}/{document.id}-"
    if document.kind in _SUITS.get(kind, set(FOLDERS)):
        yield PlannedFile(f"{begins}{slug(document.title)}.{kind}", document, kind)
    for one in document.companions:
        if one.format == kind:
            drawn = replace(document, blocks=one.blocks, companions=())
            yield PlannedFile(f"{begins}{slug(one.name or document.title)}.{kind}", drawn, kind)


def check_formats(formats: Iterable[str]) -> None:
    """Raise UsageProblem for a format that nobody draws, naming the nearest."""
    for kind in formats:
        if kind not in FORMATS:
            hint = nearest(kind, FORMATS) or f"Known: {', '.join(FORMATS)}."
            raise UsageProblem(f'There is no format "{kind}".', hint=hint)


def _check_ids(only: Iterable[str], known: set[str]) -> None:
    for name in only:
        if name not in known:
            hint = nearest(name, known) or f"This packet has: {', '.join(sorted(known))}."
            raise UsageProblem(f'This packet has no document "{name}".', hint=hint)


def slug(words: str) -> str:
    """Return words as a file name every system takes: lower-case ASCII letters, digits and single hyphens.

    Empty when nothing of the words can be written so.
    """
    return file_name(words, _LONGEST_SLUG)
