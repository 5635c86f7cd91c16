"""What a person likes, as the window uses it: read at the start, changed by values, written at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.app.desk import Desk, open_desk
from soc2desk.storage.preferences import (
    FEWEST_BACKUPS,
    MOST_BACKUPS,
    Look,
    Preferences,
    fitting,
    preferences_file,
    read_preferences,
    write_preferences,
)

if TYPE_CHECKING:
    from soc2desk.domain.problems import Problem

__all__ = [
    "FEWEST_BACKUPS",
    "MOST_BACKUPS",
    "Look",
    "Preferences",
    "Settings",
    "at_place",
    "fitting",
    "opened_outside",
    "shown_again",
    "taken_off",
]


@dataclass(frozen=True, slots=True)
class Settings:
    """Preferences and the file they stand in. `problem` says why they are not those of the file, None when they are."""

    preferences: Preferences
    file: Path
    workspace: Path | None = None
    pack: Path | None = None
    problem: Problem | None = None

    @classmethod
    def read(cls, workspace: Path | None = None, pack: Path | None = None) -> Settings:
        """Return the settings. Folders named when the program was started win over those in the file."""
        file = preferences_file(workspace)
        preferences, problem = read_preferences(file)
        return cls(preferences, file, workspace, pack, problem)

    @property
    def is_portable(self) -> bool:
        """Whether everything is kept in one folder that was named, so that no other can be chosen here."""
        return self.file != preferences_file(None, {})

    def desk(self) -> Desk:
        """Return a desk as of today with the workspace and the content that are liked."""
        liked = Path(self.preferences.workspace) if self.preferences.workspace and not self.is_portable else None
        pack = self.pack or (Path(self.preferences.pack) if self.preferences.pack else None)
        return open_desk(self.workspace or liked, pack)

    def keep(self, preferences: Preferences) -> Settings:
        """Write changed preferences and return the settings with them. Raises FileProblem."""
        if preferences != self.preferences:
            write_preferences(self.file, preferences)
        return replace(self, preferences=fitting(preferences))


def taken_off(preferences: Preferences, folder: Path) -> Preferences:
    """Return preferences in which a project is off the list. Its files stay where they are."""
    name = str(folder)
    outside = tuple(one for one in preferences.outside if one != name)
    hidden = preferences.hidden if name in preferences.outside else (name, *preferences.hidden)
    return fitting(replace(preferences, hidden=hidden, outside=outside))


def shown_again(preferences: Preferences, folder: Path) -> Preferences:
    """Return preferences in which a project of the workspace is on the list."""
    return replace(preferences, hidden=tuple(one for one in preferences.hidden if one != str(folder)))


def opened_outside(preferences: Preferences, folder: Path) -> Preferences:
    """Return preferences that remember a project outside the workspace, the newest first."""
    return fitting(replace(preferences, outside=(str(folder), *preferences.outside)))


def at_place(preferences: Preferences, folder: Path, place: str) -> Preferences:
    """Return preferences that remember where a person was in a project, the newest last."""
    name = str(folder)
    others = {key: value for key, value in preferences.places.items() if key != name}
    return fitting(replace(preferences, places={**others, name: place}))
