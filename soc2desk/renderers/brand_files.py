"""Where the files of the look stand, in an installed package and in a checkout."""

from __future__ import annotations

from pathlib import Path

from soc2desk.domain.looks import STYLES
from soc2desk.domain.problems import FileProblem

PACKAGE = Path(__file__).resolve().parents[1]


def base_docx(package: Path = PACKAGE, style: str = "plain") -> Path:
    """Return the Word file that every Word document of a look starts from; an unknown look is plain.

    `package` is the folder of soc2desk; a FileProblem names both places when the file is in neither.
    """
    return _file(f"base-{style}.docx" if style in STYLES[1:] else "base.docx", "make_base_docx", package)


def srgb_profile(package: Path = PACKAGE) -> Path:
    """Return the colour profile of every PDF, as base_docx does."""
    return _file("srgb.icc", "make_srgb_profile", package)


def _file(name: str, tool: str, package: Path) -> Path:
    places = (package / "resources" / "brand" / name, package.parent / "resources" / "brand" / name)
    for place in places:
        if place.is_file():
            return place
    raise FileProblem(
        f"The file {name}, from which documents are made, is missing.",
        where=" or ".join(str(place) for place in places),
        hint=f"Install soc2desk again; in a checkout, run python -m tools.{tool}.",
    )
