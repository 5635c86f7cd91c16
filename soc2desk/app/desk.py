"""The one place where things are made and handed on: catalogue, workspace, today's date."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.domain.problems import ProjectProblem, UsageProblem, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.project import Project
    from soc2desk.storage.projects import Stored

EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"
DEMO_SAMPLE = "brightwater"
USUAL_BACKUPS = 14
_READ = ("catalogue", "window_words")
ANSWERS_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class Source:
    """Answers to work on: the project as a value, its name, and its place in the workspace (None for a file).

    `file` is the answers file they were read from, and `undecided` how many sections of own policies it said were
    marked: they wait for a person again.
    """

    project: Project
    name: str
    stored: Stored | None = None
    file: Path | None = None
    undecided: int = 0

    @property
    def folder(self) -> Path | None:
        """Where the pictures that the answers name stand; None for answers that stand nowhere."""
        if self.stored is not None:
            return self.stored.folder
        return self.file.parent if self.file is not None else None

    @property
    def project_folder(self) -> Path | None:
        """The folder of a project, also of one that is open just now; None for an answers file."""
        from soc2desk.storage.projects import PROJECT_FILE

        return self.folder if self.file is None or self.file.name == PROJECT_FILE else None


@dataclass(frozen=True)
class Desk:
    """What every command and window works with. `today` is the only clock; `pack` is a firm's own content.

    `backups_kept` copies of each project stay; `language` is that of the window.
    """

    workspace: Path
    today: date
    pack: Path | None = None
    backups_kept: int = USUAL_BACKUPS
    language: str = "en"

    @cached_property
    def catalogue(self) -> Catalogue:
        """The content. Raises ContentProblem when it cannot be used.

        Ours is checked when it is made; a firm's own is a stranger's text, and nothing is made of it before it is read.
        """
        from soc2desk.content.load import load

        catalogue = load(self.pack)
        if self.pack is not None:
            from soc2desk.document.firm_templates import check_language

            check_language(catalogue)
        return catalogue

    @cached_property
    def window_words(self) -> dict[str, str]:
        """Every text of the window by its dotted id; no other content is read for it."""
        from soc2desk.content.window_words import load_window_words

        return load_window_words(self.language)

    @property
    def window_languages(self) -> tuple[str, ...]:
        """The languages that the window has words in."""
        from soc2desk.content.window_words import window_languages

        return window_languages()

    def on(self, day: date) -> Desk:
        """Return the same desk on another day; what it has read already stays read."""
        made = replace(self, today=day)
        made.__dict__.update({name: value for name, value in self.__dict__.items() if name in _READ})
        return made

    def source(self, where: str) -> Source:
        """Return the answers of a project in the workspace, or of an answers file."""
        from soc2desk.storage.projects import open_project

        if names_a_file(where):
            return self.answers_file(Path(where))
        stored = open_project(self.workspace, where, self.catalogue)
        return Source(stored.project, stored.folder.name, stored)

    def answers_file(self, path: Path) -> Source:
        """Return the answers of a file. Raises ProjectProblem with file and line for what cannot be read.

        Anybody can write a file: the days in it are told, but for those of a sample that comes with the program, and
        a section of a policy that it says was marked is marked by nobody yet.
        """
        from soc2desk.domain.clock import newest_day
        from soc2desk.domain.entry_days import claims_with_entry
        from soc2desk.domain.taken_in import undecided
        from soc2desk.reading.yaml_lines import read_yaml
        from soc2desk.storage.codec import project_from
        from soc2desk.storage.plain_files import read_text_file

        content = read_text_file(path, "The answers file cannot be read.")
        project = project_from(read_yaml(content, str(path), ProjectProblem), self.catalogue)
        is_ours = path.resolve() in {sample.resolve() for sample in self.samples().values()}
        is_told = not is_ours and (newest_day(project) is not None or any(claims_with_entry(project)))
        marked = 0 if is_ours else sum(one.confirmed_on is not None for one in project.own_clauses)
        project = replace(undecided(project) if marked else project, days_are_told=is_told)
        return Source(project, path.stem, file=path, undecided=marked)

    def samples(self) -> dict[str, Path]:
        """Return the shipped samples by id."""
        from soc2desk.content.shipped import resources

        return {path.stem: path for path in sorted((resources() / "samples").glob("*.yaml"))}

    def sample(self, name: str) -> Path:
        """Return a sample's file. Raises UsageProblem for an unknown one, naming the nearest."""
        known = self.samples()
        if name not in known:
            hint = nearest(name, known) or f"Known: {', '.join(known)}."
            raise UsageProblem(f'There is no sample "{name}".', hint=hint)
        return known[name]


def names_a_file(where: str) -> bool:
    """Return whether a person named an answers file, and not a project of the workspace."""
    return where.lower().endswith(ANSWERS_SUFFIXES) or "/" in where or os.sep in where


def open_desk(workspace: Path | None = None, pack: Path | None = None) -> Desk:
    """Return the desk as of today, with projects where the person, SOC2DESK_HOME or the system says."""
    from soc2desk.storage.places import workspace_folder

    return Desk(workspace_folder(workspace), now().date(), pack)


def now() -> datetime:
    """Return the present moment where the person is. Only what is not part of a packet may hold it."""
    return datetime.now(tz=UTC).astimezone()


def date_from_environment(environment: Mapping[str, str] = os.environ) -> date | None:
    """Return the day of SOURCE_DATE_EPOCH in UTC, None when it is not set. Raises UsageProblem when it is no number."""
    given = environment.get(EPOCH_VARIABLE, "").strip()
    if not given:
        return None
    try:
        return datetime.fromtimestamp(int(given if given.isascii() and given.isdecimal() else ""), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        message = f"{EPOCH_VARIABLE} should be a number of seconds since 1970, not {given[:40]!r}."
        raise UsageProblem(message, hint="Take it away to use today's date.") from error
