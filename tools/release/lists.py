"""The lists beside the archives: licences, pins and SHA-256, in plain text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from tools.release.bill import OURS, Release

SUMS = "SHA256SUMS"


def licences_list(release: Release) -> str:
    """Return the licence of each library and of each file that is no text of ours."""
    rows = [(one.name, one.version, release.licences[one.key]) for one in release.libraries]
    width = [max(len(row[at]) for row in rows) for at in (0, 1)]
    lines = [
        f"soc2desk {release.version} stands under {OURS}. It asks for these libraries and carries none of them:",
        "",
    ]
    lines += [f"{name:<{width[0]}}  {version:<{width[1]}}  {licence}" for name, version, licence in rows]
    lines += ["", "In its archives stand, beside text and code of its own:", ""]
    origins = dict.fromkeys(part.origin for part in release.parts)
    lines += [f"{one.pattern}: {one.about}. {one.licence}" for one in origins]
    return "\n".join(lines) + "\n"


def pins_list(release: Release) -> str:
    """Return the versions that the tests ran with, in the form of pip: `pip install --constraint` takes it."""
    return "".join(f"{one.name}=={one.version}\n" for one in release.libraries)


def sums_list(files: Iterable[Path]) -> str:
    """Return the SHA-256 of each file, in the form that `sha256sum --check` reads."""
    return "".join(f"{value}  {name}\n" for name, value in sums(files).items())


def sums(files: Iterable[Path]) -> Mapping[str, str]:
    """Return the SHA-256 of each file by its name."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(files)}
