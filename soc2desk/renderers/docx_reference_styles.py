"""Two sets of styles made one: the firm's type and colours, in the structure that our documents stand on."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from soc2desk.renderers.docx_reference_order import CHANGES, W, put, remove, take_out, val

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

Ids = dict[str, str]

REGISTER = "RegisterTable"
INK = "1B1F24"
"""The colour of our words; a firm's words keep their own."""
_NEVER = ("numPr", "pageBreakBefore", "framePr", "sectPr", "bidi", "divId", "cnfStyle", "outlineLvl")
_STRUCTURE = ("keepNext", "keepLines", "numPr", "tabs", "outlineLvl")
"""What our structure needs of a style, whoever draws it."""
_UNNUMBERED = "Heading1Plain"
_HUNG = frozenset({"Heading1", "ListBullet", "ListNumber", "TOC1", "TOC2"})
_BODY_ONLY = ("keepNext", "keepLines", "pBdr", "shd", "tabs")
_RESETS = {"ind": {"left": "0", "right": "0", "firstLine": "0"}, "jc": {"val": "left"}}
_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_TABLE_NAMES = ("register table", "table")


@dataclass(frozen=True, slots=True)
class Merged:
    """One set of styles, the new ids of the firm's own, and the colour of its headings (RRGGBB, empty for none)."""

    root: etree._Element
    ids: Ids
    heading: str


def merged(theirs: etree._Element, ours: etree._Element, used: Iterable[str]) -> Merged:
    """Return the firm's styles where the name is one of ours, our own where it has none, and those `used` at the edges.

    `theirs` and `ours` are two w:styles. All others are left out, and so is who changed what.
    """
    _clean(theirs)
    firm, base = _by_name(theirs), _by_name(ours)
    ids = _new_ids(theirs, firm, base)
    _renamed(theirs, ids)
    for key, own in base.items():
        if key in firm:
            _take_structure(firm[key], own)
        else:
            theirs.append(_fitted(deepcopy(own), firm.get(("paragraph", "normal"))))
    _own_table(theirs, firm)
    _without_numbers(theirs, {_id(one) for one in base.values()})
    _keep_needed(theirs, {_id(one) for one in base.values()} | {ids.get(name, name) for name in used})
    _end_well(theirs)
    return Merged(theirs, ids, _heading_colour(theirs))


def _clean(styles: etree._Element) -> None:
    doomed = {*CHANGES, qn("w:rsid"), qn("w:latentStyles"), qn("w:vanish"), qn("w:webHidden"), qn("w:specVanish")}
    for node in list(styles.iter()):
        if node.tag in doomed or not str(node.tag).startswith(W):
            remove(node)
            continue
        for name in [str(one) for one in node.attrib]:
            if not name.startswith(W) or "rsid" in name:
                del node.attrib[name]
    seen: set[tuple[str, str]] = set()
    for style in styles.findall(qn("w:style")):
        key = (str(style.get(qn("w:type"), "paragraph")), val(style, "name").casefold())
        if not key[1] or not _id(style) or key in seen:
            remove(style)
        seen.add(key)


def _by_name(styles: etree._Element) -> dict[tuple[str, str], etree._Element]:
    return {
        (str(one.get(qn("w:type"), "paragraph")), val(one, "name").casefold()): one
        for one in styles.findall(qn("w:style"))
    }


def _id(style: etree._Element) -> str:
    return str(style.get(qn("w:styleId"), ""))


def _new_ids(
    theirs: etree._Element,
    firm: Mapping[tuple[str, str], etree._Element],
    base: Mapping[tuple[str, str], etree._Element],
) -> Ids:
    """Return the new id of each style of the firm: ours where the name is the same, and never ours where it is not."""
    wanted = {_id(firm[key]): _id(own) for key, own in base.items() if key in firm}
    taken = {_id(own) for own in base.values()}
    for at, style in enumerate(theirs.findall(qn("w:style"))):
        if _id(style) not in wanted:
            wanted[_id(style)] = f"Firm{at}" if _id(style) in taken else _id(style)
    return wanted


def _renamed(styles: etree._Element, ids: Ids) -> None:
    for style in styles.findall(qn("w:style")):
        style.set(qn("w:styleId"), ids[_id(style)])
        for tag in ("basedOn", "next", "link"):
            for node in style.findall(qn(f"w:{tag}")):
                node.set(qn("w:val"), ids.get(str(node.get(qn("w:val"))), ""))


def _take_structure(style: etree._Element, own: etree._Element) -> None:
    """Give a style of the firm what our structure needs: numbers, level, the indent of lists, staying together."""
    if str(own.get(qn("w:type"))) != "paragraph":
        return
    look, needed = _look_of(style), own.find(qn("w:pPr"))
    take_out(look, *(qn(f"w:{name}") for name in _NEVER))
    if _id(own) == "Normal":
        take_out(look, *(qn(f"w:{name}") for name in _BODY_ONLY))
    names = (*_STRUCTURE, "ind") if _id(own) in _HUNG else _STRUCTURE
    for name in names if needed is not None else ():
        found = needed.find(qn(f"w:{name}")) if needed is not None else None
        if found is not None:
            put(look, deepcopy(found), "pPr")


def _look_of(style: etree._Element) -> etree._Element:
    look = style.find(qn("w:pPr"))
    if look is None:
        look = style.makeelement(qn("w:pPr"))
        put(style, look, "style")
    return look


