"""The work of a class: read from its folder and marked; whatever cannot be read is a row that says so."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.app.desk import Desk
from soc2desk.app.planting import answer_key, exercise_of
from soc2desk.app.put_right import NOTHING_MENDED, Mending, mending_in
from soc2desk.app.sending import is_sent, needs_password, take_in
from soc2desk.domain.marking import copied_from, mark
from soc2desk.domain.notebook import Notebook
from soc2desk.domain.problems import Problem, ProjectProblem
from soc2desk.domain.steps import Step
from soc2desk.domain.variants import ClassKey, Variant, name_key
from soc2desk.storage.class_key_file import read_class_key
from soc2desk.storage.cleaning import one_line
from soc2desk.storage.exercise_file import is_newer, said_variant
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.notebook_file import MOST_BYTES, NOTEBOOK_FILE, notebook_from, read_notebook
from soc2desk.storage.plain_files import read_text_file
from soc2desk.storage.projects import PROJECT_FILE, is_project
from soc2desk.storage.sent_list import MOST_OF_PROJECT

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from soc2desk.domain.exercises import AnswerKey
    from soc2desk.domain.marking import Marked

MOST = 500
"""Pieces of work in one folder."""
SCATTERED = 3
"""So many times as many false alarms as faults found, and not only a few, are no mark of reading."""
NOTEBOOK_ENDING = ".json"
_LONGEST_FILE = 255


@dataclass(frozen=True)
class Work:
    """What one student handed in. `number` is the one that it bears itself."""

    file: str
    variant: Variant
    number: str
    notebook: Notebook
    mending: Mending = NOTHING_MENDED


@dataclass(frozen=True)
class StudentMarked:
    """The marks of one student. `problem` says why there are none; `doubts` are keys of phrases with their words."""

    file: str
    student: str
    variant: str = ""
    key: AnswerKey | None = None
    marked: Marked | None = None
    problem: Problem | None = None
    doubts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ClassMarked:
    """The marks of a class, by the names of its students."""

    key: ClassKey
    title: str
    students: tuple[StudentMarked, ...] = field(default=())


def class_key(path: Path) -> ClassKey:
    """Return the key of a class. Raises ProjectProblem for a file that is none, FileProblem."""
    return read_class_key(path)


def mark_class(desk: Desk, key: ClassKey, folder: Path) -> Generator[Step, None, ClassMarked]:
    """Mark everything in a folder, yielding after each piece. Raises Problems for the key and the folder alone."""
    exercise = exercise_of(desk, key.exercise)
    pieces = _pieces(folder)
    read: list[Work | StudentMarked] = []
    for done, path in enumerate(pieces, 1):
        try:
            read.append(_work(desk, path, key))
        except Problem as problem:
            read.append(StudentMarked(_called(path), "", problem=problem))
        yield Step(done, len(pieces), _called(path))
    ours = [one for one in read if isinstance(one, Work) and one.variant.exercise == key.exercise]
    keys = {one.variant: answer_key(desk, one.variant) for one in ours}
    rows = [_marked(one, key, keys) if isinstance(one, Work) else one for one in read]
    rows.sort(key=lambda row: (row.problem is not None, name_key(row.student), row.file))
    return ClassMarked(key, exercise.title, tuple(_told_twice(rows)))


def _pieces(folder: Path) -> tuple[Path, ...]:
    with said_plainly("The folder of the class cannot be read.", folder):
        if is_project(folder):
            hint = "Name the folder in which the folders or files of the students stand."
            raise ProjectProblem("This is the folder of one project and not of a class.", where=str(folder), hint=hint)
        found = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    if not found or len(found) > MOST:
        message = "There is nothing in this folder." if not found else f"There are more than {MOST} things in it."
        raise ProjectProblem(message, where=str(folder), hint="Put in what your students handed in, and nothing else.")
    return tuple(found)


# ---- reading one piece -----------------------------------------------------------------------------


def _called(path: Path) -> str:
    """Return the name of a file as text that a table can hold: a name from another computer can be any bytes."""
    return one_line(path.name.encode("utf-8", "replace").decode("utf-8"), _LONGEST_FILE)


def _work(desk: Desk, path: Path, key: ClassKey) -> Work:
    if path.is_dir():
        inside = () if said_variant(path) or is_newer(path) or is_project(path) else _inside(path)
        if not inside:
            return _of_folder(desk, path, _called(path))
        if len(inside) > 1:
            hint = "Leave the one that counts, and take the others out."
            message = f"There are {len(inside)} pieces of work in this folder."
            raise ProjectProblem(message, where=_called(path), hint=hint)
        work = _work(desk, inside[0], key)
        return replace(work, file=f"{_called(path)}/{_called(inside[0])}")
    if is_sent(path):
        return _of_sent(desk, path)
    if path.name.casefold().endswith(NOTEBOOK_ENDING):
        return _of_notebook(path, key)
    hint = "A copy of an exercise, a .soc2desk file or a notebook is marked."
    raise ProjectProblem("This is nothing that can be marked.", where=path.name, hint=hint)


def _inside(folder: Path) -> tuple[Path, ...]:
    """Return what can be marked in the folder of one student: so it comes from where a class hands its work in."""
    with said_plainly("The folder cannot be read.", folder):
        found = sorted(path for path in folder.iterdir() if not path.name.startswith(".") and not path.is_symlink())
        return tuple(path for path in found if _can_be_marked(path))


def _can_be_marked(path: Path) -> bool:
    if path.is_dir():
        return said_variant(path) is not None
    return path.is_file() and (is_sent(path) or path.name.casefold().endswith(NOTEBOOK_ENDING))


def _of_folder(desk: Desk, folder: Path, name: str) -> Work:
    said = said_variant(folder)
    if is_newer(folder):
        hint = "Update soc2desk, then mark it."
        raise ProjectProblem("The copy was made by a newer soc2desk.", where=name, hint=hint)
    if said is None:
        hint = "Ask for the practice copy itself: soc2desk exercise open makes it."
        raise ProjectProblem("This is no copy of an exercise.", where=name, hint=hint)
    variant, number = said
    exercise_of(desk, variant.exercise)
    _check_size(folder / PROJECT_FILE, name)
    return Work(name, variant, number, read_notebook(folder), mending_in(desk, folder, variant, number))


def _check_size(path: Path, name: str) -> None:
    """A project is read into memory as a whole; one that no class could make is not begun."""
    with said_plainly("The project cannot be read.", path):
        if path.stat().st_size > MOST_OF_PROJECT:
            raise ProjectProblem("The project is far too large.", where=name, hint="Ask for the copy again.")


def _of_sent(desk: Desk, path: Path) -> Work:
    if needs_password(path):
        raise ProjectProblem("The file is under a password.", where=path.name, hint="Ask for it without one.")
    with tempfile.TemporaryDirectory() as scratch:
        taking = take_in(Desk(Path(scratch), desk.today, desk.pack), path, name="work")
        while True:
            try:
                next(taking)
            except StopIteration as end:
                return _of_folder(desk, end.value.folder, _called(path))


def _of_notebook(path: Path, key: ClassKey) -> Work:
    """A notebook alone says whose it is; it has no code of a class, and no project in which something was mended."""
    notebook = notebook_from(read_text_file(path, "The notebook cannot be read.", MOST_BYTES), path.name)
    if not notebook.exercise:
        raise ProjectProblem("This notebook belongs to no exercise.", where=path.name, hint=f"Ask for {NOTEBOOK_FILE}.")
    return Work(_called(path), Variant(notebook.exercise, notebook.student, key.code), notebook.variant, notebook)


# ---- marking ---------------------------------------------------------------------------------------


def _marked(work: Work, key: ClassKey, keys: dict[Variant, AnswerKey]) -> StudentMarked:
    name = work.variant.student or work.notebook.student
    if work.variant.exercise != key.exercise:
        problem = ProjectProblem(f"It is a copy of {work.variant.exercise}, and the key is for {key.exercise}.")
        return StudentMarked(work.file, name, work.number, problem=problem)
    if work.variant.code != key.code:
        # With a key of one's own, the page of marks would be the answers to the work that is still to be handed in.
        hint = "Mark it with the key of the class that it was opened for."
        problem = ProjectProblem("It is a copy for another class than the key is for.", hint=hint)
        return StudentMarked(work.file, name, work.number, problem=problem)
    if not name:
        hint = "Ask who handed it in: each student has faults of their own, and they follow from the name."
        return StudentMarked(work.file, "", work.number, problem=ProjectProblem("It bears no name.", hint=hint))
    marked = mark(keys[work.variant], work.notebook, work.mending.mended, work.mending.gone)
    others = {one.student: found for one, found in keys.items() if name_key(one.student) != name_key(name)}
    doubts = (*_doubts(work, others), *_doubts_of_notes(marked, others))
    return StudentMarked(work.file, name, work.number, keys[work.variant], marked, None, doubts)


def _doubts(work: Work, others: dict[str, AnswerKey]) -> Iterator[tuple[str, str]]:
    """Yield what does not go together: the numbers of variants in copy and notebook."""
    own = work.variant.number
    made_for = {one.variant: student for student, one in others.items()}
    if work.number != own:
        yield "other_variant", made_for.get(work.number, work.number or "-")
    elif work.mending.is_other:
        yield "other_project", ""
    if work.notebook.rows and work.notebook.variant not in {"", own, work.number}:
        yield "other_notebook", made_for.get(work.notebook.variant, work.notebook.variant)


def _doubts_of_notes(marked: Marked, others: dict[str, AnswerKey]) -> Iterator[tuple[str, str]]:
    """Yield what the notes themselves tell: whose rows they name, how many hit nothing, how many a person reads."""
    if name := copied_from(marked, others):
        yield "copied", name
    if len(marked.alarms) >= SCATTERED * max(len(marked.found), SCATTERED):
        yield "scattered", str(len(marked.alarms))
    if marked.unread:
        yield "unread", str(len(marked.unread))


def _told_twice(rows: list[StudentMarked]) -> Iterator[StudentMarked]:
    counts: dict[str, int] = {}
    for row in (one for one in rows if one.problem is None):
        counts[name_key(row.student)] = counts.get(name_key(row.student), 0) + 1
    for row in rows:
        is_twice = row.problem is None and counts[name_key(row.student)] > 1
        yield replace(row, doubts=(*row.doubts, ("twice", row.student))) if is_twice else row
