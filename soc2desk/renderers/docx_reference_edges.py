"""Headers and footers of a firm's pages: their words, pictures and page numbers, and nothing that leads outside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from soc2desk.renderers.docx_reference_media import bare_picture
from soc2desk.renderers.docx_reference_order import CHANGES, W, remove, unwrap
from soc2desk.renderers.docx_reference_package import RELATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from soc2desk.renderers.docx_reference_package import Package, Relation

_A = "http://schemas.openxmlformats.org/drawingml/2006"
_MS = "http://schemas.microsoft.com/office/word/2010"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
_R = f"{{{RELATION}}}"
_KNOWN = (
    W, MC, V, "{urn:schemas-microsoft-com:office:word}", f"{{{_A}/main}}", f"{{{_A}/picture}}",
    f"{{{_A}/wordprocessingDrawing}}", f"{{{_MS}/wordprocessingShape}}", f"{{{_MS}/wordprocessingGroup}}",
    f"{{{_MS}/wordprocessingDrawing}}",
)  # fmt: skip
_NOT_KEPT = (
    "del moveFrom commentRangeStart commentRangeEnd commentReference annotationRef bookmarkStart bookmarkEnd proofErr "
    "permStart permEnd object control altChunk subDoc footnoteReference endnoteReference sectPr numPr framePr "
    "lastRenderedPageBreak customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd "
    "moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd contentPart"
)
_DOOMED = CHANGES | {qn(f"w:{name}") for name in _NOT_KEPT.split(" ")}
_OPENED = {qn(f"w:{name}") for name in ("ins", "moveTo", "customXml", "smartTag", "hyperlink")}
_PICTURE, _SHAPES = f"{_A}/picture", (f"{_MS}/wordprocessingShape", f"{_MS}/wordprocessingGroup")
_A_NS = f"{{{_A}/main}}"
_LEADS_OUT = frozenset({"href", "src", "althref", "relid", "link", "hlinkclick", "pict", "oleid", "gfxdata", "title"})
_NAMED = frozenset({"docPr", "cNvPr"})
_PIECES = tuple(qn(f"w:{name}") for name in ("fldChar", "instrText", "t", "br", "sym"))
_FIELD = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)\b(?:\s+\\\*\s+\w+)*\s*")
_LIKE_A_FILE = re.compile(r"[\\/]|\.\w{2,4}$")


@dataclass(slots=True)
class Edge:
    """One header or footer as it is kept: the tree, its pictures by relation, and what was left out, in words."""

    root: etree._Element
    pictures: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)


def kept_edge(package: Package, part: str) -> Edge:
    """Return a header or footer of the firm without fields, links, objects, notes and names of its authors."""
    edge = Edge(package.tree(part))
    relations = package.relations(part)
    _drop_fields(edge)
    _settle(edge)
    _keep_pictures(edge, package, relations)
    _bare(edge)
    return edge


def _settle(edge: Edge) -> None:
    """Take every change as made, open what only wraps, and drop what is not known to be harmless."""
    for node in list(edge.root.iter()):
        if node is edge.root:
            continue
        if not str(node.tag).startswith(_KNOWN) or node.tag in _DOOMED:
            _tell(edge, node)
            remove(node)
        elif node.tag in _OPENED:
            unwrap(node, [one for one in node if not str(one.tag).endswith("Pr")])
        elif node.tag == qn("w:sdt"):
            inside = node.find(qn("w:sdtContent"))
            unwrap(node, inside if inside is not None else ())
        elif node.tag == f"{MC}AlternateContent":
            _choose(node)
        elif _is_gone(node):
            remove(node)


def _tell(edge: Edge, node: etree._Element) -> None:
    if node.tag in {qn("w:object"), qn("w:control")}:
        edge.left_out.add("an object of another program at the edge of the page")


def _choose(node: etree._Element) -> None:
    """Leave one way to draw: the shapes of today, else what older programs draw."""
    choice, fallback = node.find(f"{MC}Choice"), node.find(f"{MC}Fallback")
    if choice is not None and set(str(choice.get("Requires", "")).split()) <= {"wps", "wpg", "wp14"}:
        for other in list(node):
            if other is not choice:
                remove(other)
    else:
        unwrap(node, fallback if fallback is not None else ())


def _is_gone(node: etree._Element) -> bool:
    """Return whether text is hidden, or a row was taken out by a change."""
    if node.tag == qn("w:r"):
        return node.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None
    return node.tag == qn("w:tr") and node.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None


def _drop_fields(edge: Edge) -> None:
    """Leave page numbers; every other field would show a day, a name or a file that is not this document's."""
    for node in list(edge.root.iter(qn("w:fldSimple"))):
        instruction = str(node.get(qn("w:instr"), ""))
        if not _FIELD.fullmatch(instruction):
            _told(edge, instruction)
            remove(node)
    for instruction, inside, is_whole in list(_fields(edge.root)):
        if not is_whole or not _FIELD.fullmatch(instruction):
            _told(edge, instruction)
            for node in inside:
                remove(node)
    for node in edge.root.iter(qn("w:fldChar"), qn("w:fldSimple")):
        node.attrib.pop(qn("w:dirty"), "")
        for child in [one for one in node if one.tag != qn("w:r")]:
            remove(child)


