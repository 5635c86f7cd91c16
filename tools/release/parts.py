"""What the archives hold beside text of ours: each file with where it comes from and its licence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from soc2desk.domain.problems import Problem

TEXT = frozenset({
    "", ".csv", ".gitignore", ".html", ".js", ".json", ".md", ".py", ".sh", ".toml", ".txt", ".yaml",
})  # fmt: skip
"""Kinds of files that people of this project write by hand; each other kind has to be known below."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where files of a sort come from. `licence` is an SPDX id, or the name of a licence that has none."""

    pattern: str
    about: str
    licence: str = "Apache-2.0"


ORIGINS = (
    Origin("resources/icons/*.svg", "icon of the window, drawn for this project"),
    Origin("resources/brand/*.docx", "styles of Word files, made by tools/make_base_docx.py"),
    Origin("resources/brand/srgb.icc", "colour profile, made by tools/make_srgb_profile.py"),
    Origin("resources/samples/*.png", "logo of a company that does not exist, made by tools/make_sample_logo.py"),
    Origin("docs/pictures/*.png", "picture of the program, made by tools/shots.py or tools/look_pictures.py"),
    Origin("tests/corpus/*", "bytes that once broke a reader, made by tools/fuzz.py"),
    Origin(
        "tools/dictionaries/en_CA.*", "Canadian spelling, for the tests alone; licence in en_CA-LICENSE.txt",
        "SCOWL and its sources",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A file in an archive that is no text of ours."""

    path: str
    sha256: str
    origin: Origin


def parts(files: Iterable[tuple[str, bytes]]) -> list[Part]:
    """Return the files that are no text, each once. Raises Problem where nobody said where one comes from."""
    found, unknown = {}, []
    for path, raw in files:
        if PurePosixPath(path).suffix in TEXT or ".dist-info/" in path:
            continue
        origin = next((one for one in ORIGINS if fnmatchcase(path, one.pattern)), None)
        if origin is None:
            unknown.append(path)
        else:
            found[path] = Part(path, hashlib.sha256(raw).hexdigest(), origin)
    if unknown:
        raise Problem(
            "Nobody said where these files come from and under which licence they stand.",
            where=", ".join(unknown),
            hint="Give them a line in ORIGINS of tools/release/parts.py.",
        )
    return [found[path] for path in sorted(found)]
