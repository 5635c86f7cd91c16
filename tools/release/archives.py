"""The wheel and the source archive of a commit: made from what git holds, whatever else lies in the folder."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path

from soc2desk.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Commit:
    """What is released: the id of the commit and its time, which stands for all times in the files."""

    id: str
    epoch: int


def commit_of(root: Path) -> Commit:
    """Return the commit that is checked out. Raises Problem without git, and where something is not committed."""
    try:
        changed = _git(root, "status", "--porcelain").decode()
    except (OSError, subprocess.CalledProcessError):
        raise Problem(
            "A release is made from a checkout with git, and this is none.",
            hint="Clone the project and run `make release` there.",
        ) from None
    if changed:
        raise Problem(
            "There are changes that are not committed, and a release holds a commit alone.",
            where=", ".join(line[3:] for line in changed.splitlines()[:5]),
            hint="Commit them or put them aside first.",
        )
    name, epoch = _git(root, "log", "-1", "--format=%H %ct").decode().split()
    return Commit(name, int(epoch))


def check_out(root: Path, commit: Commit, folder: Path) -> Path:
    """Write the files of a commit into a new folder and return it."""
    raw = _git(root, "archive", "--format=tar", commit.id)
    with tarfile.open(fileobj=io.BytesIO(raw)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def build(source: Path, target: Path, epoch: int) -> tuple[Path, Path]:
    """Build wheel and source archive into a folder. Raises Problem with what the builder said."""
    settings = {"SOURCE_DATE_EPOCH": str(epoch), "SOC2DESK_CACHE": str(source / ".cache"), "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(target)]
    done = subprocess.run(
        command, cwd=source, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Problem("Wheel and source archive could not be built.", where=done.stderr.strip()[-2000:])
    return next(target.glob("*.whl")), next(target.glob("*.tar.gz"))


def requirements(wheel: Path) -> list[str]:
    """Return what the wheel asks for when it is installed, without what its extras ask for."""
    with zipfile.ZipFile(wheel) as archive:
        about = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        wanted = message_from_bytes(archive.read(about)).get_all("Requires-Dist") or []
    return [one for one in wanted if "extra ==" not in one]


def files_in_wheel(wheel: Path) -> Iterator[tuple[str, bytes]]:
    """Give the path of each file in a wheel, as in the project, and its bytes."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            inside = name.removeprefix("soc2desk/")
            yield inside if inside.startswith(("resources/", "policy_templates/")) else name, archive.read(name)


def files_in_source_archive(sdist: Path) -> Iterator[tuple[str, bytes]]:
    """Give the path of each file in a source archive, without its first folder, and its bytes."""
    with tarfile.open(sdist) as archive:
        for member in archive.getmembers():
            if file := archive.extractfile(member):
                yield member.name.partition("/")[2], file.read()


def _git(root: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=True).stdout
