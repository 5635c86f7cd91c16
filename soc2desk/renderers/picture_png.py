"""A sketch as points, for programs that draw no SVG. The one place that loads the library for it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import resvg_py

from soc2desk.renderers import font_files, font_search
from soc2desk.renderers.picture_svg import svg_file

if TYPE_CHECKING:
    from soc2desk.document.blocks import Look
    from soc2desk.domain.sketches import Sketch

_FACES = (
    "SourceSans-Regular", "SourceSans-Bold", "Roboto-Regular", "Roboto-Bold", "Arimo-Regular", "Arabic-Regular",
    "Thai-Regular", "Devanagari-Regular",
)  # fmt: skip
_FAMILY = "Source Sans Pro"
_SHARP = 2.5  # pixels a point: 180 to the inch


def png_file(sketch: Sketch, look: Look) -> bytes:
    """Return a sketch as a PNG on white, drawn with our own faces, and with others only for letters they lack."""
    drawn = svg_file(sketch, look, "", _FAMILY).decode()
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawn, background="#ffffff", skip_system_fonts=True, font_files=_files(drawn),
            font_family=_FAMILY, width=round(sketch.width * _SHARP),
        )
    )  # fmt: skip


def _files(words: str) -> list[str]:
    """Return the files of the faces that have the letters of words."""
    lacking = {char for char in words if not any(ord(char) in font_files.letters(face) for face in _FACES)}
    others = {str(place.path) for char in lacking for place in islice(font_search.places_with(char), 1)}
    return [*(str(font_files.path(face)) for face in _FACES), *sorted(others)]
