"""The open project as the window sees it: tells when something changed, saves by itself, and never raises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from soc2desk.app.appearance import Appears
from soc2desk.app.appearing import links_of
from soc2desk.app.bringing import bring
from soc2desk.app.changed_elsewhere import seen_changed
from soc2desk.app.preview import Preview
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from soc2desk.app.bringing import Ready
    from soc2desk.app.session import Plain, Session, Where
    from soc2desk.desktop.jobs import Job
    from soc2desk.desktop.words import Words
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.project import Project


@dataclass(frozen=True)
class Draft:
    """What was typed into a field and cannot be taken yet, and why."""

    value: Plain
    state: str
    start: str
    problem: Problem


SAVE_AFTER_MS = 1000
SETTLE_AFTER_MS = 250
TRY_AGAIN_AFTER_MS = 15_000
LOOK_AT_CLOCK_MS = 60_000


class OpenProject(QObject):
    """One project in the window.

    `changed` follows each change at once; `settled` when all documents and findings are composed again; `saved` when
    everything is on the disk; `trouble` brings the Problem that kept something from the disk; `told` one that did not;
    `broken` the one that keeps documents from being composed; `changed_outside` follows a change by another program.
    """

    changed = Signal()
    settled = Signal()
    saved = Signal()
    trouble = Signal(object)
    broken = Signal(object)
    told = Signal(object)
    changed_outside = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Take over an open session."""
        super().__init__(parent)
        self.session = session
        self.last_place = ""
        """Where the person was when the project was closed last; "" where nobody knows."""
        self._told_of_backup = False
        self._seen_changed = ""
        self.drafts: dict[str, Draft] = {}
        """What was typed and cannot be taken yet, by place, so that leaving a page loses no word."""
        self.work: Job | None = None
        """The long work that runs for this project; it is ended before the project is closed."""
        self._save_timer = self._timer(self.save)
        self._settle_timer = self._timer(self.settle)
        self._settled = False
        self.preview = Preview(session)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.look_outside)
        self._clock.start(LOOK_AT_CLOCK_MS)

    def _timer(self, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    def put(self, values: Mapping[Where, Plain], label: str, key: str = "") -> Problem | None:
        """Set values (None takes one out); return the Problem when they do not fit, and then nothing changed."""
        self.follow_the_clock()
        before = self.session.project
        try:
            self.session.put(values, label, key)
        except Problem as problem:
            return problem
        if self.session.project is not before:
            self._after_change()
        return None

    def replace(self, project: Project, label: str) -> Problem | None:
        """Take a project that some act gave back, as one change; return the Problem when that cannot be."""
        self.follow_the_clock()
        try:
            self.session.replace(project, label)
        except Problem as problem:
            return problem
        self._after_change()
        return None

    def follow_the_clock(self) -> None:
        """Show everything as of a new day where midnight went by: a window stays open for days."""
        if self.session.follow_the_clock():
            self.changed.emit()
            self._settled = False
            self._settle_timer.start(SETTLE_AFTER_MS)

    def look_outside(self) -> None:
        """See whether midnight went by, and whether another program wrote the file: a laptop may have slept."""
        self.follow_the_clock()
        seen = seen_changed(self.session)
        if seen and seen != self._seen_changed:
            self.changed_outside.emit()
        self._seen_changed = seen

    def settle_with(self, act: Callable[[Session], Path | None]) -> Path | Problem | None:
        """Settle a change by another program by an act of app.changed_elsewhere; return its folder, or its Problem."""
        try:
            folder = act(self.session)
        except Problem as problem:
            return problem
        self.drafts.clear()
        self._after_change()
        self.save()
        return folder

    def bring_in(self, ready: Ready, label: str) -> Problem | None:
        """Take what another copy was brought together with, and save it; return the Problem when that cannot be."""
        try:
            bring(self.session, ready, label)
        except Problem as problem:
            return problem
        self._after_change()
        self.save()
        return None

    def keep_draft(self, place: str, draft: Draft) -> None:
        """Remember what was typed and cannot be taken yet."""
        self.drafts[place] = draft

    def undo(self) -> str:
        """Take the newest change back and return its name; empty when there is none."""
        return self._move(back=True)

    def redo(self) -> str:
        """Make the change undone last again and return its name; empty when there is none."""
        return self._move(back=False)

    def _move(self, *, back: bool) -> str:
        try:
            label = self.session.undo() if back else self.session.redo()
        except Problem as problem:
            self.trouble.emit(problem)
            return ""
        if label:
            self._after_change()
        return label

    @property
    def undo_label(self) -> str:
        """The name of the change that undo takes back."""
        done = self.session.steps.done
        return done[-1].label if done and not self.session.is_read_only else ""

    @property
    def redo_label(self) -> str:
        """The name of the change that redo makes again."""
        undone = self.session.steps.undone
        return undone[-1].label if undone and not self.session.is_read_only else ""

    def _after_change(self) -> None:
        self._settled = False
        self.changed.emit()
        self._settle_timer.start(SETTLE_AFTER_MS)
        # Counted from the first change that is not on the disk: who types on and on loses no more than a second either.
        if not 0 <= self._save_timer.remainingTime() <= SAVE_AFTER_MS:
            self._save_timer.start(SAVE_AFTER_MS)

    def reload(self) -> Problem | None:
        """Take the project as an act wrote it into its file; return the Problem when it cannot be read."""
        try:
            self.session.reload()
        except Problem as problem:
            return problem
        self.drafts.clear()
        self._after_change()
        return None

    def leave_field(self) -> None:
        """End the present change and write it: a field was left."""
        self.session.seal()
        if self._save_timer.isActive():
            self.save()

    @property
    def is_settled(self) -> bool:
        """Whether everything was composed since the last change; until then findings would hold the keyboard up."""
        return self._settled

    def settle(self) -> None:
        """Compose everything now, unless that was done since the last change."""
        self._settle_timer.stop()
        if not self._settled:
            self._settled = True
            try:
                self.preview.settle()
            except Problem as problem:
                self.broken.emit(problem)
                return
            self.settled.emit()

    def findings_at(self, place: str) -> tuple[Finding, ...]:
        """Return the findings of a place; none while documents cannot be composed."""
        try:
            composition = self.preview.settle()
        except Problem:
            # Told by `broken` already.
            return ()
        return tuple(finding for finding in composition.findings if finding.place == place)

    def appears(self, place: str) -> Appears:
        """Return where an answer shows, or what it decides, as of the last composing; nothing before there was one."""
        try:
            index = self.preview.index
        except Problem:
            return Appears()
        return index.of(place.removeprefix("answers."))

    def appearances(self, place: str, say: Words) -> tuple[tuple[str, str], ...]:
        """Return where an answer shows, each a place to go to and its words; what is only counted leads to the help."""
        return links_of(self.appears(place), say, f"help.{place.removeprefix('answers.')}")

    def save(self) -> bool:
        """Write what changed; return whether everything is on the disk. What fails is told and tried again."""
        self._save_timer.stop()
        try:
            self.session.save()
        except Problem as problem:
            self._save_timer.start(TRY_AGAIN_AFTER_MS)
            self.trouble.emit(problem)
            return False
        self.saved.emit()
        self._tell_of_backup()
        return True

    def _tell_of_backup(self) -> None:
        problem = self.session.backup_problem
        if problem is not None and not self._told_of_backup:
            self._told_of_backup = True
            self.told.emit(problem)

    def save_copy(self, folder: Path) -> Problem | None:
        """Write everything into a new folder; return the Problem when that cannot be."""
        try:
            self.session.save_copy(folder)
        except Problem as problem:
            return problem
        return None

    def close(self) -> bool:
        """Save and let others open the project; return False, and stay open, when something is on no disk yet."""
        if self.session.is_dirty and not self.save() and not self.session.is_in_a_copy:
            return False
        self.release()
        return True

    def release(self) -> None:
        """Let others open the project, whatever is saved."""
        for timer in (self._save_timer, self._settle_timer):
            timer.stop()
        self.session.close()
