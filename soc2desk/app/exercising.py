"""Copies of exercises: made for a student, opened again, set back to the beginning, with their evidence rooms."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.app.logo import picture_files_of, with_pictures_in
from soc2desk.app.planting import exercise_of, planted
from soc2desk.app.room_files import room_files
from soc2desk.document.values import say
from soc2desk.domain.names import gather_names
from soc2desk.domain.problems import Problem, ProjectProblem, UsageProblem
from soc2desk.domain.rooms.labs import LABS, LabWords, labs_of
from soc2desk.domain.variants import CODE, FEWEST_SIGNS, ClassKey, Variant
from soc2desk.storage.appearing import made_apart
from soc2desk.storage.backups import keep_backup
from soc2desk.storage.class_key_file import write_class_key
from soc2desk.storage.exercise_file import (
    EXERCISE,
    LONGEST_NAME,
    ROOM,
    keep_variant,
    mark_practice,
    named,
    variant_of,
)
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.lock import written_alone
from soc2desk.storage.notebook_file import NOTEBOOK_FILE
from soc2desk.storage.projects import create, is_project, open_folder, project_folders, write_over
from soc2desk.storage.setting_aside import WORK_BESIDE, set_aside
from soc2desk.storage.slugs import slug

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.app.planting import Planted

_KEPT = 14
_MOST = 99


def variant_for(desk: Desk, exercise: str, student: str = "", code: str = "") -> Variant:
    """Return the variant of a student. Raises UsageProblem for an unknown exercise, a long name or no code."""
    known = exercise_of(desk, exercise)
    name = named(student)
    if len(" ".join(student.split())) > LONGEST_NAME:
        raise UsageProblem(f"The name is longer than {LONGEST_NAME} signs.", hint="Give the usual short form of it.")
    wanted = code.strip().upper()
    if wanted and not CODE.fullmatch(wanted):
        hint = "It has eight letters and digits, for example K2QT-7M4X; your instructor has it."
        raise UsageProblem(f'"{code.strip()[:40]}" is no code of a class.', hint=hint)
    if wanted and not name:
        raise UsageProblem("A copy for a class needs the name of the student.", hint="Give your own name.")
    return Variant(known.id, name, wanted)


def open_exercise(desk: Desk, variant: Variant) -> Path:
    """Return the folder of the copy for a student, made when there is none yet.

    Each student has a folder of their own. A project of the same name that is another copy, or none, stays untouched.
    """
    words = f"practice-{variant.exercise}" + (f"-{variant.student}" if variant.student else "")
    for number in range(1, _MOST):
        name = slug(words if number == 1 else f"{words[:50]}-{number}")
        folder = desk.workspace / name
        if is_project(folder) and _is_copy_of(folder, variant):
            return folder
        if not folder.exists():
            return _made(desk, name, variant)
    raise ProjectProblem("There are too many practice copies.", where=str(desk.workspace), hint="Take some away.")


def folder_of(desk: Desk, variant: Variant) -> Path:
    """Return the folder of a copy that was made. Raises ProjectProblem where there is none."""
    for folder in project_folders(desk.workspace):
        if _is_copy_of(folder, variant):
            return folder
    hint = f"Make it: soc2desk exercise open {variant.exercise}"
    raise ProjectProblem("There is no copy of this exercise for this student.", where=str(desk.workspace), hint=hint)


def _is_copy_of(folder: Path, variant: Variant) -> bool:
    """Return whether a folder is the copy of a variant: a name typed with other capitals has the same rows."""
    found = variant_of(folder)
    return found is not None and found.number == variant.number


def start_over(desk: Desk, folder: Path) -> None:
    """Set the copy of an exercise back to its beginning, with its room. Close the project before.

    What was in it is kept as a back-up, and the notebook under another name. Raises ProjectProblem for a folder that
    is no such copy or is open, FileProblem.
    """
    variant = variant_of(folder)
    if variant is None:
        raise ProjectProblem(f"{folder.name} is no copy of an exercise.", where=str(folder), hint="Open one of those.")
    made = planted(desk, variant)
    source = replace(desk.answers_file(desk.sample(made.exercise.sample)), project=made.project)
    keep_backup(folder, desk.today, _KEPT, packet=True)
    with written_alone(folder):
        write_over(folder, folder.name, with_pictures_in(folder, source), desk.catalogue)
        for name in (NOTEBOOK_FILE, *WORK_BESIDE):
            set_aside(folder / name)
        _write_room(desk, folder / ROOM, made)
        _keep_variant(desk, folder, variant)


def write_room(desk: Desk, target: Path, variant: Variant) -> int:
    """Write an evidence room alone into a new folder and return how many files it has.

    Raises ProjectProblem for a folder that is there already, FileProblem; nothing half made is left.
    """
    _refuse_there(target)
    return _write_room(desk, target, planted(desk, variant))


def write_labs(desk: Desk, target: Path, student: str = "", code: str = "") -> int:
    """Write the lab files of the skill areas into a new folder and return how many there are. Raises as write_room."""
    _refuse_there(target)
    made = planted(desk, variant_for(desk, LABS, student, code))
    labs = labs_of(made.room, made.exercise, LabWords(desk.catalogue.rooms, _answers(desk, made)))
    return _write_room(desk, target, replace(made, room=labs))


def _answers(desk: Desk, made: Planted) -> dict[str, str]:
    """Return what the company of an exercise answered, in the words that its documents print."""
    names = gather_names(desk.catalogue, made.project, made.exercise.period_end)
    return {name: say(one, ("amount", "each"), desk.catalogue.phrases).text for name, one in names.stated.items()}


def _refuse_there(target: Path) -> None:
    with said_plainly("The files could not be written.", target):
        if target.exists():
            raise ProjectProblem("This folder exists already.", where=str(target), hint="Name a new one.")
        target.parent.mkdir(parents=True, exist_ok=True)


def make_class_key(desk: Desk, exercise: str, class_name: str, seed: str, target: Path) -> ClassKey:
    """Write the key of a class and return it. Raises UsageProblem for words that are too few, FileProblem."""
    known, name, words = exercise_of(desk, exercise), named(class_name), named(seed)
    if not name:
        raise UsageProblem("The class has no name.", hint="For example: --class 'Group B'")
    if len(words) < FEWEST_SIGNS:
        message = f"The words of the key have fewer than {FEWEST_SIGNS} signs."
        raise UsageProblem(message, hint="Take some words that no student would think of, and keep them.")
    key = ClassKey(known.id, name, words)
    write_class_key(target, key)
    return key


def _made(desk: Desk, name: str, variant: Variant) -> Path:
    made = planted(desk, variant)
    source = replace(desk.answers_file(desk.sample(made.exercise.sample)), project=made.project)
    folder = create(desk.workspace, name, source.project, desk.catalogue, picture_files_of(source), is_sample=True)
    try:
        mark_practice(folder, f"{EXERCISE}{variant.exercise}")
        _write_room(desk, folder / ROOM, made)
        _keep_variant(desk, folder, variant)
    except Problem:
        # Without its room, or without its mark, it would be no exercise: nothing of it was anybody's yet.
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _keep_variant(desk: Desk, folder: Path, variant: Variant) -> None:
    """Write down the variant of a copy, and which project was made for it: another one in its place is then known."""
    keep_variant(folder, variant, project=open_folder(folder, desk.catalogue).lineage.identity)


def _write_room(desk: Desk, target: Path, made: Planted) -> int:
    """Write the files of a room beside their place, and put them there at once; a room before goes."""
    count = 0
    with said_plainly("The evidence room could not be written.", target), made_apart(target.parent, ROOM) as making:
        for file, raw in room_files(made.room, desk.catalogue.rooms, made.variant.number):
            path = making / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
            count += 1
        if target.exists():
            shutil.rmtree(target)
        making.rename(target)
    return count
