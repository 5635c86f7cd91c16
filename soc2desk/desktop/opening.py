"""Opens and closes projects for the window, and says what one can do when somebody else has one open."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Damaged, OpenElsewhere, Problem, ProjectProblem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.app.quick import Quick
    from soc2desk.app.session import Session
    from soc2desk.app.whereabouts import Whereabouts
    from soc2desk.desktop.jobs import Job
    from soc2desk.desktop.open_project import OpenProject
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.words import Words

START = "pages.overview"


class Opening(QObject):
    """What opens and closes the one project of a window.

    `opened` brings an OpenProject and the place to show; `leaving` comes before a project is saved and closed, so that
    what is being typed can be taken; `closed` after; `said` brings a Notice or a Problem; `packet` a path to check,
    `sent` that of a project from a colleague.
    """

    opened = Signal(object, str)
    leaving = Signal()
    closed = Signal()
    said = Signal(object)
    packet = Signal(object)
    sent = Signal(object)

    def __init__(self, desk: Desk, words: Words, remembered: Remembered, parent: QObject) -> None:
        super().__init__(parent)
        self.desk, self._words, self._remembered = desk, words, remembered
        self.project: OpenProject | None = None
        self._then: Callable[[], object] | None = None
        self._told_of: Whereabouts | None = None

    def open_folder(self, folder: Path, place: str = "") -> bool:
        """Open a project; return whether it is open now. Offers to read it where somebody else has it open."""
        if self.project is not None and self.project.session.folder == folder:
            return True
        from soc2desk.app.session import open_session

        try:
            session = open_session(self.desk, folder)
        except OpenElsewhere as problem:
            self._offer_reading(problem, folder)
            return False
        except Damaged as problem:
            self._offer_going_back(problem, folder)
            return False
        except Problem as problem:
            self.said.emit(problem)
            return False
        return self._show(session, place)

    def _offer_reading(self, problem: Problem, folder: Path) -> None:
        from soc2desk.app.session import open_to_read, take_over

        words = self._words
        actions = (
            (words("window.read_only"), lambda: self._try(lambda: open_to_read(self.desk, folder))),
            (words("window.take_over"), lambda: self._try(lambda: take_over(self.desk, folder))),
        )
        self.said.emit(Notice(problem.message, "warn", words("window.open_elsewhere"), actions))

    def _offer_going_back(self, problem: Problem, folder: Path) -> None:
        from soc2desk.app.mending import mend, newest_good
        from soc2desk.app.session import open_session
        from soc2desk.desktop.dates import said_date

        good = newest_good(self.desk, folder)
        if good is None:
            self.said.emit(problem)
            return

        def back() -> Session:
            mend(self.desk, folder, good)
            return open_session(self.desk, folder)

        words = self._words
        actions = ((words("window.go_back", day=said_date(good.on, words)), lambda: self._try(back)),)
        self.said.emit(Notice(problem.message, "bad", words("window.go_back_detail"), actions))

    def _try(self, opened: Callable[[], Session]) -> bool:
        try:
            return self._show(opened())
        except Problem as problem:
            self.said.emit(problem)
            return False

    def _show(self, session: Session, place: str = "") -> bool:
        from soc2desk.desktop.open_project import OpenProject

        if not self.close_project(lambda: self.open_folder(session.folder, place)):
            session.close()
            return False
        self.project = OpenProject(session, self)
        self.project.last_place = self._remembered.preferences.places.get(str(session.folder), "")
        self._list(session.folder)
        self.opened.emit(self.project, place or START)
        self._tell_of_place(session.folder)
        if session.project.days_are_told:
            self._tell_of_days(session)
        # The content and the window live on: going through them in search of garbage took 50 ms every few answers.
        gc.freeze()
        return True

    def _tell_of_days(self, session: Session) -> None:
        """Say that the days in a project were changed outside, or are those of a sample for another company."""
        from soc2desk.app.practice import outgrown

        example, words = outgrown(session.desk, session.folder), self._words
        name = "days_of_sample" if example else "days_told"
        self.said.emit(Notice(words(f"window.{name}", example=example), "warn", words(f"window.{name}_detail")))

    def _tell_of_place(self, folder: Path) -> None:
        """Say what a synced folder left beside a project, each time; and once, that it lies in one or on a network."""
        from soc2desk.app.whereabouts import whereabouts

        place, words = whereabouts(folder), self._words
        if place.copies:
            named = ", ".join(place.copies[:3])
            text = words("window.copies", names=named)
            self.said.emit(Notice(text, "warn", words("window.copies_detail")))
        elif place != self._told_of and (place.service or place.is_network):
            text = words("window.synced", service=place.service) if place.service else words("window.network")
            self.said.emit(Notice(text, "info", words("window.one_at_a_time")))
        self._told_of = place

    def _list(self, folder: Path) -> None:
        """Put a project on the list of home that was taken off, or lies elsewhere."""
        from soc2desk.app.preferences import on_list

        before = self._remembered.preferences
        if on_list(before, folder, self.desk.workspace) != before:
            self._remembered.keep(lambda liked: on_list(liked, folder, self.desk.workspace))

    def open_path(self, path: Path) -> None:
        """Open whatever a path leads to: a project, an answers file as a new project, a packet to check."""
        from soc2desk.app.home import Kind, known_as
        from soc2desk.app.transfer import new_project

        try:
            match known_as(path):
                case Kind.PROJECT:
                    self.open_folder(path if path.is_dir() else path.parent)
                case Kind.ANSWERS:
                    self.open_folder(new_project(self.desk, path.stem, answers=path))
                case Kind.SENT:
                    self.sent.emit(path)
                case Kind.PACKET:
                    self.packet.emit(path)
        except Problem as problem:
            self.said.emit(problem)

    def start_packet(self, company: str, made: Quick | None = None) -> Problem | None:
        """Make a new project for a company and open it; return why the name cannot be taken.

        It begins with the dates of a five-minute answer where one is given.
        """
        from soc2desk.app.beginning import begin
        from soc2desk.app.quick import begin_with

        liked = self._remembered.preferences
        try:
            folder = begin_with(self.desk, company, made, liked) if made else begin(self.desk, company, liked)
        except ProjectProblem as problem:
            return problem
        except Problem as problem:
            self.said.emit(problem)
            return None
        self.open_folder(folder)
        return None

    def open_practice(self, sample: str) -> None:
        """Open the practice copy of a sample, made when there is none."""
        from soc2desk.app.home import practice_copy

        try:
            folder = practice_copy(self.desk, sample)
        except Problem as problem:
            self.said.emit(problem)
            return
        self.open_folder(folder)

    def close_project(self, then: Callable[[], object] | None = None) -> bool:
        """Save and close the open project; return False, with a message, when it could not be saved or is being used.

        Long work that runs for it can be cancelled from the message; `then` is done when it has ended.
        """
        if self.project is None:
            return True
        self.leaving.emit()
        if self.project.work is not None:
            self._offer_cancelling(self.project.work, then)
            return False
        if not self.project.close():
            return False
        self.project.deleteLater()
        self.project = None
        gc.unfreeze()
        self.closed.emit()
        return True

    def _offer_cancelling(self, work: Job, then: Callable[[], object] | None) -> None:
        def cancel() -> None:
            self._then = then
            if work is not (self.project.work if self.project else None):
                self._go_on()
                return
            work.finished.connect(self._go_on)
            work.cancel()

        words = self._words
        actions = ((words("window.cancel_and_close"), cancel),)
        self.said.emit(Notice(words("window.busy"), "warn", words("window.busy_detail"), actions))

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()
