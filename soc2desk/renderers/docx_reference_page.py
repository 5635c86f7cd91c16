"""The page of a firm's Word file: its size and margins, and which header and footer stand on which page."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from soc2desk.renderers.docx_reference_order import val

if TYPE_CHECKING:
    from lxml import etree

    from soc2desk.renderers.docx_reference_package import Package

SMALLEST, LARGEST = 7_000, 31_680
"""What a side of a page may measure, in twentieths of a point: between a postcard and Word's own limit."""
LEAST_TEXT = 5_400
"""The least of width and of height that is left for text."""
_MARGINS = ("top", "right", "bottom", "left", "header", "footer", "gutter")
_KINDS = tuple((part, kind) for part in ("header", "footer") for kind in ("default", "first", "even"))

Edges = dict[tuple[str, str], str]
"""The part of each edge, by header or footer and by default, first or even."""


@dataclass(frozen=True, slots=True)
class FirmPage:
    """The page of a firm. `size` and `margins` are elements, None where the firm's cannot be used."""

    edges: Edges
    has_first: bool
    has_even: bool
    size: etree._Element | None = None
    margins: etree._Element | None = None


def kept_page(package: Package, *, has_even: bool) -> FirmPage:
    """Return the page of the last section of a firm's file, with the edges that it takes from those before it.

    `has_even` tells that the file has edges of their own for even pages turned on.
    """
    sections = list(package.tree(package.main).iter(qn("w:sectPr")))
    relations = package.relations(package.main)
    edges: Edges = {}
    for section in sections:
        for part, kind in _KINDS:
            for node in section.findall(qn(f"w:{part}Reference")):
                found = relations.get(str(node.get(qn("r:id"), "")))
                if node.get(qn("w:type"), "default") == kind and found and found.part in package.parts:
                    edges[part, kind] = found.part
    if not sections:
        return FirmPage({}, has_first=False, has_even=False)
    last = sections[-1]
    has_first = last.find(qn("w:titlePg")) is not None and val(last, "titlePg") not in {"0", "false", "off"}
    has_even = has_even and any(kind == "even" for _, kind in edges)
    return FirmPage(edges, has_first, has_even, *_measures(last))


def _measures(section: etree._Element) -> tuple[etree._Element | None, etree._Element | None]:
    """Return size and margins where they leave room for text; the page is taken upright."""
    width, height = (_number(val(section, "pgSz", name)) for name in ("w", "h"))
    sides = [_number(val(section, "pgMar", name)) for name in _MARGINS]
    if width > height:
        # Word turns the margins with the page.
        width, height, sides = height, width, [sides[1], sides[2], sides[3], sides[0], *sides[4:]]
    top, right, bottom, left = map(abs, sides[:4])
    room = min(width - left - right, height - top - bottom)
    if not (SMALLEST <= width <= height <= LARGEST) or room < LEAST_TEXT:
        return None, None
    size, margins = (deepcopy(section.find(qn(f"w:{name}"))) for name in ("pgSz", "pgMar"))
    if size is None or margins is None:
        return None, None
    size.attrib.clear()
    margins.attrib.clear()
    for name, value in (("w", width), ("h", height)):
        size.set(qn(f"w:{name}"), str(value))
    for name, value in zip(_MARGINS, (*sides[:4], *map(abs, sides[4:])), strict=True):
        margins.set(qn(f"w:{name}"), str(value))
    return size, margins


def _number(words: str) -> int:
    try:
        return round(float(words))
    except (ValueError, OverflowError):
        return 0
