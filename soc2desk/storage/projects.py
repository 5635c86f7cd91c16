"""Projects in the workspace: one folder each, with one file that is replaced as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from soc2desk.domain.answers import Answer
from soc2desk.domain.clock import refuse_earlier
from soc2desk.domain.problems import Problem, ProjectProblem, nearest
from soc2desk.storage.atomic_json import NO_FILE, AtomicJson, backup_of, settle
from soc2desk.storage.codec import Form, project_from, project_from_plain, project_to_plain
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.file_seals import with_seal
from soc2desk.storage.lineage import begun, lineage_in, to_meta
from soc2desk.storage.lock import written_alone
from soc2desk.storage.migrations import to_newest
from soc2desk.storage.older_files import keep_older
from soc2desk.storage.pictures import PICTURE_FILES, keep_picture
from soc2desk.storage.slugs import slug
from soc2desk.storage.stored import (
    PROJECT_FILE,
    Stored,
    company_of,
    located_in,
    open_file,
    open_folder,
    stored_from,
    tables_of,
)
from soc2desk.storage.tables import to_tables

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.project import Project
    from soc2desk.reading.located import Plain

__all__ = ["NO_PICTURES", "PROJECT_FILE", "Pictures", "Stored", "Summary", "copy_to", "create", "found", "is_project",
           "names", "open_file", "open_folder", "open_project", "project_folders", "read_project_file", "refuse_taken",
           "save", "stored_from", "write_first", "write_over"]  # fmt: skip

Pictures = Mapping[str, bytes]
"""Files of pictures by the question they answer."""
NO_PICTURES: Pictures = MappingProxyType({})
_MOST_NAMED = 20
"""With more projects, a name like none of them brings the way to search instead of pages of names."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One line of the list of projects. `problem` says why a project cannot be opened, None when it can."""

    name: str
    folder: Path
    company: str = ""
    problem: Problem | None = None


def create(
    workspace: Path,
    name: str,
    project: Project,
    catalogue: Catalogue,
    pictures: Pictures = NO_PICTURES,
    *,
    is_sample: bool = False,
) -> Path:
    """Write a new project and return its folder, with copies of its pictures. Nothing stays when that fails.

    One made from a sample keeps of which company that is.
    Raises ProjectProblem when the name is taken or cannot be used, FileProblem for a picture that cannot be a logo.
    """
    folder = workspace / slug(name)
    with said_plainly("The project could not be created.", folder):
        workspace.mkdir(parents=True, exist_ok=True)
        refuse_taken(folder)
        folder.mkdir()
    try:
        for question, raw in pictures.items():
            kept = Answer(keep_picture(folder, raw, question))
            project = replace(project, answers={**project.answers, question: kept})
        example = company_of(project) if is_sample else ""
        _write(Stored(project, name.strip(), folder, NO_FILE, example=example, lineage=begun()), catalogue)
        settle(workspace)
    except Problem:
        _undo(folder)
        raise
    return folder


def open_project(workspace: Path, name: str, catalogue: Catalogue) -> Stored:
    """Return a project by its name or folder name. Raises Problems for an unknown, broken or newer one."""
    return open_folder(found(workspace, name), catalogue)


def write_first(stored: Stored, catalogue: Catalogue) -> Stored:
    """Write a project into a folder that holds none yet. Raises ProjectProblem where one stands there."""
    return _write(replace(stored, revision=NO_FILE, older=""), catalogue)


def read_project_file(path: Path, catalogue: Catalogue) -> Project:
    """Return the project of a file that stands anywhere, such as a back-up. Raises Problems for a broken one."""
    tables = AtomicJson(path).read()
    if tables is None:
        raise ProjectProblem("The file is not there.", where=str(path))
    return project_from(located_in(tables, path)[0], catalogue)


def copy_to(folder: Path, stored: Stored, catalogue: Catalogue) -> Path:
    """Write a project as it stands in memory into a new folder and return that folder. Raises FileProblem."""
    with said_plainly("The copy could not be written.", folder):
        folder.mkdir(parents=True)
    try:
        lineage = stored.lineage.after(stored.revision, stored.folder / PROJECT_FILE)
        _write(replace(stored, folder=folder, revision=NO_FILE, older="", lineage=lineage), catalogue)
        settle(folder.parent)
    except Problem:
        _undo(folder)
        raise
    return folder


def save(stored: Stored, project: Project, catalogue: Catalogue, as_read: Mapping[str, Plain] | None = None) -> Stored:
    """Write a changed project and return it as stored; nothing is written when nothing changed.

    What could not be read back is not written, and its problems are raised; `as_read` is the plain form that it came
    from just now, from a session that looked at the clock itself. Raises ProjectProblem when the file is not the one
    that was opened, when another program has the project open, or for a day that lies before those in the project.
    """
    if project == stored.project and not stored.has_seen_more:
        return stored
    if as_read is None:
        before = Form(stored.project, project_to_plain(stored.project, catalogue), catalogue)
        project = project_from_plain(project_to_plain(project, catalogue, before), catalogue, before)
        refuse_earlier(stored.project, project)
        as_read = project_to_plain(project, catalogue, before)
    with written_alone(stored.folder):
        return _write(replace(stored, project=project), catalogue, as_read)


