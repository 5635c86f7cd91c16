"""Where the fields of a record stand in a workbook that was printed here, and the rows that were filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.record_cells import said
from soc2desk.domain.problems import FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.records import RecordType

Sheets = dict[str, list[list[object]]]

FIELDS = "Fields"
"""The hidden sheet in which a printed workbook says what stands behind its headings."""
_RULES, _DUE = "rules", "due_by"
_PLACE = 4
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Found:
    """A sheet with the columns of a table: `field` is that of a table inside the record, empty for the record.

    `headings` are the fields by heading. On a form the headings stand one below the other (`is_form`).
    """

    sheet: str
    field: str
    headings: Mapping[str, str]
    is_form: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number from 1, its cells by field, and the letters of their columns."""

    number: int
    cells: Mapping[str, object]
    columns: Mapping[str, str]
    rows: Mapping[str, int]

    def at(self, name: str) -> str:
        """Return the cell of a field as a spreadsheet program names it, such as D4."""
        return f"{self.columns.get(name, 'A')}{self.rows.get(name, self.number)}"


def places_of(sheets: Sheets, catalogue: Catalogue, name: str) -> tuple[RecordType, tuple[Found, ...]]:
    """Return the layout of a printed workbook and where its fields stand. Raises FileProblem for any other workbook."""
    hint = "Take the workbook that stands beside the record in a packet, and leave its hidden sheet in it."
    listed = [[said(cell) for cell in row] for row in sheets.get(FIELDS, [])[1:] if len(row) >= _PLACE]
    tables: dict[tuple[str, str], dict[str, str]] = {}
    for sheet, table, heading, field in (row[:_PLACE] for row in listed):
        tables.setdefault((sheet, table), {})[heading] = field
    layout = _layout(tables, catalogue)
    if layout is None:
        raise FileProblem("This workbook was not printed here, so its columns are not known.", where=name, hint=hint)
    found = [
        Found(sheet, table.partition("/")[2], headings, is_form=not table)
        for (sheet, table), headings in tables.items()
        if table.partition("/")[2] != _RULES
    ]
    gone = [one.sheet for one in found if one.sheet not in sheets]
    if gone:
        message = f"The sheet {gone[0]} was renamed or taken out, so the record cannot be found."
        raise FileProblem(message, where=name, hint="Give the sheet its name back.")
    return layout, tuple(found)


def _layout(tables: Mapping[tuple[str, str], Mapping[str, str]], catalogue: Catalogue) -> RecordType | None:
    """Return the layout that tables are named after, or the one that has every field of a form."""
    named = {table.partition("/")[0] for _, table in tables if table}
    if len(named) == 1:
        return catalogue.record.get(named.pop())
    fields = {field for headings in tables.values() for field in headings.values()}
    fitting = [one for one in catalogue.records if fields and fields <= {field.name for field in one.fields}]
    return fitting[0] if len(fitting) == 1 else None


def rows_of(found: Found, sheets: Sheets) -> Iterator[Row]:
    """Yield the rows below the headings; a form is one row. Columns that were moved are found by their heading."""
    sheet = sheets[found.sheet]
    if found.is_form:
        yield _form(found, sheet)
        return
    head = next((at for at, row in enumerate(sheet) if _known(row, found)), None)
    if head is None:
        return
    places = {found.headings[words]: at for at, words in _known(sheet[head], found).items()}
    letters = {name: _letters(at) for name, at in places.items()}
    for number, row in enumerate(sheet[head + 1 :], head + 2):
        cells = {name: row[at] for name, at in places.items() if at < len(row) and name != _DUE}
        if any(said(cell) for cell in cells.values()):
            yield Row(number, cells, letters, {})


def _known(row: list[object], found: Found) -> dict[int, str]:
    return {at: words for at, cell in enumerate(row) if (words := said(cell)) in found.headings}


def _form(found: Found, sheet: list[list[object]]) -> Row:
    cells: dict[str, object] = {}
    rows: dict[str, int] = {}
    for number, row in enumerate(sheet, 1):
        name = found.headings.get(said(row[0]) if row else "")
        if name and name not in cells:
            cells[name] = row[1] if len(row) > 1 else None
            rows[name] = number
    return Row(1, cells, dict.fromkeys(cells, "B"), rows)


def _letters(at: int) -> str:
    words = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, _LETTERS)
        words = chr(ord("A") + rest) + words
    return words
