"""What is remembered from one start to the next: read when it is asked for first, written at each change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.app.preferences import Preferences, Settings

    Change = Callable[[Preferences], Preferences]


class Remembered(QObject):
    """The preferences of the person. `changed` follows each change, `failed` brings why one could not be written."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, named: Path | None = None, parent: QObject | None = None) -> None:
        """Remember the workspace that was named at the start; nothing is read yet."""
        super().__init__(parent)
        self._named = named
        self._settings: Settings | None = None
        self._failed = False

    @property
    def settings(self) -> Settings:
        """The settings as they stand."""
        if self._settings is None:
            self._settings = self._read()
        return self._settings

    @property
    def preferences(self) -> Preferences:
        """What the person likes."""
        return self.settings.preferences

    def desk(self, now: Desk) -> Desk:
        """Return a desk with the folders that are liked now, on the day of another."""
        return replace(self.settings.desk(), today=now.today)

    def keep(self, change: Change) -> Problem | None:
        """Change the preferences and write them; return why they could not be written, and keep them here all the same.

        They are read again before, because another window may have changed others of them.
        """
        before = self.settings
        fresh = self._read()
        present = before.preferences if fresh.problem is not None else fresh.preferences
        changed = change(present)
        try:
            self._settings = fresh.keep(changed)
        except Problem as problem:
            self._settings = replace(fresh, preferences=changed)
            self._tell(problem)
            self.changed.emit()
            return problem
        self._failed = False
        self.changed.emit()
        return None

    def _read(self) -> Settings:
        from soc2desk.app.preferences import Settings

        return Settings.read(self._named)

    def _tell(self, problem: Problem) -> None:
        """Say it once: the next changes would fail for the same reason."""
        if not self._failed:
            self._failed = True
            self.failed.emit(problem)
