"""Letters that join, stack or change place: which scripts need it, and the glyphs that HarfBuzz sets for them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import uharfbuzz

from soc2desk.renderers.pdf_face import JOINERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from soc2desk.renderers.pdf_face import Face

# accents that stand alone, Hebrew to Arabic, Syriac, Thaana, N'Ko; India to Tibet; Burma; Hangul letters; Ethiopia's
# signs are whole and need nothing; Khmer, Mongolian; Balinese and others of the islands; marks beyond the basic plane
_SHAPED = (
    "\u0300-\u036f\u0590-\u08ff\u0900-\u0fff\u1000-\u109f\u1100-\u11ff\u1700-\u18af\u1900-\u1aff\u1b00-\u1c7f\u1cd0-\u1cff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ua8e0-\ua8ff\ua930-\ua9df\uaa00-\uaadf\uabc0-\uabff\ufb1d-\ufdff\ufe20-\ufe2f\ufe70-\ufefc"
    "\U00010a00-\U00010aff\U00010d00-\U00010fff\U00011000-\U000118ff\U0001e900-\U0001e95f"
)
_NO_EXTRAS = {"liga": False, "clig": False, "dlig": False}  # a glyph for one letter can be copied as that letter
NO_WIDTH = "\u200b"
UNSEEN = 0.04
"""How wide an unseen glyph is drawn, as a share of its width."""
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
class Glyph:
    """A glyph of a row: the character that draws it, and how far right and up it stands at size 1.

    One that is not `seen` only carries a letter that is part of another glyph, so that it can be copied.
    """

    char: str
    x: float
    y: float = 0.0
    seen: bool = True


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs in a row, in the order of the text also where that runs from right to left, and the width of all."""

    glyphs: tuple[Glyph, ...]
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
    row = _row(words, leftward=leftward)
    font = _font(face)
    uharfbuzz.shape(font, row, _NO_EXTRAS)
    unit = 1.0 / font.face.upem
    x, found = 0.0, []
    for info, at in zip(row.glyph_infos, row.glyph_positions, strict=True):
        found.append(
            _Set(info.codepoint, info.cluster, x + at.x_offset * unit, at.y_offset * unit, at.x_advance * unit)
        )
        x += at.x_advance * unit
    ordered = found[::-1] if leftward else found
    texts = _texts([one.cluster for one in ordered], words)
    glyphs = [
        glyph
        for one, text in zip(ordered, texts, strict=True)
        for glyph in _glyphs(one, text, face, font.get_glyph_h_advance(one.glyph) * unit, leftward=leftward)
    ]
    return Shaped(tuple(glyphs), x)


@dataclass(frozen=True, slots=True)
class _Set:
    """A glyph as HarfBuzz set it: the first character it stands for, its place and advance at size 1."""

    glyph: int
    cluster: int
    x: float
    y: float
    advance: float


def _row(words: str, *, leftward: bool) -> uharfbuzz.Buffer:
    row = uharfbuzz.Buffer()
    row.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    row.add_codepoints([ord(char) for char in words])
    row.guess_segment_properties()
    row.direction = "rtl" if leftward else "ltr"
    row.language = "und"  # the guess is the language of the computer, and pages may not differ by that
    return row


@cache
def _font(face: Face) -> uharfbuzz.Font:
    path, index = face.place
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path), index))


def _texts(starts: Sequence[int], words: str) -> list[str]:
    """Return the text of each glyph, in the order of the text: a cluster is shared out letter by letter.

    Where a cluster has more letters than glyphs its last glyph takes what is left; where it has fewer, those after the
    first stand for nothing seen.
    """
    ends = dict(pairwise([*sorted(set(starts)), len(words)]))
    counts = Counter(starts)
    rows = {start: _shared(words[start:end], counts[start]) for start, end in ends.items()}
    return [rows[start].pop(0) for start in starts]


def _shared(text: str, count: int) -> list[str]:
    if count <= len(text):
        return [*text[: count - 1], text[count - 1 :]]
    return [text[0], *[NO_WIDTH] * (count - len(text)), *text[1:]]


def _glyphs(one: _Set, text: str, face: Face, width: float, *, leftward: bool) -> Iterator[Glyph]:
    """Yield what is drawn for one glyph.

    Readers put the letters of a line from right to left in order by where they stand, and turn those of one glyph
    about: there each letter that is joined into a glyph gets an unseen one of its own, at the edge where it is read.
    """
    for at, letter in enumerate(text[:-1] if leftward else ""):
        edge = one.x + one.advance - UNSEEN * width * (at + 1)
        yield Glyph(face.font.char_of(one.glyph, letter, width), edge, one.y, seen=False)
    said = text[-1:] if leftward else text
    yield Glyph(face.font.char_of(one.glyph, said, width), one.x, one.y, seen=bool(one.advance) or said not in JOINERS)
