"""The book of the auditor's chair as a file: kept at every step, with the step before it beside it for undo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.domain.chair import MOST_ITEMS, ChairBook, Chosen, Deviation, Drawn, Outcome
from soc2desk.domain.exercises import Place
from soc2desk.domain.notebook import LONGEST_WORDS, MOST_ROWS
from soc2desk.domain.problems import ProjectProblem
from soc2desk.reading.convert import decode_json, encode_json_lines
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.cleaning import cut_text, day_in, day_text, one_line
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.plain_files import read_kept_file

if TYPE_CHECKING:
    from pathlib import Path

CHAIR_FILE, BEFORE_FILE = "chair.json", "chair-before.json"
MOST_BYTES = 8_000_000
_FORMAT = 1
_LONGEST_LINE = 200
_LAST_ITEM = 10_000_000


@dataclass(frozen=True, slots=True)
class _Chosen:
    id: str
    tested: str = "open"
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Drawn:
    id: str
    request: str = ""
    file: str = ""
    total: int = 0
    items: tuple[int, ...] = ()
    seed: str = ""
    why: str = ""
    drawn_on: str = ""


@dataclass(frozen=True, slots=True)
class _Deviation:
    id: str
    file: str = ""
    item: str = ""
    line: int = 0
    finding: str = ""
    control: str = ""
    criterion: str = ""
    request: str = ""
    expected: str = ""
    found: str = ""
    words: str = ""
    noted_on: str = ""


@dataclass(frozen=True, slots=True)
class _File:
    format: int
    title: str = ""
    student: str = ""
    chosen: tuple[_Chosen, ...] = ()
    samples: tuple[_Drawn, ...] = ()
    deviations: tuple[_Deviation, ...] = ()


def read_chair(folder: Path, name: str = CHAIR_FILE) -> ChairBook | None:
    """Return the book in a folder; None where there is none.

    Raises ProjectProblem for a file that is damaged or far too large, FileProblem.
    """
    path = folder / name
    raw = read_kept_file(path, "The book of the chair cannot be read.", MOST_BYTES)
    if raw is None:
        return None
    if len(raw) > MOST_BYTES:
        raise ProjectProblem("The book of the chair is far too large.", where=str(path), hint="Move it away.")
    said = decode_json(raw, _File, str(path), ProjectProblem)
    if said.format != _FORMAT:
        hint = "Update soc2desk, then open it again."
        raise ProjectProblem("The book was written by another version of soc2desk.", where=str(path), hint=hint)
    return _book(said)


def write_chair(folder: Path, book: ChairBook) -> None:
    """Write a book as a whole and keep the one before it. Raises ProjectProblem for too many rows, FileProblem."""
    if max(len(book.chosen), len(book.samples), len(book.deviations)) > MOST_ROWS:
        raise ProjectProblem(f"The book holds {MOST_ROWS} rows of a kind.", where=str(folder), hint="Take some away.")
    path = folder / CHAIR_FILE
    with said_plainly("The book of the chair could not be saved.", path):
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists():
            replace_whole(folder / BEFORE_FILE, path.read_bytes())
        replace_whole(path, encode_json_lines(_file(book)))


def take_back(folder: Path) -> ChairBook:
    """Put the book before the last step in place and return it; done again, the step is there again.

    Raises ProjectProblem where there is no step to take back.
    """
    before = read_chair(folder, BEFORE_FILE)
    if before is None:
        raise ProjectProblem("There is no step to take back.", where=str(folder))
    write_chair(folder, before)
    return before


def _file(book: ChairBook) -> _File:
    return _File(
        _FORMAT, book.title, book.student,
        tuple(_Chosen(one.id, one.tested.value, one.why) for one in book.chosen),
        tuple(
            _Drawn(one.id, one.request, one.file, one.total, one.items, one.seed, one.why, day_text(one.drawn_on))
            for one in book.samples
        ),
        tuple(
            _Deviation(
                one.id, one.place.file, one.place.item, one.place.line, one.finding, one.control, one.criterion,
                one.request, one.expected, one.found, one.words, day_text(one.noted_on),
            )
            for one in book.deviations
        ),
    )  # fmt: skip


def _book(said: _File) -> ChairBook:
    chosen = {_line(one.id): Chosen(_line(one.id), _tested(one.tested), _words(one.why)) for one in said.chosen}
    samples = {_line(one.id): _drawn(one) for one in said.samples}
    deviations = {_line(one.id): _deviation(one) for one in said.deviations if _line(one.id) not in samples}
    book = ChairBook(_line(said.title), _line(said.student))
    return replace(
        book, chosen=tuple(chosen.values())[:MOST_ROWS], samples=tuple(samples.values())[:MOST_ROWS],
        deviations=tuple(deviations.values())[:MOST_ROWS],
    )  # fmt: skip


def _drawn(one: _Drawn) -> Drawn:
    total = min(max(one.total, 0), _LAST_ITEM)
    items = tuple(sorted({item for item in one.items[:MOST_ITEMS] if 0 < item <= total}))
    return Drawn(
        _line(one.id), _line(one.request), _line(one.file), total, items, _line(one.seed), _words(one.why),
        day_in(one.drawn_on),
    )  # fmt: skip


def _deviation(one: _Deviation) -> Deviation:
    line = one.line if 0 < one.line <= _LAST_ITEM else 0
    return Deviation(
        _line(one.id), Place(_line(one.file), _line(one.item), line), _line(one.finding), _line(one.control),
        _line(one.criterion), _line(one.request), _words(one.expected), _words(one.found), _words(one.words),
        day_in(one.noted_on),
    )  # fmt: skip


def _tested(word: str) -> Outcome:
    return Outcome(word) if word in set(Outcome) else Outcome.OPEN


def _words(text: str) -> str:
    return cut_text(text, LONGEST_WORDS)


def _line(text: str) -> str:
    return one_line(text, _LONGEST_LINE)
