"""The Word file as a package: its parts dressed in colour and language, its properties, its one canonical ZIP."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from soc2desk.domain.problems import ContentProblem
from soc2desk.renderers.docx_text import shortened
from soc2desk.renderers.manners import ROBOTO, SANS, SERIF

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document as WordDocument
    from lxml import etree

    from soc2desk.document.blocks import Document

TYPES = "[Content_Types].xml"
RELATIONS = "_rels/.rels"
COLOURED = ("w:color", "w:shd", "w:top", "w:left", "w:bottom", "w:right")
BASE_FONT = "Arial"
FONTS = {SANS: BASE_FONT, ROBOTO: "Calibri", SERIF: "Cambria"}
"""The fonts that come with Word and stand nearest to the letters of a look."""
LONGEST_PROPERTY = 255
EAST_ASIAN = frozenset({"zh", "ja", "ko"})
RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur"})


def dress(word: WordDocument, colours: Mapping[str, str], font: str, language: str) -> None:
    """Give every style the colours of the firm, the text its font and its `language`, such as en-CA."""
    recolour(word.styles.element, colours)
    _replace(word.styles.element, ("w:rFonts",), {BASE_FONT: font})
    family = language.partition("-")[0].lower()
    for node in word.styles.element.iter(qn("w:lang")):
        node.set(qn("w:val"), language)
        if family in EAST_ASIAN:
            node.set(qn("w:eastAsia"), language)
        if family in RIGHT_TO_LEFT:
            node.set(qn("w:bidi"), language)


def recolour(styles: etree._Element, colours: Mapping[str, str]) -> None:
    """Give the styles of ours among `styles` the colours of the firm; each colour of a base file has its new one."""
    _replace(styles, COLOURED, colours)


def _replace(styles: etree._Element, names: tuple[str, ...], new: Mapping[str, str]) -> None:
    for node in styles.iter(*map(qn, names)):
        for name, value in node.attrib.items():
            if value in new:
                node.set(name, new[str(value)])


def set_properties(word: WordDocument, document: Document, prepared_by: str) -> None:
    """Fill the properties of the file; its dates are midnight of the document's date, so they say nothing of the hour.

    A ContentProblem is raised for a date that is not ISO.
    """
    made = _midnight(document)
    words = {
        "title": document.title,
        "author": document.company,
        "last_modified_by": prepared_by or document.company,
        "language": document.language,
        "keywords": ", ".join(document.keywords),
        "category": document.kind,
        "content_status": document.status,
        "identifier": document.id,
        "version": document.version,
    }
    for name, value in words.items():
        if value:
            setattr(word.core_properties, name, shortened(value, LONGEST_PROPERTY))
    word.core_properties.created = made
    word.core_properties.modified = made
    word.core_properties.revision = 1


def _midnight(document: Document) -> datetime:
    try:
        return datetime.strptime(document.date, "%Y-%m-%d")  # noqa: DTZ007  python-docx wants UTC without a zone
    except ValueError:
        raise ContentProblem(
            f"The date {document.date!r} is not a date.", where=document.id, hint="Write it as 2026-11-22."
        ) from None


def packed(word: WordDocument, types: bytes) -> bytes:
    """Return the bytes of the file; `types` is the list of content types of base.docx, to which pictures may come."""
    package = word.part.package
    parts, images = {RELATIONS: _bytes(package.rels.xml)}, set[tuple[str, str]]()
    for part in package.iter_parts():
        parts[part.partname.membername] = part.blob
        if part.rels:
            parts[part.partname.rels_uri.membername] = _bytes(part.rels.xml)
        if part.content_type.startswith("image/"):
            images.add((part.partname.ext, part.content_type))
    named = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in sorted(images)
        if f'"{ending}"'.encode() not in types
    )
    parts[TYPES] = types.replace(b"<Override", named.encode() + b"<Override", 1)
    return zipped(parts)


def _bytes(xml: str | bytes) -> bytes:
    return xml.encode() if isinstance(xml, str) else xml


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of `parts` that is the same for the same parts: sorted, dated 1980, as if made on Unix."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: (name != TYPES, name)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name], compresslevel=6)
    return buffer.getvalue()
