"""The plain form of a project as tables of rows of fields, all alike, so that two can be laid side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.project import FORMAT
from soc2desk.storage.merge_shapes import SAID_ON, VALUES
from soc2desk.storage.row_shapes import ANSWERS, DOCUMENT_DATE, ENTRY_DAYS, NOT_RELEVANT, RECORDS, TOP_LEVEL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.reading.located import Plain

VALUE = "value"
"""The one field of an answer, a reason, and the day of the documents."""
THE_DAY = "day"
_SINGLE = (ANSWERS, NOT_RELEVANT)
_INSIDE = (("values", VALUES), ("said_on", SAID_ON))

Row = dict[str, "Plain"]
Table = dict[str, Row]
Flat = dict[str, Table]


def flat_of(plain: Mapping[str, Plain]) -> Flat:
    """Return a plain form as tables. The days on which claimed days were entered are not among them."""
    found: Flat = {}
    for name in TOP_LEVEL:
        part = plain.get(name)
        if name == DOCUMENT_DATE and part:
            found[name] = {THE_DAY: {VALUE: part}}
        elif isinstance(part, dict) and name != ENTRY_DAYS.name:
            found[name] = {id_: _row(name, row) for id_, row in part.items()}
    return found


def plain_of(flat: Flat) -> dict[str, Plain]:
    """Return tables as a plain form again; a row that says nothing stands for itself or is left out when read."""
    plain: dict[str, Plain] = {"format": str(FORMAT)}
    for name, table in flat.items():
        if name == DOCUMENT_DATE:
            plain[name] = table.get(THE_DAY, {}).get(VALUE)
        elif table:
            plain[name] = {id_: _written(name, row) for id_, row in table.items()}
    return {name: part for name, part in plain.items() if part is not None}


def _row(table: str, row: Plain) -> Row:
    if table in _SINGLE or not isinstance(row, dict):
        return {VALUE: row}
    if table != RECORDS:
        return dict(row)
    made = {name: value for name, value in row.items() if name not in {inner for inner, _ in _INSIDE}}
    for inner, mark in _INSIDE:
        part = row.get(inner)
        made |= {mark + name: value for name, value in (part if isinstance(part, dict) else {}).items()}
    return made


def _written(table: str, row: Row) -> Plain:
    if table in _SINGLE:
        return row.get(VALUE)
    if table != RECORDS:
        return dict(row)
    marks = tuple(mark for _, mark in _INSIDE)
    made: Row = {name: value for name, value in row.items() if not name.startswith(marks)}
    for inner, mark in _INSIDE:
        part: dict[str, Plain] = {
            name.removeprefix(mark): value for name, value in row.items() if name.startswith(mark)
        }
        if part:
            made[inner] = part
    return made
