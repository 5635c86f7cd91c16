"""Puts a finished packet in its place: by renaming, and only over an earlier packet of ours."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.packet.manifest import from_bytes
from soc2desk.packet.members import MANIFEST

if TYPE_CHECKING:
    from pathlib import Path

OLD = ".old-"


def put_in_place(making: Path, folder: Path, archive: Path | None) -> None:
    """Rename a finished folder (and its ZIP) to their names. Raises FileProblem where something else stands."""
    check_place(folder)
    old = folder.with_name(OLD + folder.name)
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    try:
        making.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    target = folder.with_name(folder.name + ".zip")
    if archive is not None:
        archive.replace(target)
    else:
        target.unlink(missing_ok=True)
    shutil.rmtree(old, ignore_errors=True)


def check_place(folder: Path) -> None:
    """Raise FileProblem when the place holds anything but an earlier packet of ours."""
    if not folder.exists() and not folder.is_symlink():
        return
    try:
        from_bytes((folder / MANIFEST).read_bytes())
    except (OSError, ProjectProblem) as error:
        raise FileProblem(
            "Something that is no soc2desk packet stands where the packet should go.",
            where=str(folder),
            hint="Move it away, or build into another folder.",
        ) from error
