"""One open project: what a person changes, what can be undone, and what is not on the disk yet."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.app.collecting import without_collecting
from soc2desk.app.desk import Source, now
from soc2desk.app.evidence_files import found_files
from soc2desk.app.logo import with_pictures_in
from soc2desk.app.plain_values import Where, read_plain, with_values
from soc2desk.domain.clock import is_behind, refuse_earlier
from soc2desk.domain.engagement import Engagement, decide_engagement
from soc2desk.domain.entry_days import with_entry_days
from soc2desk.domain.problems import FileProblem, Problem, ProjectProblem
from soc2desk.packet.compose import Composition, compose
from soc2desk.reading.located import Plain
from soc2desk.storage.backups import keep_backup
from soc2desk.storage.codec import Form, project_to_plain
from soc2desk.storage.evidence_files import copy_files
from soc2desk.storage.history import Steps, done_again, read_history, step_between, taken_back, write_history
from soc2desk.storage.lineage import Stands
from soc2desk.storage.lock import forget_lock, open_alone
from soc2desk.storage.projects import PROJECT_FILE, Stored, copy_to, open_folder, save

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.domain.project import Project

__all__ = ["Plain", "Session", "Where", "open_session", "open_to_read", "read_plain", "take_over", "with_values"]

REMEMBERED = 500
"""How many changes can be undone while the project stays open."""


class Session:
    """An open project. Every change goes the way a file is read, so what is saved can always be opened again."""

    def __init__(self, desk: Desk, stored: Stored, lock: ExitStack | None) -> None:
        """Hold a project that was read; `lock` keeps others out until close, None when it may only be read."""
        self.desk = desk
        self.steps = read_history(stored.folder, stored.revision, desk.today)
        self._stored, self._lock = stored, lock
        self._project = stored.project
        self._plain = project_to_plain(stored.project, desk.catalogue)
        self._engagement: Engagement | None = None
        self._composition: Composition | None = None
        self._last_key = ""
        self._copied: Project | None = None
        self.backup_problem: Problem | None = None
        """Why this day's copy of the file could not be made; that never stops a save."""
        self._backed_up = False
        self._clock = now().date()
        self._is_behind = is_behind(stored.project, desk.today)

    @property
    def project(self) -> Project:
        """Everything entered, as it stands now."""
        return self._project

    @property
    def plain(self) -> Mapping[str, Plain]:
        """The same as it would be written in a file."""
        return self._plain

    @property
    def folder(self) -> Path:
        """Where the project is kept."""
        return self._stored.folder

    @property
    def revision(self) -> str:
        """The SHA-256 of the project's file as it was read or written here last."""
        return self._stored.revision

    @property
    def stands(self) -> Stands:
        """The state of the project's file, and those before it."""
        return Stands(self._stored.revision, self._stored.lineage)

    @property
    def name(self) -> str:
        """What the project was called when it was made."""
        return self._stored.name

    @property
    def is_read_only(self) -> bool:
        """Whether another program has it open, so that nothing can be changed here."""
        return self._lock is None

    @property
    def is_dirty(self) -> bool:
        """Whether something is not on the disk yet."""
        return self._stored.has_seen_more or self._project != self._stored.project

    @property
    def is_in_a_copy(self) -> bool:
        """Whether everything as it stands now was saved elsewhere, so that nothing is lost when it cannot be here."""
        return self._project == self._copied

    @property
    def engagement(self) -> Engagement:
        """Every decision about the project as it stands now."""
        if self._engagement is None:
            self._engagement = decide_engagement(self.desk.catalogue, self._project, self.desk.today)
        return self._engagement

    @property
    def composition(self) -> Composition:
        """Every document and finding as of now. Takes some tens of milliseconds after a change."""
        if self._composition is None:
            with without_collecting():
                self._composition = compose(
                    self.desk.catalogue, self._project, self.desk.today, files=found_files(self.folder, self._project)
                )
        return self._composition

    @property
    def source(self) -> Source:
        """The answers as they stand now, for what works on a project. It writes nothing into this session's file."""
        return Source(self._project, self.folder.name, file=self.folder / PROJECT_FILE)

    def put(self, values: Mapping[Where, Plain], label: str, key: str = "") -> None:
        """Set values (None takes one out), checked together; nothing changes when one of them does not fit.

        `label` names the change for undo; changes that follow each other with one `key` are undone together.
        Raises the problems of reading a file, each with the dotted path as its place.
        """
        self._take(with_values(self._plain, values), label, key)

    def replace(self, project: Project, label: str) -> None:
        """Take a project that some act gave back, as one change."""
        self._take(project_to_plain(project, self.desk.catalogue, self._form), label, "")

    def bring_in(self, project: Project, label: str, other: Stored, *, is_own: bool = False) -> None:
        """Take what this and another copy were brought together to, as one change, with the days settled there.

        What the other one brought is not asked again, taken or not; undone, it counts as unseen. `is_own`: it is this
        project's file, which another program wrote, and from now on the one that is written over.
        """
        self._take(project_to_plain(project, self.desk.catalogue, self._form), label, "", brings=other.revision)
        if is_own:
            self._stored = replace(self._stored, project=other.project, revision=other.revision, older=other.older)

    def seal(self) -> None:
        """End the present change: what follows is undone by itself, even of the same field."""
        self._last_key = ""

    def follow_the_clock(self) -> bool:
        """Go on to a new day where midnight went by since the project was opened; return whether it did.

        What is entered then bears the day on which it is entered. A clock that was set back changes nothing.
        """
        passed = now().date() - self._clock
        if passed.days <= 0:
            return False
        self._clock += passed
        self._backed_up = False
        self.desk = self.desk.on(self.desk.today + passed)
        self._is_behind = is_behind(self._project, self.desk.today)
        # What was undone yesterday would come back with yesterday's days.
        self.steps = Steps(self.steps.done)
        self._engagement = self._composition = None
        return True

    def undo(self) -> str:
        """Take the newest change back and return its name; empty when there is none."""
        if not self.steps.done or self.is_read_only:
            return ""
        self.seal()
        step = self.steps.done[-1]
        self._set(taken_back(self._plain, step))
        self._brought(step.brings, gone=True)
        self.steps = Steps(self.steps.done[:-1], (*self.steps.undone, step))
        return step.label

    def redo(self) -> str:
        """Make the change that was undone last again and return its name; empty when there is none of this day."""
        if not self.steps.undone or self.is_read_only:
            return ""
        self.seal()
        step = self.steps.undone[-1]
        self._set(done_again(self._plain, step))
        self._brought(step.brings)
        self.steps = Steps((*self.steps.done, step), self.steps.undone[:-1])
        return step.label

    def _brought(self, revision: str, *, gone: bool = False) -> None:
        known, more = self._stored.lineage, self._stored.has_seen_more
        if revision:
            now = known.without_brought(revision) if gone else known.with_brought(revision, self.revision)
            self._stored = replace(self._stored, lineage=now, has_seen_more=more or now != known)

    def save(self) -> bool:
        """Write what changed and return whether something did. Raises Problems; everything then stays here."""
        if self.is_read_only or not self.is_dirty:
            return False
        self._back_up()
        self._stored = save(self._stored, self._project, self.desk.catalogue, self._plain)
        with suppress(Problem):
            # Only a comfort: the answers are on the disk, and it is written again with the next change.
            write_history(self.folder, self._stored.revision, self.steps, self.desk.today)
        return True

    def _back_up(self) -> None:
        """Keep the file as it stood before the first change of this day."""
        if not self._backed_up:
            self.backup_problem = keep_backup(self.folder, self.desk.today, self.desk.backups_kept)
            self._backed_up = True

    def reload(self) -> None:
        """Take the project as it stands in its file now, after an act wrote it. What is not saved is lost.

        Raises Problems for a file that cannot be read; everything then stays as it is here.
        """
        stored = open_folder(self.folder, self.desk.catalogue)
        self._stored, self._project = stored, stored.project
        self._is_behind = is_behind(stored.project, self.desk.today)
        self._plain = project_to_plain(stored.project, self.desk.catalogue)
        self.steps = read_history(stored.folder, stored.revision, self.desk.today)
        self._last_key = ""
        self._engagement = self._composition = None

    def save_copy(self, folder: Path) -> Path:
        """Write everything as a new project into a folder that does not exist yet, and return it.

        The logo and the files of evidence go along where they can still be read.
        """
        made = copy_to(folder, replace(self._stored, project=self._project), self.desk.catalogue)
        copy_files(self.folder, made, self._project.evidence)
        with suppress(FileProblem):
            # Gone with the folder, perhaps: then the packet says so, and the answers are safe all the same.
            with_pictures_in(made, self.source)
        self._copied = self._project
        return made

    def close(self) -> None:
        """Let others open the project. What is not saved is lost, so save first."""
        if self._lock is not None:
            self._lock.close()

    def _take(self, plain: dict[str, Plain], label: str, key: str, brings: str = "") -> None:
        if self.is_read_only:
            message = "This project is open for reading only."
            raise ProjectProblem(message, where=self.folder.name, hint="Take it over to change something.")
        before = self._plain
        merged = bool(key) and key == self._last_key and bool(self.steps.done)
        if merged:
            before = taken_back(before, self.steps.done[-1])
        self._set(plain, is_new=not brings)
        self._last_key = key
        step = step_between(label, before, self._plain)
        if brings:  # also where mine was kept in everything: what a person decided is not asked again
            self._brought(brings)
            step = step and replace(step, brings=brings)
        if step is not None or merged:
            kept = self.steps.done[:-1] if merged else self.steps.done
            self.steps = Steps((*kept, step)[-REMEMBERED:] if step else kept, ())

    @property
    def _form(self) -> Form:
        return Form(self._project, self._plain, self.desk.catalogue)

    def _set(self, plain: dict[str, Plain], *, is_new: bool = False) -> None:
        before = self._form
        project = replace(read_plain(plain, self.desk, before), days_are_told=self._stored.is_told)
        if is_new:
            project = with_entry_days(self._project, project, self.desk.today)
            if self._is_behind:
                refuse_earlier(self._project, project)
        # Written back from the values: cleaned, and in the one order that a file has.
        self._plain, self._project = project_to_plain(project, self.desk.catalogue, before), project
        self._engagement = self._composition = None


def open_session(desk: Desk, folder: Path) -> Session:
    """Open a project for this program alone. Raises Problems for one that cannot be read or is open elsewhere."""
    lock = ExitStack()
    lock.enter_context(open_alone(folder, now()))
    try:
        return Session(desk, open_folder(folder, desk.catalogue), lock)
    except BaseException:
        lock.close()
        raise


def open_to_read(desk: Desk, folder: Path) -> Session:
    """Open a project that somebody else has open, to look at it."""
    return Session(desk, open_folder(folder, desk.catalogue), None)


def take_over(desk: Desk, folder: Path) -> Session:
    """Open a project although a lock stands: a person said that the other program has stopped."""
    forget_lock(folder)
    return open_session(desk, folder)
