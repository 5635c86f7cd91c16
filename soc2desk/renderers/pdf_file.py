"""The objects of a tagged PDF, written through reportlab's document: pages, links, outline, structure, metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFInfo, PDFStream, PDFString, pdfdocEnc

from soc2desk.renderers import pdf_letters, pdf_paint, pdf_tags
from soc2desk.renderers.beside import ways_from
from soc2desk.renderers.brand_files import srgb_profile
from soc2desk.renderers.pdf_archive import output_intents, packet, stream
from soc2desk.renderers.pdf_fonts import clean
from soc2desk.renderers.pdf_image import image_object
from soc2desk.renderers.pdf_letters import number
from soc2desk.renderers.pdf_outline import outline_objects
from soc2desk.renderers.pdf_tags import Element, Linked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from soc2desk.document.blocks import Document, Look
    from soc2desk.renderers.beside import WayTo
    from soc2desk.renderers.pdf_marks import Page
    from soc2desk.renderers.pdf_paint import Area, Painted
    from soc2desk.renderers.pdf_style import Sheet

_ABOVE = 6.0
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(slots=True)
class _File:
    """A PDF being written: reportlab's document, and the numbers of the objects made here."""

    document: Any
    way_to: WayTo
    count: int = 0
    pages: list[int] = field(default_factory=list)
    anchors: dict[str, tuple[int, float]] = field(default_factory=dict)

    def reserve(self) -> int:
        """Return the number of an object to be filled later."""
        self.count += 1
        name = f"desk{self.count}"
        self.document.Reference(b"", name)
        found: int = self.document.idToObjectNumberAndVersion[name][0]
        return found

    def fill(self, object_number: int, body: bytes) -> None:
        """Write the body of an object."""
        self.document.idToObject[self.document.numberToId[object_number]] = body

    def add(self, body: bytes) -> int:
        """Write an object and return its number."""
        found = self.reserve()
        self.fill(found, body)
        return found


def file_bytes(pages: Sequence[Page], root: Element, sheet: Sheet, document: Document, look: Look) -> bytes:
    """Return the whole file."""
    written = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7), lang=document.language)
    file = _File(written, ways_from(document))
    tree = file.reserve()
    file.pages = [file.reserve() for _ in pages]
    _collect_anchors(pages, file)
    for face in dict.fromkeys(words.face for page in pages for words, _ in page.words):
        pdf_letters.ready(face, file.document)
    sheets = [pdf_paint.painted(page, at, file.document) for at, page in enumerate(pages)]
    links = _write_pages(sheets, sheet, file)
    _write_structure(sheets, links, root, tree, file)
    _write_catalogue(pages, tree, document, look, file)
    return _saved(file)


def _collect_anchors(pages: Sequence[Page], file: _File) -> None:
    for at, page in enumerate(pages):
        for name, top in page.anchors:
            file.anchors.setdefault(name, (at, top))


def _write_pages(sheets: list[Painted], sheet: Sheet, file: _File) -> list[Element]:
    """Write the pages and return the elements of their links, in the order of their keys in the parent tree."""
    parent = file.reserve()
    fonts = file.document.idToObjectNumberAndVersion["BasicFonts"][0]
    size = f"{number(sheet.width)} {number(sheet.height)}"
    links: list[Element] = []
    for at, painted in enumerate(sheets):
        areas = [area for area in painted.areas if _is_reached(area.target, file)]
        first = len(sheets) + len(links)
        written = _references([_write_link(area, at, first + index, file) for index, area in enumerate(areas)])
        links += [area.element for area in areas]
        content = file.add(stream(b"\n".join(painted.code)))
        annotations = f" /Annots [{written}]" if written else ""
        page = f"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 {size}] /Contents {content} 0 R{annotations}"
        drawn = _figures(painted, file)
        fill = f" /Resources << /Font {fonts} 0 R /ProcSet [/PDF /Text]{drawn} >> /StructParents {at} /Tabs /S >>"
        file.fill(file.pages[at], f"{page}{fill}".encode("ascii"))
    kids = f"<< /Type /Pages /Count {len(sheets)} /Kids [{_references(file.pages)}] >>"
    file.fill(parent, kids.encode("ascii"))
    file.document.Catalog.Pages = f"{parent} 0 R".encode("ascii")
    return links


def _figures(painted: Painted, file: _File) -> str:
    """Write the logos of a page and return the resources that name them; empty for a page without one."""
    named = " ".join(f"{name} {file.add(image_object(logo))} 0 R" for name, logo in painted.logos.items())
    return f" /XObject << {named} >>" if named else ""


def _is_reached(target: str, file: _File) -> bool:
    return target in file.anchors or ":" in target or file.way_to(target) != ""


def _write_link(area: Area, at: int, key: int, file: _File) -> int:
    """Write a link, to a place in the document, in a file beside it or outside, and return its object number."""
    if area.target in file.anchors:
        where, top = file.anchors[area.target]
        action = f"/Dest {_place(where, top, file)}".encode("ascii")
    elif path := file.way_to(area.target):
        named = b"/F " + _string(path, file) + b" /D " + _string(area.target, file)
        action = b"/A << /S /GoToR " + named + b" >>"
    else:
        action = b"/A << /S /URI /URI " + _string(_address(area.target), file) + b" >>"
    corners = " ".join(number(value) for value in area.corners)
    head = f"<< /Type /Annot /Subtype /Link /Rect [{corners}] /Border [0 0 0] /F 4 /StructParent {key} /Contents "
    found = file.add(head.encode("ascii") + _string(area.said, file) + b" " + action + b" >>")
    area.element.kids.append(Linked(at, found))
    return found


