"""What a student does in the auditor's chair. Each step is kept at once, and an exercise's notebook follows it."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.app.chair_case import read_list
from soc2desk.domain.chair import MOST_ITEMS, ChairBook, Chosen, Drawn, Outcome, draw_sample, handed_in
from soc2desk.domain.exercises import Place
from soc2desk.domain.finding_kinds import FindingKind
from soc2desk.domain.marking import is_code
from soc2desk.domain.notebook import Notebook
from soc2desk.domain.problems import FileProblem, ProjectProblem, UsageProblem, nearest
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.chair_file import read_chair, take_back, write_chair
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.notebook_file import NOTEBOOK_FILE, read_notebook, write_notebook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.app.chair_case import Case
    from soc2desk.app.desk import Desk
    from soc2desk.domain.chair import Deviation

_KINDS = {"control": "control", "criterion": "criterion", "finding": "kind of fault"}


def known_names(desk: Desk) -> dict[str, dict[str, str]]:
    """Return what an exception may name, titles by id: controls, criteria, and the kinds of faults.

    Kinds are those that an auditor writes down, and those that an exercise has.
    """
    catalogue = desk.catalogue
    planted = {fault.finding for exercise in catalogue.exercises for fault in exercise.faults}
    return {
        "control": {one.id: one.title for one in catalogue.controls},
        "criterion": {one.id: one.title for one in catalogue.criteria},
        "finding": {
            one.id: one.title
            for one in catalogue.findings
            if one.id in planted or FindingKind(one.kind).is_written_by_auditor
        },
    }


def book_of(case: Case) -> ChairBook:
    """Return what was done so far; an empty book where nothing was. Raises ProjectProblem for a damaged one."""
    return read_chair(case.home) or ChairBook(case.title, case.student)


def keep(case: Case, book: ChairBook) -> ChairBook:
    """Keep a book, and in an exercise the notebook that is marked. Raises ProjectProblem, FileProblem."""
    write_chair(case.home, book)
    _note(case, book)
    return book


def undo(case: Case) -> ChairBook:
    """Take the last step back. Raises ProjectProblem where there is none."""
    book = take_back(case.home)
    _note(case, book)
    return book


def _note(case: Case, book: ChairBook) -> None:
    if case.exercise:
        write_notebook(case.home, _notebook(case, book, read_notebook(case.home)))


def _notebook(case: Case, book: ChairBook, before: Notebook) -> Notebook:
    named = replace(before, exercise=case.exercise, student=case.student, variant=case.variant)
    noted = handed_in(book, named)
    # Rooms call their files by their place in the room.
    rows = tuple(replace(row, place=replace(row.place, file=_in_room(row.place.file))) for row in noted.rows)
    return replace(noted, rows=rows)


def _in_room(file: str) -> str:
    return file.removeprefix("room/")


def take_up(case: Case, request: str, tested: Outcome = Outcome.OPEN, why: str = "") -> ChairBook:
    """Take up a request, or say what became of it. Raises UsageProblem for a request that nobody made."""
    _known_request(case, request)
    if tested is Outcome.NOT_TESTED and not why.strip():
        raise UsageProblem("Nothing says why it was not tested.", hint="Give a reason in your own words.")
    return keep(case, book_of(case).with_request(Chosen(request, tested, why.strip())))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sample that is wanted: `count` items drawn by a seed, or the `items` chosen by hand; `why` gives the size."""

    request: str
    file: str
    why: str
    count: int = 0
    seed: str = ""
    items: tuple[int, ...] = ()


def draw(desk: Desk, case: Case, wanted: Wanted) -> Drawn:
    """Draw a practice sample and keep it. Raises UsageProblem for one that is of nothing, or that nothing explains."""
    _known_request(case, wanted.request)
    total = read_list(case, wanted.file).total
    items = tuple(sorted(set(wanted.items))) or _by_seed(total, wanted)
    wrong = next((item for item in items if not 1 <= item <= total), None)
    if wrong is not None or not 0 < len(items) <= MOST_ITEMS:
        said = "The sample has no item." if wrong is None else f"The list has no item {wrong}."
        raise UsageProblem(said, hint=f"Its items are counted from 1 to {total}.")
    if not wanted.why.strip():
        raise UsageProblem("Nothing says why the sample has this size.", hint="Give a reason in your own words.")
    book = book_of(case)
    seed = "" if wanted.items else wanted.seed.strip()
    file, why = case.named(wanted.file), wanted.why.strip()
    made = Drawn(book.next_id, wanted.request, file, total, items, seed, why, desk.today)
    taken = book if book.tested(wanted.request) else book.with_request(Chosen(wanted.request))
    keep(case, taken.with_sample(made))
    return made


