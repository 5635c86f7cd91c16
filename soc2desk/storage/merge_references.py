"""What in the tables of a project names a row of another table, and the same tables with another id for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from soc2desk.storage.codec_records import SIGNATURE, TABLE
from soc2desk.storage.merge_shapes import KEYED_BY_CONTROL, OCCURRENCES, OWN, POINTS_TO, VALUES
from soc2desk.storage.row_shapes import EDITS, RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.reading.located import Plain
    from soc2desk.storage.merge_flat import Flat, Row

RowId = tuple[str, str]
"""A row by its table and its id."""
PEOPLE, PERSON = "people", "person"

Names = Mapping[str, frozenset[str]]
"""The fields of each type of record that hold a person, and the columns as field and column: "lines/user"."""


def people_in_records(catalogue: Catalogue) -> Names:
    """Return which fields of records hold a person."""
    kinds = {PERSON, SIGNATURE}
    return {
        layout.id: frozenset(
            [field.name for field in layout.fields if field.kind in kinds]
            + [
                f"{field.name}/{column.name}"
                for field in layout.fields
                if field.kind == TABLE
                for column in field.columns
                if column.kind in kinds
            ]
        )
        for layout in catalogue.record.values()
    }


def named_in(flat: Flat, people: Names) -> Iterator[tuple[RowId, str]]:
    """Yield every row that is named, with the place that names it: ("people", "sam"), "owners.ACC-07.owner"."""
    for table, rows in flat.items():
        for id_, row in rows.items():
            if table in KEYED_BY_CONTROL:
                yield (OWN, id_), f"{table}.{id_}"
            for name, value in row.items():
                found: list[RowId] = []
                _walked(table, name, value, row, people, partial(_noted, found))
                yield from ((one, f"{table}.{id_}.{name.removeprefix(VALUES)}") for one in found)


def _noted(found: list[RowId], one: RowId) -> str:
    found.append(one)
    return one[1]


def renamed(flat: Flat, names: Mapping[RowId, str], people: Names) -> Flat:
    """Return the tables with other ids for some rows, and everything that names them following."""
    if not names:
        return flat

    def now(one: RowId) -> str:
        return names.get(one, one[1])

    made: Flat = {}
    for table, rows in flat.items():
        keyed = OWN if table in KEYED_BY_CONTROL else table
        made[table] = {
            now((keyed, id_)): {name: _walked(table, name, value, row, people, now) for name, value in row.items()}
            for id_, row in rows.items()
        }
    return made


def _walked(table: str, name: str, value: Plain, row: Row, people: Names, now: Callable[[RowId], str]) -> Plain:
    """Return a value with every id in it that names a row exchanged by `now`."""
    target = POINTS_TO.get((table, name))
    if target is not None:
        return _exchanged(value, target, now)
    if (table, name) in OCCURRENCES and isinstance(value, str):
        control, slash, period = value.partition("/")
        return now((OWN, control)) + slash + period
    if (table, name) == (EDITS.name, "text") and isinstance(value, str):
        return re.sub(rf"\b{OWN_ID}\b", lambda found: now((OWN, found[0])), value)
    if table == RECORDS and name.startswith(VALUES):
        return _in_record(name.removeprefix(VALUES), value, people.get(str(row.get("type")), frozenset()), now)
    return value


OWN_ID = "OWN-[0-9]{2,3}"


def _exchanged(value: Plain, target: str, now: Callable[[RowId], str]) -> Plain:
    if isinstance(value, list):
        return [_exchanged(one, target, now) for one in value]
    return now((target, value)) if isinstance(value, str) else value


def _in_record(name: str, value: Plain, held: frozenset[str], now: Callable[[RowId], str]) -> Plain:
    if isinstance(value, list):
        return [
            {column: _in_record(f"{name}/{column}", cell, held, now) for column, cell in line.items()}
            if isinstance(line, dict)
            else line
            for line in value
        ]
    if name not in held:
        return value
    if isinstance(value, dict):
        by = value.get("by")
        return {**value, "by": now((PEOPLE, by))} if isinstance(by, str) else value
    return now((PEOPLE, value)) if isinstance(value, str) else value