def _fitted(own: etree._Element, normal: etree._Element | None) -> etree._Element:
    """Return a style of ours among those of a firm: in its colour of words, without the indents of its text."""
    for node in own.findall(f"{qn('w:rPr')}/{qn('w:color')}"):
        if node.get(qn("w:val")) == INK:
            remove(node)
    usual = normal.find(qn("w:pPr")) if normal is not None else None
    if usual is not None and val(own, "basedOn") == "Normal" and _id(own) != "BodyText":
        for name, attributes in _RESETS.items():
            has_own = own.find(f"{qn('w:pPr')}/{qn(f'w:{name}')}") is not None
            if usual.find(qn(f"w:{name}")) is not None and not has_own:
                put(_look_of(own), _reset(own, name, attributes), "pPr")
        for indent in own.findall(f"{qn('w:pPr')}/{qn('w:ind')}"):
            if indent.get(qn("w:hanging")) is None:
                indent.set(qn("w:firstLine"), "0")
    return own


def _reset(own: etree._Element, name: str, attributes: Mapping[str, str]) -> etree._Element:
    reset = own.makeelement(qn(f"w:{name}"))
    for attribute, value in attributes.items():
        reset.set(qn(f"w:{attribute}"), value)
    return reset


def _own_table(styles: etree._Element, firm: Mapping[tuple[str, str], etree._Element]) -> None:
    """Let registers stand in the firm's table style, where it has one alone or one by name; it colours its own head."""
    tables = {
        name: one
        for (kind, name), one in firm.items()
        if kind == "table" and (one.get(qn("w:customStyle")) == "1" or name in _TABLE_NAMES)
    }
    chosen = next((tables[name] for name in _TABLE_NAMES if name in tables), None)
    if chosen is None and len(tables) == 1:
        (chosen,) = tables.values()
    if chosen is None:
        return
    ours = {_id(one): one for one in styles.findall(qn("w:style"))}
    if chosen is not ours.get(REGISTER):
        register = ours[REGISTER]
        take_out(register, qn("w:tblStylePr"))
        for borders in register.findall(f"{qn('w:tblPr')}/{qn('w:tblBorders')}"):
            remove(borders)
        register.find(qn("w:basedOn")).set(qn("w:val"), _id(chosen))  # type: ignore[union-attr]
    for name in ("TableHeader", "TableHeaderSmall"):
        for node in ours[name].findall(f"{qn('w:rPr')}/{qn('w:color')}"):
            remove(node)


def _without_numbers(styles: etree._Element, own: set[str]) -> None:
    """Take the number from our styles that a firm bases on a numbered one, such as the title over the contents."""
    known = {_id(one): one for one in styles.findall(qn("w:style"))}
    for name in sorted(own):
        way = _way_up(known, name)
        numbered = next((one for one in way if val(known[one], "pPr/numPr/numId") != ""), name)
        if numbered != name:
            look = _look_of(known[name])
            for plain in known[_UNNUMBERED].findall(qn("w:pPr")):
                for wanted in plain.iter(qn("w:numPr"), qn("w:ind")):
                    put(look, deepcopy(wanted), "pPr")
            if look.find(qn("w:outlineLvl")) is None:
                put(look, _reset(known[name], "outlineLvl", {"val": "9"}), "pPr")


def _way_up(known: Mapping[str, etree._Element], name: str) -> list[str]:
    """Return a style and those it is based on; each once, where they stand in a circle."""
    way: list[str] = []
    while name in known and name not in way:
        way.append(name)
        name = val(known[name], "basedOn")
    return way


def _keep_needed(styles: etree._Element, wanted: set[str]) -> None:
    """Leave the styles that are wanted and those they are based on; a circle of styles is cut."""
    known = {_id(one): one for one in styles.findall(qn("w:style"))}
    needed: set[str] = set()
    for name in sorted(wanted & known.keys()):
        way = _way_up(known, name)
        if val(known[way[-1]], "basedOn") in way:
            take_out(known[way[-1]], qn("w:basedOn"))
        needed |= {*way}
    for name, style in known.items():
        if name not in needed:
            remove(style)
            continue
        for tag in ("basedOn", "next", "link"):
            if val(style, tag) not in needed:
                take_out(style, qn(f"w:{tag}"))


def _end_well(styles: etree._Element) -> None:
    """Take numbers and hidden places out of what is left of the firm's own, and make the usual language ours to set."""
    ours = {"Heading1", "Heading1Plain", "Clause", "ClausePlain", "ListBullet", "ListNumber"}
    for style in styles.findall(qn("w:style")):
        for look in style.findall(qn("w:pPr")):
            take_out(look, qn("w:framePr"))
            if _id(style) not in ours and val(look, "numPr/numId") != "0":
                take_out(look, qn("w:numPr"))
    usual = styles
    for at, name in ((0, "docDefaults"), (0, "rPrDefault"), (0, "rPr"), (99, "lang")):
        inside = usual.find(qn(f"w:{name}"))
        if inside is None:
            inside = usual.makeelement(qn(f"w:{name}"))
            usual.insert(at, inside)
        usual = inside
    usual.set(qn("w:val"), "en-CA")


def _heading_colour(styles: etree._Element) -> str:
    for style in styles.findall(qn("w:style")):
        if _id(style) == "Heading1":
            colour = val(style, "rPr/color")
            return colour.upper() if _COLOUR.fullmatch(colour) and colour.upper() != "000000" else ""
    return ""
