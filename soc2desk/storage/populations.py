"""Complete lists as files: how many rows they have, and which. Read as tables only; nothing in them is computed."""

from __future__ import annotations

import csv
from io import StringIO
from typing import IO, TYPE_CHECKING

from soc2desk.domain.problems import FileProblem
from soc2desk.domain.spreadsheet_cells import harmless
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.cleaning import clean
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.plain_files import check_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    Cells = tuple[str, ...]

TABLES, WORKBOOKS = frozenset({".csv", ".tsv"}), frozenset({".xlsx"})
MOST_BYTES = 256 * 1024 * 1024
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = ("\t", ",", ";", "|")
_HEAD = 64 * 1024
_LONGEST_CELL = 1_000_000


def is_table(path: Path) -> bool:
    """Return whether a file is named as one whose rows can be counted."""
    return path.suffix.lower() in TABLES | WORKBOOKS


def count_rows(path: Path) -> int:
    """Return how many rows a list has below its headings. Raises FileProblem for what is no table."""
    return sum(1 for _ in rows_of_list(path)) - 1


def rows_of_list(path: Path) -> Iterator[Cells]:
    """Yield each row that holds something, the headings first. Raises FileProblem for what is no table.

    Of a workbook that is the sheet with the most rows.
    """
    found = _workbook_rows(path) if path.suffix.lower() in WORKBOOKS else _table_rows(path)
    empty = True
    for row in found:
        if any(row):
            empty = False
            yield row
    if empty:
        raise FileProblem("The list holds no row, not even headings.", where=str(path), hint="Export it again.")


def _workbook_rows(path: Path) -> Iterator[Cells]:
    from soc2desk.storage.workbooks import read_sheets  # noqa: PLC0415 - a heavy library that a CSV does not need

    longest: Sequence[Sequence[object]] = max(read_sheets(path).values(), key=len, default=[])
    for row in longest:
        yield tuple("" if cell is None else clean(str(cell)) for cell in row)


def _table_rows(path: Path) -> Iterator[Cells]:
    with said_plainly("The list cannot be read.", path):
        check_plain(path)
        if path.stat().st_size > MOST_BYTES:
            message = f"The list is larger than {MOST_BYTES // 1024**2} MB, so its rows are not counted."
            raise FileProblem(message, where=str(path), hint="Give the number of rows yourself.")
        with path.open("rb") as raw:
            head = raw.read(_HEAD)
        with path.open(encoding=_encoding(head), errors="replace", newline="") as file:
            yield from _cells(file, path)


def _encoding(head: bytes) -> str:
    if head.startswith(_WIDE):
        return "utf-16"
    try:
        # The last letter may be cut in two.
        head[:-3].decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _cells(file: IO[str], path: Path) -> Iterator[Cells]:
    start = file.readline()
    if start[:4].lower() == "sep=":
        delimiter, start = start[4:5], ""
    else:
        delimiter = max(_DELIMITERS, key=start.count)
    lines = (line.replace("\0", "") for line in _again(start, file))
    try:
        for row in csv.reader(lines, delimiter=delimiter):
            yield tuple(clean(cell[:_LONGEST_CELL]) for cell in row)
    except csv.Error as error:
        hint = "Look for a quotation mark that is never closed, then export it again."
        raise FileProblem("The list cannot be read as a table.", where=str(path), hint=hint) from error


def _again(start: str, file: IO[str]) -> Iterator[str]:
    if start:
        yield start
    yield from file


def write_rows(path: Path, note: str, rows: Sequence[tuple[str, Cells]]) -> None:
    """Write rows as CSV under a note, each with what stands before it; a cell that a spreadsheet would compute is text.

    Raises FileProblem when the system refuses.
    """
    target = StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow([note])
    writer.writerows([number, *(harmless(cell) for cell in cells)] for number, cells in rows)
    with said_plainly("The sample could not be written.", path):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(path, target.getvalue().encode("utf-8-sig"))
