"""Periods that are over, kept whole in the project's folder: earlier/<period>/ with its file, evidence and logo."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.problems import ProjectProblem
from soc2desk.storage.atomic_json import settle, write_out
from soc2desk.storage.evidence_files import EARLIER, EVIDENCE
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.pictures import PICTURE_FILES
from soc2desk.storage.projects import PROJECT_FILE
from soc2desk.storage.style_files import STYLE_FILE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

_MAKING = ".making-"
_MOST = 1000


@dataclass(frozen=True, slots=True)
class EarlierPeriod:
    """One period that was kept: its name, such as 2026-01-01-to-2026-06-30, and its folder, a project of its own."""

    name: str
    folder: Path


def keep_period(folder: Path, name: str, staying: Collection[str]) -> EarlierPeriod:
    """Keep a full copy of a project as it stands, whole or not at all; nothing is taken away here.

    `staying` are the files of evidence that the next period goes on with: these are copied, the others are linked where
    the disk can do that, so that no room is needed twice.
    """
    place = folder / EARLIER
    making = place / f"{_MAKING}{name}"
    with said_plainly("The period that is over could not be kept; nothing was changed.", place):
        shutil.rmtree(making, ignore_errors=True)
        try:
            making.mkdir(parents=True)
            for path in (PROJECT_FILE, *PICTURE_FILES, STYLE_FILE):
                # A link would bring in a file from elsewhere; the project's own file alone may be one.
                if (folder / path).is_file() and (path == PROJECT_FILE or not (folder / path).is_symlink()):
                    _copy(folder / path, making / path)
            for path in evidence_files(folder):
                _put(folder / EVIDENCE / path, making / EVIDENCE / path, is_shared=path not in staying)
            target = _free(folder, name)
            # What is kept here is taken out of the present period next: a loss of power must not cost both.
            settle(*(path for path in making.rglob("*") if path.is_dir()), making)
            making.rename(target)
            settle(place, folder)
        finally:
            shutil.rmtree(making, ignore_errors=True)
    return EarlierPeriod(target.name, target)


def forget_period(folder: Path, kept: EarlierPeriod) -> None:
    """Take a kept period back, where the project is still just what was kept: it did not go on."""
    with suppress(OSError):
        if (folder / PROJECT_FILE).read_bytes() == (kept.folder / PROJECT_FILE).read_bytes():
            shutil.rmtree(kept.folder, ignore_errors=True)
        (folder / EARLIER).rmdir()  # only where it is empty


def _free(folder: Path, name: str) -> Path:
    """Return where a period goes. What an interrupted act left of this very state is put aside first."""
    present = (folder / PROJECT_FILE).read_bytes() if (folder / PROJECT_FILE).exists() else b""
    for number in range(1, _MOST):
        place = folder / EARLIER / (name if number == 1 else f"{name}-{number}")
        if not place.exists():
            return place
        kept = place / PROJECT_FILE
        if kept.is_file() and kept.read_bytes() == present:
            shutil.rmtree(place)
            return place
    raise ProjectProblem("There are too many kept periods of this name.", where=str(folder / EARLIER))


def _put(source: Path, target: Path, *, is_shared: bool) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if is_shared:
        with suppress(OSError):
            os.link(source, target)
            return
    # Beside it first: half a file of this name would be taken for the whole one.
    fresh = target.with_name(f".{target.name}.new")
    try:
        _copy(source, fresh)
        fresh.replace(target)
    finally:
        with suppress(OSError):
            fresh.unlink()


def _copy(source: Path, target: Path) -> None:
    """Copy a file with its day of change, and tell the disk to keep what it holds."""
    shutil.copy2(source, target)
    # Windows writes out only what is open for writing.
    with target.open("rb+" if os.name == "nt" else "rb") as copy:
        write_out(copy)


def evidence_files(folder: Path) -> tuple[str, ...]:
    """Return the files of evidence of a project, by their names in that folder; no links and no half copies."""
    place = folder / EVIDENCE
    if not place.is_dir():
        return ()
    files = (path for path in sorted(place.rglob("*")) if path.is_file() and not path.is_symlink())
    found = (path for path in files if not path.name.startswith("."))
    return tuple(path.relative_to(place).as_posix() for path in found)


def let_go(folder: Path, leaving: Iterable[str]) -> None:
    """Take files of evidence out of the present period, each only where its copy is kept. One more harms nobody."""
    for name in leaving:
        with suppress(OSError):
            (folder / EVIDENCE / name).unlink()


def earlier_periods(folder: Path) -> tuple[EarlierPeriod, ...]:
    """Return the periods that were kept, the newest first."""
    place = folder / EARLIER
    if not place.is_dir():
        return ()
    found = (one for one in place.iterdir() if (one / PROJECT_FILE).is_file() and not one.name.startswith(_MAKING))
    return tuple(EarlierPeriod(one.name, one) for one in sorted(found, reverse=True))


def bring_back_evidence(folder: Path, period: EarlierPeriod) -> None:
    """Copy the evidence of a kept period back beside what is there; a file that is there stays as it is."""
    with said_plainly("The evidence could not be brought back.", folder / EVIDENCE):
        for name in evidence_files(period.folder):
            target = folder / EVIDENCE / name
            if not target.exists():
                _put(period.folder / EVIDENCE / name, target, is_shared=False)
                settle(target.parent)
