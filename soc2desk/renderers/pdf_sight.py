"""Hebrew and Arabic as the eye reads them: letters joined, and set from right to left within a line.

A PDF draws glyphs from left to right; programs that copy text out of a page turn such stretches back.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_ANY = re.compile(f"[{_RIGHT}]")
_STRETCH = re.compile(f"[{_RIGHT}](?:[^A-Za-z\u00c0-\u058f\n]*[{_RIGHT}])?")
_NUMBER = re.compile(r"\d[\d.,:/-]*\d")
_MIRRORED = str.maketrans("()[]{}<>\u00ab\u00bb", ")(][}{><\u00bb\u00ab")
_FORMS = range(0xFE80, 0xFEFD)  # the shaped letters of Arabic


def in_order_of_sight(words: str) -> str:
    """Return words as they are drawn from left to right; words of other scripts come back as they are."""
    return _STRETCH.sub(lambda found: _turned(found[0]), words) if _ANY.search(words) else words


def _turned(stretch: str) -> str:
    """Return a stretch from its last letter to its first, its numbers still from left to right."""
    turned = _joined(stretch)[::-1].translate(_MIRRORED)
    return _NUMBER.sub(lambda found: found[0][::-1], turned)


def _joined(stretch: str) -> str:
    """Give each Arabic letter the form its neighbours ask for."""
    forms = _forms()
    found = []
    for at, letter in enumerate(stretch):
        after = at > 0 and "initial" in forms.get(stretch[at - 1], {})
        before = at + 1 < len(stretch) and "final" in forms.get(stretch[at + 1], {})
        found.append(forms.get(letter, {}).get(_place(letter, after=after, before=before), letter))
    return "".join(found)


def _place(letter: str, *, after: bool, before: bool) -> str:
    """Return where a letter stands: joined to the one `before` it follows, `after` it, both or none."""
    reaches = "initial" in _forms().get(letter, {})
    if after:
        return "medial" if before and reaches else "final"
    return "initial" if before and reaches else "isolated"


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """Return the shaped forms of each Arabic letter by place, from Unicode's own table."""
    table: dict[str, dict[str, str]] = {}
    for code in _FORMS:
        place, *letters = unicodedata.decomposition(chr(code)).split()
        if len(letters) == 1:
            table.setdefault(chr(int(letters[0], 16)), {})[place.strip("<>")] = chr(code)
    return MappingProxyType(table)
