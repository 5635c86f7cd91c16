"""A questionnaire that came back, taken apart: which place each line is about, and what stands there.

A place is found by the tag of a control, else by a bookmark, else by the code that is printed in the first column.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.app.record_cells import said
from soc2desk.domain.problems import FileProblem
from soc2desk.domain.question_codes import codes_in, places_by_code
from soc2desk.domain.questionnaire import HEAD
from soc2desk.renderers.docx_answers import bookmark_of
from soc2desk.renderers.xlsx_names import LISTS
from soc2desk.storage.word_rows import is_word, word_text
from soc2desk.storage.workbooks import is_workbook, read_sheets

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from soc2desk.storage.word_rows import WordRow, WordText

TABLES, ANSWERS = "tables", "answers"
_AGAIN = "Hand back the Word file or workbook that was made by Ask the client."
_OPEN_KINDS = frozenset({".odt", ".ods", ".fodt", ".fods"})
_SAVE_AS = "Open it and save it as Word Document (.docx) or workbook (.xlsx), and read that."
_VALUE = 2
_PRINTED = 5
"""Cells behind the code of a question in a workbook: question, answer, how it stands, from which day, how to answer."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line about a place: the code of the state it was asked in ("" for not known), and its cells behind the code.

    `where` tells a person where it stands in the file. `places` are all that the line says it is about.
    """

    place: str
    state: str
    where: str
    cells: tuple[str, ...]
    places: tuple[str, ...] = ()
    unknown: str = ""


@dataclass(slots=True)
class Grid:
    """The lines of a table under its headings."""

    table: str
    headings: tuple[str, ...]
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Returned:
    """Everything that came back, in the order of the file. `is_form` tells that boxes stand in the cells (Word)."""

    is_form: bool
    head: dict[str, Line] = field(default_factory=dict)
    answers: list[Line] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    unknown: list[Line] = field(default_factory=list)
    """Lines of questions that are not asked any more."""
    loose: list[tuple[str, str]] = field(default_factory=list)
    """Words that stand where no answer is read, printed ones among them, each behind where they stand."""


class Known:
    """The places that lines can be about, by tag, bookmark and code."""

    def __init__(self, places: Iterable[str]) -> None:
        self.places = frozenset(places)
        self.by_code = places_by_code(self.places)
        self.by_mark: dict[str, str] = {}
        for place in sorted(self.places):
            mark = bookmark_of(place).casefold()
            # Cut names may meet: then neither is found by it.
            self.by_mark[mark] = "" if mark in self.by_mark else place


def take_apart(path: Path, known: Known) -> Returned:
    """Return what came back in a file. Raises FileProblem for one that is no questionnaire or cannot be read."""
    if path.suffix.lower() in _OPEN_KINDS:
        raise FileProblem("This is an OpenDocument file.", where=path.name, hint=_SAVE_AS)
    if is_word(path):
        found = _of_word(word_text(path), known)
    elif is_workbook(path):
        found = _of_workbook(read_sheets(path), known)
    else:
        raise FileProblem("This is neither a Word file nor a workbook.", where=path.name, hint=_AGAIN)
    if not found.head and not found.answers and not found.grids:
        message = "No question of a questionnaire can be found in this file."
        raise FileProblem(message, where=path.name, hint=_AGAIN)
    return found


def _sort(line: Line, found: Returned, grid: Grid | None) -> Grid | None:
    """Put a line where it belongs and return the table that is open behind it."""
    kind, _, rest = line.place.partition(".")
    if kind == HEAD:
        found.head.setdefault(line.place, line)
        return None
    if kind == ANSWERS:
        found.answers.append(line)
        return None
    if kind == TABLES:
        fresh = Grid(rest, line.cells)
        found.grids.append(fresh)
        return fresh
    if grid is not None and (any(line.cells) or line.place):
        grid.lines.append(line)
    elif line.unknown and line.state:
        found.unknown.append(line)
    else:
        found.loose += [(line.where, cell) for cell in line.cells]
    return grid


# ---- Word ---------------------------------------------------------------------------------------------


def _of_word(text: WordText, known: Known) -> Returned:
    found = Returned(is_form=True)
    for table in text.tables:
        grid: Grid | None = None
        for row in table:
            line = _word_line(row, known)
            found.loose += [(line.where, words) for words in row.cells[:1]]
            grid = _sort(line, found, grid)
            # Who writes below a question writes beside the space for its answer.
            if line.place.startswith(ANSWERS) and line.cells:
                found.loose += [(line.where, words) for words in line.cells[0].split("\n")]
    found.loose += [("", words) for words in text.outside]
    return found


def _word_line(row: WordRow, known: Known) -> Line:
    first = row.cells[0] if row.cells else ""
    codes = codes_in(first)
    by_tag = [tag for tag in dict.fromkeys(row.tags) if tag in known.places]
    by_mark = [place for mark in row.bookmarks if (place := known.by_mark.get(mark.casefold(), ""))]
    by_code = [known.by_code[codes[0]]] if codes and codes[0] in known.by_code else []
    places = tuple(dict.fromkeys((*by_tag, *by_mark, *by_code)))
    place = places[0] if places else ""
    unknown = codes[0] if codes and not places else ""
    # A line without a code is named by its table and number, where it is read.
    where = codes[0] if codes else _question_in(row) if by_tag or by_mark else ""
    # Without the first column the answer is still the last cell.
    cells = tuple(row.cells[1:]) if codes or not by_tag or len(row.cells) > _VALUE else ("", *row.cells[1:])
    return Line(place, codes[1] if len(codes) > 1 else "", where, cells, places, unknown)


def _question_in(row: WordRow) -> str:
    second = row.cells[1] if len(row.cells) > 1 else ""
    return second.split("\n")[0][:80]


# ---- workbook -----------------------------------------------------------------------------------------


def _of_workbook(sheets: Mapping[str, list[list[object]]], known: Known) -> Returned:
    found = Returned(is_form=False)
    # The lists behind the cells to choose from are hidden from whoever answers.
    for name, rows in ((name, rows) for name, rows in sheets.items() if name != LISTS):
        grid: Grid | None = None
        for number, row in enumerate(rows, 1):
            cells = [said(cell) for cell in row]
            line = _sheet_line(name, number, cells, known)
            found.loose += [(line.where, words) for words in cells[:1]]
            grid = _sort(line, found, grid)
            width = len(grid.headings) if grid is not None else _PRINTED
            if line.place:
                found.loose += [(line.where, words) for words in line.cells[width:]]
    return found


def _sheet_line(sheet: str, number: int, cells: list[str], known: Known) -> Line:
    codes = codes_in(cells[0]) if cells else ()
    place = known.by_code.get(codes[0], "") if codes else ""
    unknown = codes[0] if codes and not place else ""
    column = "C" if place.startswith((ANSWERS, HEAD)) else "A"
    where = f"{sheet}, {column}{number}"
    return Line(place, codes[1] if len(codes) > 1 else "", where, tuple(cells[1:]), (place,) if place else (), unknown)
