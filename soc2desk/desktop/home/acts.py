"""What one can do with a project of the list without opening it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from soc2desk.desktop.dates import said_date
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.app.duplicating import Carrying
    from soc2desk.app.settling import Backup
    from soc2desk.desktop.home.project_model import Row
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.words import Words


class HomeActs(QObject):
    """`said` brings a Notice or a Problem, `changed` tells that the list is not right any more."""

    said = Signal(object)
    changed = Signal()

    def __init__(self, desk: Desk, words: Words, remembered: Remembered, parent: QObject) -> None:
        super().__init__(parent)
        self.desk, self._words, self._remembered = desk, words, remembered

    def remove(self, row: Row) -> None:
        """Take a project off the list, and offer to undo that. Its files stay."""
        from soc2desk.app.preferences import taken_off

        before = self._remembered.preferences
        self._remembered.keep(lambda liked: taken_off(liked, row.card.folder))
        undo = ((self._words("home.undo"), lambda: self._show_again(row, before.outside)),)
        self.said.emit(Notice(self._words("home.removed", name=row.title), actions=undo))

    def _show_again(self, row: Row, outside: tuple[str, ...]) -> None:
        from soc2desk.app.preferences import opened_outside, shown_again

        folder = row.card.folder
        was_outside = str(folder) in outside
        self._remembered.keep(lambda liked: (opened_outside if was_outside else shown_again)(liked, folder))
        self.changed.emit()

    def start_over(self, row: Row) -> None:
        """Set a practice copy back to the beginning."""
        from soc2desk.app.home import start_over

        if self._done(lambda: start_over(self.desk, row.card.folder, row.card.sample)):
            self.said.emit(Notice(self._words("home.practice.started_over", name=row.title), "good"))
            self.changed.emit()

    def put_back(self, title: str, folder: Path, backup: Backup) -> bool:
        """Put a back-up in the place of a project; return whether that was done."""
        from soc2desk.app.settling import put_back

        done = self._done(lambda: put_back(self.desk, folder, backup))
        if done:
            day = said_date(backup.on, self._words)
            self.said.emit(Notice(self._words("home.backups.done", name=title, day=day), "good"))
            self.changed.emit()
        return done

    def carrying(self, row: Row) -> Carrying | None:
        """Return what a new client would get of a project; None where it cannot be read, which is said."""
        from soc2desk.app.duplicating import carrying

        try:
            return carrying(self.desk, row.card.folder)
        except Problem as problem:
            self.said.emit(problem)
            return None

    def duplicate(self, row: Row, name: str) -> Path | Problem:
        """Make the project of a new client; return its folder, or why it cannot be made."""
        from soc2desk.app.home import duplicate

        try:
            return duplicate(self.desk, row.card.folder, name)
        except Problem as problem:
            return problem

    def _done(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Problem as problem:
            self.said.emit(problem)
            return False
        return True
