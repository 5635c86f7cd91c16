"""The company's logo as every format places it: how large it stands, and what is said of it to who cannot see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.pictures import picture_of
from soc2desk.domain.problems import ContentProblem
from soc2desk.renderers.safe import one_line

if TYPE_CHECKING:
    from soc2desk.document.blocks import Document, Look
    from soc2desk.domain.pictures import Picture

_POINTS = 72 / 25.4  # a millimetre
COVER = (50 * _POINTS, 20 * _POINTS)
"""The most a logo takes of a cover page: 50 by 20 millimetres."""
HEAD = (30 * _POINTS, 12 * _POINTS)
"""The most it takes of the head of a form or register."""
_COARSEST = 0.75  # points a pixel, 96 to the inch: a small picture is not blown up


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo ready to be placed: its file, what that is, its size on paper in points, and its words."""

    raw: bytes
    picture: Picture
    width: float
    height: float
    said: str


def logo_of(document: Document, look: Look, room: tuple[float, float] = COVER) -> Logo | None:
    """Return the logo scaled into a room, in points; None when the look has none.

    Raises ContentProblem for bytes that are no PNG or JPEG.
    """
    if not look.logo:
        return None
    picture = picture_of(look.logo)
    if picture is None or not (picture.width and picture.height):
        hint = "Choose the logo again, as a PNG or JPEG picture."
        raise ContentProblem("The logo cannot be drawn.", where=document.id, hint=hint)
    scale = min(room[0] / picture.width, room[1] / picture.height, _COARSEST)
    said = one_line(f"Logo of {document.company}") if document.company.strip() else "Logo of the company"
    return Logo(look.logo, picture, picture.width * scale, picture.height * scale, said)
