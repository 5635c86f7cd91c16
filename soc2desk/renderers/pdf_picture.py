"""Pictures of the PDF: a caption, and one figure of shapes and real words that is never cut by the end of a page."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import text
from soc2desk.domain.sketches import Anchor, Area, Lettering, Panel, Stroke
from soc2desk.renderers import pdf_text
from soc2desk.renderers.pdf_marks import Drawing, Piece, Shape, glued, opened, stacked
from soc2desk.renderers.pdf_style import CAPTION, TextStyle, set_in
from soc2desk.renderers.pdf_tags import Element
from soc2desk.renderers.picture_colours import colours
from soc2desk.renderers.picture_words import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.document.blocks import Picture
    from soc2desk.domain.sketches import Paint, Point
    from soc2desk.domain.sketches import Shape as Sketched
    from soc2desk.renderers.pdf_desk import Desk
    from soc2desk.renderers.pdf_marks import Line

_ROOM = 60.0  # of the height of a page: what a caption and a heading over it take
_CORNER = 4  # points in which a round corner is drawn
_EVER = 10_000.0  # wider than any line


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """Where a sketch stands on the page, how much smaller it is there, its colours and letters."""

    left: float
    scale: float
    colours: Mapping[Paint, str]
    family: str

    def at(self, point: Point) -> Point:
        return self.left + point[0] * self.scale, point[1] * self.scale


def picture_pieces(picture: Picture, desk: Desk) -> list[Piece]:
    """Return the pieces of a picture: its caption and the figure, made smaller where the page is."""
    sketch = picture.sketch
    scale = min(1.0, desk.measure / sketch.width, (desk.sheet.room - _ROOM) / sketch.height)
    whole = Element("Div", desk.root)
    place = _Place(desk.left + (desk.measure - sketch.width * scale) / 2, scale, colours(desk.look), desk.manner.family)
    caption = _caption(picture, whole, desk)
    figure = Element("Figure", whole, later=True)
    shapes = tuple(found for shape in sketch.shapes for found in _shapes(shape, place))
    lettering = (shape for shape in sketch.shapes if isinstance(shape, Lettering))
    words = tuple(found for one in lettering for found in _words(one, place, figure))
    drawn = Piece(sketch.height * scale, words, drawing=Drawing(shapes, spoken(picture), figure))
    return opened([*caption, drawn, Piece(10.0)], (picture.id,))


def _caption(picture: Picture, whole: Element, desk: Desk) -> list[Piece]:
    style = desk.type(CAPTION)
    inked = pdf_text.inks(text(picture.title), style, Element("P", whole), desk.setting)
    lines = pdf_text.lines(inked, style, desk.left, desk.measure)
    return [*glued(stacked(lines, style.leading, gap=10.0)), Piece(4.0, glue=True)]


def _shapes(shape: Sketched, place: _Place) -> Iterator[Shape]:
    inks, scale = place.colours, place.scale
    match shape:
        case Stroke():
            points = tuple(map(place.at, shape.points))
            yield Shape(points, "", inks[shape.paint], shape.thick * scale, dashed=shape.dashed, is_open=True)
        case Area():
            points = tuple(map(place.at, shape.corners))
            yield Shape(points, inks[shape.fill], inks[shape.edge], shape.thick * scale)
        case Panel():
            points = tuple(map(place.at, _corners(shape)))
            yield Shape(points, inks[shape.fill], inks[shape.edge], shape.thick * scale, dashed=shape.dashed)
        case Lettering():
            return


def _corners(panel: Panel) -> Iterator[Point]:
    """Yield the corners of a panel, each round one as a few points on its arc."""
    right, foot, turn = panel.x + panel.width, panel.y + panel.height, min(panel.round, panel.height / 2)
    if not turn:
        yield from ((panel.x, panel.y), (right, panel.y), (right, foot), (panel.x, foot))
        return
    left, top = panel.x + turn, panel.y + turn
    right, foot = right - turn, foot - turn
    for x, y, start in ((right, top, -90), (right, foot, 0), (left, foot, 90), (left, top, 180)):
        for at in range(_CORNER + 1):
            way = math.radians(start + 90 * at / _CORNER)
            yield x + turn * math.cos(way), y + turn * math.sin(way)


def _words(one: Lettering, place: _Place, figure: Element) -> Line:
    size = one.size * place.scale
    style = set_in(TextStyle(size, size, place.colours[one.paint], bold=one.bold), place.family)
    x, feet = place.at((one.x, one.y))
    # The space keeps words apart for those who copy them.
    line = pdf_text.one_line(f"{one.words} ", style, x, _EVER, figure)
    wide = pdf_text.width_of(one.words, style)
    back = {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[one.anchor]
    return tuple(replace(words, x=words.x - back, drop=feet) for words in line)
