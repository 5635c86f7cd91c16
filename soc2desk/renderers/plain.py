"""A document as plain text in Markdown, to paste into a ticket or a pull request; empty spaces stay empty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from soc2desk.document.blocks import (
    Bullets,
    Callout,
    Chart,
    Checklist,
    Clause,
    Form,
    Heading,
    Kind,
    PageBreak,
    Paragraph,
    Picture,
    SignOff,
    Table,
    plain,
)
from soc2desk.renderers.chart_words import as_tables
from soc2desk.renderers.picture_words import in_words
from soc2desk.renderers.safe import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.document.blocks import Block, Document, FormField, Look, Runs

SUFFIX = "md"
TITLE = "Text"

_BOX = "- [ ] "
_YES_NO = ("Yes", "No")
_OPTIONAL = "(optional)"
_SIGNED = ("Name:", "Date and time:")
_SIGN_COLUMNS = ("Role", "Name", "Signature", "Date")
_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>#|~@])")
_BEGINS_A_LIST = re.compile(r"^(\d+)([.)])|^([-+=])")


def render(document: Document, _look: Look) -> bytes:
    """Return `document` as UTF-8 text: its title, then its blocks, without cover and number."""
    parts = [f"# {_words(document.title)}", *filter(None, map(_block, document.blocks))]
    return ("\n\n".join(parts) + "\n").encode()


def _words(text: str) -> str:
    """Return words in which nothing is a sign of Markdown, a tag, or calls a person by @name."""
    kept = _MEANS_SOMETHING.sub(r"\\\1", one_line(text))
    return _BEGINS_A_LIST.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", kept)


def _said(runs: Runs) -> str:
    return _words(plain(runs))


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * min(block.level + 1, 6)} {_said(block.runs)}"
        case Paragraph():
            return _said(block.runs)
        case Clause():
            controls = f" ({', '.join(block.controls)})" if block.controls else ""
            return f"{block.number} {_said(block.runs)}{controls}".strip()
        case Callout():
            return f"> {_words(block.title)} {_said(block.runs)}".rstrip()
        case Bullets() | Checklist():
            return _list(block)
        case _:
            return _to_fill(block)


def _to_fill(block: Table | Chart | Picture | Form | SignOff | PageBreak) -> str:
    match block:
        case Table():
            return _table(block)
        case Chart():
            return "\n\n".join(map(_block, as_tables((block,))))
        case Picture():
            return "\n\n".join(map(_block, in_words(block)))
        case Form():
            return "\n\n".join(map(_field, block.fields))
        case SignOff():
            return _rows(_SIGN_COLUMNS, ((role, "", "", "") for role in block.roles))
        case PageBreak():
            return ""
        case _:
            assert_never(block)


def _list(block: Bullets | Checklist) -> str:
    sign = _BOX if isinstance(block, Checklist) else "1. " if block.ordered else "- "
    return "\n".join(f"{'  ' * item.level}{sign}{_said(item.runs)}" for item in block.items)


def _field(field: FormField) -> str:
    label = f"**{_words(field.label)}**" + ("" if field.required else f" {_OPTIONAL}")
    return "\n".join((label, *((_words(field.help),) if field.help else ()), *_space(field)))


def _space(field: FormField) -> Iterable[str]:
    if field.value:
        return ("", _said(field.value))
    choices = field.choices or (_YES_NO if field.kind is Kind.BOOLEAN else ())
    if choices:
        return ("", *(f"{_BOX}{_words(choice)}" for choice in choices))
    return ("", *(f"- {word} " for word in _SIGNED)) if field.kind is Kind.SIGNATURE else ("",)


def _table(table: Table) -> str:
    if not table.columns:
        return ""
    title = f"**{_words(table.title)}**\n\n" if table.title else ""
    filled = [tuple(plain(cell) for cell in row.cells) for row in table.rows]
    empty = [("",) * len(table.columns)] if table.blank_rows else []
    return title + _rows(tuple(column.title for column in table.columns), (*filled, *empty))


def _rows(titles: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [titles, ("---",) * len(titles)]
    drawn = [f"| {' | '.join(map(_words, lines[0]))} |", f"| {' | '.join(lines[1])} |"]
    return "\n".join((*drawn, *(f"| {' | '.join(map(_words, row))} |" for row in rows)))
