"""Runs of text set into lines of a given width. Text is never read as markup."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Mark, Run
from soc2desk.renderers import pdf_fonts, pdf_shaping, pdf_sight, pdf_style
from soc2desk.renderers.pdf_marks import Ink, Line, Words
from soc2desk.renderers.pdf_tags import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.document.blocks import Runs
    from soc2desk.renderers.pdf_face import Face
    from soc2desk.renderers.pdf_style import TextStyle

_SIGNS = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"  # East Asian: a line may end after each
_SIGN = re.compile(f"[{_SIGNS}]")
_TOKENS = re.compile(f"\n| +|[{_SIGNS}]|[^\n {_SIGNS}]+")
_AFTER = re.compile(r"(?<=[-/_.,;:@])")  # where a word too long for its line may be cut first
_OUTSIDE = ("https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Setting:
    """What text needs to know of its surroundings: the ids that stand in this document, and the colour of links.

    `beside` are the ids of documents that stand in files beside this one.
    """

    ids: frozenset[str]
    link: str
    beside: frozenset[str] = frozenset()

    def leads(self, target: str) -> bool:
        """Return whether a target can be reached."""
        known = target in self.ids or target.partition("/")[0] in self.beside
        return known or target.lower().startswith(_OUTSIDE)


@dataclass(slots=True)
class _Unit:
    """What stays together on a line: stretches of words, whether a space follows, whether the line ends."""

    parts: list[tuple[Ink, str]]
    width: float = 0.0
    space: Ink | None = None
    ends: bool = False


@dataclass(slots=True)
class _Filling:
    """A line being filled."""

    units: list[_Unit] = field(default_factory=list)
    width: float = 0.0


def inks(runs: Runs, style: TextStyle, element: Element | None, setting: Setting) -> list[tuple[Ink, str]]:
    """Return the clean text of each run with how it is drawn."""
    return [(_ink(run, style, element, setting), pdf_fonts.clean(run.text)) for run in runs if run.text]


def lines(inked: list[tuple[Ink, str]], style: TextStyle, left: float, width: float) -> list[Line]:
    """Return inked text as lines no wider than `width`, starting at `left`; no text gives no line.

    A line keeps its space at the end, so that words stay apart for those who listen or copy; so does a text that ends
    with one because others follow. Text from right to left ends at the right.
    """
    base = pdf_sight.base_level("".join(words for _, words in inked))
    found = _lines(inked, style, left, width, base)
    return [moved(line, width - sum(words.width for words in line)) for line in found] if base else found


def one_line(words: str, style: TextStyle, left: float, width: float, element: Element | None = None) -> Line:
    """Return words as a single line, cut with an ellipsis where they are longer than `width`."""
    faces = pdf_fonts.chain(bold=style.bold, italic=style.italic, family=style.family)
    ink = Ink(faces, style.size, style.colour, element=element)
    base = pdf_sight.base_level(words)
    found = _lines([(ink, pdf_fonts.clean(words).replace("\n", " "))], style, left, width - style.size, base)
    if len(found) < 2:  # noqa: PLR2004
        return found[0] if found else ()
    kept = "".join(part.text for part in found[0]).rstrip() + "\u2026"
    return _lines([(ink, kept)], style, left, width, base)[0]


def width_of(words: str, style: TextStyle) -> float:
    """Return the width of words in the first face of a style, in points."""
    faces = pdf_fonts.chain(bold=style.bold, italic=style.italic, family=style.family)
    return _width(pdf_fonts.clean(words), faces) * style.size


def moved(line: Line, by: float) -> Line:
    """Return a line further to the right."""
    return tuple(replace(words, x=words.x + by) for words in line)


def ended(found: list[Line], edge: float) -> list[Line]:
    """Return lines moved so that what is seen of each ends at an edge; the space that a line keeps hangs over."""
    return [moved(line, edge - max((words.x + words.seen for words in line), default=edge)) for line in found]


def _lines(inked: list[tuple[Ink, str]], style: TextStyle, left: float, width: float, base: int) -> list[Line]:
    return [_line(list(_joined(units)), style, left, base) for units in _filled(_units(inked), width)]


def _ink(run: Run, style: TextStyle, element: Element | None, setting: Setting) -> Ink:
    planned = run.mark is Mark.PLANNED
    bold, italic = run.bold or style.bold, run.italic or style.italic or planned
    faces = pdf_fonts.chain(bold=bold, italic=italic, code=run.code, family=style.family)
    size = style.size * 0.92 if run.code else style.size
    ink = Ink(faces, size, style.colour, pdf_style.FAINT if run.code else "", element=element)
    return _linked(_marked(ink, run.mark), run.target, setting)


def _marked(ink: Ink, mark: Mark) -> Ink:
    """Colour a marked phrase; a line under it shows it where colours do not print."""
    if mark is Mark.OPEN:
        return replace(ink, colour=pdf_style.RED, behind=pdf_style.PALE_RED, under=pdf_style.RED)
    if mark is Mark.SUGGESTED:
        return replace(ink, behind=pdf_style.PALE_AMBER, under=pdf_style.AMBER)
    return replace(ink, colour=pdf_style.MUTED) if mark is Mark.PLANNED else ink


def _linked(ink: Ink, target: str, setting: Setting) -> Ink:
    if ink.element is None or not setting.leads(target):
        return ink
    within = Element("Link", ink.element, later=True)
    return replace(ink, target=target, element=within, colour=setting.link, under=ink.under or setting.link)


def _units(inked: list[tuple[Ink, str]]) -> Iterator[_Unit]:
    unit = _Unit([])
    for ink, words in inked:
        for stretch in _TOKENS.findall(words):
            if stretch[0] in "\n ":
                unit.ends = stretch == "\n"
                unit.space = ink
                yield unit
                unit = _Unit([])
            elif _SIGN.match(stretch):
                if unit.parts:
                    yield unit
                yield _Unit([(ink, stretch)], _width(stretch, ink.faces) * ink.size)
                unit = _Unit([])
            else:
                unit.parts.append((ink, stretch))
                unit.width += _width(stretch, ink.faces) * ink.size
    if unit.parts:
        yield unit


@lru_cache(maxsize=20_000)
def _width(words: str, faces: pdf_fonts.Chain) -> float:
    """Return the width of words at size 1."""
    first = pdf_fonts.face(faces[0]).widths
    try:
        return sum([first[char] for char in words])
    except KeyError:
        return sum(_width_in(found, part) for found, part in pdf_fonts.parts(words, faces))


def _width_in(face: Face, words: str) -> float:
    leftward = pdf_sight.runs_leftward(words)
    if _is_shaped(face, words, leftward=leftward):
        return pdf_shaping.shaped(face, words, leftward=leftward).width
    return pdf_fonts.width_of_drawn(face, words)


def _filled(units: Iterable[_Unit], width: float) -> Iterator[list[_Unit]]:
    """Yield the units of each line, cutting those that no line can hold."""
    line = _Filling()
    for unit in units:
        if line.units and line.width + unit.width > width:
            yield line.units
            line = _Filling()
        for part in _cut(unit, width) if unit.width > width else (unit,):
            if line.units and line.width + part.width > width:
                yield line.units
                line = _Filling()
            line.units.append(part)
            line.width += part.width + (_width(" ", part.space.faces) * part.space.size if part.space else 0.0)
        if unit.ends:
            yield line.units
            line = _Filling()
    if line.units:
        yield line.units


def _cut(unit: _Unit, width: float) -> Iterator[_Unit]:
    """Yield a unit in parts no wider than a line: after a hyphen or a slash if that is enough, else anywhere."""
    for ink, words in unit.parts:
        for stretch in _AFTER.split(words):
            yield from _chopped(ink, stretch, width)
    yield _Unit([], space=unit.space)


def _chopped(ink: Ink, words: str, width: float) -> Iterator[_Unit]:
    start, at, filled = 0, 0, 0.0
    for cluster in pdf_shaping.clusters(words):
        wide = _width(cluster, ink.faces) * ink.size
        if filled + wide > width and at > start:
            yield _Unit([(ink, words[start:at])], filled)
            start, filled = at, 0.0
        filled += wide
        at += len(cluster)
    if words[start:]:
        yield _Unit([(ink, words[start:])], filled)


def _line(inked: list[tuple[Ink, str]], style: TextStyle, left: float, base: int) -> Line:
    """Return the stretches of a line in the order of the text, each where the eye finds it."""
    whole = "".join(words for _, words in inked)
    if base or pdf_sight.runs_leftward(whole):
        return _turned(inked, whole, style, left, base)
    found, x = [], left
    for ink, words in inked:
        for face, part in pdf_fonts.parts(words, ink.faces):
            found.append(_words(ink, face, part, 0, x, style.baseline))
            x += found[-1].width
    return tuple(found)


def _turned(inked: list[tuple[Ink, str]], whole: str, style: TextStyle, left: float, base: int) -> Line:
    """Return a line in which some stretches run from right to left."""
    depths = iter(pdf_sight.levels(whole, base))
    stretches = [
        (ink, face, part, depth)
        for ink, words in inked
        for face, covered in pdf_fonts.parts(words, ink.faces)
        for part, depth in _level_runs(covered, [next(depths) for _ in covered])
    ]
    found = [_words(ink, face, part, depth, left, style.baseline) for ink, face, part, depth in stretches]
    x = left
    for at in pdf_sight.order_of_sight([depth for *_, depth in stretches]):
        found[at] = replace(found[at], x=x)
        x += found[at].width
    return tuple(found)


def _level_runs(words: str, depths: list[int]) -> Iterator[tuple[str, int]]:
    """Yield words cut where their direction changes."""
    at = 0
    for depth, group in groupby(depths):
        length = len(list(group))
        yield words[at : at + length], depth
        at += length


def _words(ink: Ink, face: Face, text: str, depth: int, x: float, drop: float) -> Words:
    leftward = depth % 2 == 1
    if _is_shaped(face, text, leftward=leftward):
        row = pdf_shaping.shaped(face, text, leftward=leftward)
        return Words(x, drop, row.width * ink.size, text, text, face, ink, row.glyphs, leftward)
    width = pdf_fonts.width_of_drawn(face, text) * ink.size
    return Words(x, drop, width, text, pdf_fonts.drawn(face, text), face, ink)


def _is_shaped(face: Face, words: str, *, leftward: bool) -> bool:
    """Return whether words are set glyph by glyph; never those that the face lacks."""
    return (leftward or pdf_shaping.needs_shaping(words)) and face.widths.keys() >= set(words)


def _joined(units: list[_Unit]) -> Iterator[tuple[Ink, str]]:
    """Yield the text of a line with neighbours of the same ink in one."""
    before: Ink | None = None
    words: list[str] = []
    for ink, part in _pairs(units):
        if before is not None and ink is not before:
            yield before, "".join(words)
            words = []
        before = ink
        words.append(part)
    if before is not None:
        yield before, "".join(words)


def _pairs(units: list[_Unit]) -> Iterator[tuple[Ink, str]]:
    """Yield words and the spaces between and after them."""
    for unit in units:
        yield from unit.parts
        if unit.space:
            yield unit.space, " "
