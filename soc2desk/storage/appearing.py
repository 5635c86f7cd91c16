"""New folders that appear whole: filled beside their place, or within one that is empty, and put there at the end."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MAKING = ".making-"


@contextmanager
def made_apart(home: Path, name: str) -> Iterator[Path]:
    """Give a new folder of a name to fill, in a hidden one that no other has; what is not moved away by the end goes.

    Nothing that stands in `home` is touched, whatever it is called. Raises OSError.
    """
    home.mkdir(parents=True, exist_ok=True)
    apart = Path(tempfile.mkdtemp(prefix=MAKING, dir=home))
    try:
        making = apart / name
        making.mkdir()
        yield making
    finally:
        shutil.rmtree(apart, ignore_errors=True)


@contextmanager
def appearing(folder: Path) -> Iterator[Path]:
    """Give a folder to fill; when the block ends well it stands in its place, which is free or an empty folder.

    One that is there stays itself, for it may be the root of a memory stick or where the person works. Raises OSError.
    """
    is_there = folder.is_dir()
    with made_apart(folder if is_there else folder.parent, folder.name or "new") as making:
        yield making
        if is_there:
            _move_up(making, folder)
        else:
            making.rename(folder)


def _move_up(making: Path, folder: Path) -> None:
    """Move everything from one folder to another, or nothing."""
    moved: list[Path] = []
    try:
        for path in sorted(making.iterdir()):
            target = folder / path.name
            if target.exists():
                raise FileExistsError(17, "File exists", str(target))
            moved.append(path.rename(target))
    except OSError:
        for path in moved:
            path.rename(making / path.name)
        raise