def write_over(folder: Path, name: str, sample: Project, catalogue: Catalogue) -> None:
    """Put a sample in the place of whatever a project's folder holds; the file before is kept as .bak.

    Raises OpenElsewhere while another program has it open, FileProblem when the system refuses.
    """
    with written_alone(folder):
        file, lineage = AtomicJson(folder / PROJECT_FILE), begun()
        with suppress(Problem):
            lineage = lineage_in(file.read() or {})
        _write(Stored(sample, name, folder, file.revision, example=company_of(sample), lineage=lineage), catalogue)


def names(workspace: Path) -> tuple[Summary, ...]:
    """Return every project of a workspace by folder name; one that cannot be read stands there with its problem."""
    return tuple(_summary(folder) for folder in project_folders(workspace))


def project_folders(workspace: Path) -> tuple[Path, ...]:
    """Return the folder of every project of a workspace, in order; none of them is read."""
    if not workspace.exists():
        return ()
    with said_plainly("The projects cannot be listed.", workspace):
        found = (path for path in workspace.iterdir() if not path.name.startswith("."))  # these are being made
        return tuple(sorted(path for path in found if is_project(path)))


def _write(stored: Stored, catalogue: Catalogue, plain: Mapping[str, Plain] | None = None) -> Stored:
    # Laid out in memory first: one write a change.
    database = TinyDB(storage=MemoryStorage)
    lineage = stored.lineage.after(stored.revision, stored.folder / PROJECT_FILE)
    plain = plain or project_to_plain(stored.project, catalogue)
    for name, rows in to_tables(plain, stored.name, stored.example, to_meta(lineage)).items():
        database.table(name).insert_multiple(rows)
    file = AtomicJson(stored.folder / PROJECT_FILE, revision=stored.revision)
    if stored.older:
        keep_older(stored.folder / PROJECT_FILE, stored.older)
    tables = database.storage.read() or {}
    is_told = stored.is_told or stored.project.days_are_told or stored.is_outgrown
    # Days that something else wrote stay told: a seal would make them look taken down by this program.
    file.write(tables if is_told else with_seal(tables))
    project = replace(stored.project, days_are_told=True) if is_told else stored.project
    return replace(
        stored, project=project, revision=file.revision, older="", is_told=is_told, lineage=lineage, has_seen_more=False
    )


def _summary(folder: Path) -> Summary:
    try:
        located, name = located_in(tables_of(folder / PROJECT_FILE)[0], folder / PROJECT_FILE)
        data = to_newest(located).data
    except Problem as problem:
        return Summary(folder.name, folder, problem=problem)
    answers = data.get("answers") if isinstance(data, dict) else None
    company = answers.get("company") if isinstance(answers, dict) else None
    return Summary(name, folder, company if isinstance(company, str) else "")


def is_project(path: Path) -> bool:
    """Return whether a path is the folder of a project, be it one with a broken file.

    One that may not be looked into counts, or it would be left out of a list without a word; opening it says why.
    """
    file = path / PROJECT_FILE
    return path.is_dir() and (_is_there(file) or _is_there(backup_of(file)))


def _is_there(file: Path) -> bool:
    try:
        file.stat()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return True


def found(workspace: Path, name: str) -> Path:
    """Return the folder of a project by its name. Raises ProjectProblem for an unknown one, naming the nearest."""
    folder = workspace / slug(name)
    if not is_project(folder):
        known = [summary.folder.name for summary in names(workspace)]
        raise ProjectProblem(
            f"There is no project {folder.name}.", where=str(workspace), hint=nearest(folder.name, known) or _all(known)
        )
    return folder


def _all(known: list[str]) -> str:
    if len(known) > _MOST_NAMED:
        return f"There are {len(known)} projects here: soc2desk projects --search WORDS finds one."
    return f"Projects here: {', '.join(known)}." if known else "No project was created here yet."


def refuse_taken(folder: Path) -> None:
    """Raise ProjectProblem where the name of a new project's folder is taken."""
    # Compared without case: on most laptops Acme and acme are one folder.
    taken = [path for path in folder.parent.iterdir() if path.name.casefold() == folder.name]
    if taken:
        hint = "Open that project, or choose another name."
        raise ProjectProblem(f"The name {folder.name} is taken.", where=str(taken[0]), hint=hint)


def _undo(folder: Path) -> None:
    with suppress(OSError):
        for name in PICTURE_FILES:
            (folder / name).unlink(missing_ok=True)
        folder.rmdir()
