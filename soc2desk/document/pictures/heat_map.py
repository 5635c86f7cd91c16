"""Rated risks on a grid of likelihood and impact: a number in a field, its name beside the grid, scores in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.document.pictures.lines import HEAD, NAME, NOTE, PLAIN, Type, Words, fitted, lettered, middle
from soc2desk.domain.risks import HIGHEST_LOW, HIGHEST_MEDIUM, LEVELS, Band, band
from soc2desk.domain.sketches import Anchor, Lettering, Paint, Panel, Sketch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from soc2desk.domain.sketches import Shape

_ACROSS, _HIGH = 60.0, 46.0  # a field of the grid
_LEFT, _TOP = 26.0, 20.0  # of the grid
_GRID = len(LEVELS) * _ACROSS
_FOOT = _TOP + len(LEVELS) * _HIGH
_KEY, _ROOM, _GAP = _LEFT + _GRID + 34, 158.0, 16.0  # where the names begin, how wide they are, what is between
_TALLEST = 420.0  # of the names; where they need more, each has one line
_SIGN = 17.0  # the room of a number before a name
_DISCS = ((15.0, 3, 2, 7.5), (10.0, 5, 3, 5.6))  # how wide, how many in a line, lines, size of the number
_FILLS = {Band.LOW: Paint.PALE_GOOD, Band.MEDIUM: Paint.PALE_WARN, Band.HIGH: Paint.PALE_BAD}
_RANGES = {
    Band.HIGH: (HIGHEST_MEDIUM + 1, LEVELS[-1] ** 2),
    Band.MEDIUM: (HIGHEST_LOW + 1, HIGHEST_MEDIUM),
    Band.LOW: (1, HIGHEST_LOW),
}
_NUMBER = Type(8.0, bold=True, anchor=Anchor.END)
_SCORE = Type(6.5, paint=Paint.MUTED, anchor=Anchor.END)


@dataclass(frozen=True, slots=True)
class PlacedRisk:
    """A rated risk with the number by which the picture names it."""

    number: int
    name: str
    likelihood: int
    impact: int

    @property
    def band(self) -> Band:
        """Return the word of its score."""
        return Band(band(self.likelihood * self.impact))


def heat_map(risks: Sequence[PlacedRisk], phrases: Mapping[str, str]) -> Sketch:
    """Return the grid with its risks, and beside it their names by band, the highest first."""
    names, foot = _names(risks, phrases)
    shapes = (*_fields(risks), *_axes(phrases), *names)
    return Sketch(_KEY + 2 * _ROOM + _GAP, max(foot, _FOOT + 30), shapes)


def _fields(risks: Sequence[PlacedRisk]) -> Iterator[Shape]:
    inside: dict[tuple[int, int], list[PlacedRisk]] = {}
    for one in risks:
        inside.setdefault((one.likelihood, one.impact), []).append(one)
    for likelihood in LEVELS:
        for impact in LEVELS:
            x, y = _LEFT + (likelihood - 1) * _ACROSS, _FOOT - impact * _HIGH
            score = likelihood * impact
            yield Panel(x, y, _ACROSS, _HIGH, _FILLS[Band(band(score))], Paint.PAPER, thick=1.6)
            yield from lettered((Words((str(score),), _SCORE),), x + _ACROSS - 4, y + _HIGH - 10)
            yield from _discs(inside.get((likelihood, impact), ()), x + 3, y + 3)


def _discs(risks: Sequence[PlacedRisk], x: float, y: float) -> Iterator[Shape]:
    """Yield the numbers in a field, smaller where there are many; what no longer fits is counted."""
    wide, row, rows, size = next((way for way in _DISCS if len(risks) <= way[1] * way[2]), _DISCS[-1])
    most = row * rows
    signs = [str(one.number) for one in risks]
    if len(signs) > most:
        signs = [*signs[: most - 1], f"+{len(signs) - most + 1}"]
    for at, sign in enumerate(signs):
        left, top = x + at % row * (wide + 1.2), y + at // row * (wide + 1.2)
        yield Panel(left, top, wide, wide, Paint.PAPER, Paint.INK, round=wide / 2, thick=0.7)
        yield Lettering(left + wide / 2, top + wide / 2 + size * 0.36, sign, size, Anchor.MIDDLE, bold=True)


def _axes(phrases: Mapping[str, str]) -> Iterator[Shape]:
    level = middle(PLAIN)
    for one in LEVELS:
        yield from lettered((Words((str(one),), level),), _LEFT + (one - 0.5) * _ACROSS, _FOOT + 3)
        yield from lettered((Words((str(one),), level),), _LEFT - 10, _FOOT - (one - 0.5) * _HIGH - 5)
    yield from lettered((fitted(phrases["column.impact"], NAME, _GRID, most=1),), _LEFT - 14, 4)
    yield from lettered((fitted(phrases["column.likelihood"], _NUMBER, _GRID, most=1),), _LEFT + _GRID, _FOOT + 15)


def _names(risks: Sequence[PlacedRisk], phrases: Mapping[str, str]) -> tuple[tuple[Shape, ...], float]:
    """Return the names in one column where they fit beside the grid, else in two, and how far they reach down."""
    parts = list(_parts(risks, phrases, 2 * _ROOM + _GAP))
    half = _whole(parts)
    for most in (2, 1):
        if half > (_FOOT if most > 1 else _TALLEST):
            parts = list(_parts(risks, phrases, _ROOM, most=most))
            half = max(_whole(parts) / 2 + _SIGN, _FOOT)
    x, y, foot = _KEY, 0.0, 0.0
    shapes: list[Shape] = []
    for one in parts:
        if x == _KEY and y + one.height > half:
            x, y = _KEY + _ROOM + _GAP, 0.0
        shapes += one.shapes(x, y + (one.gap if y else 0.0))
        y += one.height - (0.0 if y else one.gap)
        foot = max(foot, y)
    return tuple(shapes), foot


@dataclass(frozen=True, slots=True)
class _Part:
    """A line of the key: the name of a band with its colour, or that of a risk with its number."""

    words: Words
    number: str = ""
    fill: Paint = Paint.NONE
    gap: float = 0.0

    @property
    def height(self) -> float:
        return self.gap + self.words.height + 2.5

    def shapes(self, x: float, y: float) -> Iterator[Shape]:
        if self.fill:
            yield Panel(x, y + 1, 12, 9, self.fill, Paint.LINE, thick=0.6)
        if self.number:
            yield from lettered((Words((self.number,), _NUMBER),), x + _SIGN - 5, y)
        yield from lettered((self.words,), x + _SIGN, y)


def _whole(parts: list[_Part]) -> float:
    return sum(one.height for one in parts)


def _parts(risks: Sequence[PlacedRisk], phrases: Mapping[str, str], room: float, *, most: int = 2) -> Iterator[_Part]:
    """Yield the lines of the key: each band, and the risks in it."""
    for one, (first, last) in _RANGES.items():
        name = phrases[f"band.{one}"].capitalize()
        said = phrases["picture.risks.band"].format(band=name, first=first, last=last)
        yield _Part(fitted(said, HEAD, room - _SIGN, most=1), fill=_FILLS[one], gap=8.0)
        here = [risk for risk in risks if risk.band is one]
        for risk in here:
            yield _Part(fitted(risk.name, PLAIN, room - _SIGN, most=most), str(risk.number))
        if not here:
            yield _Part(fitted(phrases["picture.risks.nothing"], NOTE, room - _SIGN, most=1))
