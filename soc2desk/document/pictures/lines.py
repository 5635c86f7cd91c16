"""Lines of words that stand one under the other in a picture, inside a room that they never leave."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.domain.lettering import LEADING, wrapped
from soc2desk.domain.sketches import Anchor, Lettering, Paint

if TYPE_CHECKING:
    from collections.abc import Iterable

_RISE = 0.78  # of the size: how far the feet of a first line are below its top


@dataclass(frozen=True, slots=True)
class Type:
    """How some words look: their size in points, weight, colour, and where they stand at their point."""

    size: float = 8.0
    bold: bool = False
    paint: Paint = Paint.INK
    anchor: Anchor = Anchor.START

    @property
    def leading(self) -> float:
        """Return how high one line is."""
        return self.size * LEADING


@dataclass(frozen=True, slots=True)
class Words:
    """Words on lines of one look."""

    lines: tuple[str, ...]
    type: Type

    @property
    def height(self) -> float:
        """Return how high all lines are together."""
        return len(self.lines) * self.type.leading


NAME = Type(8.0, bold=True)
NOTE = Type(7.0, paint=Paint.MUTED)
PLAIN = Type(8.0)
HEAD = Type(9.0, bold=True, paint=Paint.ACCENT)


def middle(type_: Type) -> Type:
    """Return a look whose lines stand around their point."""
    return replace(type_, anchor=Anchor.MIDDLE)


def fitted(said: str, type_: Type, room: float, *, most: int = 2) -> Words:
    """Return words on at most so many lines that are no wider than the room; no lines for no words."""
    return Words(wrapped(said, type_.size, room, most=most, bold=type_.bold), type_)


def height(blocks: Iterable[Words]) -> float:
    """Return how high some words are, one under the other."""
    return sum(one.height for one in blocks)


def lettered(blocks: Iterable[Words], x: float, top: float) -> tuple[Lettering, ...]:
    """Return words as lettering, one under the other from a height on."""
    found: list[Lettering] = []
    for one in blocks:
        look = one.type
        for line in one.lines:
            feet = top + look.size * _RISE + (look.leading - look.size) / 2
            found.append(Lettering(x, feet, line, look.size, look.anchor, look.bold, look.paint))
            top += look.leading
    return tuple(found)
