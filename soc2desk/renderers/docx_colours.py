"""The firm's colours in a Word document: one dark enough to read on paper, a tint of it for fills, and a second one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.colours import is_colour, readable, tint
from soc2desk.domain.problems import ContentProblem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.document.blocks import Look

BASE_ACCENT, BASE_TINT, BASE_SECOND = "1F5FA8", "E9EFF7", "1F5FA7"
"""The colours in the base files that stand for those of the firm."""


def colours_of(look: Look) -> Mapping[str, str]:
    """Return what each colour of a base file becomes, as RRGGBB.

    A ContentProblem is raised for an accent that is not #rrggbb.
    """
    if not is_colour(look.accent):
        raise ContentProblem(
            f"The colour {look.accent!r} cannot be used in a Word document.",
            hint="Write it as #rrggbb, such as #1f5fa8.",
        )
    second = look.second if is_colour(look.second) else readable(look.accent)
    found = {BASE_ACCENT: readable(look.accent), BASE_TINT: tint(look.accent), BASE_SECOND: second}
    return {base: colour.removeprefix("#").upper() for base, colour in found.items()}
