"""Rows out of a spreadsheet: a CSV file, a workbook or what was copied, as clean text and nothing else."""

from __future__ import annotations

import csv
import re
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.cleaning import clean
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.plain_files import check_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 5_000

Rows = tuple[tuple[int, tuple[str, ...]], ...]
"""Each row that holds something: its number in the spreadsheet, from 1, and its cells."""

_DELIMITERS = ("\t", ",", ";")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_WORKBOOK, _OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SEPARATOR = re.compile("sep=(.)\r?\n", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROL = 100  # one stray sign in a hundred is an accident of copying, more is no text
_SAVE_AS = "Save it as CSV in your spreadsheet program, or copy the cells and paste them here."


def read_sheet(path: Path) -> Rows:
    """Return the rows of a CSV file, or of the first sheet of a workbook that holds something.

    Raises FileProblem for one that is too large or no table.
    """
    with said_plainly("The file cannot be read.", path):
        check_plain(path)
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    if raw.startswith(_WORKBOOK) and len(raw) <= MOST_BYTES:
        return _of_workbook(path)
    try:
        return rows_of(_decoded(raw))
    except FileProblem as problem:
        raise FileProblem(problem.message, where=path.name, hint=problem.hint) from problem


def _of_workbook(path: Path) -> Rows:
    # Loaded only now: most tables come as text.
    from soc2desk.storage.workbooks import rows_of_sheet, sheet_names  # noqa: PLC0415

    try:
        with said_plainly("The file cannot be read.", path):
            for name in sheet_names(path):
                rows = tuple(islice(rows_of_sheet(path, name), MOST_ROWS + 2))
                if rows:
                    return _counted(tuple((number, tuple(clean(cell) for cell in row)) for number, row in rows))
    except FileProblem as problem:
        raise FileProblem(problem.message, where=path.name, hint=_SAVE_AS) from problem
    return ()


def rows_of(text: str) -> Rows:
    """Return the rows of text that was copied or read; tabs, commas or semicolons part the cells."""
    # A character takes one byte at least.
    if len(text) > MOST_BYTES:
        raise _too_large()
    control = len(_CONTROL.findall(text))
    if control * _MOST_CONTROL > len(text):
        raise FileProblem("This is not text, so no table can be read from it.", hint=_SAVE_AS)
    said = _SEPARATOR.match(text)
    body = text[said.end() :] if said else text
    first = 2 if said else 1
    delimiter = said.group(1) if said else _delimiter(body)
    return _counted(tuple((number, row) for number, row in enumerate(_cells(body, delimiter), first) if any(row)))


def _counted(rows: Rows) -> Rows:
    if len(rows) > MOST_ROWS + 1:
        message = f"The table is too long: at most {MOST_ROWS:,} rows can be taken at once."
        raise FileProblem(message, hint="Take it in parts.")
    return rows


def _decoded(raw: bytes) -> str:
    if len(raw) > MOST_BYTES:
        raise _too_large()
    if raw.startswith(_OLD_WORKBOOK):
        raise FileProblem("This is a workbook of the old kind, which cannot be read.", hint=_SAVE_AS)
    for encoding in ("utf-16",) if raw.startswith(_WIDE) else ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileProblem("This is not text, so no table can be read from it.", hint=_SAVE_AS)


def _too_large() -> FileProblem:
    return FileProblem(f"The table is larger than {MOST_BYTES // 1024**2} MB.", hint="Take it in parts.")


def _delimiter(text: str) -> str:
    """Return what parts most cells in the first row that holds something."""
    start = text.lstrip("\r\n\ufeff ")
    line = start.partition("\n")[0]
    return max(_DELIMITERS, key=lambda sign: len(_outside_quotes(line).split(sign)))


def _outside_quotes(line: str) -> str:
    return re.sub('"[^"]*"', "", line)


def _cells(text: str, delimiter: str) -> Iterator[tuple[str, ...]]:
    # What a spreadsheet copies has quotation marks only round cells with line ends, so a cell may begin with one.
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        if delimiter != "\t":
            hint = "Look for a quotation mark that is never closed, then save it as CSV again."
            raise FileProblem("The quotation marks of this table do not fit together.", hint=hint) from error
        rows = [line.split("\t") for line in text.splitlines()]
    yield from (tuple(clean(cell) for cell in row) for row in rows)
