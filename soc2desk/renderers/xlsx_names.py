"""Names a workbook can hold: of its sheets and of a table's columns, each unique whatever the case."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.renderers.safe import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

ABOUT, FORM, LISTS, FIELDS = "About", "Form", "Lists", "Fields"

_SHEET_LIMIT = 31  # UTF-16 units
_HEADER_LIMIT = 255  # UTF-16 units
_RESERVED = (ABOUT, FORM, LISTS, FIELDS, "History")  # Excel keeps the last one for itself
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9]+")
_NOT_IN_SHEETS = re.compile(r"\s*[\[\]:*?/\\]+\s*")


def sheet_names(titles: Iterable[str]) -> tuple[str, ...]:
    """Return one sheet name for each table title, in order; "Table 2" for the second when it has no title."""
    cleaned = (_NOT_IN_SHEETS.sub(" ", one_line(title)).strip(" '") for title in titles)
    wanted = [name or f"Table {number}" for number, name in enumerate(cleaned, start=1)]
    return _unique(wanted, _SHEET_LIMIT, _RESERVED)


def table_names(sheets: Iterable[str]) -> tuple[str, ...]:
    """Return the name by which formulas call the table of each sheet, in order: in letters, digits and low lines."""
    names: list[str] = []
    for number, sheet in enumerate(sheets, start=1):
        words = _NOT_IN_NAMES.sub("_", sheet).strip("_")
        name = f"Table_{words or number}"
        names.append(name if name.lower() not in map(str.lower, names) else f"{name}_{number}")
    return tuple(names)


def header_names(titles: Iterable[str]) -> tuple[str, ...]:
    """Return one header for each column title, in order; "Column 2" for the second when it has no title."""
    wanted = [one_line(title) or f"Column {number}" for number, title in enumerate(titles, start=1)]
    return _unique(wanted, _HEADER_LIMIT, ())


def _unique(names: Iterable[str], limit: int, reserved: Iterable[str]) -> tuple[str, ...]:
    taken = {name.lower() for name in reserved}
    unique = []
    for name in names:
        free = shortened(name, limit)
        number = 1
        while free.lower() in taken:
            number += 1
            ending = f" ({number})"
            free = shortened(name, limit - len(ending)) + ending
        taken.add(free.lower())
        unique.append(free)
    return tuple(unique)


def shortened(text: str, limit: int) -> str:
    """Return as much of `text` as fits into `limit` UTF-16 units, which is how Excel counts."""
    if len(text) * 2 <= limit:
        return text
    return text.encode("utf-16-le")[: limit * 2].decode("utf-16-le", "ignore").rstrip()
