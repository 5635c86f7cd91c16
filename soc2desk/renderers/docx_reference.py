"""A firm's Word file as the ground of our documents: its type, colours, page, header and footer in a fresh file."""

from __future__ import annotations

import zipfile
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from lxml import etree

from soc2desk.domain.looks import Look
from soc2desk.renderers.brand_files import base_docx
from soc2desk.renderers.docx_colours import colours_of
from soc2desk.renderers.docx_package import TYPES, recolour, zipped
from soc2desk.renderers.docx_reference_edges import kept_edge, number_drawings
from soc2desk.renderers.docx_reference_order import remove
from soc2desk.renderers.docx_reference_package import RELATION, opened, parsed
from soc2desk.renderers.docx_reference_page import kept_page
from soc2desk.renderers.docx_reference_styles import merged
from soc2desk.renderers.docx_reference_theme import kept_fonts, kept_theme, with_settings

if TYPE_CHECKING:
    from soc2desk.renderers.docx_reference_edges import Edge
    from soc2desk.renderers.docx_reference_package import Package
    from soc2desk.renderers.docx_reference_page import FirmPage
    from soc2desk.renderers.docx_reference_styles import Ids

_NUMBERS = 1_000
"""So many drawings an edge may have; ours in the text have smaller numbers."""
_KINDS = ("default", "first", "even")
_HEAD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLED = tuple(qn(f"w:{name}") for name in ("pStyle", "rStyle", "tblStyle"))
_MAIN, _MAIN_LINKS = "word/document.xml", "word/_rels/document.xml.rels"


@dataclass(frozen=True, slots=True)
class Reference:
    """The ground made of a firm's file, as Look.reference takes it, and what was left out of it, in words."""

    base: bytes
    left_out: tuple[str, ...] = ()


@dataclass(slots=True)
class _Making:
    """The parts of the new file while they are made."""

    parts: dict[str, bytes]
    left_out: set[str]

    def tree(self, name: str) -> etree._Element:
        return parsed(self.parts[name])

    def keep(self, name: str, tree: etree._Element) -> None:
        self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def reference_from(raw: bytes) -> Reference:
    """Return the ground made of a firm's Word file: styles, theme, page, and edges with their pictures; nothing else.

    Its text, macros, links, objects, notes and names of people stay behind. Raises FileProblem for a file that is no
    Word document, is damaged, locked or too large.
    """
    package = opened(raw)
    with zipfile.ZipFile(base_docx()) as archive:
        making = _Making({name: archive.read(name) for name in archive.namelist()}, set())
    if package.has_macros:
        making.left_out.add("its macros")
    settings = _beside(package, "settings")
    page = kept_page(package, has_even=settings is not None and settings.find(qn("w:evenAndOddHeaders")) is not None)
    edges = {key: kept_edge(package, part) for key, part in page.edges.items()}
    _set_styles(making, package, edges)
    _set_ground(making, package, settings, has_even=page.has_even)
    _set_page(making, page)
    _set_edges(making, page, edges)
    return Reference(zipped(making.parts), tuple(sorted(making.left_out)))


def _beside(package: Package, kind: str) -> etree._Element | None:
    """Return the part of a kind that stands beside the document; None where there is none."""
    found = [one.part for one in package.relations(package.main).values() if one.kind == kind]
    return package.tree(found[0]) if found and found[0] in package.parts else None


def _set_styles(making: _Making, package: Package, edges: dict[tuple[str, str], Edge]) -> None:
    theirs = _beside(package, "styles")
    if theirs is None or theirs.tag != qn("w:styles"):
        making.left_out.add("styles: the file has none")
        ids: Ids = {}
    else:
        used = {name for edge in edges.values() for name in _styles_in(edge)}
        made = merged(theirs, making.tree("word/styles.xml"), used)
        if made.heading:
            recolour(made.root, colours_of(Look(accent=f"#{made.heading}")))
        making.keep("word/styles.xml", made.root)
        ids = made.ids
    for edge in edges.values():
        for node in list(edge.root.iter(*_STYLED)):
            new = ids.get(str(node.get(qn("w:val"))), "")
            node.set(qn("w:val"), new)
            if not new:
                remove(node)


def _styles_in(edge: Edge) -> set[str]:
    return {str(node.get(qn("w:val"))) for node in edge.root.iter(*_STYLED)}


