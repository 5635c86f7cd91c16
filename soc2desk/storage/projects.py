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
from soc2desk.domain.clock import newest_day, refuse_earlier
from soc2desk.domain.entry_days import claims_with_entry
from soc2desk.domain.problems import Problem, ProjectProblem, nearest
from soc2desk.domain.taken_in import stands_in
from soc2desk.storage.atomic_json import NO_FILE, AtomicJson, Tables, backup_of, broken, settle
from soc2desk.storage.codec import Form, project_from, project_from_plain, project_to_plain
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.file_seals import is_sealed, with_seal
from soc2desk.storage.lock import written_alone
from soc2desk.storage.migrations import older_than, to_newest
from soc2desk.storage.older_files import BACKUPS, keep_older
from soc2desk.storage.pictures import PICTURE_FILES, keep_picture
from soc2desk.storage.slugs import slug
from soc2desk.storage.tables import example_in, from_tables, to_tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.project import Project
    from soc2desk.reading.located import Located, Plain

Pictures = Mapping[str, bytes]
"""Files of pictures by the question they answer."""
NO_PICTURES: Pictures = MappingProxyType({})
PROJECT_FILE = "project.json"


@dataclass(frozen=True, slots=True)
class Stored:
    """A project as it stands in its file. `revision` is the SHA-256 of that file.

    `older` is the number of the file's format where that is not the newest, else empty. `is_told`: something else than
    this program wrote days into the file, and it bears no seal until they are out of it. `example` is the made-up
    company of the sample that it was made from: nothing was entered on the days of a sample for another company.
    """

    project: Project
    name: str
    folder: Path
    revision: str
    older: str = ""
    is_told: bool = False
    example: str = ""

    @property
    def is_outgrown(self) -> bool:
        """Whether it was made from a sample, and is of another company now."""
        return bool(self.example) and company_of(self.project) != self.example


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
        _write(Stored(project, name.strip(), folder, NO_FILE, example=example), catalogue)
        settle(workspace)
    except Problem:
        _undo(folder)
        raise
    return folder


def open_project(workspace: Path, name: str, catalogue: Catalogue) -> Stored:
    """Return a project by its name or folder name. Raises Problems for an unknown, broken or newer one."""
    return open_folder(found(workspace, name), catalogue)


def open_folder(folder: Path, catalogue: Catalogue) -> Stored:
    """Return the project in a folder, wherever it is. Raises Problems for a broken, newer or missing one."""
    tables, located, given_name, revision = _read(folder)
    project = project_from(located, catalogue)
    stored = Stored(project, given_name, folder, revision, older_than(located), example=example_in(tables))
    is_told = _is_told(stored, catalogue, has_seal=is_sealed(tables))
    return replace(stored, project=replace(project, days_are_told=is_told), is_told=is_told)


def _is_told(stored: Stored, catalogue: Catalogue, *, has_seal: bool) -> bool:
    """Return whether a file brings days of a sample, or without a seal that fits days of no sealed state beside it."""
    project = stored.project
    if newest_day(project) is None and not any(claims_with_entry(project)):
        return False
    if has_seal or stored.is_outgrown:
        return stored.is_outgrown
    return not any(stands_in(project, before) for before in _sealed_states(stored, catalogue))


def _sealed_states(stored: Stored, catalogue: Catalogue) -> Iterator[Project]:
    """Yield the version before and the back-ups, as far as they bear a seal that fits and can be read.

    One that says it was made from a sample does not vouch for a file that says so no more.
    """
    folder = stored.folder
    kept = sorted((folder / BACKUPS).glob("project-*.json"), reverse=True)
    for path in (backup_of(folder / PROJECT_FILE), *kept):
        with suppress(Problem):
            tables = AtomicJson(path).read()
            if tables is not None and is_sealed(tables) and example_in(tables) == stored.example:
                yield project_from(_located(tables, path)[0], catalogue)


def _located(tables: Tables, path: Path) -> tuple[Located, str]:
    return from_tables({name: list(rows.values()) for name, rows in tables.items()}, path)


def company_of(project: Project) -> str:
    """Return the name of the company of a project; empty while nobody said it."""
    answer = project.answers.get("company")
    return str(answer.value or "") if answer else ""


def write_first(stored: Stored, name: str, catalogue: Catalogue) -> None:
    """Write a project into its folder, which holds none yet. Raises ProjectProblem where one stands there."""
    _write(replace(stored, name=name, revision=NO_FILE, older=""), catalogue)


def read_project_file(path: Path, catalogue: Catalogue) -> Project:
    """Return the project of a file that stands anywhere, such as a back-up. Raises Problems for a broken one."""
    tables = AtomicJson(path).read()
    if tables is None:
        raise ProjectProblem("The file is not there.", where=str(path))
    return project_from(_located(tables, path)[0], catalogue)


def copy_to(folder: Path, stored: Stored, catalogue: Catalogue) -> Path:
    """Write a project as it stands in memory into a new folder and return that folder. Raises FileProblem."""
    with said_plainly("The copy could not be written.", folder):
        folder.mkdir(parents=True)
    try:
        _write(replace(stored, folder=folder, revision=NO_FILE, older=""), catalogue)
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
    if project == stored.project:
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
        revision = AtomicJson(folder / PROJECT_FILE).revision
        _write(Stored(sample, name, folder, revision, example=company_of(sample)), catalogue)


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
    plain = plain or project_to_plain(stored.project, catalogue)
    for name, rows in to_tables(plain, stored.name, stored.example).items():
        database.table(name).insert_multiple(rows)
    file = AtomicJson(stored.folder / PROJECT_FILE, revision=stored.revision)
    if stored.older:
        keep_older(stored.folder / PROJECT_FILE, stored.older)
    tables = database.storage.read() or {}
    is_told = stored.is_told or stored.project.days_are_told or stored.is_outgrown
    # Days that something else wrote stay told: a seal would make them look taken down by this program.
    file.write(tables if is_told else with_seal(tables))
    project = replace(stored.project, days_are_told=True) if is_told else stored.project
    return replace(stored, project=project, revision=file.revision, older="", is_told=is_told)


def _read(folder: Path) -> tuple[Tables, Located, str, str]:
    path = folder / PROJECT_FILE
    file = AtomicJson(path)
    tables = file.read()
    if tables is None:
        raise broken(path, "The project file is missing.")
    located, name = _located(tables, path)
    return tables, located, name, file.revision


def _summary(folder: Path) -> Summary:
    try:
        _, located, name, _ = _read(folder)
        data = to_newest(located).data
    except Problem as problem:
        return Summary(folder.name, folder, problem=problem)
    answers = data.get("answers") if isinstance(data, dict) else None
    company = answers.get("company") if isinstance(answers, dict) else None
    return Summary(name, folder, company if isinstance(company, str) else "")


def is_project(path: Path) -> bool:
    """Return whether a path is the folder of a project, be it one with a broken file."""
    file = path / PROJECT_FILE
    return path.is_dir() and (file.exists() or backup_of(file).exists())


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
