"""Each criterion as a pile of its controls, a block for each, drawn by how far it has come. No sum and no score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.document.pictures.lines import HEAD, Type, Words, fitted, lettered
from soc2desk.domain.lettering import shortened, width
from soc2desk.domain.sketches import Anchor, Lettering, Paint, Panel, Sketch, Stroke
from soc2desk.domain.standing import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from soc2desk.domain.sketches import Shape

_WIDE = 699.0
_COLUMN, _BLOCK, _APART = 19.0, 14.0, 5.0  # of a criterion, of a block, between groups of criteria
_TALL, _HIGHEST = 100.0, 7.2  # a pile at most, a block with the gap above it at most
_GAP = 1 / 6  # of that height
_HEAD, _FOOT, _BETWEEN = 15.0, 14.0, 26.0  # the name over the piles, the ids below them, between categories
_SAMPLE = 20.0
_ID, _NUMBER = Type(6.3), Type(6.3, paint=Paint.MUTED)
_KEY = Type(7.4)
_FILLED = {Level.APPROVED: 1 / 3, Level.OPERATING: 2 / 3, Level.EVIDENCED: 1.0}
"""How much of a block is filled; one that is only written is an outline, and one that is not shown a dashed one."""


@dataclass(frozen=True, slots=True)
class Pile:
    """One criterion with the number of its controls at each level."""

    criterion: str
    counts: Mapping[Level, int]

    @property
    def group(self) -> str:
        """Return what the criteria of one group share: CC6 of CC6.1."""
        return self.criterion.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Part:
    """One category, or the part of it that stands on one line, with its name."""

    name: str
    piles: tuple[Pile, ...]

    @property
    def places(self) -> tuple[float, ...]:
        """Return where each pile begins, from the left edge of the part."""
        found, x = [], 0.0
        for at, pile in enumerate(self.piles):
            x += _APART if at and self.piles[at - 1].group != pile.group else 0.0
            found.append(x)
            x += _COLUMN
        return tuple(found)

    @property
    def width(self) -> float:
        """Return how wide all piles are together."""
        return self.places[-1] + _COLUMN

    @property
    def room(self) -> float:
        """Return how wide the part is with its name, which no pile has to make room for."""
        return min(max(self.width, width(self.name, HEAD.size, bold=True) + 1.0), _WIDE)


def coverage(categories: Sequence[tuple[str, Sequence[Pile]]], phrases: Mapping[str, str]) -> Sketch:
    """Return the piles of each category by name, as many categories on a line as it holds, and the key below."""
    shapes: list[Shape] = []
    most = max((sum(pile.counts.values()) for _, piles in categories for pile in piles), default=1)
    high = min(_HIGHEST, _TALL / max(most, 1))
    y = 0.0
    for line in _lines([part for name, piles in categories for part in _parts(name, piles)]):
        deepest = max(sum(pile.counts.values()) for part in line for pile in part.piles)
        foot = y + _HEAD + 9.0 + max(deepest, 1) * high
        x = 0.0
        for part in line:
            shapes += _part(part, x, y, foot, high)
            x += part.room + _BETWEEN
        y = foot + _FOOT + 12.0
    shapes += _key(phrases, y)
    return Sketch(_WIDE, y + 12.0, tuple(shapes))


def _parts(name: str, piles: Sequence[Pile]) -> Iterator[Part]:
    """Yield a category in parts that each fit on a line."""
    begin = 0
    for end in range(1, len(piles) + 1):
        if end == len(piles) or Part(name, tuple(piles[begin : end + 1])).width > _WIDE:
            yield Part(name, tuple(piles[begin:end]))
            begin = end


def _lines(parts: Sequence[Part]) -> list[list[Part]]:
    lines: list[list[Part]] = []
    for part in parts:
        taken = sum(one.room + _BETWEEN for one in lines[-1]) if lines else _WIDE
        if taken + part.room <= _WIDE:
            lines[-1].append(part)
        else:
            lines.append([part])
    return lines


def _part(part: Part, x: float, y: float, foot: float, high: float) -> Iterator[Shape]:
    yield from lettered((fitted(part.name, HEAD, part.room, most=1),), x, y)
    yield Stroke(((x, foot), (x + part.width, foot)), Paint.MUTED, 0.7)
    for pile, left in zip(part.piles, part.places, strict=True):
        yield from _pile(pile, x + left + _COLUMN / 2, foot, high)


def _pile(pile: Pile, middle: float, foot: float, high: float) -> Iterator[Shape]:
    named = shortened(pile.criterion, _ID.size, _COLUMN)
    yield Lettering(middle, foot + 9.0, named, _ID.size, Anchor.MIDDLE, paint=_ID.paint)
    top = foot
    for level in reversed(Level):
        for _ in range(pile.counts.get(level, 0)):
            top -= high
            yield from _block(level, middle - _BLOCK / 2, top, high)
    count = str(sum(pile.counts.values()))
    yield Lettering(middle, top - 3.5, count, _NUMBER.size, Anchor.MIDDLE, paint=_NUMBER.paint)


def _block(level: Level, x: float, y: float, high: float) -> Iterator[Shape]:
    edge = Paint.MUTED if level is Level.NOT_SHOWN else Paint.ACCENT
    high -= high * _GAP
    yield Panel(x, y, _BLOCK, high, Paint.PAPER, edge, thick=0.6, dashed=level is Level.NOT_SHOWN)
    if filled := _FILLED.get(level):
        yield Panel(x, y, _BLOCK * filled, high, Paint.ACCENT)


def _key(phrases: Mapping[str, str], y: float) -> Iterator[Shape]:
    x = 0.0
    for level in reversed(Level):
        words = fitted(phrases[f"level.{level}"], _KEY, 90.0, most=1)
        yield from _block(level, x + 0.5, y + 1.5, _HIGHEST)
        yield from lettered((words,), x + _SAMPLE, y)
        x += _SAMPLE + 90.0 + 8.0
    said = fitted(phrases["picture.coverage.block"], Type(7.4, paint=Paint.MUTED, anchor=Anchor.END), _WIDE - x, most=1)
    yield from lettered((Words(said.lines, said.type),), _WIDE, y)
