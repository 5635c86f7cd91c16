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
    name = f"base-{style}.docx" if style in STYLES[1:] else "base.docx"
    places = [folder / "resources" / "brand" / name for folder in (package, package.parent)]
    for place in places:
        if place.is_file():
            return place
    raise FileProblem(
        f"The Word base file {name} is missing.",
        where=" or ".join(str(place) for place in places),
        hint="Install soc2desk again; in a checkout, run python -m tools.make_base_docx.",
    )
