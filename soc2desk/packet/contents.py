"""The member of a packet that a program compares packets by: what its documents print, with ids, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, assert_never

from soc2desk.document.blocks import (
    Bullets,
    Callout,
    Chart,
    Checklist,
    Clause,
    Form,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    SignOff,
    Table,
    plain,
)
from soc2desk.domain.contents import Contents, DocumentLine, DocumentLines, LineKind
from soc2desk.domain.problems import ProjectProblem
from soc2desk.renderers.chart_words import chart_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.document.blocks import Block, Document

CONTENTS = "contents.json"
FORMAT = 1
LIMIT = 64 * 1024 * 1024  # bytes

_FORM = "record"
_LINE_TEXTS = ("id", "number", "table")


def lines_of(document: Document) -> DocumentLines:
    """Return a document as lines of plain text. Covers are left out: they hold dates and states that always change."""
    lines = tuple(line for block in document.blocks for line in _lines(block))
    return DocumentLines(document.id, document.title, document.kind, lines)


def _lines(block: Block) -> Iterator[DocumentLine]:
    match block:
        case Heading() | Clause() | Paragraph() | Callout():
            yield _words(block)
        case Bullets() | Checklist():
            yield from _items(block)
        case Table() | Chart():
            yield from _table(chart_table(block) if isinstance(block, Chart) else block)
        case Picture():
            yield DocumentLine(LineKind.CAPTION, (block.title,))
            # What it shows stands in the tables and answers that it is computed from, and is compared there.
            yield DocumentLine(LineKind.TEXT, (block.said,))
        case Form():
            yield from (DocumentLine(LineKind.FIELD, (one.label, plain(one.value)), one.id) for one in block.fields)
        case SignOff():
            yield from (DocumentLine(LineKind.SIGN, (role,)) for role in block.roles)
        case PageBreak():
            return
        case _:
            assert_never(block)


def _words(block: Heading | Clause | Paragraph | Callout) -> DocumentLine:
    words = plain(block.runs)
    match block:
        case Heading():
            return DocumentLine(LineKind.HEADING, (words,), block.id, block.number, block.level)
        case Clause():
            return DocumentLine(LineKind.CLAUSE, (words,), block.id, block.number)
        case Paragraph():
            return DocumentLine(LineKind.TEXT, (words,))
        case Callout():
            return DocumentLine(LineKind.NOTE, (f"{block.title}: {words}" if block.title else words,))


def _items(block: Bullets | Checklist) -> Iterator[DocumentLine]:
    steps = isinstance(block, Bullets) and block.ordered
    kind = LineKind.BOX if isinstance(block, Checklist) else LineKind.STEP if steps else LineKind.ITEM
    yield from (DocumentLine(kind, (plain(item.runs),), level=item.level) for item in block.items)


def _table(table: Table) -> Iterator[DocumentLine]:
    keys = tuple(column.key for column in table.columns)
    if table.title:
        yield DocumentLine(LineKind.CAPTION, (table.title,))
    titles = tuple(column.title for column in table.columns)
    yield DocumentLine(LineKind.COLUMNS, titles, table=table.id, keys=keys)
    for row in table.rows:
        yield DocumentLine(LineKind.ROW, tuple(map(plain, row.cells)), row.id, table=table.id, keys=keys)


def contents_of(documents: Iterable[Document], reader: str, *, is_final: bool, is_part: bool) -> Contents:
    """Return what these documents say; one that is drawn in several formats, or has files beside it, is held once."""
    held: dict[str, Document] = {}
    for one in documents:
        if one.id not in held or one.companions:
            held[one.id] = one
    forms = [one.date for one in held.values() if one.kind == _FORM]
    days = [one.date for one in held.values() if one.kind != _FORM] or forms
    company = next((one.company for one in held.values()), "")
    made, day = ((*found, "")[0] for found in (forms, days))
    return Contents(company, day, reader, tuple(map(lines_of, held.values())), is_final, is_part, made)


def to_bytes(contents: Contents) -> bytes:
    """Return canonical JSON: the same contents always give the same bytes."""
    documents = [
        {"id": one.id, "title": one.title, "kind": one.kind, "lines": [*map(_line_as_data, one.lines)]}
        for one in sorted(contents.documents, key=lambda one: one.id)
    ]
    raw = {
        "format": FORMAT, "company": contents.company, "date": contents.date, "reader": contents.reader,
        "made": contents.made, "final": contents.is_final, "part": contents.is_part, "documents": documents,
    }  # fmt: skip
    return (json.dumps(raw, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode()


def _line_as_data(line: DocumentLine) -> dict[str, object]:
    said: dict[str, object] = {"kind": line.kind.value, "texts": line.texts, "id": line.id, "number": line.number}
    said |= {"level": line.level, "table": line.table, "keys": line.keys}
    return {name: value for name, value in said.items() if value}


def from_bytes(content: bytes, where: str) -> Contents:
    """Return the contents that stand in a member of a packet. Raises ProjectProblem for what is none of ours."""
    try:
        raw = json.loads(content.decode("utf-8"))
        _refuse_newer(raw, where)
        return Contents(
            _text(raw["company"]),
            _text(raw["date"]),
            _text(raw["reader"]),
            tuple(map(_document, raw["documents"])),
            raw["final"] is True,
            raw["part"] is True,
            _text(raw["made"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        message, hint = "What this packet says cannot be read.", "Ask for it again from the person who sent it."
        raise ProjectProblem(message, where=where, hint=hint) from error


def _refuse_newer(raw: object, where: str) -> None:
    number = raw["format"] if isinstance(raw, dict) else None
    if type(number) is int and number > FORMAT:
        message = "This packet was made by a newer soc2desk."
        raise ProjectProblem(message, where=f"{where}, format {number}", hint="Update soc2desk, then compare again.")
    if number != FORMAT:
        raise ValueError("no number of a format")


def _document(raw: dict[str, object]) -> DocumentLines:
    lines = raw["lines"]
    if not isinstance(lines, list):
        raise TypeError("no lines")
    return DocumentLines(_text(raw["id"]), _text(raw["title"]), _text(raw["kind"]), tuple(map(_line, lines)))


def _line(raw: dict[str, object]) -> DocumentLine:
    told = {name: _text(raw.get(name, "")) for name in _LINE_TEXTS}
    level = raw.get("level", 0)
    if type(level) is not int:
        raise TypeError("a level is no number")
    kind = LineKind(_text(raw["kind"]))
    return DocumentLine(kind, _texts(raw.get("texts", [])), level=level, keys=_texts(raw.get("keys", [])), **told)


def _texts(raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list):
        raise TypeError("no list of texts")
    return tuple(map(_text, raw))


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise TypeError("no text")
    raw.encode()  # half a character, which JSON can hold and no file can, is a ValueError here
    return raw
