"""What may stand inside a packet: names every system can hold, and sizes that can be read back."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.file_names import is_device
from soc2desk.domain.problems import FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MANIFEST = "manifest.json"
SEAL = "manifest.sha256"
SIGNATURE = "manifest.sig"
"""The three that a packet may hold beside the files that it lists; the last only where somebody signed."""

PATH_LIMIT = 100  # characters
MEMBER_LIMIT = 256 * 1024 * 1024  # bytes of one file
TOTAL_LIMIT = 1024 * 1024 * 1024  # bytes of all files together

_WALK_LIMIT = 400  # characters: no path of a packet comes near, and 200 folders in one another are soon gone into
_REFUSED = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder holds, with forward slashes and sorted.

    `files` are plain files, `odd` are links, pipes and devices, `closed` are folders that cannot be listed.
    """

    files: tuple[str, ...]
    odd: tuple[str, ...]
    closed: tuple[str, ...]


def fault_of_path(path: str) -> str | None:
    """Return why `path` cannot be a file of a packet, as words that follow "it"; None when it can."""
    if not path.isascii():
        return "holds a character outside ASCII"
    if not 0 < len(path) <= PATH_LIMIT:
        return f"has {len(path)} characters, where 1 to {PATH_LIMIT} are possible"
    if _REFUSED.search(path):
        return "holds a character that some systems refuse"
    return next((fault for part in path.split("/") if (fault := _fault_of_part(part))), None)


def _fault_of_part(part: str) -> str | None:
    if not part:
        return "is absolute or holds an empty part"
    if part in {".", ".."}:
        return "points outside its folder"
    if part[-1] in ". " or is_device(part):
        return "holds a name that Windows refuses"
    return None


def check_paths(paths: Iterable[str]) -> None:
    """Raise FileProblem for the first path that cannot stand in a packet, or that another one is equal to by case."""
    seen: dict[str, str] = {}
    for path in paths:
        fault = fault_of_path(path)
        if fault:
            raise FileProblem(f"A file of the packet cannot have this name: it {fault}.", where=printable(path))
        if path.lower() in seen:
            raise FileProblem("Two files of the packet have the same name.", where=f"{seen[path.lower()]} and {path}")
        seen[path.lower()] = path


def check_size(path: str, size: int, total: int) -> None:
    """Raise FileProblem when this file, or all files up to it, are larger than can be read back. Sizes in bytes."""
    if size > MEMBER_LIMIT:
        raise FileProblem("A file is too large for a packet (256 MiB at most).", where=path)
    if total > TOTAL_LIMIT:
        raise FileProblem("The packet is too large (1 GiB at most).", where=path)


def printable(name: str) -> str:
    """Return a name that is safe to show: what cannot be printed is written as an escape."""
    return name if name.isprintable() else ascii(name)[1:-1]


def list_folder(folder: Path) -> Listing:
    """Return everything under `folder`; links are never followed. Raises OSError when `folder` cannot be listed."""
    found: dict[str, list[str]] = {"files": [], "odd": [], "closed": []}
    for name, sort in _walk(list(os.scandir(folder)), ""):
        found[sort].append(name)
    return Listing(**{sort: tuple(sorted(names)) for sort, names in found.items()})


def _walk(entries: list[os.DirEntry[str]], prefix: str) -> Iterator[tuple[str, str]]:
    for entry in entries:
        name = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _walk_below(entry, name)
        else:
            yield name, "files" if entry.is_file(follow_symlinks=False) else "odd"


def _walk_below(entry: os.DirEntry[str], name: str) -> Iterator[tuple[str, str]]:
    try:
        below = list(os.scandir(entry)) if len(name) <= _WALK_LIMIT else None
    except OSError:
        below = None
    if below is None:
        yield name, "closed"
    else:
        yield from _walk(below, name + "/")
