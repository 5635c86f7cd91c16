"""Where the files of the look stand, in an installed package and in a checkout."""

from __future__ import annotations

from pathlib import Path

from soc2desk.domain.problems import FileProblem

PACKAGE = Path(__file__).resolve().parents[1]


def base_docx(package: Path = PACKAGE) -> Path:
    """Return the Word file every Word document starts from.

    `package` is the folder of soc2desk; a FileProblem names both places when the file is in neither.
    """
    places = (package / "resources" / "brand" / "base.docx", package.parent / "resources" / "brand" / "base.docx")
    for place in places:
        if place.is_file():
            return place
    raise FileProblem(
        "The Word base file base.docx is missing.",
        where=" or ".join(str(place) for place in places),
        hint="Install soc2desk again; in a checkout, run python -m tools.make_base_docx.",
    )
