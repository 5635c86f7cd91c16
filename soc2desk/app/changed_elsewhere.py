"""A project whose file another program changed while it was open: both states are kept, whatever a person chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.problems import ChangedElsewhere, FileProblem, Problem
from soc2desk.storage.atomic_json import NO_FILE, AtomicJson
from soc2desk.storage.older_files import BACKUPS
from soc2desk.storage.projects import PROJECT_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.session import Session

__all__ = ["ChangedElsewhere", "keep_beside", "seen_changed", "take_theirs", "their_file"]

MINE = "mine"
_MOST = 1000


def their_file(session: Session) -> Path:
    """Return the file as the other program wrote it."""
    return session.folder / PROJECT_FILE


def seen_changed(session: Session) -> str:
    """Return the SHA-256 of a file that is not the one read or written here last; empty while it is that one.

    A file that is gone, or cannot be read now, is told when something is saved.
    """
    try:
        found = AtomicJson(their_file(session)).revision
    except Problem:
        return ""
    return found if found not in {session.revision, NO_FILE} else ""


def keep_beside(session: Session) -> Path:
    """Write everything as it stands here as a project of its own beside, then take the other state; return the first.

    Raises FileProblem where it cannot be written, and Problems for another state that cannot be read; nothing is lost
    then.
    """
    made = session.save_copy(_free(session.folder.parent, f"{session.folder.name}-{MINE}", session))
    session.reload()
    return made


def take_theirs(session: Session) -> Path | None:
    """Take the other state; return where what was not saved here is kept among the back-ups, if there is any.

    Raises Problems; everything then stays as it is here.
    """
    kept = None
    if session.is_dirty:
        kept = session.save_copy(_free(session.folder / BACKUPS, MINE, session))
    session.reload()
    return kept


def _free(place: Path, name: str, session: Session) -> Path:
    day = session.desk.today.isoformat()
    for number in range(1, _MOST):
        folder = place / (f"{name}-{day}" if number == 1 else f"{name}-{day}-{number}")
        if not folder.exists():
            return folder
    raise FileProblem("There are too many copies of this day.", where=str(place), hint="Move some of them elsewhere.")
