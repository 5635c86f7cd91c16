"""A disk that loses its power: what it was not told to keep for good is gone, be it what a file holds or a name.

Two worst cases: names that were not settled are as before (the folder was never synced), or they are new and the files
under them empty (the folder was written, what they hold was not).
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


class ForgetfulDisk:
    """Follows a folder, and can lay out beside it what would be left of it now."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._files: dict[int, bytes] = {}
        self._folders: dict[int, dict[str, int]] = {}
        for path in (root, *root.rglob("*")):
            self._keep(path)

    def _keep(self, path: Path) -> None:
        # The number of something deleted is used again, perhaps for another kind of thing.
        number = path.stat().st_ino
        self._files.pop(number, None)
        self._folders.pop(number, None)
        if path.is_dir():
            self._folders[number] = {inner.name: inner.stat().st_ino for inner in path.iterdir()}
        else:
            self._files[number] = path.read_bytes()

    @contextmanager
    def followed(self) -> Iterator[None]:
        """Take down what the program tells the disk to keep."""
        sync = os.fsync

        def keep(handle: int) -> None:
            sync(handle)
            self._keep(Path(os.readlink(f"/proc/self/fd/{handle}")))  # noqa: PTH115 - no path, but a handle

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "fsync", keep)
            yield

    def with_old_names(self, target: Path) -> Path:
        """Lay out what is left where no folder wrote a name that it was not told to."""
        self._lay_out(self.root.stat().st_ino, target)
        return target

    def _lay_out(self, number: int, target: Path) -> None:
        target.mkdir()
        for name, inner in self._folders.get(number, {}).items():
            if inner in self._files:
                (target / name).write_bytes(self._files[inner])
            elif inner in self._folders:
                self._lay_out(inner, target / name)
            else:
                (target / name).write_bytes(b"")

    def with_new_names(self, target: Path) -> Path:
        """Lay out what is left where all names were written, and of the files only what the disk was told to keep."""
        shutil.copytree(self.root, target)
        for path in self.root.rglob("*"):
            if path.is_file():
                copy = target / path.relative_to(self.root)
                about = path.stat()
                copy.write_bytes(self._files.get(about.st_ino, b""))
                os.utime(copy, ns=(about.st_atime_ns, about.st_mtime_ns))
        return target
