"""One canonical ZIP: the same files give the same bytes, so that it can be rebuilt and compared."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from soc2desk.domain.problems import FileProblem
from soc2desk.packet.members import check_paths, check_size, list_folder, printable
from soc2desk.storage.atomic_json import write_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_DATE_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest a ZIP can hold
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def zip_bytes(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the canonical ZIP of these paths and contents, in any order.

    Raises FileProblem for a path that is absolute, leaves its folder, is not ASCII, is over 100 characters or stands
    twice, and for more than 256 MiB in one file or 1 GiB in all.
    """
    pairs = list(files)
    check_paths(path for path, _ in pairs)
    contents = dict(pairs)
    target = io.BytesIO()
    write_zip(target, contents, contents.__getitem__)
    return target.getvalue()


def write_zip(target: IO[bytes], paths: Iterable[str], read: Callable[[str], bytes]) -> None:
    """Write the canonical ZIP of `paths` to a seekable `target`, reading one file at a time. Raises as zip_bytes."""
    ordered = sorted(paths)
    check_paths(ordered)
    total = 0
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path in ordered:
            content = read(path)
            total += len(content)
            check_size(path, len(content), total)
            archive.writestr(_header(path), content)


def _header(path: str) -> zipfile.ZipInfo:
    header = zipfile.ZipInfo(path, _DATE_TIME)
    header.create_system = _UNIX
    header.external_attr = _PLAIN_FILE
    return header


def seal_folder(folder: Path, target: Path) -> None:
    """Write every file of `folder` into the canonical ZIP `target`; an earlier one is replaced once all is written.

    Raises FileProblem when the folder holds a link or a name no packet can hold, or when reading or writing fails.
    """
    if target.resolve().is_relative_to(folder.resolve()):
        raise FileProblem("The ZIP cannot stand in the folder it is made from.", where=str(target))
    beside = target.with_name(target.name + ".part")
    try:
        paths = _plain_files(folder)
        write_through(beside, paths, lambda path: (folder / path).read_bytes())
        beside.replace(target)
    except OSError as error:
        raise FileProblem(
            f"The ZIP could not be written: {error.strerror or error}.",
            where=str(error.filename or target),
            hint="See that the folder exists, that the disk has room, and that no other program holds the file open.",
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink()


def _plain_files(folder: Path) -> tuple[str, ...]:
    listing = list_folder(folder)
    for path in listing.odd + listing.closed:
        raise FileProblem(
            "The folder holds something that is not a plain file or folder that can be read.",
            where=str(folder / printable(path)),
        )
    total = 0
    for path in listing.files:  # before any is read: what is too large must not come into memory
        size = (folder / path).stat().st_size
        total += size
        check_size(path, size, total)
    return listing.files


def write_through(target: Path, paths: Iterable[str], read: Callable[[str], bytes]) -> None:
    """Write the canonical ZIP of `paths` into a file, down to the disk. Raises OSError, and as zip_bytes."""
    with target.open("w+b") as stream:
        write_zip(stream, paths, read)
        write_out(stream)
