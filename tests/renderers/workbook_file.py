"""Workbooks made and opened again, for the tests of the renderer."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl

from soc2desk.document.blocks import (
    Column,
    Document,
    Look,
    Row,
    Table,
    text,
)
from soc2desk.renderers import xlsx
from tests.renderers.every_kind import LOOK

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet


def opened(made: Document, look: Look = LOOK) -> Workbook:
    """Return the workbook of a document, read back."""
    return openpyxl.load_workbook(io.BytesIO(xlsx.render(made, look)))


def table_of(*columns: Column, rows: tuple[tuple[str, ...], ...] = (), title: str = "T", blank_rows: int = 0) -> Table:
    """Return a table of plain words."""
    drawn = tuple(Row(tuple(text(cell) for cell in row)) for row in rows)
    return Table(columns, drawn, title, blank_rows=blank_rows)


def rules_of(sheet: Worksheet) -> list[DataValidation]:
    """Return the rules of a sheet on what may be typed."""
    return list(sheet.data_validations.dataValidation)
