"""The folder of a release: it appears whole or not at all, and never over other bytes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from soc2desk.domain.problems import Problem


@contextmanager
def workplace(out: Path) -> Iterator[Path]:
    """Give a folder on the disk of OUT to work in; whatever happens, it is gone afterwards."""
    new = [folder for folder in (out, *out.parents) if not folder.exists()]
    out.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix=".release-", dir=out) as folder:
            yield Path(folder)
    except BaseException:
        _leave(new)
        raise


def _leave(folders: list[Path]) -> None:
    """Take away the folders that were made for this, as far as they are empty."""
    for folder in folders:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def put(made: Path, target: Path) -> bool:
    """Move a finished folder to its place; return whether it is new there. Raises Problem over other bytes."""
    if not target.exists():
        made.rename(target)
        return True
    if _bytes_of(made) != _bytes_of(target):
        raise Problem(
            "There is a release of this version already, with other bytes.",
            where=str(target),
            hint="Move it away, or give the new one a version of its own.",
        )
    return False


def _bytes_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}
