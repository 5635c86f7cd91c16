"""A hidden sheet that says which field stands behind each heading, so that what was filled in can be read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Form, Table, text
from soc2desk.renderers.xlsx_cells import words_of
from soc2desk.renderers.xlsx_names import FIELDS, FORM, header_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xlsxwriter import Workbook

    from soc2desk.document.blocks import Document

Place = tuple[str, str, str, str]
"""A sheet, the id of its table (empty for the form), a heading or label on it, and the field behind that."""

_FIRST = ("Sheet", "Table", "Heading", "Field")


def add_fields(workbook: Workbook, document: Document, tables: Mapping[str, Table]) -> None:
    """Add the hidden sheet to a workbook with something to fill in; nothing to any other. `tables` are by sheet."""
    places = [*_of_tables(tables), *_of_forms(document)]
    if not places:
        return
    sheet = workbook.add_worksheet(FIELDS)
    sheet.hide()
    for row, place in enumerate((_FIRST, *places)):
        for column, words in enumerate(place):
            sheet.write_string(row, column, words)


def _of_tables(tables: Mapping[str, Table]) -> Iterator[Place]:
    for name, table in tables.items():
        if not table.to_fill or not table.id:
            continue
        headings = header_names(column.title for column in table.columns)
        for heading, column in zip(headings, table.columns, strict=True):
            yield name, table.id, heading, column.key


def _of_forms(document: Document) -> Iterator[Place]:
    for block in document.blocks:
        for field in block.fields if isinstance(block, Form) else ():
            if field.id:
                yield FORM, "", words_of(text(field.label)), field.id
