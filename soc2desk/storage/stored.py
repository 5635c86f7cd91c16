"""One project as it stands in its file: read, with whether its days can be leaned on."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from soc2desk.domain.clock import newest_day
from soc2desk.domain.entry_days import claims_with_entry
from soc2desk.domain.problems import Problem
from soc2desk.domain.taken_in import stands_in
from soc2desk.storage.atomic_json import AtomicJson, Tables, backup_of, broken
from soc2desk.storage.codec import project_from
from soc2desk.storage.file_seals import is_sealed
from soc2desk.storage.lineage import Lineage, lineage_in
from soc2desk.storage.migrations import older_than
from soc2desk.storage.older_files import BACKUPS
from soc2desk.storage.tables import example_in, from_tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.project import Project
    from soc2desk.reading.located import Located

PROJECT_FILE = "project.json"


@dataclass(frozen=True, slots=True)
class Stored:
    """A project as it stands in its file. `revision` is the SHA-256 of that file.

    `older` is the number of the file's format where that is not the newest, else empty. `is_told`: something else than
    this program wrote days into the file, and it bears no seal until they are out of it. `example` is the made-up
    company of the sample that it was made from: nothing was entered on the days of a sample for another company.
    `lineage` says which project it is a copy of; `has_seen_more`: it tells of another copy that the file does not yet.
    """

    project: Project
    name: str
    folder: Path
    revision: str
    older: str = ""
    is_told: bool = False
    example: str = ""
    lineage: Lineage = field(default_factory=Lineage)
    has_seen_more: bool = False

    @property
    def is_outgrown(self) -> bool:
        """Whether it was made from a sample, and is of another company now."""
        return bool(self.example) and company_of(self.project) != self.example


def company_of(project: Project) -> str:
    """Return the name of the company of a project; empty while nobody said it."""
    answer = project.answers.get("company")
    return str(answer.value or "") if answer else ""


def open_folder(folder: Path, catalogue: Catalogue) -> Stored:
    """Return the project in a folder, wherever it is. Raises Problems for a broken, newer or missing one."""
    return open_file(folder / PROJECT_FILE, catalogue)


def open_file(path: Path, catalogue: Catalogue) -> Stored:
    """Return the project in a file of any name, such as one that a service left beside. Raises Problems as above."""
    tables, revision = tables_of(path)
    return stored_from(tables, revision, path, catalogue, has_states=True)


def stored_from(tables: Tables, revision: str, path: Path, catalogue: Catalogue, *, has_states: bool) -> Stored:
    """Return the project that tables hold. Raises Problems, naming the path.

    Days in a file without a seal still count where a sealed state bears them, if there can be one beside it.
    """
    located, given_name = located_in(tables, path)
    stored = Stored(
        project_from(located, catalogue), given_name, path.parent, revision, older_than(located),
        example=example_in(tables), lineage=lineage_in(tables),
    )  # fmt: skip
    is_told = _is_told(stored, catalogue, has_seal=is_sealed(tables), has_states=has_states)
    return replace(stored, project=replace(stored.project, days_are_told=is_told), is_told=is_told)


def _is_told(stored: Stored, catalogue: Catalogue, *, has_seal: bool, has_states: bool) -> bool:
    """Return whether a file brings days of a sample, or without a seal that fits days of no sealed state beside it."""
    project = stored.project
    if newest_day(project) is None and not any(claims_with_entry(project)):
        return False
    if has_seal or stored.is_outgrown:
        return stored.is_outgrown
    return not has_states or not any(stands_in(project, before) for before in _sealed_states(stored, catalogue))


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
                yield project_from(located_in(tables, path)[0], catalogue)


def located_in(tables: Tables, path: Path) -> tuple[Located, str]:
    """Return the plain form that tables hold, and the project's name. Raises ProjectProblem for rows that are none."""
    return from_tables({name: list(rows.values()) for name, rows in tables.items()}, path)


def tables_of(path: Path) -> tuple[Tables, str]:
    """Return the tables of a project's file, and its revision. Raises Problems for a broken or missing one."""
    file = AtomicJson(path)
    tables = file.read()
    if tables is None:
        raise broken(path, "The project file is missing.")
    return tables, file.revision
