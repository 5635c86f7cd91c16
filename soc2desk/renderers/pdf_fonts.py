"""The faces of PDF text: which face covers which character, and how wide words are."""

from __future__ import annotations

import re
import struct
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from reportlab.pdfbase.ttfonts import TTFError

from soc2desk.renderers import font_files, font_search, pdf_shaping
from soc2desk.renderers.pdf_face import JOINERS, Face, read_face

if TYPE_CHECKING:
    from collections.abc import Mapping

STAND_IN = "\ufffd"  # drawn where no face has the character; it is read as the true one

Chain = tuple[str, ...]
Weight = tuple[bool, bool]
"""Whether letters are bold, and whether they are italic."""

_WEIGHTS: Mapping[Weight, str] = MappingProxyType(
    {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
)
FAMILIES: Mapping[str, Mapping[Weight, str]] = MappingProxyType(
    {
        family: MappingProxyType({weight: f"{name}-{ending}" for weight, ending in _WEIGHTS.items()})
        for family, name in (("source-sans", "SourceSans"), ("roboto", "Roboto"), ("source-serif", "SourceSerif"))
    }
)
"""The families a look can be set in, each with its four faces by weight."""
USUAL_FAMILY = "source-sans"

_MONO = "Mono-Regular"
_STANDS_IN: Mapping[Weight, str] = FAMILIES["roboto"]
"""Greek, Cyrillic and the sign for what no face has."""
# C0 and C1 controls but the line feed, soft hyphens, zero-width and direction signs, variation selectors, colours of
# skin and of flags; joiners go where no letter around them asks for one
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U0001f3fb-\U0001f3ff\U000e0000-\U000e01ef]|(?<![\u0600-\u0fff\u1000-\u17ff])[\u200c\u200d]"
)
_SPACES = re.compile("[\t\u2000-\u2006\u2008-\u200a\u205f]")  # all of them may end a line
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_WORDS = re.compile(" +|[^ ]+")
_LONE = re.compile("[\ud800-\udfff\ufffe\uffff\U00100000-\U0010ffff]")  # and the plane that holds our own glyphs


@cache
def chain(*, bold: bool = False, italic: bool = False, code: bool = False, family: str = "") -> Chain:
    """Return the names of the faces to try, first the one that is meant; `family` is one of FAMILIES or empty.

    The second is always one that has the stand-in.
    """
    weight = (bold, italic)
    first = _MONO if code else FAMILIES[family or USUAL_FAMILY][weight]
    slanted, heavy = "Italic" if italic else "Regular", "Bold" if bold else "Regular"
    return (
        first,
        _STANDS_IN[weight],
        f"Arimo-{slanted}",
        f"Arabic-{heavy}",
        f"Thai-{heavy}",
        f"Devanagari-{heavy}",
    )


@cache
def face(name: str) -> Face:
    """Return a packaged face, read from its file once in a process."""
    return read_face(name, str(font_files.path(name)), 0)


def clean(words: str) -> str:
    """Return words without what cannot be seen: controls, direction signs, half characters."""
    if words.isascii() and words.isprintable():
        return words
    words = _SPACES.sub(" ", _BREAKS.sub("\n", words))
    return _LONE.sub(STAND_IN, _UNSEEN.sub("", words))


def parts(words: str, faces: Chain) -> list[tuple[Face, str]]:
    """Cut words into stretches, each with the first face that covers it; a space stays with the word before it.

    A mark stays with the letter under it where its face has both. Characters no face has come with the face that has
    the stand-in.
    """
    first = face(faces[0])
    if first.widths.keys() >= set(words):
        return [(first, words)]
    found: list[tuple[Face, str]] = []
    for word in _WORDS.findall(words):
        for part in pdf_shaping.clusters(word):
            covering = _covering(part, faces, found[-1][0] if found else None)
            for one, letters in covering:
                joins = found and (found[-1][0] is one or (part.isspace() and found[-1][0].widths.keys() >= set(part)))
                found[-1:] = [(found[-1][0], found[-1][1] + letters)] if joins else [*found[-1:], (one, letters)]
    return found


def drawn(found: Face, words: str) -> str:
    """Return what is drawn for words: a stand-in, read as the true one, for each character that the face lacks."""
    if found.widths.keys() >= set(words):
        return words
    sign = found.font.face.charToGlyph[ord(STAND_IN)]
    return "".join(
        char if char in found.widths else found.font.char_of(sign, char, found.widths[STAND_IN]) for char in words
    )


def width_of_drawn(found: Face, words: str) -> float:
    """Return the width of words at size 1, with a stand-in for each character the face lacks."""
    try:
        return sum(map(found.widths.__getitem__, words))
    except KeyError:
        return sum(found.widths.get(char, found.widths.get(STAND_IN, 0.0)) for char in words)


def missing(words: str) -> str:
    """Return the characters of words that no face here has, each once, in their order."""
    return "".join(dict.fromkeys(char for char in clean(words) if char != "\n" and not _named(char, chain())))


def _covering(part: str, faces: Chain, before: Face | None) -> list[tuple[Face, str]]:
    """Return a cluster with one face that has all of it, or each of its characters with the first that has it."""
    if before is not None and len(part) > 1 and before.widths.keys() >= set(part):
        return [(before, part)]
    if len(part) > 1:
        whole = next((name for name in faces if _has(name, part)), "")
        if whole:
            return [(face(whole), part)]
    return [(_covering_one(char, faces), char) for char in part]


def _has(name: str, part: str) -> bool:
    letters = font_files.letters(name)
    return all(ord(char) in letters for char in part if char not in JOINERS)


def _covering_one(char: str, faces: Chain) -> Face:
    """Return the first face that has the character, else the one that has the stand-in."""
    return _named(char, faces) or face(faces[1])


@cache
def _named(char: str, faces: Chain) -> Face | None:
    """Return the first face that has the character: of the packaged ones, else of this computer."""
    for name in faces:
        if ord(char) in font_files.letters(name):
            return face(name)
    for place in font_search.places_with(char):
        with suppress(TTFError, OSError, ValueError, KeyError, struct.error):
            return _here(str(place.path), place.index)
    return None


@cache
def _here(path: str, index: int) -> Face:
    """Return a face of this computer, read once in a process; raises what reportlab raises for one it cannot use."""
    return read_face(f"Here-{Path(path).stem}-{index}", path, index)
