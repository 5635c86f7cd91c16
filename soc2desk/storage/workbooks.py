"""Cells out of a workbook for Excel: values alone, nothing computed, within limits, and never written to."""

from __future__ import annotations

import warnings
from contextlib import closing, contextmanager
from datetime import date, datetime, time
from typing import IO, TYPE_CHECKING, TypeVar
from zipfile import ZipFile

import openpyxl

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.plain_files import check_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from zipfile import ZipInfo

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

T = TypeVar("T")
Cells = list[object]
"""The values of one row up to its last filled cell: text, numbers, yes or no, days and times; None where empty."""
TextRow = tuple[int, tuple[str, ...]]
"""The number of a row, from 1, and its cells."""

MOST_BYTES = 64 * 1024 * 1024
MOST_UNPACKED = 512 * 1024 * 1024
MOST_TIMES = 250
"""How many times its packed size a large part may have; what spreadsheets write is far below it."""
MOST_PARTS = 5_000
MOST_ROWS = 250_000
MOST_CELLS = 5_000_000
MOST_COLUMNS = 400
"""How many cells of a row are read as text."""

MOST_MARKS, MARKS_A_BYTE = 500_000, 3
"""How many marks a part may have, and how many more for each of its packed bytes: each takes memory to be read."""
MOST_MARKS_WHOLE = {
    "xl/workbook.xml": 50_000, "xl/styles.xml": 200_000, "docProps/": 200_000, "[Content_Types]": 200_000,
}  # fmt: skip
"""How many parts may have that are read as a whole: the sheets by name, looks, and what stands beside."""

_SMALL = 8 * 1024 * 1024  # bytes: a part below this harms nobody, however well it packs
_HEAD = 4_096  # bytes in which an XML part says what it declares
_LAST_ROW = 1_048_576  # of Excel
_ZIP = b"PK\x03\x04"
_OLD = b"\xd0\xcf\x11\xe0"
_PART = "xl/workbook.xml"
_CHUNK = 1024 * 1024  # bytes
_TOO_LARGE = "This workbook would grow far too large when it is unpacked, so it was left alone."
_BROKEN = "This workbook is broken and cannot be read."
_SAVE_AGAIN = "Open it in your spreadsheet program and save it again as XLSX."
_AS_XLSX = "Save it as an XLSX workbook without a password."
_IN_PARTS = "Take it in parts."
_EXACT = 1e15
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})


def is_workbook(path: Path) -> bool:
    """Return whether a file is packed as a workbook is. Raises FileProblem for what is no plain file."""
    check_plain(path)
    with path.open("rb") as file:
        return file.read(len(_ZIP)) == _ZIP


def read_sheets(path: Path) -> dict[str, list[Cells]]:
    """Return the rows of every sheet by its name, hidden ones too; the first row of each list is row 1.

    Nothing is computed: a formula is what the spreadsheet program saved as its result, and empty without one.
    Raises FileProblem for a file that is missing, too large, no workbook or broken.
    """
    with _opened(path) as book:
        return _sheets_of(book)


