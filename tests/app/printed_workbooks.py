"""Workbooks as a packet holds them, filled in as a person would, for the tests of reading them back."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl

from soc2desk.document.blocks import Document, Look
from soc2desk.document.record_forms import blank_form
from soc2desk.document.record_sheets import worksheet
from soc2desk.renderers import xlsx
from tests.composed import catalogue
from tests.domain.filled_records import engagement
from tests.renderers.every_kind import LOOK, document

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.document.blocks import Block

Cell = tuple[str, str, object]
"""A sheet, a cell and what is typed there."""


def printed(layout: str, *, form: bool = False) -> bytes:
    """Return the workbook of a layout as it is printed, or its blank form as a workbook."""
    record = catalogue().record[layout]
    make = blank_form if form else worksheet
    blocks: tuple[Block, ...] = make(record, engagement())
    made: Document = replace(document(), blocks=blocks)
    look: Look = LOOK
    return xlsx.render(made, look)


def filled_in(path: Path, layout: str, *cells: Cell, form: bool = False) -> Path:
    """Write a printed workbook with cells filled in, and return where it stands."""
    book = openpyxl.load_workbook(io.BytesIO(printed(layout, form=form)))
    for sheet, cell, value in cells:
        book[sheet][cell] = value
    book.save(path)
    return path
