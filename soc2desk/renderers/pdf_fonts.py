"""The faces of PDF text: which face covers which character, and how wide words are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.ttfonts import TTFont

from soc2desk.renderers import font_files

if TYPE_CHECKING:
    from collections.abc import Mapping

STAND_IN = "\ufffd"  # drawn where no face has the character; the true one stays in the text of the file

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
# C0 and C1 controls but the line feed, soft hyphens, zero-width and direction signs, variation selectors
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_SPACES = re.compile("[\t\u2000-\u2006\u2008-\u200a\u205f]")  # all of them may end a line
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_WORDS = re.compile(" +|[^ ]+")
_LONE = re.compile("[\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font file: the widths of its characters, as a share of the font size, and reportlab's font."""

    name: str
    widths: Mapping[str, float]
    font: Any

    def width(self, words: str) -> float:
        """Return the width of words at size 1; every character must be in the face."""
        return sum(map(self.widths.__getitem__, words))


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
    """Return a face, read from its file once in a process."""
    font = TTFont(name, str(font_files.path(name)), asciiReadable=True)
    return Face(name, {chr(code): width / 1000 for code, width in font.face.charWidths.items()}, font)


def clean(words: str) -> str:
    """Return words without what cannot be seen: controls, direction signs, half characters."""
    if words.isascii() and words.isprintable():
        return words
    words = _SPACES.sub(" ", _BREAKS.sub("\n", words))
    return _LONE.sub(STAND_IN, _UNSEEN.sub("", words))


def parts(words: str, faces: Chain) -> list[tuple[Face, str]]:
    """Cut words into stretches, each with the first face that covers it; a space stays with the word before it.

    Characters no face has come with the face that has the stand-in.
    """
    first = face(faces[0])
    if first.widths.keys() >= set(words):
        return [(first, words)]
    found: list[tuple[Face, str]] = []
    for word in _WORDS.findall(words):
        for covering, group in groupby(word, key=lambda char: _covering(char, faces)):
            part = "".join(group)
            joins = found and (found[-1][0] is covering or (part.isspace() and found[-1][0].widths.keys() >= set(part)))
            found[-1:] = [(found[-1][0], found[-1][1] + part)] if joins else [*found[-1:], (covering, part)]
    return found


def drawn(found: Face, words: str) -> str:
    """Return what is drawn for words: themselves, or a stand-in for each character the face lacks."""
    if found.widths.keys() >= set(words):
        return words
    return "".join(char if char in found.widths else STAND_IN for char in words)


def _covering(char: str, faces: Chain) -> Face:
    """Return the first face that has the character, else the one that has the stand-in."""
    if char <= "\uffff":  # the text map of a PDF face holds four digits
        for name in faces:
            if char in face(name).widths:
                return face(name)
    return face(faces[1])