def _set_ground(making: _Making, package: Package, settings: etree._Element | None, *, has_even: bool) -> None:
    theme, fonts = _beside(package, "theme"), _beside(package, "fontTable")
    if theme is not None:
        making.keep("word/theme/theme1.xml", kept_theme(theme, making.tree("word/theme/theme1.xml")))
    if fonts is not None and fonts.tag == qn("w:fonts"):
        making.keep("word/fontTable.xml", kept_fonts(fonts))
    made = with_settings(making.tree("word/settings.xml"), settings, has_even=has_even)
    making.keep("word/settings.xml", made)


def _set_page(making: _Making, page: FirmPage) -> None:
    document = making.tree(_MAIN)
    (section,) = document.iter(qn("w:sectPr"))
    for own, theirs in (("pgSz", page.size), ("pgMar", page.margins)):
        found = section.find(qn(f"w:{own}"))
        if theirs is not None and found is not None:
            section.replace(found, theirs)
    if page.has_first:
        section.append(section.makeelement(qn("w:titlePg")))
    making.keep(_MAIN, document)


def _set_edges(making: _Making, page: FirmPage, edges: dict[tuple[str, str], Edge]) -> None:
    """Set each header and footer; a first or even page without its own takes the one of all pages."""
    document, links = making.tree(_MAIN), making.tree(_MAIN_LINKS)
    (section,) = document.iter(qn("w:sectPr"))
    named: dict[bytes, str] = {}
    first_number = _NUMBERS
    for part in ("header", "footer"):
        for at, kind in enumerate(_KINDS if page.has_even else _KINDS[:2], 1):
            usual = edges.get((part, "default"))
            edge = edges.get((part, kind)) if kind in _in_use(page, part) else usual
            if edge is None:
                continue
            name = f"{part}{at}"
            if kind == "even":
                _add_even(making, section, links, part, name)
            making.left_out |= edge.left_out
            first_number += _NUMBERS
            number_drawings(edge, first_number)
            making.keep(f"word/{name}.xml", edge.root)
            _set_pictures(making, name, edge, named)
    making.keep(_MAIN, document)
    making.keep(_MAIN_LINKS, links)


def _in_use(page: FirmPage, part: str) -> set[str]:
    """Return on which pages the firm has an edge of its own; one for the first page counts where it is turned on."""
    found = {kind for one, kind in page.edges if one == part}
    return found if page.has_first else found - {"first"}


def _add_even(making: _Making, section: etree._Element, links: etree._Element, part: str, name: str) -> None:
    key = f"rEven{part}"
    link = links.makeelement(links[0].tag)
    for attribute, value in (("Id", key), ("Type", f"{RELATION}/{part}"), ("Target", f"{name}.xml")):
        link.set(attribute, value)
    links.append(link)
    node = section.makeelement(qn(f"w:{part}Reference"))
    node.set(qn("w:type"), "even")
    node.set(qn("r:id"), key)
    section.insert(0, node)
    types = making.tree(TYPES)
    entry = deepcopy(types[-1])
    entry.set("PartName", f"/word/{name}.xml")
    entry.set("ContentType", f"{_HEAD}.{part}+xml")
    types.append(entry)
    making.keep(TYPES, types)


def _set_pictures(making: _Making, name: str, edge: Edge, named: dict[bytes, str]) -> None:
    """Put the pictures of an edge into the file, each once, and the list of what the edge leads to."""
    if not edge.pictures:
        return
    rows = ""
    for key, (ending, raw) in edge.pictures.items():
        target = named.setdefault(raw, f"media/firm{len(named) + 1}.{ending}")
        making.parts[f"word/{target}"] = raw
        rows += f'<Relationship Id="{key}" Type="{RELATION}/image" Target="{target}"/>'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    making.parts[f"word/_rels/{name}.xml.rels"] = f'<Relationships xmlns="{space}">{rows}</Relationships>'.encode()
    _add_types(making, {ending for ending, _ in edge.pictures.values()})


def _add_types(making: _Making, endings: set[str]) -> None:
    types = making.tree(TYPES)
    for ending in sorted(endings - {str(one.get("Extension")) for one in types}):
        entry = deepcopy(types[0])
        entry.set("Extension", ending)
        entry.set("ContentType", f"image/{'jpeg' if ending == 'jpg' else ending}")
        types.insert(0, entry)
    making.keep(TYPES, types)
