"""The tables of a project file: the plain form laid out as rows, and back."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from soc2desk import __version__
from soc2desk.domain.problems import ProjectProblem
from soc2desk.reading.located import Located
from soc2desk.storage.atomic_json import broken
from soc2desk.storage.row_shapes import ANSWERS, DOCUMENT_DATE, NOT_RELEVANT, TOP_LEVEL

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.reading.located import Plain

META = "meta"
_PLAIN_TABLES = (ANSWERS, NOT_RELEVANT)
_IN_META = ("format", DOCUMENT_DATE)
_EXAMPLE = "example"
_NOTHING: Mapping[str, Any] = MappingProxyType({})

Row = dict[str, Any]


def to_tables(
    plain: Mapping[str, Plain], name: str, example: str = "", more: Mapping[str, Any] = _NOTHING
) -> dict[str, list[Row]]:
    """Return every table of a project as rows, with the format, the program's version and `more` in the table meta.

    `example` is the made-up company of the sample that it was made from.
    """
    meta = {"name": name, "program": __version__, **{key: plain[key] for key in _IN_META if key in plain}, **more}
    if example:
        meta[_EXAMPLE] = example
    tables: dict[str, list[Row]] = {META: [meta]}
    for section in TOP_LEVEL:
        part = plain.get(section)
        if isinstance(part, dict):
            tables[section] = [_row(section, id_, value) for id_, value in part.items()]
    return tables


def from_tables(tables: Mapping[str, list[Row]], path: Path) -> tuple[Located, str]:
    """Return the plain form and the project's name. Raises ProjectProblem for rows that are none."""
    meta = tables.get(META, [])
    if len(meta) != 1 or not _is_plain(meta[0]):
        raise broken(path, "The project file does not say what it is.")
    plain: dict[str, Plain] = {key: meta[0][key] for key in _IN_META if key in meta[0]}
    for section, rows in tables.items():
        if section != META:
            plain[section] = _part(section, rows, path)
    shown = f"{path.parent.name}/{path.name}"
    return Located(plain, {}, shown, ProjectProblem), str(meta[0].get("name") or path.parent.name)


def example_in(tables: Mapping[str, Mapping[str, Row]]) -> str:
    """Return the made-up company of the sample that a project was made from; empty for one of somebody's own."""
    return next((str(row.get(_EXAMPLE) or "") for row in tables.get(META, {}).values()), "")


def _row(section: str, id_: str, value: Plain) -> Row:
    inner = {"value": value} if section in _PLAIN_TABLES or not isinstance(value, dict) else value
    return {"id": id_, **inner}


def _part(section: str, rows: list[Row], path: Path) -> dict[str, Plain]:
    part: dict[str, Plain] = {}
    for row in rows:
        id_ = row.get("id")
        if not isinstance(id_, str) or not _is_plain(row):
            raise broken(path, f"A row of the table {section} has no id, or holds what is no text.")
        if id_ in part:
            raise broken(path, f"Two rows of the table {section} have the id {id_}.")
        inner = {key: value for key, value in row.items() if key != "id"}
        part[id_] = inner.get("value") if section in _PLAIN_TABLES else inner
    return part


def _is_plain(value: object) -> bool:
    match value:
        case str() | None:
            return True
        case list():
            return all(_is_plain(inner) for inner in value)
        case dict():
            return all(_is_plain(inner) for inner in value.values())
        case _:
            return False
