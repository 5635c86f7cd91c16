"""Practice copies of the samples: made once, opened again, and set back to the beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.logo import picture_files_of, with_pictures_in
from soc2desk.domain.problems import ProjectProblem
from soc2desk.storage.backups import keep_backup
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.lock import written_alone
from soc2desk.storage.projects import create, is_project, open_folder, write_over

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.desk import Desk

MARK = "practice.txt"
"""The file in a project's folder that names the sample it practises on. Without it nothing is ever set back."""

_KEPT = 14
_LONGEST = 100
_MOST = 99


def practised(folder: Path) -> str:
    """Return the sample that a project practises on; empty for a project of somebody's own."""
    try:
        with (folder / MARK).open(encoding="utf-8", errors="replace") as file:
            return file.read(_LONGEST).strip()
    except OSError:
        return ""


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
    """Set a practice copy back to its sample; what was in it is kept as a back-up. Close the project before.

    Raises ProjectProblem for a project that is no practice copy of this sample or is open, FileProblem.
    """
    if practised(folder) != sample:
        hint = "Open a practice copy of the sample instead."
        raise ProjectProblem(f"{folder.name} is no practice copy of {sample}.", where=str(folder), hint=hint)
    source = desk.answers_file(desk.sample(sample))
    keep_backup(folder, desk.today, _KEPT, packet=True)
    with written_alone(folder):
        write_over(folder, folder.name, with_pictures_in(folder, source), desk.catalogue)


def outgrown(desk: Desk, folder: Path) -> str:
    """Return the made-up company of the sample that a project was made from, where it is of another company now."""
    stored = open_folder(folder, desk.catalogue)
    return stored.example if stored.is_outgrown else ""


def mark_practice(folder: Path, what: str) -> None:
    """Write down that a project is a practice copy, and of what. Raises FileProblem."""
    with said_plainly("The practice copy could not be marked.", folder / MARK):
        (folder / MARK).write_text(f"{what}\n", encoding="utf-8")
