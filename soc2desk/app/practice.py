"""Practice copies of the samples: made once, opened again, and set back to the beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.logo import picture_files_of, with_pictures_in
from soc2desk.domain.problems import ProjectProblem
from soc2desk.storage.backups import keep_backup
from soc2desk.storage.exercise_file import EXERCISE, ROOM, mark_practice, practised
from soc2desk.storage.lock import written_alone
from soc2desk.storage.projects import create, is_project, open_folder, write_over
from soc2desk.storage.setting_aside import WORK_BESIDE, set_aside

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.exercises import Exercise

__all__ = ["ROOM", "exercise_in", "practice_copy", "practised", "start_over"]

_KEPT = 14
_MOST = 99


def exercise_in(catalogue: Catalogue, mark: str) -> Exercise | None:
    """Return the exercise that the mark of a practice copy names; None for a sample, and for one that is not known."""
    return catalogue.exercise.get(mark.removeprefix(EXERCISE)) if mark.startswith(EXERCISE) else None


def practice_copy(desk: Desk, sample: str) -> Path:
    """Return the folder of the practice copy of a sample, made when there is none yet.

    A project of that name which is no practice copy stays untouched: the copy then takes the next free name.
    """
    path = desk.sample(sample)
    for number in range(1, _MOST):
        name = f"practice-{sample}" if number == 1 else f"practice-{sample}-{number}"
        folder = desk.workspace / name
        if is_project(folder) and practised(folder) == sample:
            return folder
        if not folder.exists():
            source = desk.answers_file(path)
            create(desk.workspace, name, source.project, desk.catalogue, picture_files_of(source), is_sample=True)
            mark_practice(folder, sample)
            return folder
    raise ProjectProblem("There are too many practice copies.", where=str(desk.workspace), hint="Take some away.")


def start_over(desk: Desk, folder: Path, sample: str) -> None:
    """Set a practice copy back to its sample or exercise; what was in it is kept as a back-up. Close it before.

    Raises ProjectProblem for a project that is no practice copy of this sample or is open, FileProblem.
    """
    if sample.startswith(EXERCISE):
        from soc2desk.app import exercising

        exercising.start_over(desk, folder)
        return
    if practised(folder) != sample:
        hint = "Open a practice copy of the sample instead."
        raise ProjectProblem(f"{folder.name} is no practice copy of {sample}.", where=str(folder), hint=hint)
    source = desk.answers_file(desk.sample(sample))
    keep_backup(folder, desk.today, _KEPT, packet=True)
    with written_alone(folder):
        write_over(folder, folder.name, with_pictures_in(folder, source), desk.catalogue)
        for name in WORK_BESIDE:
            set_aside(folder / name)


def outgrown(desk: Desk, folder: Path) -> str:
    """Return the made-up company of the sample that a project was made from, where it is of another company now."""
    stored = open_folder(folder, desk.catalogue)
    return stored.example if stored.is_outgrown else ""
