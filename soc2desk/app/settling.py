"""Whether a choice of the settings can be used, asked before it is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.app.checking import lint
from soc2desk.domain.problems import FileProblem
from soc2desk.storage.backups import Backup, backups, restore
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.lint.fault import Fault

__all__ = ["Backup", "backups", "check_pack", "check_workspace", "put_back"]

_TRIED = ".soc2desk-may-write"


def check_workspace(folder: Path) -> None:
    """Raise FileProblem for a folder in which no projects can be kept."""
    if folder.exists() and not folder.is_dir():
        raise FileProblem("This is no folder.", where=str(folder), hint="Choose a folder for your projects.")
    tried = folder / _TRIED
    with said_plainly("Projects cannot be kept in this folder.", folder):
        folder.mkdir(parents=True, exist_ok=True)
        tried.write_bytes(b"")
        tried.unlink()


def check_pack(desk: Desk, folder: Path) -> tuple[Fault, ...]:
    """Return the faults of a firm's own content that can be used all the same.

    Raises ContentProblem, FileProblem or SeveralProblems, with file and line, for content that cannot be loaded.
    """
    return lint(replace(desk, pack=folder))


def put_back(desk: Desk, folder: Path, backup: Backup) -> None:
    """Put a back-up in the place of a project that nobody has open; what was there is kept as another one.

    Raises ProjectProblem for a back-up that is damaged or gone, or a project that is open; FileProblem.
    """
    restore(folder, backup, desk.today)
