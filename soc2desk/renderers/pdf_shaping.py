"""Letters that join, stack or change place: which scripts need it, and the glyphs that HarfBuzz sets for them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import uharfbuzz

if TYPE_CHECKING:
    from collections.abc import Sequence

    from soc2desk.renderers.pdf_fonts import Face

# accents that stand alone, Hebrew to Arabic, Syriac, Thaana, N'Ko; India to Tibet; Burma; Hangul letters; Ethiopia's
# signs are whole and need nothing; Khmer, Mongolian; Balinese and others of the islands; marks beyond the basic plane
_SHAPED = (
    "\u0300-\u036f\u0590-\u08ff\u0900-\u0fff\u1000-\u109f\u1100-\u11ff\u1700-\u18af\u1900-\u1aff\u1b00-\u1c7f\u1cd0-\u1cff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ua8e0-\ua8ff\ua930-\ua9df\uaa00-\uaadf\uabc0-\uabff\ufb1d-\ufdff\ufe20-\ufe2f\ufe70-\ufefc"
    "\U00010a00-\U00010aff\U00010d00-\U00010fff\U00011000-\U000118ff\U0001e900-\U0001e95f"
)
_NO_EXTRAS = {"liga": False, "clig": False, "dlig": False}  # a glyph for one letter can be copied as that letter
NO_WIDTH = "\u200b"
_ANY = re.compile(f"[{_SHAPED}]")
# what never begins a line or a part of a word: marks, joiners, and the letter after a sign that binds it (virama)
_CLUSTER = re.compile(
    "(?:.[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2]\u200d?)*."
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094d"
    "\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83\u0abc-\u0acd\u0b3c-\u0b57"
    "\u0bbe-\u0bcd\u0c3e-\u0c56\u0cbc-\u0cd6\u0d3e-\u0d4d\u0dca-\u0ddf\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb3-\u0ebc"
    "\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3\u200c\u200d\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff]*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs in a row: the characters that draw them, where each stands, and the width of all, at size 1.

    `places` holds right and up for each; `drawn` is in the order of the text, also where that runs from right to left.
    """

    drawn: str
    places: tuple[tuple[float, float], ...]
    width: float


def needs_shaping(words: str) -> bool:
    """Return whether letters of these words join, stack or stand on each other."""
    return not words.isascii() and _ANY.search(words) is not None


def clusters(words: str) -> list[str]:
    """Return words cut where a line may break at worst: never before a mark, never inside a bound pair."""
    return list(words) if words.isascii() else _CLUSTER.findall(words)


@lru_cache(maxsize=4_000)
def shaped(face: Face, words: str, *, leftward: bool) -> Shaped:
    """Return the glyphs of words in a face, from right to left where `leftward`."""
    row = uharfbuzz.Buffer()
    row.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    row.add_codepoints([ord(char) for char in words])
    row.guess_segment_properties()
    row.direction = "rtl" if leftward else "ltr"
    font = _font(face)
    uharfbuzz.shape(font, row, _NO_EXTRAS)
    unit = 1.0 / font.face.upem
    x, glyphs = 0.0, []
    for info, at in zip(row.glyph_infos, row.glyph_positions, strict=True):
        glyphs.append((info, at.x_advance * unit, (x + at.x_offset * unit, at.y_offset * unit)))
        x += at.x_advance * unit
    if leftward:
        glyphs.reverse()
    texts = _texts([info.cluster for info, _, _ in glyphs], words)
    drawn = [
        face.font.char_of(info.codepoint, text, wide * 1000)
        for (info, wide, _), text in zip(glyphs, texts, strict=True)
    ]
    return Shaped("".join(drawn), tuple(place for _, _, place in glyphs), x)


@cache
def _font(face: Face) -> uharfbuzz.Font:
    path, index = face.place
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path), index))


def _texts(starts: Sequence[int], words: str) -> list[str]:
    """Return the text that each glyph stands for, in the order of the text: a cluster is shared out letter by letter.

    The last glyph of a cluster takes what is left; one for which nothing is left stands for a space of no width.
    """
    ends = dict(pairwise([*sorted(set(starts)), len(words)]))
    left = {start: words[start:end] for start, end in ends.items()}
    counts = Counter(starts)
    found = []
    for start in starts:
        counts[start] -= 1
        text = left[start][:1] if counts[start] else left[start]
        left[start] = left[start][len(text) :]
        found.append(text or NO_WIDTH)
    return found
