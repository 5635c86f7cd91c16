"""Where a project lies: in a folder that a service keeps in step, on a disk of the network, and what these leave."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.storage.projects import PROJECT_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable

_SERVICES = (
    ("OneDrive", re.compile(r"onedrive\b.*")),
    ("Dropbox", re.compile(r"dropbox\b.*")),
    ("Google Drive", re.compile(r"google drive\b.*|googledrive\b.*|my drive")),
    ("iCloud Drive", re.compile(r"icloud ?drive\b.*|mobile documents|com~apple~clouddocs")),
    ("Nextcloud", re.compile(r"nextcloud\b.*|owncloud\b.*")),
)
"""How folders are called that a service keeps in step."""
_MARKS = ((".dropbox", "Dropbox"), (".stfolder", "Syncthing"))
"""What a service leaves in the folder that it keeps in step, whatever that is called."""
_COPY = re.compile(r"project\b.*\.json")

_MOUNTS = Path("/proc/self/mounts")
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "ncpfs", "davfs",
                      "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse", "9p"})  # fmt: skip
_ESCAPED = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What is known of a place. `service` keeps it in step, "" for none; `copies` are other states left beside."""

    service: str = ""
    is_network: bool = False
    copies: tuple[str, ...] = ()


def whereabouts(folder: Path) -> Whereabouts:
    """Return what can be told of a project's folder. What cannot be looked at counts as an ordinary place."""
    place = Path(os.path.realpath(folder))
    return Whereabouts(_service(place), is_on_network(place), conflict_copies(folder))


def _service(place: Path) -> str:
    for part in reversed(place.parts):
        for service, names in _SERVICES:
            if names.fullmatch(part.casefold()):
                return service
    for above in (place, *place.parents):
        for mark, service in _MARKS:
            with suppress(OSError):
                if (above / mark).exists():
                    return service
    return ""


def conflict_copies(folder: Path) -> tuple[str, ...]:
    """Return files that a service laid beside the project's because two computers changed it, by their names.

    Each service has a form of its own: "project (conflicted copy).json", "project-LAPTOP.json", "project (1).json".
    """
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return ()
    return tuple(sorted(name for name in names if name != PROJECT_FILE and _COPY.fullmatch(name.casefold())))


def is_on_network(place: Path) -> bool:
    """Return whether a place is on a disk of the network, as far as this system tells."""
    if sys.platform == "win32":
        # A letter that stands for a disk of the network was resolved to the name of that disk before.
        return str(place).startswith("\\\\")
    with suppress(OSError):
        return _kind_of_disk(place, _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()) in _NETWORK
    return False


def _kind_of_disk(place: Path, mounts: Iterable[str]) -> str:
    """Return the kind of the disk whose folder is the nearest above a place; a later one lies over an earlier one."""
    found, length = "", -1
    for line in mounts:
        _, point, kind, *_ = [*line.split(" "), "", "", ""]
        above = Path(_ESCAPED.sub(lambda match: chr(int(match[1], 8)), point))
        if point and len(above.parts) >= length and (above == place or above in place.parents):
            found, length = kind, len(above.parts)
    return found
