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
FIRM = (34 * _POINTS, 12 * _POINTS)
"""The most the logo of who prepared a document takes of its cover page."""
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
    said = one_line(f"Logo of {document.company}") if document.company.strip() else "Logo of the company"
    return _placed(look.logo, said, document, room)


def firm_logo_of(document: Document, look: Look) -> Logo | None:
    """Return the logo of who prepared a document, as logo_of does."""
    named = look.prepared_by.strip()
    said = one_line(f"Logo of {named}") if named else "Logo of the firm that prepared this document"
    return _placed(look.firm_logo, said, document, FIRM)


def _placed(raw: bytes, said: str, document: Document, room: tuple[float, float]) -> Logo | None:
    if not raw:
        return None
    picture = picture_of(raw)
    if picture is None or not (picture.width and picture.height):
        hint = "Choose the logo again, as a PNG or JPEG picture."
        raise ContentProblem("The logo cannot be drawn.", where=document.id, hint=hint)
    scale = min(room[0] / picture.width, room[1] / picture.height, _COARSEST)
    return Logo(raw, picture, picture.width * scale, picture.height * scale, said)
