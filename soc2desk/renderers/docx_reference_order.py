"""WordprocessingML put right: what is known to be harmless stays, and children stand in the order the format wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

W = qn("w:p")[:-1]
"""The names of WordprocessingML begin so."""
_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"
)
_STYLE = (
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
    "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
)
ORDERS = {name: {qn(f"w:{one}"): at for at, one in enumerate(order.split())} for name, order in (
    ("pPr", _PARAGRAPH), ("style", _STYLE),
)}  # fmt: skip
CHANGES = frozenset(
    qn(f"w:{name}Change") for name in ("rPr", "pPr", "tblPr", "tblPrEx", "trPr", "tcPr", "sectPr", "tblGrid")
)
"""How something looked before somebody changed it, with that person's name."""


def put(parent: etree._Element, child: etree._Element, order: str) -> None:
    """Set a child in its place among its brothers; one of the same name is replaced."""
    places = ORDERS[order]
    take_out(parent, child.tag)
    at = places.get(str(child.tag), len(places))
    after = [one for one in parent if places.get(str(one.tag), len(places)) > at]
    if after:
        after[0].addprevious(child)
    else:
        parent.append(child)


def take_out(parent: etree._Element, *tags: str) -> None:
    """Take all children of these names out."""
    for one in [child for child in parent if child.tag in tags]:
        remove(one)


def remove(node: etree._Element) -> None:
    """Take a node out; nothing that stood behind it goes along."""
    parent = node.getparent()
    if parent is not None:
        node.tail = None
        parent.remove(node)


def unwrap(node: etree._Element, inside: Iterable[etree._Element]) -> None:
    """Set what stands in a node in its place."""
    for one in list(inside):
        node.addprevious(one)
    remove(node)


def val(node: etree._Element, path: str, name: str = "val") -> str:
    """Return an attribute of the first node at a path of w: names; empty for none."""
    found = node.find("/".join(qn(f"w:{part}") for part in path.split("/"))) if path else node
    return "" if found is None else str(found.get(qn(f"w:{name}"), ""))
