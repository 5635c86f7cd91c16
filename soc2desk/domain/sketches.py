"""What a picture is made of: a small closed set of shapes on a sheet, in points, with colours by their meaning.

Heights run down from the top, as on a page that is read. Nothing here knows a format.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Point = tuple[float, float]


class Paint(StrEnum):
    """A colour by what it is for; each rendering has its own that can be told apart and read."""

    NONE = ""
    PAPER = "paper"
    INK = "ink"
    MUTED = "muted"
    LINE = "line"
    FAINT = "faint"
    ACCENT = "accent"  # dark enough for words on paper, and for paper-coloured words on it
    MIDDLE = "middle"  # between accent and tint; ink can be read on it
    TINT = "tint"
    GOOD = "good"
    PALE_GOOD = "pale_good"
    WARN = "warn"
    PALE_WARN = "pale_warn"
    BAD = "bad"
    PALE_BAD = "pale_bad"


class Anchor(StrEnum):
    """Which part of a line of words stands at its point."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    points: tuple[Point, ...]
    paint: Paint = Paint.MUTED
    thick: float = 0.8
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A closed outline through corners."""

    corners: tuple[Point, ...]
    fill: Paint = Paint.NONE
    edge: Paint = Paint.NONE
    thick: float = 0.8


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle; `round` is the radius of its corners."""

    x: float
    y: float
    width: float
    height: float
    fill: Paint = Paint.NONE
    edge: Paint = Paint.NONE
    round: float = 0.0
    thick: float = 0.8
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Lettering:
    """One line of words; `y` is where the feet of its letters stand."""

    x: float
    y: float
    words: str
    size: float = 8.0
    anchor: Anchor = Anchor.START
    bold: bool = False
    paint: Paint = Paint.INK


Shape = Stroke | Area | Panel | Lettering


@dataclass(frozen=True, slots=True)
class Sketch:
    """Shapes on a sheet of `width` by `height` points, drawn in this order; words stand above all else."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
