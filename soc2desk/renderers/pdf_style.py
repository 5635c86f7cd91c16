"""Sizes, colours and type of the PDF pages. Lengths are points, 72 to the inch; colours are "r g b" from 0 to 1."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from soc2desk.domain.colours import is_colour, readable, shares, tint

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
_FACTORS = {"roboto": 0.93, "source-serif": 0.97}
"""How much smaller a family is set to look as large as the usual one."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The type of a stretch of lines."""

    size: float
    leading: float
    colour: str = INK
    bold: bool = False
    italic: bool = False
    family: str = ""

    @property
    def baseline(self) -> float:
        """Return how far the feet of the letters stand below the top of the line."""
        return (self.leading - self.size) / 2 + self.size * 0.78


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a firm: its accent, a tone dark enough for words, one pale enough for areas, its second colour."""

    accent: str
    words: str
    area: str
    second: str


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
CAPTION = TextStyle(10.0, 14.0, bold=True)
RUNNING = TextStyle(8.2, 10.6, MUTED)


def sheet(*, landscape: bool) -> Sheet:
    """Return a letter page upright or on its side."""
    short, long = LETTER
    return Sheet(long, short, 46, 46, 60, 50) if landscape else Sheet(short, long, 66, 66, 72, 62)


def palette(look: Look) -> Palette:
    """Return the colours for a look; an accent that is no #rrggbb gives the usual blue, no second colour the accent.

    Only small signs stand in the second colour, never words.
    """
    accent = look.accent if is_colour(look.accent) else _DEFAULT_ACCENT
    second = look.second if is_colour(look.second) else accent
    return Palette(*map(_written, (accent, readable(accent), tint(accent), second)))


@cache
def set_in(style: TextStyle, family: str) -> TextStyle:
    """Return the same type in the letters of a family, as large to the eye."""
    return replace(sized(style, _FACTORS.get(family, 1.0)), leading=style.leading, family=family)


def sized(style: TextStyle, factor: float) -> TextStyle:
    """Return the same type smaller or larger."""
    return replace(style, size=round(style.size * factor, 2), leading=round(style.leading * factor, 2))


def _written(colour: str) -> str:
    return " ".join(f"{part:.3f}" for part in shares(colour))
