"""A project whose file is damaged or gone: the newest good state of it that is kept, and the way back to it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from soc2desk.domain.problems import Damaged, Problem, ProjectProblem
from soc2desk.storage.atomic_json import backup_of
from soc2desk.storage.backups import Backup, backups, restore
from soc2desk.storage.projects import PROJECT_FILE, read_project_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from soc2desk.app.desk import Desk

__all__ = ["Backup", "Damaged", "good_states", "mend", "newest_good"]


def good_states(desk: Desk, folder: Path) -> Iterator[Backup]:
    """Yield the states of a project that are kept and can be opened, the newest first; none is changed by looking."""
    for one in (*_version_before(folder), *backups(folder)):
        try:
            read_project_file(one.path, desk.catalogue)
        except Problem:
            continue
        yield one


def newest_good(desk: Desk, folder: Path) -> Backup | None:
    """Return the newest of them, None where there is none."""
    return next(good_states(desk, folder), None)


def mend(desk: Desk, folder: Path, state: Backup | None = None) -> Backup:
    """Put a good state in the place of the project's file, the newest without one; return which.

    The file there until now is moved among the back-ups, damaged or not. Raises ProjectProblem where no good state is
    kept, or another program has the project open; FileProblem.
    """
    chosen = state or newest_good(desk, folder)
    if chosen is None:
        hint = "Restore it from a back-up of your computer. Nothing was changed."
        raise ProjectProblem("No good state of this project is kept here.", where=str(folder), hint=hint)
    restore(folder, chosen, desk.today)
    return chosen


def _version_before(folder: Path) -> Iterator[Backup]:
    path = backup_of(folder / PROJECT_FILE)
    try:
        moment = path.stat().st_mtime
    except OSError:
        return
    yield Backup(path, _day(moment))


def _day(moment: float) -> date:
    return datetime.fromtimestamp(moment, UTC).astimezone().date()
