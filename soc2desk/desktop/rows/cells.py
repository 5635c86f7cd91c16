"""What stands in a cell of a table: a plain value in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from soc2desk.app.importing import short
from soc2desk.app.rows import choices
from soc2desk.app.table_fields import PERSON, SYSTEM, VENDOR
from soc2desk.desktop.dates import said_date
from soc2desk.domain.questions import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.app.session import Plain
    from soc2desk.app.table_fields import Column
    from soc2desk.desktop.fields.spec import Choice
    from soc2desk.desktop.shell import Shell
    from soc2desk.desktop.words import Words

TABLES = {PERSON: "people", VENDOR: "vendors", SYSTEM: "systems"}
"""The table that a column of each kind points into."""


def said_value(plain: Plain, column: Column, words: Words, project: Mapping[str, Plain]) -> str:
    """Return a plain value of a column as a person reads it; empty for nothing."""
    value = column.default if plain is None else plain
    if isinstance(value, list):
        return "; ".join(str(entry) for entry in value)
    text = str(value)
    match column.kind:
        case QuestionKind.YES_NO if text:
            return words(f"table_page.row.{text}")
        case QuestionKind.DATE:
            return _day(text, words)
        case QuestionKind.CHOICE:
            return words.of(short(dict(column.choices).get(text, text)))
        case _ if column.kind in TABLES:
            return _name(project, TABLES[column.kind], text)
    return text


def _day(text: str, words: Words) -> str:
    try:
        return said_date(date.fromisoformat(text), words)
    except ValueError:
        return text


def _name(project: Mapping[str, Plain], table: str, row: str) -> str:
    rows = project.get(table)
    found = rows.get(row) if isinstance(rows, dict) else None
    return str(found.get("name", row)) if isinstance(found, dict) else row


def offered(kind: str, shell: Shell) -> tuple[Choice, ...]:
    """Return the people, vendors or systems that a field offers; who has left says so and stands last."""
    words = shell.words
    return tuple(
        (one.id, words("table_page.left", name=one.name, day=said_date(one.left, words)) if one.left else one.name)
        for one in choices(shell.engagement, TABLES[kind])
    )


def named_list(parts: list[str], words: Words) -> str:
    """Return parts as words in a sentence: "a, b and c"."""
    if len(parts) < 2:  # noqa: PLR2004 - one part stands alone
        return "".join(parts)
    said = words("table_page.listed.two", first=parts[-2], last=parts[-1])
    for part in reversed(parts[:-2]):
        said = words("table_page.listed.more", first=part, rest=said)
    return said


def counted(key: str, count: int, words: Words, **values: object) -> str:
    """Return a text for one or for many."""
    return words(f"{key}.{'one' if count == 1 else 'many'}", count=count, **values)
