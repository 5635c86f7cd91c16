"""The three looks that come with the program: what each does with type, cover, tables and headings, in every format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.looks import FONTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.document.blocks import Look

SANS, ROBOTO, SERIF = FONTS


class Cover(StrEnum):
    """How a cover page is composed."""

    BAR = "bar"  # a narrow bar at the top, everything at the left margin
    BLOCK = "block"  # the title in white on a block of colour
    CENTRED = "centred"  # everything in the middle, between two pairs of lines


class Rules(StrEnum):
    """How a table is ruled."""

    TINT = "tint"  # a tinted head, thin lines, every second row a little darker
    SOLID = "solid"  # a head in full colour, thin lines
    LINES = "lines"  # strong lines above and below, no areas


class Heads(StrEnum):
    """What marks the heading of a section."""

    COLOUR = "colour"  # its colour
    BAR = "bar"  # a short bar above it
    RULE = "rule"  # a thin line below it


@dataclass(frozen=True, slots=True)
class Manner:
    """One look: the family of its letters and its cover, tables and headings."""

    family: str
    cover: Cover
    rules: Rules
    heads: Heads


MANNERS: Mapping[str, Manner] = MappingProxyType(
    {
        "plain": Manner(SANS, Cover.BAR, Rules.TINT, Heads.COLOUR),
        "modern": Manner(ROBOTO, Cover.BLOCK, Rules.SOLID, Heads.BAR),
        "classic": Manner(SERIF, Cover.CENTRED, Rules.LINES, Heads.RULE),
    }
)
USUAL = MANNERS["plain"]


def manner_of(look: Look) -> Manner:
    """Return the manner of a look, in the letters that were chosen for it; an unknown one is plain."""
    manner = MANNERS.get(look.style, USUAL)
    return replace(manner, family=look.font) if look.font in FONTS else manner
