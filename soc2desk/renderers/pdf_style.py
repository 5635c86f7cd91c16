"""Sizes, colours and type of the PDF pages. Lengths are points, 72 to the inch; colours are "r g b" from 0 to 1."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.document.blocks import Look

LETTER = (612.0, 792.0)
INDENT = 34.0  # where the text of a clause starts, right of its number
HAIR = 0.6  # the width of thin lines
CELL_PAD = 5.0  # beside the words of a table cell

INK = "0.13 0.15 0.18"
MUTED = "0.38 0.41 0.45"
LINE = "0.80 0.82 0.85"
FAINT = "0.957 0.963 0.970"
WHITE = "1 1 1"
RED, PALE_RED = "0.66 0.10 0.10", "0.988 0.898 0.890"
AMBER, PALE_AMBER = "0.52 0.34 0.00", "0.996 0.945 0.816"
GREEN = "0.12 0.45 0.27"

_DEFAULT_ACCENT = "#1f5fa8"
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_READABLE = 0.18  # the luminance under which a colour reads well on white (over 4.5 to 1)

Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The type of a stretch of lines."""

    size: float
    leading: float
    colour: str = INK
    bold: bool = False
    italic: bool = False

    @property
    def baseline(self) -> float:
        """Return how far the feet of the letters stand below the top of the line."""
        return (self.leading - self.size) / 2 + self.size * 0.78


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours that follow the accent of a firm: itself, one dark enough for words, one pale enough for areas."""

    accent: str
    words: str
    area: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size and the area inside the margins. `top` and `bottom` are the margins' heights."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def measure(self) -> float:
        """Return the width between the margins."""
        return self.width - self.left - self.right

    @property
    def room(self) -> float:
        """Return the height between the margins."""
        return self.height - self.top - self.bottom


BODY = TextStyle(10.5, 14.6)
LEAD = TextStyle(11.8, 16.6)
SMALL = TextStyle(8.8, 11.6, MUTED)
CELL = TextStyle(9.0, 11.8)
HEADINGS = (TextStyle(15.0, 19.0, bold=True), TextStyle(12.0, 16.0, bold=True), TextStyle(10.8, 14.6, bold=True))
RUNNING = TextStyle(8.2, 10.6, MUTED)


def sheet(*, landscape: bool) -> Sheet:
    """Return a letter page upright or on its side."""
    short, long = LETTER
    return Sheet(long, short, 46, 46, 60, 50) if landscape else Sheet(short, long, 66, 66, 72, 62)


def palette(look: Look) -> Palette:
    """Return the colours for a look; an accent that is no #rrggbb gives the usual blue."""
    accent = _colour(look.accent if _HEX.fullmatch(look.accent) else _DEFAULT_ACCENT)
    words = accent
    while _luminance(words) > _READABLE:
        words = _mixed(words, (0.0, 0.0, 0.0), 0.1)
    return Palette(_written(accent), _written(words), _written(_mixed(accent, (1.0, 1.0, 1.0), 0.91)))


def sized(style: TextStyle, factor: float) -> TextStyle:
    """Return the same type smaller or larger."""
    return replace(style, size=round(style.size * factor, 2), leading=round(style.leading * factor, 2))


def _colour(accent: str) -> Colour:
    red, green, blue = (int(accent[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _mixed(first: Colour, second: Colour, share: float) -> Colour:
    red, green, blue = (a + (b - a) * share for a, b in zip(first, second, strict=True))
    return red, green, blue


def _written(colour: Colour) -> str:
    return " ".join(f"{part:.3f}" for part in colour)


def _luminance(colour: Colour) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]  # noqa: PLR2004
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
