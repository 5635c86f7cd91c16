"""Files written into a firm's pack: new ones all or none, and never over something that stands there."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.atomic_json import replace_whole, settle, write_out
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_MOST_SET_ASIDE = 1000


def write_new(pack: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths in a pack, each where nothing stands yet; none of them stays when one cannot be.

    Raises FileProblem, before anything is written where something stands in the place of one of them.
    """
    for place in files:
        _check_free(pack, place)
    made: list[Path] = []
    try:
        for place, content in files.items():
            _write_one(pack, place, content, made)
    except BaseException:
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise


def replace_in(pack: Path, place: str, content: bytes) -> None:
    """Put a file of a pack in the place of the one before, as a whole. Raises FileProblem."""
    path = _inside(pack, place)
    with said_plainly("The file of the pack could not be written.", path):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(path, content)


def set_aside(pack: Path, folder: str, place: str) -> str:
    """Copy a file of a pack into a folder beside its content, and return the copy's path in the pack.

    An earlier copy stays. Raises FileProblem.
    """
    path = _inside(pack, place)
    stem, dot, ending = place.rpartition(".")
    names = (f"{folder}/{stem}.{number}{dot}{ending}" for number in range(1, _MOST_SET_ASIDE))
    copy = next((name for name in names if not (pack / name).exists()), "")
    if not copy:
        raise FileProblem("Too many copies are kept already.", where=str(pack / folder), hint="Move some away.")
    with said_plainly("The file of the pack could not be kept.", path):
        content = path.read_bytes()
    write_new(pack, {copy: content})
    return copy


def _check_free(pack: Path, place: str) -> None:
    path = _inside(pack, place)
    if path.exists() or path.is_symlink():
        hint = "Nothing was written. Move it away, or leave this one out."
        raise FileProblem("There is a file of this name in the pack already.", where=str(path), hint=hint)


def _inside(pack: Path, place: str) -> Path:
    """A link in a pack that came from elsewhere must not lead what is written out of it."""
    path = pack / place
    with said_plainly("The place of a file cannot be looked at.", path):
        if not path.resolve().is_relative_to(pack.resolve()):
            hint = "Put a folder of its own in the place of the link."
            raise FileProblem("A link leads out of the pack, and nothing is written there.", where=str(path), hint=hint)
    return path


def _write_one(pack: Path, place: str, content: bytes, made: list[Path]) -> None:
    path = pack / place
    with said_plainly("The file of the pack could not be written.", path):
        for folder in reversed([path.parent, *path.parent.parents]):
            if not folder.exists():
                folder.mkdir()
                made.append(folder)
        with path.open("xb") as file:
            made.append(path)
            file.write(content)
            write_out(file)
        settle(path.parent)