def sheet_names(path: Path) -> tuple[str, ...]:
    """Return the names of the sheets that are shown. Raises FileProblem as `read_sheets` does."""
    with _opened(path) as book:
        return tuple(sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible")


def rows_of_sheet(path: Path, sheet: str) -> Iterator[TextRow]:
    """Yield the rows of a sheet that hold something, as text, one after the other: for lists of any length.

    A day is written 2027-01-31, yes or no TRUE or FALSE. Raises FileProblem as `read_sheets` does.
    """
    with _opened(path) as book:
        for number, row in enumerate(_rows(book[sheet]), 1):
            cells = [as_text(value) for value in row[:MOST_COLUMNS]]
            if any(cells):
                yield number, tuple(_trimmed(cells))


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
    """Open a workbook that was looked at; whatever goes wrong until it is closed is a sentence that names the file."""
    try:
        with said_plainly("The workbook cannot be read.", path), _told_as_broken():
            _look_at(path)
            # Opened here: what fails while it is loaded would leave the file open.
            with path.open("rb") as file, closing(_loaded(file)) as book:
                for sheet in book.worksheets:
                    # What a sheet says about its own size is often wrong.
                    sheet.reset_dimensions()
                yield book
    except FileProblem as problem:
        raise FileProblem(problem.message, where=problem.where or path.name, hint=problem.hint) from problem


def _look_at(path: Path) -> None:
    """Refuse what is no workbook, or would grow beyond all reason, before anything of it is unpacked."""
    check_plain(path)
    if path.stat().st_size > MOST_BYTES:
        raise FileProblem(f"The workbook is larger than {MOST_BYTES // 1024**2} MB.", hint=_IN_PARTS)
    with path.open("rb") as file:
        start = file.read(len(_ZIP))
    if start == _OLD:
        raise FileProblem("This is an old or a protected workbook, and only open XLSX can be read.", hint=_AS_XLSX)
    if start != _ZIP:
        raise FileProblem("This is no XLSX workbook.", hint=_AS_XLSX)
    with ZipFile(path) as parts:
        _look_into(parts)


def _look_into(parts: ZipFile) -> None:
    listed = parts.infolist()
    unpacked = sum(one.file_size for one in listed)
    swollen = any(one.file_size > max(_SMALL, one.compress_size * MOST_TIMES) for one in listed)
    if unpacked > MOST_UNPACKED or swollen or len(listed) > MOST_PARTS:
        raise FileProblem(_TOO_LARGE)
    if _PART not in parts.namelist():
        raise FileProblem("This is no XLSX workbook.", hint=_AS_XLSX)
    for one in listed:
        # A spreadsheet program declares nothing; a part that does wants to be unfolded.
        if one.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in _head_of(parts, one).upper():
            raise FileProblem("This workbook holds declarations that no spreadsheet program writes.", hint=_SAVE_AGAIN)
        if _marks_left(parts, one) < 0:
            raise FileProblem(_TOO_LARGE, hint=_SAVE_AGAIN)


def _marks_left(parts: ZipFile, one: ZipInfo) -> int:
    """Return how many marks a part could have more; below zero where it has too many to be read."""
    read_whole = (most for name, most in MOST_MARKS_WHOLE.items() if one.filename.startswith(name))
    left = next(read_whole, MOST_MARKS + MARKS_A_BYTE * one.compress_size)
    if one.file_size <= left:  # each has a byte at least
        return left
    with parts.open(one) as part:
        while left >= 0 and (chunk := part.read(_CHUNK)):
            left -= chunk.count(b"<")
    return left


def _head_of(parts: ZipFile, one: ZipInfo) -> bytes:
    with parts.open(one) as part:
        return part.read(_HEAD)


@contextmanager
def _told_as_broken() -> Iterator[None]:
    try:
        yield
    except (FileProblem, OSError):
        raise
    except Exception as error:
        # A damaged part may fail anywhere in the libraries, with any kind of error.
        raise FileProblem(_BROKEN, hint=_SAVE_AGAIN) from error


def _loaded(file: IO[bytes]) -> Workbook:
    with warnings.catch_warnings():
        # It tells of looks and rules it does not know; only values are read here.
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)


def _sheets_of(book: Workbook) -> dict[str, list[Cells]]:
    found: dict[str, list[Cells]] = {}
    left = MOST_CELLS
    for sheet in book.worksheets:
        rows = list(_rows(sheet))
        left -= sum(map(len, rows))
        if left < 0:
            raise FileProblem(f"The workbook has more than {MOST_CELLS:,} cells.", hint=_IN_PARTS)
        found[str(sheet.title)] = rows
    return found


def _rows(sheet: Worksheet) -> Iterator[Cells]:
    # Closed at once when somebody stops on the way, or the file would stay open.
    with closing(sheet.iter_rows(values_only=True)) as given:
        yield from _filled(given)


def _filled(given: Iterable[tuple[object, ...]]) -> Iterator[Cells]:
    """Yield each row up to its last filled cell; empty rows only where a filled one follows."""
    empty = filled = cells = 0
    for number, values in enumerate(given, 1):
        row = _trimmed(values)
        if not row:
            empty += 1
            if number > _LAST_ROW:
                raise FileProblem(_BROKEN, hint=_SAVE_AGAIN)
            continue
        filled, cells = filled + 1, cells + len(row)
        if filled > MOST_ROWS or cells > MOST_CELLS:
            message = f"A sheet has more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells."
            raise FileProblem(message, hint=_IN_PARTS)
        yield from ([] for _ in range(empty))
        empty = 0
        yield row


def _trimmed(values: Sequence[T]) -> list[T]:
    last = len(values)
    while last and (values[last - 1] is None or values[last - 1] == ""):
        last -= 1
    return list(values[:last])
