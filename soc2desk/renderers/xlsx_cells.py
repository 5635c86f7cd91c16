"""What stands in one cell: dates as dates and numbers as numbers where that is certain, else the words as they are."""

from __future__ import annotations

import math
import re
from datetime import datetime
from typing import TYPE_CHECKING, assert_never

from soc2desk.document.blocks import Kind, Mark
from soc2desk.renderers.safe import clean, is_outside
from soc2desk.renderers.xlsx_names import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from soc2desk.document.blocks import Runs

Value = str | float | datetime

CUT = " (cut here: whole text in the PDF or Word file)"
DATE_FORMAT, DATETIME_FORMAT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm"

_CELL_LIMIT = 32_767  # UTF-16 units, of Excel
_LEADING, _ROOM, _TALLEST = 1.28, 4.0, 409.0  # line height to letter height; points beside the lines, and at most
# A width counts digits of 11 points: of running text of 10 points rather more goes on a line, of ids and names no more.
# Where Calibri is missing, letters are wider than Excel's: some room stays for them.
_SHORT, _RUNNING = 30, 1.1
_FIRST_YEAR = 1900  # of Excel's calendar
_DAY = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?)?", re.ASCII)
# No leading zero and at most 15 digits: what would not come back as it was typed stays text.
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,11})(\.\d{1,3})?", re.ASCII)


def words_of(runs: Runs) -> str:
    """Return the text of runs for a cell; an address that is only behind the words is written after them."""
    parts = []
    for run in runs:
        parts.append(run.text)
        if is_outside(run.target) and run.target.removeprefix("mailto:") not in run.text:
            parts.append(f" ({run.target.removeprefix('mailto:')})")
    return fitting("".join(parts))


def fitting(text: str) -> str:
    """Return clean `text` that a cell can hold; where it is cut, the cell says so."""
    text = clean(text)
    if len(text) * 2 <= _CELL_LIMIT or len(text.encode("utf-16-le")) <= _CELL_LIMIT * 2:
        return text
    return shortened(text, _CELL_LIMIT - len(CUT)) + CUT


def mark_of(runs: Runs) -> Mark:
    """Return the mark that matters most in a cell: open before suggested before planned."""
    marks = {run.mark for run in runs}
    return next((mark for mark in (Mark.OPEN, Mark.SUGGESTED, Mark.PLANNED) if mark in marks), Mark.NONE)


def value_of(words: str, kind: Kind) -> Value:
    """Return what a column of this kind holds for `words`; the words themselves when they are nothing else."""
    if kind is Kind.NUMBER and _NUMBER.fullmatch(words):
        return float(words)
    if kind in {Kind.DATE, Kind.DATETIME}:
        return _day(words) or words
    return words


def _day(words: str) -> datetime | None:
    if not _DAY.fullmatch(words):
        return None
    try:
        day = datetime.fromisoformat(words)
    except ValueError:  # the thirtieth of February
        return None
    return day if day.year >= _FIRST_YEAR else None


def put(sheet: Worksheet, row: int, column: int, value: Value, look: Format) -> None:
    """Write a value; text is only ever text, never a formula or a link."""
    match value:
        case "":
            sheet.write_blank(row, column, None, look)
        case str():
            sheet.write_string(row, column, value, look)
        case float():
            sheet.write_number(row, column, value, look)
        case datetime():
            sheet.write_datetime(row, column, value, look)
        case _:
            assert_never(value)


def height_for(cells: Iterable[tuple[str, float]], points: float = 10) -> float | None:
    """Return the height in points of a row with these texts in columns of these widths; None for a single line.

    A row of one line keeps no height of its own, so that it grows when somebody types more into it.
    """
    lines = max((_lines_of(text, width) for text, width in cells), default=1)
    return min(lines * points * _LEADING + _ROOM, _TALLEST) if lines > 1 else None


def _lines_of(text: str, width: float) -> int:
    if len(text) < width and text.isascii() and "\n" not in text:
        return 1
    letters = (letters_of(line) for line in text.split("\n"))
    return sum(max(1, math.ceil(count / (width * _RUNNING if count > _SHORT else width))) for count in letters)


def letters_of(text: str) -> int:
    """Return how many letters wide the longest line of `text` is; an East Asian sign counts as two."""
    if text.isascii():
        # Asked for each word of tables with thousands of rows.
        return max(map(len, text.split("\n"))) if "\n" in text else len(text)
    return max((len(line) + sum(char >= "\u2e80" for char in line) for line in text.split("\n")), default=0)
