"""A font of PDF text: how wide its characters are, and where its file is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.renderers.pdf_typeface import Typeface

if TYPE_CHECKING:
    from collections.abc import Mapping

JOINERS = "\u200c\u200d"
"""They shape the letters beside them and are never seen; every face draws them, as nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font: the widths of its characters, as a share of the font size, its file and place there, the typeface."""

    name: str
    widths: Mapping[str, float]
    font: Typeface
    place: tuple[str, int]


def read_face(name: str, path: str, index: int) -> Face:
    """Return a face of a file, `index` where it holds several; raises what reportlab raises for one it cannot use."""
    font = Typeface(name, path, index)
    widths = {chr(code): width / 1000 for code, width in font.face.charWidths.items()}
    return Face(name, {**dict.fromkeys(JOINERS, 0.0), **widths}, font, (path, index))
