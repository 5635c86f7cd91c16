"""What a person likes, as the window uses it: read at the start, changed by values, written at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.app.first_sight import is_portable, liked_desk
from soc2desk.app.logo import FIRM_LOGO, picture_for
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.glance import Glance
from soc2desk.storage.places import preferences_file
from soc2desk.storage.preferences import (
    FEWEST_BACKUPS,
    LARGEST_TYPE,
    MOST_BACKUPS,
    SMALLEST_TYPE,
    Look,
    Preferences,
    fitting,
    read_preferences,
    write_preferences,
)

if TYPE_CHECKING:
    from soc2desk.app.desk import Desk
    from soc2desk.domain.problems import Problem

__all__ = [
    "FEWEST_BACKUPS",
    "LARGEST_TYPE",
    "MOST_BACKUPS",
    "SMALLEST_TYPE",
    "Look",
    "Preferences",
    "Settings",
    "as_left",
    "at_place",
    "fitting",
    "on_list",
    "opened_outside",
    "shown_again",
    "taken_off",
    "with_firm_logo",
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
        return is_portable(self.workspace)

    def desk(self) -> Desk:
        """Return a desk as of today with the workspace and the content that are liked."""
        liked = self.preferences
        seen = Glance(liked.workspace, liked.pack, language=liked.language)
        return replace(liked_desk(self.workspace, self.pack, seen), backups_kept=liked.backups_kept)

    def keep(self, preferences: Preferences) -> Settings:
        """Write changed preferences and return the settings with them. Raises FileProblem."""
        if preferences != self.preferences:
            write_preferences(self.file, preferences)
        return replace(self, preferences=fitting(preferences))


def with_firm_logo(settings: Settings, file: Path) -> Preferences:
    """Return preferences with a picture as the logo of the firm; a copy of it is kept beside the settings.

    Raises FileProblem for a picture that cannot be used; an earlier one then stays as it is.
    """
    folder = settings.file.parent
    with said_plainly("The picture could not be saved.", folder):
        folder.mkdir(parents=True, exist_ok=True)
    name = picture_for(folder, file, FIRM_LOGO)
    return replace(settings.preferences, firm_logo=str(folder / name))


def taken_off(preferences: Preferences, folder: Path) -> Preferences:
    """Return preferences in which a project is off the list. Its files stay where they are."""
    name = str(folder)
    outside = tuple(one for one in preferences.outside if one != name)
    hidden = preferences.hidden if name in preferences.outside else (name, *preferences.hidden)
    return fitting(replace(preferences, hidden=hidden, outside=outside))


def shown_again(preferences: Preferences, folder: Path) -> Preferences:
    """Return preferences in which a project of the workspace is on the list."""
    return replace(preferences, hidden=tuple(one for one in preferences.hidden if one != str(folder)))


def on_list(preferences: Preferences, folder: Path, workspace: Path) -> Preferences:
    """Return preferences in which a project that was opened is on the list, wherever it lies."""
    if folder.parent.resolve() == workspace.resolve():
        return shown_again(preferences, workspace / folder.name)
    return opened_outside(preferences, folder)


def opened_outside(preferences: Preferences, folder: Path) -> Preferences:
    """Return preferences that remember a project outside the workspace, the newest first."""
    return fitting(replace(preferences, outside=(str(folder), *preferences.outside)))


def at_place(preferences: Preferences, folder: Path, place: str) -> Preferences:
    """Return preferences that remember where a person was in a project, the newest last."""
    name = str(folder)
    others = {key: value for key, value in preferences.places.items() if key != name}
    return fitting(replace(preferences, places={**others, name: place}))


def as_left(
    preferences: Preferences, folder: Path, place: str, *, splits: dict[str, tuple[int, ...]], preview: bool
) -> Preferences:
    """Return preferences that remember how and where a person left a project; splits without a width say nothing."""
    known = {name: sizes for name, sizes in splits.items() if sizes}
    arranged = replace(preferences, splits={**preferences.splits, **known}, preview_shown=preview)
    return at_place(arranged, folder, place)
