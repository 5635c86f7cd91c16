"""Record layouts with their words: fields, columns, choices, and the rules that make a record complete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from soc2desk.content.joining import check_ids, join
from soc2desk.content.names import read_condition, read_names
from soc2desk.content.read_library import inverted
from soc2desk.domain.conditions import ALWAYS, names_in
from soc2desk.domain.problems import nearest
from soc2desk.domain.records import FITTING, SOURCES, RecordColumn, RecordField, RecordType, source_of
from soc2desk.reading.expressions import parse_condition

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from soc2desk.content.found import Found
    from soc2desk.content.joining import Reading
    from soc2desk.content.read_library import Rows
    from soc2desk.content.rows import FieldRow
    from soc2desk.content.words import FieldWords
    from soc2desk.domain.conditions import Condition
    from soc2desk.domain.controls import Control

_NEVER = "A form says who, what and by when in advance, and never what was done."


def read_records(found: Rows, controls: Iterable[Control], reading: Reading) -> tuple[RecordType, ...]:
    """Return the record layouts, each with the controls that name it."""
    by_record = inverted((control.id, control.records) for control in controls)
    made = []
    for row, text in join(found["records"], "records", "record", reading):
        check_ids(row, "owner", "role", reading)
        check_ids(row, "owed_by", "control", reading)
        value, said = row.value, text.value
        if value.tool and value.tool not in reading.names:
            message = f"{row.id} is kept in {value.tool}, which no question names."
            reading.problems.append(row.refuse(message, "tool", hint=nearest(value.tool, reading.names)))
        for at, rule in enumerate(said.rules):
            read_names(text, rule, reading, "rules", at)
        made.append(
            RecordType(
                id=row.id,
                title=said.title,
                # The plain word, as the twin gives it back: the fingerprint is taken of the catalogue's repr.
                cadence=value.cadence.value,
                owner=value.owner,
                when=said.when,
                fields=_fields(row, text, reading),
                rules=said.rules,
                sign_off=said.sign_off,
                controls=by_record.get(row.id, ()),
                owed_by=value.owed_by,
                worksheet=value.worksheet,
                tool=value.tool,
            )
        )
    return tuple(made)


def _fields(row: Found[Any], text: Found[Any], reading: Reading) -> tuple[RecordField, ...]:
    said = text.value.fields
    names = [field.name for field in row.value.fields]
    _differ(f"The fields of {row.id}", names, said, text, ("fields",), reading)
    return tuple(_field(row, at, text, reading) for at, one in enumerate(row.value.fields) if one.name in said)


def _field(row: Found[Any], at: int, text: Found[Any], reading: Reading) -> RecordField:
    one: FieldRow = row.value.fields[at]
    said: FieldWords = text.value.fields[one.name]
    place = ("fields", at)
    for words in (said.label, said.help, said.by):
        read_names(text, words, reading, "fields", one.name)
    _check_kind(row, at, reading)
    _check_filled(row, one.filled_from, one.kind, place, reading)
    _check_filled(row, one.choices_from, "text", (*place, "choices_from"), reading)
    if bool(one.required_when) != bool(said.needed):
        message = f"{one.name} of {row.id} says when it is needed in a condition or in words, and not in both."
        reading.problems.append(text.refuse(message, "fields", one.name))
    return RecordField(
        name=one.name,
        label=said.label,
        kind=one.kind,
        required=one.required,
        help=said.help,
        when=read_condition(row, one.when, reading, *place, "when"),
        required_when=_among_fields(row, one.required_when, (*place, "required_when"), reading),
        needed=said.needed,
        choices=one.choices,
        choice_labels=_labels(one.choices, said.choices, text, (one.name,), reading),
        columns=_columns(row, at, text, reading),
        filled_from=one.filled_from,
        choices_from=one.choices_from,
        by=said.by,
    )


def _columns(row: Found[Any], at: int, text: Found[Any], reading: Reading) -> tuple[RecordColumn, ...]:
    one: FieldRow = row.value.fields[at]
    said = text.value.fields[one.name].columns
    where = ("fields", one.name, "columns")
    _differ(f"The columns of {one.name} in {row.id}", [c.name for c in one.columns], said, text, where, reading)
    made = []
    for index, column in enumerate(one.columns):
        if column.name not in said:
            continue
        words = said[column.name]
        _check_filled(row, column.filled_from, column.kind, ("fields", at, "columns", index), reading)
        labels = _labels(column.choices, words.choices, text, (one.name, "columns", column.name), reading)
        if (column.kind == "choice") != bool(column.choices):
            message = f"The column {column.name} of {row.id} is a choice without choices, or the other way round."
            reading.problems.append(row.refuse(message, "fields", at, "columns", index))
        made.append(
            RecordColumn(column.name, words.label, column.kind, words.help, column.choices, labels, column.filled_from)
        )
    return tuple(made)


def _check_kind(row: Found[Any], at: int, reading: Reading) -> None:
    one: FieldRow = row.value.fields[at]
    if (one.kind == "table") != bool(one.columns):
        message = f"{one.name} of {row.id} is a table without columns, or has columns and is none."
        reading.problems.append(row.refuse(message, "fields", at))
    if (one.kind == "choice") != bool(one.choices):
        message = f"{one.name} of {row.id} is a choice without choices, or the other way round."
        reading.problems.append(row.refuse(message, "fields", at))


def _check_filled(row: Found[Any], filled: str, kind: str, place: tuple[str | int, ...], reading: Reading) -> None:
    """Refuse a source nobody offers, and any that would say in advance what was done."""
    try:
        source = source_of(filled)
    except ValueError:
        message = f"Nothing of the company is called {filled}."
        reading.problems.append(row.refuse(message, *place, hint=nearest(filled, SOURCES)))
        return
    if source is not None and kind not in FITTING[source.part]:
        message = f"A field of the kind {kind} cannot be filled in advance from {filled}."
        reading.problems.append(row.refuse(message, *place, hint=_NEVER))


def _among_fields(row: Found[Any], text: str, place: tuple[str | int, ...], reading: Reading) -> Condition:
    """Return a condition over the fields of the record itself; empty text means always."""
    if not text:
        return ALWAYS
    condition = parse_condition(text, row.where(*place))
    names = {field.name for field in row.value.fields}
    for name in names_in(condition):
        if name not in names:
            message = f"{row.id} has no field {name}."
            reading.problems.append(row.refuse(message, *place, hint=nearest(name, names)))
    return condition


def _labels(
    choices: tuple[str, ...], said: dict[str, str], text: Found[Any], where: tuple[str, ...], reading: Reading
) -> tuple[str, ...]:
    _differ(f"The choices of {where[-1]} in {text.id}", choices, said, text, ("fields", *where, "choices"), reading)
    return tuple(said.get(choice, choice) for choice in choices)


def _differ(
    what: str,
    names: Collection[str],
    said: Collection[str],
    text: Found[Any],
    where: tuple[str, ...],
    reading: Reading,
) -> None:
    apart = set(names) ^ set(said)
    if apart:
        message = f"{what} and their words differ: {', '.join(sorted(apart))}."
        reading.problems.append(text.refuse(message, *where))
