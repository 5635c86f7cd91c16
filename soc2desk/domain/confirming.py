"""What a company is asked to confirm with a signature: every value of an engagement, and where each one stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date


class Standing(StrEnum):
    """How far a value is a person's word. The first four wait for somebody; `derived` follows from another value.

    `unnamed` was said, and nothing names who said it. `left_out` may be left out and was: nobody said that
    there is none.
    """

    OPEN = "open"
    SUGGESTED = "suggested"
    PROPOSED = "proposed"
    UNNAMED = "unnamed"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    ENTERED = "entered"
    DERIVED = "derived"
    LEFT_OUT = "left_out"


WAITING = (Standing.OPEN, Standing.SUGGESTED, Standing.PROPOSED, Standing.UNNAMED)
"""No person of the company stands behind these: open, the program's usual value, a suggestion, said by nobody named."""


@dataclass(frozen=True, slots=True)
class Said:
    """One value: its place in the project, what it is called, its words, and how far somebody stands behind it.

    `who` is a name, empty where the program keeps none; `on` the day on which it was entered, None where it keeps none.
    """

    place: str
    what: str
    value: str
    standing: Standing
    who: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Values that belong together: a page of the interview, or a list. `tells_who`: who said it and when is kept."""

    id: str
    title: str
    lines: tuple[Said, ...]
    tells_who: bool = False


def waiting(parts: Iterable[Part]) -> Iterator[tuple[Part, Said]]:
    """Yield what nobody confirmed, with the part it stands in."""
    for part in parts:
        yield from ((part, line) for line in part.lines if line.standing in WAITING)


def counted_by_standing(parts: Iterable[Part]) -> dict[Standing, int]:
    """Return how many values stand how, none left out."""
    found = [line.standing for part in parts for line in part.lines]
    return {standing: found.count(standing) for standing in Standing}
