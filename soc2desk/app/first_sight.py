"""What the window needs for its first picture, before anything is loaded: a desk, a look, a place on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from soc2desk.app.desk import Desk, open_desk
from soc2desk.storage.glance import Glance, glance
from soc2desk.storage.places import preferences_file

__all__ = ["FirstSight", "first_sight", "is_portable", "liked_desk"]


@dataclass(frozen=True, slots=True)
class FirstSight:
    """A desk with the folders that are liked. `look` and `windows` stand as in the file, "" or empty where it has none.

    `windows` holds the place of the window by size of screen; `named` is the workspace that was named at the start.
    """

    desk: Desk
    named: Path | None = None
    look: str = ""
    windows: Mapping[str, str] = field(default_factory=dict)


def first_sight(workspace: Path | None = None, pack: Path | None = None) -> FirstSight:
    """Return what the preferences say at a glance; what is wrong in them is told when they are read in full."""
    seen = glance(preferences_file(workspace))
    return FirstSight(liked_desk(workspace, pack, seen), workspace, seen.look, seen.windows)


def liked_desk(workspace: Path | None, pack: Path | None, liked: Glance) -> Desk:
    """Return a desk as of today. Folders named when the program was started win over those that are liked."""
    free = Path(liked.workspace) if liked.workspace and not is_portable(workspace) else None
    desk = open_desk(workspace or free, pack or (Path(liked.pack) if liked.pack else None))
    return replace(desk, language=liked.language or desk.language)


def is_portable(workspace: Path | None) -> bool:
    """Return whether everything is kept in one folder that was named, so that no other can be chosen."""
    return preferences_file(workspace) != preferences_file(None, {})
