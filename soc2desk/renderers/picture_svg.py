"""A sketch as SVG: shapes with plain attributes, no script, no style sheet, nothing loaded."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from soc2desk.domain.sketches import Anchor, Area, Lettering, Paint, Panel, Stroke
from soc2desk.renderers.picture_colours import web_colours
from soc2desk.renderers.safe import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.document.blocks import Look
    from soc2desk.domain.sketches import Point, Shape, Sketch

FACES = "Arial, Helvetica, 'Liberation Sans', sans-serif"
"""Faces by whose widths the words of a sketch are laid out."""
PIXEL = 0.75
"""How many points a pixel of a web page is."""
_DASHES = ' stroke-dasharray="3 2"'


def svg_shapes(sketch: Sketch, look: Look) -> str:
    """Return the shapes of a sketch as SVG elements, without the element around them."""
    colours = web_colours(look)
    return "".join(_shape(shape, colours) for shape in sketch.shapes)


def svg_file(sketch: Sketch, look: Look, said: str, faces: str = FACES) -> bytes:
    """Return a sketch as an SVG file of its own, as wide and high as it is in points."""
    size = f'width="{_number(sketch.width / PIXEL)}" height="{_number(sketch.height / PIXEL)}" {view(sketch)}'
    told = f"<title>{escape(one_line(said))}</title>"
    inside = f'<g font-family="{escape(faces)}">{svg_shapes(sketch, look)}</g>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{told}{inside}</svg>'.encode()


def view(sketch: Sketch) -> str:
    """Return the attribute that says how large the sheet of a sketch is."""
    return f'viewBox="0 0 {_number(sketch.width)} {_number(sketch.height)}"'


def _shape(shape: Shape, colours: Mapping[Paint, str]) -> str:
    match shape:
        case Stroke():
            line = _edge(colours[shape.paint], shape.thick, dashed=shape.dashed)
            return f'<polyline points="{_points(shape.points)}" fill="none"{line}/>'
        case Area():
            edge = _edge(colours[shape.edge], shape.thick) if shape.edge else ""
            return f'<polygon points="{_points(shape.corners)}" fill="{colours[shape.fill]}"{edge}/>'
        case Panel():
            return _panel(shape, colours)
        case Lettering():
            return _lettering(shape, colours)


def _panel(panel: Panel, colours: Mapping[Paint, str]) -> str:
    place = f'x="{_number(panel.x)}" y="{_number(panel.y)}"'
    size = f'width="{_number(panel.width)}" height="{_number(panel.height)}"'
    turned = f' rx="{_number(panel.round)}"' if panel.round else ""
    edge = _edge(colours[panel.edge], panel.thick, dashed=panel.dashed) if panel.edge else ""
    return f'<rect {place} {size}{turned} fill="{colours[panel.fill]}"{edge}/>'


def _lettering(one: Lettering, colours: Mapping[Paint, str]) -> str:
    place = f'x="{_number(one.x)}" y="{_number(one.y)}" font-size="{_number(one.size)}"'
    anchor = f' text-anchor="{one.anchor}"' if one.anchor is not Anchor.START else ""
    weight = ' font-weight="bold"' if one.bold else ""
    return f'<text {place}{anchor}{weight} fill="{colours[one.paint]}">{escape(one_line(one.words))}</text>'


def _edge(colour: str, thick: float, *, dashed: bool = False) -> str:
    return f' stroke="{colour}" stroke-width="{_number(thick)}"{_DASHES if dashed else ""}'


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    return f"{round(value, 2):g}"
