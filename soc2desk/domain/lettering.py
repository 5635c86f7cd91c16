"""How much room words take in a picture before any font is known: an estimate that is rather too wide than too narrow.

A picture is laid out once and drawn with the letters of the look in a PDF and with what stands for Arial elsewhere, so
each width is that of the widest of them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LEADING = 1.22
"""From the feet of one line to those of the next, in sizes."""
CUT = "\u2026"

_ALIKE = {
    0.3: "ijl|' .,:;![]\u00a0\u00b7",
    0.36: "tfI/\\`",
    0.41: "r()-{}\u00b0*",
    0.44: '"',
    0.53: "szcvxyJ^",
    0.57: "abdegopqk0123456789?$#_\u2013",
    0.61: "hnuL+<>=~FTZ",
    0.68: "ABEKPSVXY&",
    0.78: "CDHNRUwGOQ",
    0.9: "mM%",
    0.95: "W",
    1.02: "@\u2014\u2026\u2192",
}
_WIDTHS: Mapping[str, float] = MappingProxyType({sign: wide for wide, signs in _ALIKE.items() for sign in signs})
_BOLD = 1.1
_WIDE, _OTHER = 1.1, 0.85  # of the size: a sign of East Asia, and a sign that no table holds
_WORD = re.compile(r"\S+")


@lru_cache(maxsize=20_000)
def width(words: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of words is at most, in points."""
    return sum(map(_sign, words)) * size * (_BOLD if bold else 1.0)


def _sign(sign: str) -> float:
    found = _WIDTHS.get(sign)
    if found is not None:
        return found
    bare = unicodedata.normalize("NFD", sign)[:1]
    if bare != sign and bare in _WIDTHS:
        return _WIDTHS[bare]
    if unicodedata.combining(sign):
        return 0.0
    return _WIDE if unicodedata.east_asian_width(sign) in "WF" else _OTHER


def shortened(words: str, size: float, room: float, *, bold: bool = False) -> str:
    """Return words on one line no wider than a room, cut with an ellipsis where they are longer."""
    said = " ".join(words.split())
    if width(said, size, bold=bold) <= room:
        return said
    kept = said
    while kept and width(kept.rstrip() + CUT, size, bold=bold) > room:
        kept = kept[:-1]
    return kept.rstrip(" ,.;:") + CUT


def wrapped(words: str, size: float, room: float, *, most: int, bold: bool = False) -> tuple[str, ...]:
    """Return words on at most so many lines, none wider than a room; the last one is cut where words are left."""
    lines: list[str] = []
    for word in _WORD.findall(words):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, bold=bold) <= room:
            lines[-1] = joined
        else:
            lines += _pieces(word, size, room, bold=bold)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), size, room, bold=bold))


def _pieces(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    """Return a word in pieces that each fit on a line, parted behind a hyphen where there is one."""
    found = [""]
    for sign in word:
        # Again where what stands behind the hyphen is too wide with this sign as well.
        while found[-1] and width(found[-1] + sign, size, bold=bold) > room:
            kept = found[-1].rfind("-") + 1 or len(found[-1])
            found[-1:] = [found[-1][:kept], found[-1][kept:]]
        found[-1] += sign
    return found