def _fields(root: etree._Element) -> Iterator[tuple[str, list[etree._Element], bool]]:
    """Yield the fields that are written in several runs: instruction, pieces, and whether the end is there."""
    open_: list[list[etree._Element]] = []
    for node in root.iter(*_PIECES):
        kind = str(node.get(qn("w:fldCharType"), ""))
        if kind == "begin":
            open_.append([])
        for inside in open_:
            inside.append(node)
        if kind == "end" and open_:
            yield _instruction(open_[-1]), open_.pop(), True
    for inside in open_:
        yield _instruction(inside), inside, False


def _instruction(pieces: list[etree._Element]) -> str:
    return "".join(node.text or "" for node in pieces if node.tag == qn("w:instrText"))


def _told(edge: Edge, instruction: str) -> None:
    name = (instruction.split() or ["without a name"])[0]
    edge.left_out.add(f"the field {name[:20]} at the edge of the page")


def _keep_pictures(edge: Edge, package: Package, relations: dict[str, Relation]) -> None:
    """Keep drawings whose pictures stand in the file as PNG or JPEG, and shapes; drop the others whole."""
    for node in list(edge.root.iter(qn("w:drawing"), qn("w:pict"))):
        kind = node.find(f".//{_A_NS}graphicData")
        shown = str(kind.get("uri")) if kind is not None else ""
        is_drawn = node.tag == qn("w:pict") or shown == _PICTURE or shown in _SHAPES
        blips = [(blip, f"{_R}embed") for blip in node.iter(f"{_A_NS}blip")]
        blips += [(blip, f"{_R}id") for blip in node.iter(f"{V}imagedata")]
        if not is_drawn or not all(_kept(edge, blip, name, package, relations) for blip, name in blips):
            edge.left_out.add("a picture at the edge of the page that is no PNG or JPEG of up to 2 MB in the file")
            remove(node)


def _kept(edge: Edge, blip: etree._Element, name: str, package: Package, relations: dict[str, Relation]) -> bool:
    found = relations.get(str(blip.get(name, "")))
    ending, raw = bare_picture(package.parts.get(found.part, b"")) if found and found.kind == "image" else ("", b"")
    if not raw:
        return False
    key = f"rFirm{len(edge.pictures) + 1}"
    edge.pictures[key] = (ending, raw)
    blip.set(name, key)
    return True


def _bare(edge: Edge) -> None:
    """Take out what leads elsewhere or tells who worked on the file, and number the drawings anew."""
    for node in list(edge.root.iter()):
        local = str(node.tag).rpartition("}")[2]
        if local in {"extLst", "hlinkClick", "hlinkHover", "hlinkMouseOver", "audioFile", "videoFile"}:
            remove(node)
            continue
        for name in [str(one) for one in node.attrib]:
            if _is_doomed(name, str(node.get(name, "")), edge):
                del node.attrib[name]
        if local in _NAMED and _LIKE_A_FILE.search(str(node.get("descr", ""))):
            del node.attrib["descr"]


def number_drawings(edge: Edge, first: int) -> None:
    """Give every drawing of an edge a number of its own in the file, and a name that tells no file."""
    for at, node in enumerate(node for node in edge.root.iter() if str(node.tag).rpartition("}")[2] in _NAMED):
        node.set("id", str(first + at))
        node.set("name", f"Picture {first + at}")


def _is_doomed(name: str, value: str, edge: Edge) -> bool:
    space, _, local = name.rpartition("}")
    if f"{space}}}" == _R:
        return value not in edge.pictures
    return local.startswith("rsid") or local in {"paraId", "textId"} or local.casefold() in _LEADS_OUT
