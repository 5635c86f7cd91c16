"""What the first page offers: the projects worked on, practice copies, and whatever a person drops there."""

from __future__ import annotations

import os
import zipfile
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.app.desk import ANSWERS_SUFFIXES
from soc2desk.app.duplicating import duplicate
from soc2desk.app.next_due import NextDue, next_due
from soc2desk.app.next_things import NextThing, next_of
from soc2desk.app.practice import exercise_in, practice_copy, practised, start_over
from soc2desk.app.progress import Progress, answered, is_untouched
from soc2desk.app.sending import ENDING, is_sent, needs_password
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.problems import FileProblem, Problem, ProjectProblem
from soc2desk.packet.members import MANIFEST
from soc2desk.storage.atomic_json import backup_of
from soc2desk.storage.exercise_file import variant_of
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.filing import UNFILED, Filing, read_filing
from soc2desk.storage.lock import Holder, who_has
from soc2desk.storage.projects import PROJECT_FILE, is_project, names, open_folder, project_folders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.app.desk import Desk
    from soc2desk.domain.engagement import Engagement
    from soc2desk.storage.preferences import Preferences

__all__ = [
    "Holder",
    "Kind",
    "ProjectCard",
    "cards",
    "duplicate",
    "known_as",
    "practice_copy",
    "start_over",
]


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """One project of the list. `problem` says why it cannot be opened; what the file would tell is then empty.

    `categories` are ids. `open_by` is who wrote down that it is open. `sample` is what it practises on, or "", with the
    title of an `exercise` and its `student`. `due` is what is due next by a date, `filing` its tags and whether it is
    in the archive.
    """

    name: str
    folder: Path
    changed_on: date
    company: str = ""
    categories: tuple[str, ...] = ()
    done: int = 0
    total: int = 0
    next: NextThing | None = None
    state: Progress = Progress.NOT_STARTED
    open_by: Holder | None = None
    problem: Problem | None = None
    sample: str = ""
    exercise: str = ""
    student: str = ""
    due: NextDue | None = None
    filing: Filing = UNFILED


Known = dict["Path", tuple[object, ProjectCard]]
"""Cards by folder, each with the mark of the file it was made of: what did not change is not read again."""


def cards(desk: Desk, preferences: Preferences, known: Known | None = None) -> Iterator[ProjectCard]:
    """Yield every project of the list, the one changed last first and the archive at its end.

    Each is read once, when its turn comes; `known` remembers them from one list to the next. Those are the projects of
    the workspace but the hidden ones, and those opened from elsewhere. Raises FileProblem when the workspace cannot be
    listed, ContentProblem when there is no content.
    """
    found = [(read_filing(folder), _changed(folder), folder) for folder in _listed(desk, preferences)]
    found.sort(key=lambda line: (line[0].archived, -line[1], line[2].name))
    for filing, _, folder in found:
        made = card(desk, folder) if known is None else _known_card(desk, folder, known)
        yield replace(made, filing=filing)


def workspace_cards(desk: Desk, *, decided: bool) -> tuple[ProjectCard, ...]:
    """Return every project of the workspace by folder name, whatever was taken off the window's list.

    Unless `decided`, a card says only what stands in the file: name, company, tags. That takes a tenth of the time.
    """
    folders = project_folders(desk.workspace)
    if decided:
        return tuple(card(desk, folder) for folder in folders)
    return tuple(
        ProjectCard(one.name, one.folder, _day_changed(one.folder), one.company, problem=one.problem,
                    filing=read_filing(one.folder))
        for one in names(desk.workspace)
    )  # fmt: skip


def _day_changed(folder: Path) -> date:
    return datetime.fromtimestamp(_changed(folder), UTC).astimezone().date()


def _known_card(desk: Desk, folder: Path, known: Known) -> ProjectCard:
    """Return a card without reading a project again whose file is the one of last time, on the same day."""
    mark = _mark(desk, folder)
    before = known.get(folder)
    if mark is not None and before is not None and before[0] == mark:
        return replace(before[1], open_by=who_has(folder))
    made = card(desk, folder)
    if mark is not None and made.problem is None:
        known[folder] = (mark, made)
    else:
        known.pop(folder, None)
    return made


def _mark(desk: Desk, folder: Path) -> object:
    try:
        file = (folder / PROJECT_FILE).stat()
    except OSError:
        return None
    return (file.st_mtime_ns, file.st_size, file.st_ino, practised(folder), desk.today, id(desk.catalogue))


