"""Rows of a workbook one after the other, as text: for lists of any length. Nothing in it is worked out or followed."""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from soc2desk.domain.problems import FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl.workbook import Workbook

MOST_UNPACKED = 400 * 1024 * 1024
MOST_COLUMNS = 400
_RATIO = 200  # real workbooks pack to a tenth; what packs to less than this share is made to hurt
_SMALL = 20 * 1024 * 1024
_EXACT = 1e15
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})
_HINT = "Save it anew in your spreadsheet program, or export it as CSV."

TextRow = tuple[int, tuple[str, ...]]
"""The number of a row, from 1, and its cells."""


def is_workbook(path: Path) -> bool:
    """Return whether a file is packed as a workbook is."""
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def sheet_names(path: Path) -> tuple[str, ...]:
    """Return the names of the sheets that are shown. Raises FileProblem for what is no workbook or would not fit."""
    with _opened(path) as book:
        return tuple(sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible")


def rows_of_sheet(path: Path, sheet: str) -> Iterator[TextRow]:
    """Yield the rows of a sheet that hold something, as text: a day is written 2027-01-31, yes or no TRUE or FALSE."""
    with _opened(path) as book:
        for number, row in enumerate(book[sheet].iter_rows(values_only=True), 1):
            cells = [as_text(value) for value in row[:MOST_COLUMNS]]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                yield number, tuple(cells)


def as_text(value: object) -> str:
    """Return what a cell holds as it would stand in a CSV file; nothing for an error of a formula."""
    if value is None or (isinstance(value, str) and value in _ERRORS):
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.replace(microsecond=0, tzinfo=None).isoformat(" ")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _EXACT else repr(value)
    return value.isoformat() if isinstance(value, date | time) else str(value).strip()


@contextmanager
def _opened(path: Path) -> Iterator[Workbook]:
    _check_size(path)
    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        # The library tells a damaged file by errors of many kinds.
        raise FileProblem("This workbook cannot be read.", where=path.name, hint=_HINT) from error
    try:
        for sheet in book.worksheets:
            # What a workbook says of its own size is often wrong.
            sheet.reset_dimensions()
        yield book
    finally:
        book.close()


def _check_size(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise FileProblem("This workbook cannot be read.", where=path.name, hint=_HINT) from error
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        raise FileProblem("This is no workbook.", where=path.name, hint=_HINT)
    whole = sum(part.file_size for part in parts)
    swollen = any(part.file_size > _SMALL and part.file_size > part.compress_size * _RATIO for part in parts)
    if whole > MOST_UNPACKED or swollen:
        message = f"This workbook would take {whole // 1024**2:,} MB unpacked, which is more than is read here."
        raise FileProblem(message, where=path.name, hint="Export the list as CSV.")
