"""What every record needs whatever its layout: the required fields, real choices, days that can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.conditions import NOT_KNOWN, decide, names_in
from soc2desk.domain.entered_late import performed
from soc2desk.domain.kept_records import Signature
from soc2desk.domain.record_lacks import SIGNATURE, TABLE, day_of, fields_that_matter, has

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.domain.conditions import Known, NotKnown
    from soc2desk.domain.kept_records import Entry
    from soc2desk.domain.record_lacks import Lack, Looked
    from soc2desk.domain.records import RecordField

AHEAD = frozenset(
    {"due", "due_date", "next_review", "retention_until", "expires", "start_date", "last_day_time", "new_date"}
)
"""Fields and columns whose day may lie ahead: they say by when, not what was done."""


def field_lacks(looked: Looked) -> Iterator[Lack]:
    """Yield what is missing or wrong in the fields, one after the other."""
    for field in fields_that_matter(looked.layout, looked.engagement):
        value = looked.record.values.get(field.name)
        if not has(value):
            if is_required(looked, field):
                yield looked.lack("missing", field.name)
            continue
        yield from _of_value(looked, field, value)


def is_required(looked: Looked, field: RecordField) -> bool:
    """Return whether a field must be filled in, by what the others of the record say."""
    return field.required and decide(field.required_when, _said(looked, field)) is True


def _said(looked: Looked, field: RecordField) -> Mapping[str, Known | NotKnown]:
    """Return what the condition of a field asks for; what nobody filled in is not known."""
    names: dict[str, Known | NotKnown] = {}
    for name in names_in(field.required_when):
        value = looked.record.values.get(name)
        names[name] = value if isinstance(value, str | bool) else NOT_KNOWN
    return names


def _of_value(looked: Looked, field: RecordField, value: Entry | None) -> Iterator[Lack]:
    if field.kind == TABLE:
        yield from _of_lines(looked, field)
        return
    if field.choices and isinstance(value, str) and value not in field.choices:
        yield looked.lack("no_choice", field.name, said=value)
    if isinstance(value, Signature):
        yield from _of_signature(looked, field, value)
    yield from _ahead(looked, field.name, value)


def _of_lines(looked: Looked, field: RecordField) -> Iterator[Lack]:
    for number, line in looked.lines(field.name):
        for column in field.columns:
            cell = line.get(column.name)
            if column.choices and isinstance(cell, str) and cell not in column.choices:
                yield looked.lack("no_choice", field.name, number, column.name, said=cell)
            yield from _ahead(looked, field.name, cell, number, column.name)


def _ahead(looked: Looked, name: str, value: object, line: int = 0, column: str = "") -> Iterator[Lack]:
    day = day_of(value)
    if day is not None and (column or name) not in AHEAD and day > looked.engagement.day:
        yield looked.lack("ahead", name, line, column, day=day)


def _of_signature(looked: Looked, field: RecordField, value: Signature) -> Iterator[Lack]:
    if value.on is None:
        yield looked.lack("no_day", field.name)
        return
    name = performed(looked.layout)
    done = looked.record.day(name) if name and field.name not in BEFORE_IT else None
    if name != field.name and done is not None and value.on < done:
        yield looked.lack("signed_before", field.name, day=value.on, done=done)


BEFORE_IT = frozenset({"approval", "peer_review", "manager_approval", "owner_approval", "officer_consulted"})
"""Signatures that come before what is done: who allows it, not who says that it was done."""

__all__ = ["AHEAD", "SIGNATURE", "field_lacks", "is_required"]
