"""A tinydb storage whose file is whole at every moment and never written over somebody else's change."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from tinydb.storages import Storage

from soc2desk.domain.problems import ChangedElsewhere, Damaged, ProjectProblem
from soc2desk.reading.convert import encode_json_lines
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.plain_files import check_plain

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_FILE = "no file"
"""The revision of a file that does not exist yet."""

Tables = dict[str, dict[str, Any]]


class AtomicJson(Storage):
    """A JSON file, replaced as a whole. `revision` is the SHA-256 of the file as it was last read or written."""

    def __init__(self, path: Path | str, *, revision: str | None = None) -> None:
        """Remember the file. Without `revision` the file as it stands now counts as read."""
        super().__init__()
        # A link is followed: replacing the link itself would leave the real file behind.
        self._path = Path(os.path.realpath(path))
        self.revision = _digest(_bytes_of(self._path)) if revision is None else revision

    def read(self) -> Tables | None:
        """Return the tables, or None when there is no file. Raises ProjectProblem for broken JSON."""
        raw = _bytes_of(self._path)
        self.revision = _digest(raw)
        return None if raw is None else parsed(raw, self._path)

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace the file and keep the one before as .bak.

        Raises ProjectProblem when another program changed the file, FileProblem when the system refuses; the file is
        then as it was.
        """
        raw = encode_json_lines(data)
        before = _bytes_of(self._path)
        if _digest(before) != self.revision:
            raise _gone(self._path) if before is None else _changed(self._path)
        with said_plainly("The project could not be saved.", self._path):
            _replace(self._path, raw, before)
        self.revision = _digest(raw)


def backup_of(path: Path) -> Path:
    """Return where the version before the present one is kept."""
    return path.with_name(f"{path.name}.bak")


def replace_whole(path: Path, raw: bytes) -> None:
    """Put a file in place at once, keeping no version before it. Raises OSError; the file is then as it was."""
    _replace(Path(os.path.realpath(path)), raw, None)


def _replace(path: Path, raw: bytes, before: bytes | None) -> None:
    fresh, kept = path.with_name(f".{path.name}.new"), path.with_name(f".{path.name}.old")
    try:
        _write_through(fresh, raw)
        if before is not None:
            shutil.copymode(path, fresh)
            _write_through(kept, before)
            shutil.copymode(path, kept)
            kept.replace(backup_of(path))
        fresh.replace(path)
    finally:
        for left in (fresh, kept):
            with suppress(OSError):
                left.unlink()
    settle(path.parent)


def _write_through(path: Path, raw: bytes) -> None:
    with path.open("wb") as file:
        file.write(raw)
        write_out(file)


def write_out(file: IO[bytes]) -> None:
    """Tell the disk to keep what a file holds, so that a loss of power does not empty it."""
    file.flush()
    os.fsync(file.fileno())


def settle(*folders: Path) -> None:
    """Tell the disk to keep the names in folders: those that came, and those that changed."""
    # Windows opens no folders; there the replacement itself is written through. Some network disks refuse it too,
    # when the new file already stands, so this is no reason to report that nothing was saved.
    if os.name == "nt":
        return
    for folder in folders:
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _bytes_of(path: Path) -> bytes | None:
    with said_plainly("The project cannot be read.", path):
        try:
            check_plain(path)
            return path.read_bytes()
        except FileNotFoundError:
            return None


def _digest(raw: bytes | None) -> str:
    return NO_FILE if raw is None else sha256(raw).hexdigest()


def parsed(raw: bytes, path: Path) -> Tables:
    """Return the tables that bytes hold; `path` is what a problem names. Raises ProjectProblem for broken JSON."""
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise broken(path, "The project file is damaged: it is no complete JSON.") from error
    if not isinstance(data, dict) or not all(_is_table(table) for table in data.values()):
        raise broken(path, "The project file does not hold the tables of a project.")
    return data


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        key.isascii() and key.isdecimal() and isinstance(row, dict) for key, row in table.items()
    )


def broken(path: Path, message: str) -> Damaged:
    """Return the problem of a file that cannot be used, naming the version before it where there is one."""
    kept = backup_of(path)
    hint = (
        f"Go back to the version before the last change: soc2desk restore {path.parent.name}, or give {kept.name}, in "
        f"the same folder, the name {path.name}."
    )
    return Damaged(message, where=str(path), hint=hint if kept.exists() else "Restore it from your own backup.")


def _gone(path: Path) -> ProjectProblem:
    hint = "Save a copy to another place; then look for what moved or deleted it."
    message = "The project is not where it was opened any more; nothing was written."
    return ProjectProblem(message, where=str(path), hint=hint)


def _changed(path: Path) -> ProjectProblem:
    hint = "Open the project again to see that change, then repeat yours."
    message = "The project was changed by another program; nothing was written."
    return ChangedElsewhere(message, where=str(path), hint=hint)
