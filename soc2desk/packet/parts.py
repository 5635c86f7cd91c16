"""The parts of documents by id: clauses, sections and rows of registers, each with its words and its place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.domain.contents import LineKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.domain.contents import DocumentLine, DocumentLines

CLAUSE_COLUMNS = frozenset({"clause", "clauses"})
"""Columns that print numbers of clauses: they change whenever something is put in before."""


@dataclass(frozen=True, slots=True)
class Part:
    """A clause, a section or a row of a register. `name` is what a person calls it, `number` is only printed."""

    id: str
    document: str
    section: str
    name: str
    text: str
    number: str = ""

    @property
    def place(self) -> str:
        """Where it is printed."""
        return f"{self.document} {self.number}".strip()


@dataclass(frozen=True, slots=True)
class Parts:
    """All parts of some documents. The text of a section is what stands in it beside clauses and rows."""

    clauses: dict[str, Part] = field(default_factory=dict)
    sections: dict[str, Part] = field(default_factory=dict)
    rows: dict[str, Part] = field(default_factory=dict)


def parts_of(documents: Iterable[DocumentLines], without: frozenset[str]) -> Parts:
    """Return the parts of these documents; rows of the tables `without` are compared elsewhere."""
    made = Parts()
    for document in documents:
        _take(document, made, without)
    return made


def _take(document: DocumentLines, made: Parts, without: frozenset[str]) -> None:
    head = Part(f"{document.id}/", document.id, f"{document.id}/", document.title, "")
    said: dict[Part, list[str]] = {head: []}
    times: Counter[str] = Counter()
    for line in document.lines:
        match line.kind:
            case LineKind.HEADING:
                head = _head(document, line)
                said[head] = []
            case LineKind.CLAUSE:
                made.clauses[line.id] = Part(line.id, document.id, head.id, head.name, line.text, line.number)
            case LineKind.ROW if line.id:
                _take_row(document, line, times, made, without)
            case _:
                said[head].append(line.text)
    for one, words in said.items():
        made.sections[one.id] = Part(one.id, one.document, one.section, one.name, "\n".join(words), one.number)


def _head(document: DocumentLines, line: DocumentLine) -> Part:
    name = line.id or line.text
    if not name.startswith(f"{document.id}/"):
        # Sheets of one pattern, such as those of owners, share the ids of their sections.
        name = f"{document.id}/{name}"
    return Part(name, document.id, name, line.text, "", line.number)


def _take_row(
    document: DocumentLines, line: DocumentLine, times: Counter[str], made: Parts, without: frozenset[str]
) -> None:
    if line.table in without:
        return
    name = f"{document.id}/{line.table}/{line.id}"
    times[name] += 1
    key = name if times[name] == 1 else f"{name}/{times[name]}"
    told = (text for column, text in zip(line.keys, line.texts, strict=False) if column not in CLAUSE_COLUMNS)
    made.rows[key] = Part(key, document.id, line.table, line.id, " | ".join(filter(None, told)))
