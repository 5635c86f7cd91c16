"""The notebook beside a practice copy: read so that nothing in it can stop the program, written as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.exercises import Place
from soc2desk.domain.notebook import LONGEST_WORDS, MOST_ROWS, Notebook, Noted
from soc2desk.domain.problems import ProjectProblem
from soc2desk.reading.convert import decode_json, encode_json_lines
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.cleaning import cut_text, day_in, day_text, one_line
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.plain_files import read_kept_file

if TYPE_CHECKING:
    from pathlib import Path

NOTEBOOK_FILE = "notebook.json"
MOST_BYTES = 4_000_000
_FORMAT = 1
_LONGEST_FIELD = 200
_LONGEST_ID = 60
_LAST_LINE = 10_000_000


@dataclass(frozen=True, slots=True)
class _Row:
    id: str = ""
    file: str = ""
    item: str = ""
    line: int = 0
    finding: str = ""
    control: str = ""
    criterion: str = ""
    request: str = ""
    words: str = ""
    noted_on: str = ""


@dataclass(frozen=True, slots=True)
class _File:
    format: int
    exercise: str = ""
    student: str = ""
    variant: str = ""
    rows: tuple[_Row, ...] = ()


def read_notebook(folder: Path) -> Notebook:
    """Return the notebook in a folder; an empty one where there is none.

    Raises ProjectProblem for one that is damaged or far too large, FileProblem.
    """
    path = folder / NOTEBOOK_FILE
    raw = read_kept_file(path, "The notebook cannot be read.", MOST_BYTES)
    if raw is None:
        return Notebook()
    return notebook_from(raw, str(path))


def notebook_from(raw: bytes, where: str) -> Notebook:
    """Return the notebook in the bytes of a file; `where` is how errors call it. Raises ProjectProblem."""
    if len(raw) > MOST_BYTES:
        raise ProjectProblem("The notebook is far too large.", where=where, hint="Ask for the file again.")
    said = decode_json(raw, _File, where, ProjectProblem)
    if said.format != _FORMAT:
        hint = "Update soc2desk, then read it again."
        raise ProjectProblem("The notebook was written by another version of soc2desk.", where=where, hint=hint)
    if len(said.rows) > MOST_ROWS:
        raise ProjectProblem(f"The notebook has more than {MOST_ROWS} rows.", where=where)
    rows: dict[str, Noted] = {}
    for number, row in enumerate(said.rows, start=1):
        one = _noted(row, number)
        rows.setdefault(one.id, one)
    return Notebook(_line(said.exercise), _line(said.student), _line(said.variant), tuple(rows.values()))


def write_notebook(folder: Path, notebook: Notebook) -> None:
    """Write a notebook as a whole, at once. Raises ProjectProblem for too many rows, FileProblem."""
    if len(notebook.rows) > MOST_ROWS:
        raise ProjectProblem(f"A notebook holds {MOST_ROWS} rows.", where=str(folder), hint="Take some rows away.")
    rows = tuple(_row(row) for row in notebook.rows)
    said = _File(_FORMAT, _line(notebook.exercise), _line(notebook.student), _line(notebook.variant), rows)
    with said_plainly("The notebook could not be saved.", folder / NOTEBOOK_FILE):
        replace_whole(folder / NOTEBOOK_FILE, encode_json_lines(said))


def _noted(row: _Row, number: int) -> Noted:
    line = row.line if 0 < row.line <= _LAST_LINE else 0
    return Noted(
        id=_line(row.id, _LONGEST_ID) or f"row-{number}",
        place=Place(_line(row.file), _line(row.item), line),
        finding=_line(row.finding),
        control=_line(row.control),
        criterion=_line(row.criterion),
        request=_line(row.request),
        words=cut_text(row.words, LONGEST_WORDS),
        noted_on=day_in(row.noted_on),
    )


def _row(row: Noted) -> _Row:
    return _Row(
        id=_line(row.id, _LONGEST_ID), file=_line(row.place.file), item=_line(row.place.item), line=row.place.line,
        finding=_line(row.finding), control=_line(row.control), criterion=_line(row.criterion),
        request=_line(row.request), words=cut_text(row.words, LONGEST_WORDS),
        noted_on=day_text(row.noted_on),
    )  # fmt: skip


def _line(text: str, longest: int = _LONGEST_FIELD) -> str:
    return one_line(text, longest)
