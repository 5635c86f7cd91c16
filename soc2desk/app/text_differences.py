"""Two texts side by side: which words of one are not in the other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.app.wording_pieces import Kind, Piece, pieces
from soc2desk.domain.alignment import Alignment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.engagement import Engagement

_WORDS = re.compile(r"\s+|\S+")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
MOST_WORDS = 4000
"""Longer texts are compared line by line, so that nobody waits."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some pieces of a text in a row; `is_changed` where the other text does not have them."""

    pieces: tuple[Piece, ...]
    is_changed: bool


Stretches = tuple[Stretch, ...]


def differences(before: str, after: str, engagement: Engagement) -> tuple[Stretches, Stretches]:
    """Return both texts whole, with what differs marked. A value, an id or a condition counts as one word."""
    old, new = (tuple(_parts(pieces(text, engagement), _WORDS)) for text in (before, after))
    if len(old) + len(new) > MOST_WORDS:
        old, new = (tuple(_parts((Piece(Kind.TEXT, text),), _LINES)) for text in (before, after))
    steps = Alignment([one.source for one in old], [one.source for one in new]).get_opcodes()
    return (
        tuple(Stretch(old[a:b], tag != "equal") for tag, a, b, _, _ in steps if b > a),
        tuple(Stretch(new[c:d], tag != "equal") for tag, _, _, c, d in steps if d > c),
    )


def _parts(found: tuple[Piece, ...], cut: re.Pattern[str]) -> Iterator[Piece]:
    for piece in found:
        if piece.kind is Kind.TEXT:
            yield from (replace(piece, source=part) for part in cut.findall(piece.source))
        else:
            yield piece