def card(desk: Desk, folder: Path) -> ProjectCard:
    """Return one project's line as it is now."""
    return replace(_card(desk, folder, _day_changed(folder)), filing=read_filing(folder))


def _listed(desk: Desk, preferences: Preferences) -> tuple[Path, ...]:
    hidden = set(preferences.hidden)
    here = project_folders(desk.workspace)
    in_workspace = {os.path.realpath(folder) for folder in here}
    outside = (Path(folder) for folder in preferences.outside if os.path.realpath(folder) not in in_workspace)
    return tuple(folder for folder in (*here, *outside) if str(folder) not in hidden)


def _changed(folder: Path) -> float:
    """Return when a project was written last; 0 for one that is not there."""
    file = folder / PROJECT_FILE
    for path in (file, backup_of(file)):
        try:
            return path.stat().st_mtime
        except OSError:
            continue
    return 0.0


def _card(desk: Desk, folder: Path, changed_on: date) -> ProjectCard:
    try:
        stored = open_folder(folder, desk.catalogue)
    except Problem as problem:
        state = Progress.NEEDS_ATTENTION
        return ProjectCard(folder.name, folder, changed_on, problem=problem, state=state, open_by=who_has(folder))
    engagement = decide_engagement(desk.catalogue, stored.project, desk.today)
    done, total = answered(engagement)
    following = next_of(engagement)
    mark = practised(folder)
    exercise = exercise_in(desk.catalogue, mark)
    variant = variant_of(folder) if exercise else None
    return ProjectCard(
        name=stored.name,
        folder=folder,
        changed_on=changed_on,
        company=engagement.answer_text("company"),
        categories=engagement.scope.categories,
        done=done,
        total=total,
        # What is next or late in an exercise may be its answer: a student finds that alone.
        next=NextThing("pages.overview", "overview.next.exercise") if exercise else following,
        state=_state(engagement, following),
        open_by=who_has(folder),
        sample=mark,
        exercise=exercise.title if exercise else "",
        student=variant.student if variant else "",
        due=None if exercise else next_due(engagement),
    )


def _state(engagement: Engagement, following: NextThing) -> Progress:
    if is_untouched(engagement):
        return Progress.NOT_STARTED
    return Progress.COMPLETE if following.place == "pages.packet" else Progress.IN_PROGRESS


class Kind(StrEnum):
    """What a path leads to: a project to open or to take in, answers for a new one, or a packet to check."""

    PROJECT = "project"
    SENT = "sent"
    ANSWERS = "answers"
    PACKET = "packet"


def known_as(path: Path) -> Kind:
    """Return what a file or folder is to the program. Raises a Problem that says what it could be."""
    with said_plainly("This place cannot be looked at.", path):
        return _known_as(path)


def _known_as(path: Path) -> Kind:
    if path.is_dir():
        return _folder_known_as(path)
    if not path.exists():
        raise FileProblem("There is nothing at this place.", where=str(path), hint="The file may have been moved.")
    if path.name.casefold() == PROJECT_FILE:
        return Kind.PROJECT
    if path.suffix.casefold() in ANSWERS_SUFFIXES:
        return Kind.ANSWERS
    if is_sent(path) or needs_password(path):
        return Kind.SENT
    if _is_zip(path):
        return Kind.PACKET
    raise ProjectProblem("This file is nothing that soc2desk opens.", where=str(path), hint=_hint(path))


def _folder_known_as(folder: Path) -> Kind:
    if is_project(folder):
        return Kind.PROJECT
    if (folder / MANIFEST).is_file():
        return Kind.PACKET
    inside = project_folders(folder)
    if inside:
        named = ", ".join(path.name for path in inside[:3])
        hint = f"It holds projects, for example {named}: choose one of them, or make it your workspace in Settings."
    else:
        hint = f"A project's folder holds {PROJECT_FILE}, a packet's folder {MANIFEST}."
    raise ProjectProblem("This folder is no project and no packet.", where=str(folder), hint=hint)


def _is_zip(path: Path) -> bool:
    return path.suffix.casefold() == ".zip" or zipfile.is_zipfile(path)


def _hint(path: Path) -> str:
    if any((folder / MANIFEST).is_file() for folder in path.parents[:2]):
        return "It belongs to a packet: choose the packet's folder to check it."
    if any(is_project(folder) for folder in path.parents[:2]):
        return f"It lies in a project's folder: open {PROJECT_FILE} there."
    return f"It opens a project ({PROJECT_FILE}, {ENDING}), an answers file (.yaml) and a packet (.zip, or its folder)."
