"""Small sets of documents as lines: what the tests of comparing share."""

from __future__ import annotations

from soc2desk.domain.contents import Contents, DocumentLine, DocumentLines, LineKind

COMPANY = "Acme"


def heading(name: str, text: str, number: str = "1") -> DocumentLine:
    """Return the heading of a section."""
    return DocumentLine(LineKind.HEADING, (text,), name, number, 1)


def clause(name: str, text: str, number: str = "1.1") -> DocumentLine:
    """Return a clause."""
    return DocumentLine(LineKind.CLAUSE, (text,), name, number)


def words(text: str) -> DocumentLine:
    """Return a paragraph."""
    return DocumentLine(LineKind.TEXT, (text,))


def columns(table: str, *keys: str) -> DocumentLine:
    """Return the head of a table."""
    return DocumentLine(LineKind.COLUMNS, keys, table=table, keys=keys)


def row(table: str, name: str, /, **cells: str) -> DocumentLine:
    """Return a row of a table."""
    return DocumentLine(LineKind.ROW, tuple(cells.values()), name, table=table, keys=tuple(cells))


def document(name: str, *lines: DocumentLine, title: str = "A policy", kind: str = "policy") -> DocumentLines:
    """Return a document of these lines."""
    return DocumentLines(name, title, kind, lines)


def contents(*documents: DocumentLines, date: str = "2026-11-20", company: str = COMPANY) -> Contents:
    """Return a set of documents for an auditor."""
    return Contents(company, date, "auditor", documents)
