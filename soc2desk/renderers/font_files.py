"""Where the font files of the renderers lie."""

from __future__ import annotations

from pathlib import Path

from soc2desk.domain.problems import FileProblem


def folder() -> Path:
    """Return the folder of font files: inside an installed package, else beside the package in a checkout.

    Raises FileProblem naming both places when neither is there.
    """
    package = Path(__file__).resolve().parent.parent
    places = (package / "resources" / "fonts", package.parent / "resources" / "fonts")
    for place in places:
        if place.is_dir():
            return place
    raise FileProblem(
        "The fonts of the program are missing.",
        where=" or ".join(str(place) for place in places),
        hint="Install the program again.",
    )