def _by_seed(total: int, wanted: Wanted) -> tuple[int, ...]:
    if not 0 < wanted.count <= MOST_ITEMS or not wanted.seed.strip():
        hint = f"Give a size from 1 to {MOST_ITEMS} and a word as the seed, or name the items."
        raise UsageProblem("A sample takes a size and a seed.", hint=hint)
    return draw_sample(total, wanted.count, wanted.seed.strip())


def note(desk: Desk, case: Case, row: Deviation) -> Deviation:
    """Keep an exception, noted today. Raises UsageProblem for one that says nothing, or names what is not there."""
    if not row.said:
        raise UsageProblem("The exception says nothing.", hint="Say what you expected and what you found.")
    if row.request:
        _known_request(case, row.request)
    place = replace(row.place, file=case.named(row.place.file))
    if place.file and place.file not in case.files:
        hint = nearest(row.place.file, case.files) or "soc2desk chair show lists the files."
        raise UsageProblem(f'There is no file "{row.place.file[:80]}" here.', hint=hint)
    if place.line and place.file in case.lists:
        _check_line(case, place)
    book = book_of(case)
    named = _with_known_names(desk, row) if case.exercise else row
    made = replace(named, id=row.id or book.next_id, place=place, noted_on=desk.today)
    keep(case, book.with_deviation(made))
    return made


def _check_line(case: Case, place: Place) -> None:
    listed = read_list(case, place.file)
    if len(listed.lines) == listed.total and place.line not in listed.lines:
        hint = f"soc2desk chair show {place.file} says the line of each row."
        raise UsageProblem(f"{place.file} has no row in line {place.line}.", hint=hint)


def _with_known_names(desk: Desk, row: Deviation) -> Deviation:
    """Return an exception of an exercise with the ids of what it names: it is marked by them, and not by titles."""
    ids = {kind: _id_of(kind, getattr(row, kind).strip(), titles) for kind, titles in known_names(desk).items()}
    return replace(row, control=ids["control"], criterion=ids["criterion"], finding=ids["finding"])


def _id_of(kind: str, typed: str, titles: Mapping[str, str]) -> str:
    """Return the id that is meant: typed in whatever way, or by words that stand in one title alone."""
    wanted = typed.casefold()
    if not wanted:
        return ""
    exact = [id_ for id_, title in titles.items() if is_code(wanted, id_) or wanted == title.casefold()]
    found = exact or [id_ for id_, title in titles.items() if wanted in title.casefold()]
    if len(found) != 1:
        hint = nearest(typed.upper(), titles) or "Choose it from what is offered by a word, or leave it empty."
        raise UsageProblem(f'There is no {_KINDS[kind]} "{typed[:80]}" here.', hint=hint)
    return found[0]


def remove(case: Case, id_: str) -> ChairBook:
    """Take a sample or an exception out. Raises UsageProblem for an unknown one."""
    book = book_of(case)
    if id_ not in book.numbers:
        raise UsageProblem(f'There is nothing numbered "{id_[:40]}".', hint="soc2desk chair list shows the numbers.")
    return keep(case, book.without(id_))


def hand_in(case: Case, target: Path) -> Path:
    """Write the notebook that is handed in to a file. Raises ProjectProblem for an empty book, FileProblem."""
    book = book_of(case)
    if not book.deviations and not book.chosen:
        raise ProjectProblem("Nothing was done in the chair yet.", hint="Take up a request first.")
    if target.suffix.lower() != ".json":
        raise UsageProblem(f'"{target.name}" is no name for a notebook.', hint="End it with .json.")
    if target.exists():
        raise FileProblem("A file of this name stands there already.", where=str(target), hint="Choose another name.")
    with said_plainly("The notebook could not be handed in.", target), tempfile.TemporaryDirectory() as scratch:
        before = read_notebook(case.home) if case.exercise else Notebook()
        write_notebook(Path(scratch), _notebook(case, book, before))
        replace_whole(target, (Path(scratch) / NOTEBOOK_FILE).read_bytes())
    return target


def place_of(file: str, item: str = "", line: int = 0) -> Place:
    """Return where an exception stands."""
    return Place(file.strip(), item.strip(), line)


def _known_request(case: Case, request: str) -> None:
    if request not in case.request:
        hint = nearest(request, case.request) or "soc2desk chair show lists the requests."
        raise UsageProblem(f'Nobody asks for "{request[:40]}" here.', hint=hint)
