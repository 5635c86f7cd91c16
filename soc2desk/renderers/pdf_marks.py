"""What can stand on a PDF page: words, boxes, and the pieces that are stacked down the page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.renderers.logo import Logo
    from soc2desk.renderers.pdf_face import Face
    from soc2desk.renderers.pdf_shaping import Glyph
    from soc2desk.renderers.pdf_tags import Element


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """How a run is drawn: faces to try, size, colour, what stands behind or under it, where it leads, what it is.

    `element` None means the words are decoration: page numbers, repeated table heads.
    """

    faces: tuple[str, ...]
    size: float
    colour: str
    behind: str = ""
    under: str = ""
    target: str = ""
    element: Element | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A stretch of one line in one face. `x` is from the page's left edge, `drop` from the piece's top to the feet.

    `drawn` differs from `text` where a stand-in is drawn; `glyphs` are drawn instead where letters are shaped.
    """

    x: float
    drop: float
    width: float
    text: str
    drawn: str
    face: Face
    ink: Ink
    glyphs: tuple[Glyph, ...] = ()
    leftward: bool = False

    @property
    def seen(self) -> float:
        """Return the width without the spaces that a line may end with."""
        spaces = len(self.text) - len(self.text.rstrip(" "))
        return self.width - spaces * self.face.widths.get(" ", 0.0) * self.ink.size


@dataclass(frozen=True, slots=True)
class Box:
    """A filled area, or an outline where `stroke`. `x` is from the page's left edge, `drop` from the piece's top."""

    x: float
    drop: float
    width: float
    height: float
    colour: str
    stroke: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """The logo. `x` is from the page's left edge, `drop` from the piece's top to the figure's foot."""

    x: float
    drop: float
    logo: Logo
    element: Element


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed outline, its corners from the page's left edge and the piece's top. An empty colour draws nothing.

    One that `is_open` is a line through its corners.
    """

    corners: tuple[tuple[float, float], ...]
    fill: str = ""
    edge: str = ""
    thick: float = 0.8
    dashed: bool = False
    is_open: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """Shapes that are part of one figure, and what is said instead of it."""

    shapes: tuple[Shape, ...]
    said: str
    element: Element


Line = tuple[Words, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """What is never cut: a line of text, a strip of a table row, a space.

    `glue` keeps it on the page of the next piece. `gap` is the space before it, dropped at the top of a page.
    `anchors` are ids that links lead to. `entry` is a line of the outline: title and level from 0.
    `head` is drawn again where this piece starts a page. `fresh` starts a page.
    """

    height: float
    words: Line = ()
    boxes: tuple[Box, ...] = ()
    glue: bool = False
    gap: float = 0.0
    anchors: tuple[str, ...] = ()
    entry: tuple[str, int] | None = None
    head: tuple[Piece, ...] = ()
    fresh: bool = False
    figures: tuple[Figure, ...] = ()
    drawing: Drawing | None = None

    @property
    def is_space(self) -> bool:
        """Return whether nothing is seen of this piece; it may fall away at the edge of a page."""
        return not (self.words or self.boxes or self.anchors or self.fresh or self.figures or self.drawing)


@dataclass(slots=True)
class Page:
    """A page with all that stands on it; heights are from the page's bottom edge, as PDF has them."""

    words: list[tuple[Words, float]] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    anchors: list[tuple[str, float]] = field(default_factory=list)
    entries: list[tuple[str, int, float]] = field(default_factory=list)
    figures: list[tuple[Figure, float]] = field(default_factory=list)
    drawings: list[tuple[Drawing, float]] = field(default_factory=list)


def stacked(lines: Iterable[Line], leading: float, gap: float = 0.0) -> list[Piece]:
    """Return pieces for the lines of a paragraph; its first two and last two lines stay together."""
    found = list(lines)
    last = len(found) - 1
    return [
        Piece(leading, line, glue=at < last and at in {0, last - 1}, gap=0.0 if at else gap)
        for at, line in enumerate(found)
    ]


def glued(pieces: list[Piece]) -> list[Piece]:
    """Return pieces that all stay with what follows them."""
    return [replace(piece, glue=True) for piece in pieces]


def opened(pieces: list[Piece], anchors: Iterable[str]) -> list[Piece]:
    """Return pieces with ids set on the first, so that links lead there."""
    ids = tuple(name for name in anchors if name)
    return [replace(pieces[0], anchors=pieces[0].anchors + ids), *pieces[1:]] if ids and pieces else pieces
