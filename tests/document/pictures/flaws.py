"""What is wrong with a picture to the eye: words on words, words over an edge or a line, shapes outside the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from soc2desk.domain.lettering import width
from soc2desk.domain.sketches import Anchor, Area, Lettering, Panel, Sketch, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.sketches import Point, Shape

UP, DOWN = 0.72, 0.2  # of the size: how far letters reach above and below the line they stand on
NEAR = 0.01


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    foot: float
    what: str

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right - NEAR
            and other.left < self.right - NEAR
            and self.top < other.foot - NEAR
            and other.top < self.foot - NEAR
        )

    def holds(self, other: Box) -> bool:
        return (
            self.left <= other.left + NEAR
            and other.right <= self.right + NEAR
            and self.top <= other.top + NEAR
            and other.foot <= self.foot + NEAR
        )


def words_of(sketch: Sketch) -> list[Box]:
    return [_of_words(shape) for shape in sketch.shapes if isinstance(shape, Lettering)]


def flaws(sketch: Sketch) -> list[str]:
    """Return a sentence for each thing that a reader would see as a fault."""
    sheet = Box(0, 0, sketch.width, sketch.height, "sheet")
    words = words_of(sketch)
    panels = [_of_panel(shape) for shape in sketch.shapes if isinstance(shape, Panel)]
    found = [f"{one.what} leaves the sheet" for one in words if not sheet.holds(one)]
    found += [
        f"{shape} leaves the sheet" for shape in sketch.shapes for x, y in _corners(shape) if not _on(sheet, x, y)
    ]
    found += [f"{one.what} on {other.what}" for one, other in combinations(words, 2) if one.meets(other)]
    found += [f"{w.what} over the edge of {p.what}" for w in words for p in panels if w.meets(p) and not p.holds(w)]
    lines = [line for shape in sketch.shapes if isinstance(shape, Stroke) for line in pairwise(shape.points)]
    return found + [f"a line {line} through {one.what}" for one in words for line in lines if _through(line, one)]


def _of_words(one: Lettering) -> Box:
    wide = width(one.words, one.size, bold=one.bold)
    left = one.x - {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[one.anchor]
    return Box(left, one.y - UP * one.size, left + wide, one.y + DOWN * one.size, repr(one.words))


def _of_panel(one: Panel) -> Box:
    return Box(one.x, one.y, one.x + one.width, one.y + one.height, f"the panel at {one.x:.0f}, {one.y:.0f}")


def _corners(shape: Shape) -> Iterator[Point]:
    match shape:
        case Stroke():
            yield from shape.points
        case Area():
            yield from shape.corners
        case Panel():
            yield from ((shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height))


def _on(sheet: Box, x: float, y: float) -> bool:
    return sheet.left - NEAR <= x <= sheet.right + NEAR and sheet.top - NEAR <= y <= sheet.foot + NEAR


def _through(line: tuple[Point, Point], box: Box) -> bool:
    """Return whether a straight line crosses a box: what is left of it after the four sides have cut it off."""
    (x, y), (end_x, end_y) = line
    start, end = 0.0, 1.0
    sides = ((x, end_x - x, box.left + 0.2, box.right - 0.2), (y, end_y - y, box.top + 0.2, box.foot - 0.2))
    for at, step, low, high in sides:
        if abs(step) < NEAR:
            if not low < at < high:
                return False
            continue
        first, last = sorted(((low - at) / step, (high - at) / step))
        start, end = max(start, first), min(end, last)
    return start < end
