"""A packet as it arrived, folder or ZIP: its names, and its contents read with limits and never extracted."""

from __future__ import annotations

import mmap
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from soc2desk.packet.members import fault_of_path, list_folder
from soc2desk.packet.seal import write_zip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

# What zipfile raises when the bytes are not what they should be, and when they are of a sort it cannot read.
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, IndexError)
UNREADABLE = (OSError, RuntimeError, NotImplementedError)

_READ_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_IS_ENCRYPTED = 0x1
_IN_MEMORY = 64 * 1024 * 1024  # bytes; a larger rebuilt ZIP goes to a temporary file
_CHUNK = 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Opened:
    """`names` are the files there, `closed` the folders that cannot be listed, `doubled` names that stand twice.

    `read(name, limit)` returns at most `limit` bytes; it raises one of DAMAGED or UNREADABLE.
    """

    names: frozenset[str]
    closed: tuple[str, ...]
    doubled: tuple[str, ...]
    read: Callable[[str, int], bytes]


def open_folder(folder: Path) -> Opened:
    """Return the packet in `folder`. A link counts as a name that cannot be read. Raises OSError."""
    listing = list_folder(folder)
    odd = frozenset(listing.odd)

    def read(name: str, limit: int) -> bytes:
        if name in odd:
            raise OSError("not a plain file")
        with (folder / name).open("rb") as stream:
            return stream.read(limit)

    return Opened(odd.union(listing.files), listing.closed, (), read)


def open_archive(archive: zipfile.ZipFile) -> Opened:
    """Return the packet in `archive`; of two members of one name the first counts, the other is `doubled`."""
    members: dict[str, zipfile.ZipInfo] = {}
    doubled = []
    for member in archive.infolist():
        name = member.orig_filename  # `filename` is cut at a NUL and turned round on Windows
        if _is_plain_folder(member):
            continue
        if members.setdefault(name, member) is not member:
            doubled.append(name)

    def read(name: str, limit: int) -> bytes:
        return _read_member(archive, members[name], limit)

    return Opened(frozenset(members), (), tuple(doubled), read)


def _is_plain_folder(member: zipfile.ZipInfo) -> bool:
    name = member.orig_filename
    return name.endswith("/") and not member.file_size and fault_of_path(name[:-1]) is None


def _read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int) -> bytes:
    # Other methods give back any amount for a few bytes, whatever limit is asked for.
    if member.flag_bits & _IS_ENCRYPTED or member.compress_type not in _READ_METHODS:
        raise NotImplementedError("encrypted or of an unusual method")
    with archive.open(member) as stream:
        return stream.read(limit)


def is_canonical(archive: zipfile.ZipFile, stream: IO[bytes], paths: Iterable[str]) -> bool:
    """Whether `stream`, the bytes of `archive`, is just what sealing these paths gives."""
    if any(member.compress_type != zipfile.ZIP_STORED for member in archive.infolist()):
        return False  # ours store alone; a small file could ask for 1 GiB to be written only to find that out
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as rebuilt:
        write_zip(rebuilt, paths, archive.read)
        rebuilt.seek(0)
        stream.seek(0)
        return _is_same(rebuilt, stream)


def _is_same(one: IO[bytes], other: IO[bytes]) -> bool:
    while True:
        chunk = one.read(_CHUNK)
        if chunk != other.read(_CHUNK):
            return False
        if not chunk:
            return True


def mentions(stream: IO[bytes], name: str) -> bool:
    """Whether `name` stands anywhere in the bytes of a file that is open and not empty."""
    with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(name.encode()) >= 0