def _place(at: int, top: float, file: _File) -> str:
    """Return a destination a little above a height of a page, so that what it leads to is seen whole."""
    return f"[{file.pages[at]} 0 R /XYZ 0 {number(top + _ABOVE)} null]"


def _named_places(file: _File) -> str:
    """Return the places of this document by their ids, so that files beside it can lead to them."""
    found = sorted((name, place) for name, place in file.anchors.items() if name.isascii())
    return " ".join(f"{_string(name, file).decode('latin-1')} {_place(at, top, file)}" for name, (at, top) in found)


def _references(numbers: list[int]) -> str:
    return " ".join(f"{found} 0 R" for found in numbers)


def _write_structure(sheets: list[Painted], links: list[Element], root: Element, tree: int, file: _File) -> None:
    elements = root.walk()
    for element in elements:
        element.number = file.reserve()
    for element in elements:
        file.fill(element.number, pdf_tags.written(element, tree, file.pages))
    rows = [_references([element.number for element in painted.elements]) for painted in sheets]
    keys = [f"{at} [{row}]" for at, row in enumerate(rows)]
    keys += [f"{len(sheets) + at} {element.number} 0 R" for at, element in enumerate(links)]
    file.fill(
        tree,
        f"<< /Type /StructTreeRoot /K {root.number} 0 R /ParentTree << /Nums [{' '.join(keys)}] >>"
        f" /ParentTreeNextKey {len(sheets) + len(links)} >>".encode("ascii"),
    )


def _write_catalogue(pages: Sequence[Page], tree: int, document: Document, look: Look, file: _File) -> None:
    catalogue = file.document.Catalog
    catalogue.StructTreeRoot = f"{tree} 0 R".encode("ascii")
    catalogue.MarkInfo = b"<< /Marked true >>"
    named = file.add(f"<< /Dests << /Names [{_named_places(file)}] >> >>".encode("latin-1"))
    catalogue.Names = f"{named} 0 R".encode("ascii")
    catalogue.PageLabels = b"<< /Nums [0 << /S /D >>] >>"
    catalogue.ViewerPreferences = b"<< /DisplayDocTitle true >>"
    day = document.date if _DATE.fullmatch(document.date) else ""
    catalogue.Metadata = f"{file.add(packet(document, look, day))} 0 R".encode("ascii")
    profile = file.add(stream(srgb_profile().read_bytes(), "/N 3 "))
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]  # reportlab writes no others than it knows
    catalogue.OutputIntents = output_intents(profile)
    _describe(file.document.info, document, look)
    if day:
        file.document.setDateFormatter(lambda *_: f"D:{day.replace('-', '')}")
    catalogue.Outlines = None
    entries = [(title, level, at, top) for at, page in enumerate(pages) for title, level, top in page.entries]
    if entries:
        first = file.reserve()
        numbers = [file.reserve() for _ in entries]
        places = [_place(at, top, file) for _, _, at, top in entries]
        titles = [_string(title, file).decode("latin-1") for title, *_ in entries]
        bodies = outline_objects(first, numbers, [level for _, level, *_ in entries], titles, places)
        for object_number, body in bodies:
            file.fill(object_number, body.encode("latin-1"))
        catalogue.Outlines = f"{first} 0 R".encode("ascii")
        catalogue.PageMode = b"/UseOutlines"


def _describe(info: PDFInfo, document: Document, look: Look) -> None:
    info.title = clean(document.title)
    info.author = clean(look.prepared_by or document.company)
    info.subject = clean(document.subtitle)
    info.keywords = clean(", ".join(document.keywords))
    info.creator = info.producer = "soc2desk"


def _string(words: str, file: _File) -> bytes:
    found: bytes = PDFString(clean(words)).format(file.document)
    return found


def _address(target: str) -> str:
    """Return an address in the letters an address may have; others as their bytes in percent."""
    return "".join(
        char if "!" <= char <= "~" else "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
        for char in target
    )


def _entries(found: PDFStream) -> str:
    """Return what a stream of reportlab says of itself beyond its length and packing."""
    return "".join(f"/{name} {value} " for name, value in found.dictionary.dict.items())


def _saved(file: _File) -> bytes:
    """Embed the fonts and put all objects in one file."""
    document = file.document
    for font in document.delayedFonts:
        font.addObjects(document)
    for name, found in document.idToObject.items():
        if isinstance(found, PDFStream):  # reportlab ends its streams without the line end that archives ask for
            document.idToObject[name] = stream(pdfdocEnc(found.content), _entries(found))
    document.info.invariant = 1
    document.info.digest(document.signature)
    document.Reference(document.Catalog)
    document.Reference(document.info)
    data = document.format()
    return data if isinstance(data, bytes) else data.encode("latin-1")
