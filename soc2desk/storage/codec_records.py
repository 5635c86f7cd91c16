"""Records between the plain data of a file and typed values: each field by the kind its layout gives it."""

from __future__ import annotations

import re
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.kept_records import KeptRecord, Signature
from soc2desk.storage.read_before import NOTHING_BEFORE, Before
from soc2desk.storage.row_shapes import RECORDS
from soc2desk.storage.values import (
    NotFitting,
    day,
    did_you_mean,
    entries,
    is_empty,
    moment,
    one_of,
    one_value,
    quoted,
    row_id,
    yes_no,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.kept_records import Entry, Line, Scalar
    from soc2desk.domain.records import RecordColumn, RecordField, RecordType
    from soc2desk.reading.located import Plain
    from soc2desk.storage.gathering import Gathering

Path = tuple[str, ...]

TABLE, SIGNATURE, CHOICE = "table", "signature", "choice"
OCCURRENCE_PATTERN = r"^[A-Z]{2,4}-[0-9]{2,3}/[0-9]{4}[0-9A-Z-]{0,8}$"
"""A control and a period: ACC-07/2026-Q3, LOG-02/2026-W31, MON-03/2026-07, GOV-05/2026-27."""
_DAYS = {"entered_on": day, "changed_on": day}
_SAID_ON = "said_on"
_KNOWN = ("type", "occurrence", "values", "entered_by", "evidence", _SAID_ON, *_DAYS)
LARGEST, DECIMALS = 1e12 - 1, 6
"""The largest number that a field holds, and how many places behind the point."""
_NUMBER = rf"[0-9]{{1,12}}([.,][0-9]{{1,{DECIMALS}}})?"


def records_from(gathering: Gathering, catalogue: Catalogue, before: Before = NOTHING_BEFORE) -> tuple[KeptRecord, ...]:
    """Return the records of a file in the order written; what does not fit is gathered with its path.

    What stands as it stood `before` is not read again.
    """
    given = gathering.data.get(RECORDS)
    whole = before.whole(given)
    if whole is not None:
        return whole
    table, old = gathering.table((RECORDS,), given), before.by_id()
    found = (
        old[id_] if id_ in old and before.stands(id_, raw) else _record(gathering, id_, raw, catalogue)
        for id_, raw in table.items()
    )
    return tuple(one for one in found if one is not None)


def record_to_plain(record: KeptRecord) -> dict[str, Plain]:
    """Return a record as it is written in a file: only what somebody filled in."""
    head: dict[str, Plain] = {
        "type": record.type,
        "occurrence": record.occurrence,
        "entered_by": record.entered_by,
        "entered_on": str(record.entered_on or ""),
        "changed_on": str(record.changed_on or ""),
        "evidence": list(record.evidence),
        _SAID_ON: {name: on.isoformat() for name, on in record.said_on.items()},
        "values": {name: entry_to_plain(value) for name, value in record.values.items()},
    }
    return {name: value for name, value in head.items() if value}


def entry_to_plain(value: Entry) -> Plain:
    """Return what a field holds as text, a table of two, or a list of lines."""
    if isinstance(value, tuple):
        return [{name: entry_to_plain(cell) for name, cell in line.items()} for line in value]
    if isinstance(value, Signature):
        return {"by": value.by, **({"on": value.on.isoformat()} if value.on else {})}
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def entry_from(raw: Plain, field: RecordField) -> Entry:
    """Return what a field holds, typed by its kind. Raises NotFitting with what it should be."""
    if field.kind != TABLE:
        return scalar_from(raw, field.kind, field.choices)
    if not isinstance(raw, list):
        raise NotFitting("takes a list of lines.", "Write one line in braces for each: [{user: ana, decision: keep}].")
    return tuple(_line(number, line, field) for number, line in enumerate(raw, 1))


def scalar_from(raw: Plain, kind: str, choices: tuple[str, ...] = ()) -> Scalar:
    """Return one value typed by the kind of its field or column. Raises NotFitting with what it should be."""
    if kind == SIGNATURE:
        return _signature(raw)
    if kind == CHOICE:
        return one_of(raw, choices)
    return _KINDS.get(kind, one_value)(raw)


def _line(number: int, raw: Plain, field: RecordField) -> Line:
    columns = {column.name: column for column in field.columns}
    if not isinstance(raw, dict):
        message = f"holds a line {number} that is no table of columns."
        raise NotFitting(message, f"Its columns are: {', '.join(columns)}.")
    for name in raw:
        if name not in columns:
            message = f"holds in line {number} a column {quoted(name)} that it does not have."
            raise NotFitting(message, did_you_mean(name, columns) or f"Its columns are: {', '.join(columns)}.")
    return {name: _cell(number, cell, columns[name]) for name, cell in raw.items() if not is_empty(cell)}


def _cell(number: int, raw: Plain, column: RecordColumn) -> Scalar:
    try:
        return scalar_from(raw, column.kind, column.choices)
    except NotFitting as error:
        message = f"holds in line {number} a {column.name} that {error.message}"
        raise NotFitting(message, error.hint) from error


def _signature(raw: Plain) -> Signature:
    if isinstance(raw, str):
        return Signature(one_value(raw))
    if not isinstance(raw, dict) or not set(raw) <= {"by", "on"} or is_empty(raw.get("by")):
        raise NotFitting("takes who signed and when.", "Write it as {by: dana-whitfield, on: 2027-01-31}.")
    on = raw.get("on")
    return Signature(one_value(raw["by"]), None if is_empty(on) else day(on))


def _number(raw: Plain) -> float:
    text = one_value(raw)
    if not re.fullmatch(_NUMBER, text):
        message = f"must be a number from 0 on, not {quoted(text)}."
        raise NotFitting(message, "Write digits alone, with a point before decimals: 2.5.")
    return float(text.replace(",", "."))


_KINDS: Mapping[str, Callable[[Plain], Scalar]] = MappingProxyType(
    {"date": day, "datetime": moment, "boolean": yes_no, "number": _number}
)
"""Every other kind (text, long text, a person) is text."""


def _record(gathering: Gathering, id_: str, raw: Plain, catalogue: Catalogue) -> KeptRecord | None:
    path = (RECORDS, id_)
    before = len(gathering.problems)
    gathering.take(path, partial(row_id, id_))
    table = gathering.table(path, raw)
    for name in table:
        if name not in _KNOWN:
            gathering.refuse((*path, name), "is no field of a record.", did_you_mean(name, _KNOWN))
    type_ = gathering.take((*path, "type"), partial(one_of, table.get("type") or "", catalogue.record))
    if type_ is None:
        return None
    values = _values(gathering, (*path, "values"), table.get("values"), catalogue.record[type_])
    head = _head(gathering, path, table)
    said = _said_on(gathering, (*path, _SAID_ON), table.get(_SAID_ON), catalogue.record[type_])
    head[_SAID_ON] = {name: on for name, on in said.items() if name in values and on != head.get("entered_on")}
    return KeptRecord(id_, type_, values=values, **head) if len(gathering.problems) == before else None  # type: ignore[arg-type]


def _head(gathering: Gathering, path: Path, table: dict[str, Plain]) -> dict[str, object]:
    readers: dict[str, Callable[[Plain], object]] = {
        "occurrence": _occurrence, "entered_by": one_value, "evidence": entries, **_DAYS,
    }  # fmt: skip
    said = {name: read for name, read in readers.items() if not is_empty(table.get(name))}
    return {name: gathering.take((*path, name), partial(read, table[name])) for name, read in said.items()}


def _said_on(gathering: Gathering, path: Path, raw: Plain, layout: RecordType) -> dict[str, date]:
    fields = {field.name: field for field in layout.fields}
    found: dict[str, date] = {}
    for name, given in gathering.table(path, raw).items():
        if name not in fields:
            gathering.refuse((*path, name), f"is no field of a {layout.id}.", did_you_mean(name, fields))
        elif not is_empty(given):
            on = gathering.take((*path, name), partial(day, given))
            if on is not None:
                found[name] = on
    return {name: found[name] for name in fields if name in found}


def _occurrence(raw: Plain) -> str:
    text = one_value(raw)
    if not re.fullmatch(OCCURRENCE_PATTERN, text):
        message = f"must be a control and a period, not {quoted(text)}."
        raise NotFitting(message, "Write it as soc2desk schedule prints it: ACC-07/2026-Q3.")
    return text


def _values(gathering: Gathering, path: Path, raw: Plain, layout: RecordType) -> dict[str, Entry]:
    fields = {field.name: field for field in layout.fields}
    values: dict[str, Entry] = {}
    for name, given in gathering.table(path, raw).items():
        if name not in fields:
            gathering.refuse((*path, name), f"is no field of a {layout.id}.", did_you_mean(name, fields))
        elif not is_empty(given) and given != []:
            value = gathering.take((*path, name), partial(entry_from, given, fields[name]))
            if value is not None:
                values[name] = value
    # In the order of the layout, whatever the order in which they were entered.
    return {name: values[name] for name in fields if name in values}
