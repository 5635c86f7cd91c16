"""The theme, the list of fonts and the few settings of a firm's Word file that its styles stand on."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from soc2desk.renderers.docx_reference_order import W, remove
from soc2desk.renderers.docx_reference_package import RELATION

if TYPE_CHECKING:
    from lxml import etree

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMBEDDED = "embed"


def kept_theme(theirs: etree._Element, ours: etree._Element) -> etree._Element:
    """Return colours and fonts of a firm's theme; where its fills need pictures, with our fills."""
    elements = theirs.find(f"{_A}themeElements")
    if theirs.tag != f"{_A}theme" or elements is None:
        return ours
    for child in list(theirs):
        if child is not elements:
            remove(child)
    needs_files = any(str(name).startswith(f"{{{RELATION}}}") for node in theirs.iter() for name in node.attrib)
    fills, own = elements.find(f"{_A}fmtScheme"), ours.find(f"{_A}themeElements/{_A}fmtScheme")
    if needs_files and fills is not None and own is not None:
        elements.replace(fills, deepcopy(own))
    for node in list(theirs.iter(f"{_A}extLst")):
        remove(node)
    return theirs


def kept_fonts(theirs: etree._Element) -> etree._Element:
    """Return the firm's list of fonts without font files."""
    for node in list(theirs.iter()):
        local = str(node.tag).rpartition("}")[2]
        if not str(node.tag).startswith(W) or local.startswith(_EMBEDDED):
            remove(node)
    return theirs


def with_settings(ours: etree._Element, theirs: etree._Element | None, *, has_even: bool) -> etree._Element:
    """Return our settings with the firm's use of its theme's colours, and with other edges on even pages."""
    if has_even:
        even = ours.makeelement(qn("w:evenAndOddHeaders"))
        ours.find(qn("w:defaultTabStop")).addnext(even)  # type: ignore[union-attr]
    mapping = theirs.find(qn("w:clrSchemeMapping")) if theirs is not None else None
    if mapping is not None:
        ours.find(qn("w:decimalSymbol")).addprevious(deepcopy(mapping))  # type: ignore[union-attr]
    return ours
