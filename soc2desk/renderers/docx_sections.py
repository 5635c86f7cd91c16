"""The sections of a client's own Word document: headings with what stands under them, as plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from soc2desk.domain.own_documents import ReadSection
from soc2desk.domain.problems import FileProblem
from soc2desk.renderers.docx_reference_package import opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from soc2desk.renderers.docx_reference_package import Package

MOST_PARAGRAPHS, MOST_SECTIONS, LONGEST_TEXT, LONGEST_HEADING = 20_000, 400, 40_000, 160
_SMALLER = "Take the large pictures out of it, or split it: its text is what is read."
_DEEPEST = 6
"""Levels of headings that make a section; deeper ones are text."""
_TYPED = re.compile(r"^((?:\d{1,3}\.)*\d{1,3})\.?[\s:\u2013-]+(?=\D)")
_HEADING_NAME = re.compile(r"heading (\d)", re.IGNORECASE)
_LEFT_OUT = tuple(qn(f"w:{name}") for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_P, _T, _TAB, _BREAK, _STYLE, _VAL = (qn(f"w:{name}") for name in ("p", "t", "tab", "br", "pStyle", "val"))
_LEVEL, _NUMBERED, _BASED, _ID, _NAME = (
    qn(f"w:{name}") for name in ("outlineLvl", "numPr", "basedOn", "styleId", "name")
)
_LOOPS = 20
_TITLES = frozenset({"title", "subtitle"})


@dataclass(slots=True)
class _Style:
    level: int | None
    is_numbered: bool
    is_title: bool = False


@dataclass(slots=True)
class _Making:
    number: str = ""
    heading: str = ""
    lines: list[str] = field(default_factory=list)
    titles: int = 0

    @property
    def is_title_alone(self) -> bool:
        """Whether nothing but the title of the whole stands here: by its style, or as one short line, no sentence."""
        one_short = len(self.lines) == 1 and len(self.lines[0]) <= LONGEST_HEADING and self.lines[0][-1] not in ".;:!?"
        return not self.heading and (self.titles == len(self.lines) or one_short)

    def done(self) -> ReadSection:
        text = "\n".join(self.lines)[:LONGEST_TEXT]
        whole = f"{self.number}\n{self.heading}\n{text}"
        return ReadSection(self.number, self.heading, text, sha256(whole.encode("utf-8", "replace")).hexdigest())


def sections_in(raw: bytes) -> tuple[ReadSection, ...]:
    """Return the sections of a Word document in their order; what stands before the first heading has no heading.

    Headings are those of its styles and outline, or, where it has none, short lines that begin with a number. What was
    deleted under tracked changes is left out, what was added is read. Raises FileProblem for what is no Word document,
    is too large or holds no text.
    """
    package = opened(raw, _SMALLER)
    body = package.tree(package.main)
    styles = _styles(_style_sheet(package))
    paragraphs = list(_paragraphs(body))
    has_headings = any(_level(one, styles) is not None for one in paragraphs)
    made = list(_parted(paragraphs, styles, has_headings=has_headings))
    # The title of the whole states nothing, and is no section where others follow it.
    found = [one.done() for one in (made[1:] if len(made) > 1 and made[0].is_title_alone else made)]
    kept = tuple(one for one in found if one.heading or one.text)
    if not any(one.text for one in kept):
        raise FileProblem("The document holds no text under its headings.", hint="Choose a policy with its text.")
    if len(kept) > MOST_SECTIONS:
        message = f"The document has {len(kept)} sections; at most {MOST_SECTIONS} are read."
        raise FileProblem(message, hint="Split it, or give its lower headings the style of text.")
    return kept


def _style_sheet(package: Package) -> etree._Element | None:
    found = (one.part for one in package.relations(package.main).values() if one.kind == "styles")
    name = next(found, "")
    return package.tree(name) if name in package.parts else None


def _styles(tree: etree._Element | None) -> dict[str, _Style]:
    """Return each style by its id: the level of its headings, or None, and whether it numbers them."""
    nodes = {str(one.get(_ID, "")): one for one in tree.iter(qn("w:style"))} if tree is not None else {}
    return {id_: _style(id_, nodes) for id_ in nodes}


def _style(id_: str, nodes: Mapping[str, etree._Element]) -> _Style:
    found = _Style(None, is_numbered=False)
    for _ in range(_LOOPS):
        node = nodes.get(id_)
        if node is None:
            break
        if found.level is None:
            found.level = _named_level(node)
        found.is_numbered = found.is_numbered or next(node.iter(_NUMBERED), None) is not None
        name = node.find(_NAME)
        found.is_title = found.is_title or (name is not None and str(name.get(_VAL, "")).casefold() in _TITLES)
        based = node.find(_BASED)
        id_ = str(based.get(_VAL, "")) if based is not None else ""
    return found


def _named_level(node: etree._Element) -> int | None:
    name = node.find(_NAME)
    match = _HEADING_NAME.fullmatch(str(name.get(_VAL, ""))) if name is not None else None
    return int(match[1]) if match else _outline(node)


def _outline(node: etree._Element) -> int | None:
    level = next(node.iter(_LEVEL), None)
    said = str(level.get(_VAL, "")) if level is not None else ""
    return int(said) + 1 if said.isdecimal() and len(said) == 1 and int(said) < _DEEPEST else None


def _paragraphs(body: etree._Element) -> Iterator[etree._Element]:
    """Yield every paragraph once: what stands in a box for older programs stands there twice."""
    count = 0
    for one in body.iter(_P):
        if any(above.tag == _FALLBACK for above in one.iterancestors(_FALLBACK)):
            continue
        count += 1
        if count > MOST_PARAGRAPHS:
            raise FileProblem(f"The document has more than {MOST_PARAGRAPHS:,} paragraphs.", hint=_SMALLER)
        yield one


def _level(paragraph: etree._Element, styles: Mapping[str, _Style]) -> int | None:
    about = paragraph.find(qn("w:pPr"))
    if about is None:
        return None
    own = _outline(about)
    style = about.find(_STYLE)
    found = styles.get(str(style.get(_VAL, ""))) if style is not None else None
    level = own or (found.level if found else None)
    return level if level is not None and level <= _DEEPEST else None


def _style_of(paragraph: etree._Element, styles: Mapping[str, _Style]) -> _Style | None:
    style = next(paragraph.iterfind(f"{qn('w:pPr')}/{_STYLE}"), None)
    return styles.get(str(style.get(_VAL, ""))) if style is not None else None


def _is_title(paragraph: etree._Element, styles: Mapping[str, _Style]) -> bool:
    style = _style_of(paragraph, styles)
    return style is not None and style.is_title


def _is_numbered(paragraph: etree._Element, styles: Mapping[str, _Style]) -> bool:
    style = _style_of(paragraph, styles)
    own = next(paragraph.iterfind(f"{qn('w:pPr')}/{_NUMBERED}"), None)
    return own is not None or (style is not None and style.is_numbered)


def _text(paragraph: etree._Element) -> str:
    """Return the words of a paragraph on one line; those of a paragraph inside it are its own."""
    words: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        node = stack.pop()
        if node.tag in _LEFT_OUT or node.tag in {_P, _FALLBACK}:
            continue
        if node.tag == _T:
            words.append(node.text or "")
        elif node.tag in {_TAB, _BREAK}:
            words.append(" ")
        else:
            stack.extend(reversed(node))
    return " ".join("".join(words).split())


def _parted(paragraphs: list[etree._Element], styles: Mapping[str, _Style], *, has_headings: bool) -> Iterator[_Making]:
    made, counts = _Making(), [0] * _DEEPEST
    for one in paragraphs:
        words = _text(one)
        if not words:
            continue
        level = _level(one, styles)
        typed = _TYPED.match(words)
        is_heading = level is not None or (not has_headings and typed is not None and len(words) <= LONGEST_HEADING)
        if not is_heading:
            made.lines.append(words)
            made.titles += _is_title(one, styles)
            continue
        yield made
        number = _counted(counts, level) if level and _is_numbered(one, styles) else ""
        heading = words[typed.end() :] if typed else words
        made = _Making(typed[1] if typed else number, heading[:LONGEST_HEADING])
    yield made


def _counted(counts: list[int], level: int) -> str:
    """Return the number that Word would print before a heading, counted through its levels."""
    counts[level - 1] += 1
    counts[level:] = [0] * (_DEEPEST - level)
    return ".".join(str(one or 1) for one in counts[:level])
