"""A firm's Word file as parts: measured before it is unpacked, and refused with words that say what to do."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from lxml import etree

from soc2desk.domain.problems import FileProblem

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_BYTES = 20 * 1024 * 1024
"""The most that all parts of a file take when unpacked."""
MOST_PARTS = 1_000
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_TYPES = "[Content_Types].xml"
_WORD = "wordprocessingml"
_MACROS = "macroenabled"
_ENCRYPTED = 0x1
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_SAVE = "Open it in Word, choose Save As and the type Word Document (.docx), and choose that file."

_STYLES_ALONE = "Take the text and the large pictures out of it: only its styles and its edges are used."


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part leads to: the last word of its kind, and the name of a part; empty for anything outside."""

    kind: str
    part: str


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file by name. `main` is the document; `has_macros` tells what is left behind."""

    parts: Mapping[str, bytes]
    main: str
    has_macros: bool

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part leads to, by id; anything outside the file has no part."""
        return _relations(self.parts, part)

    def tree(self, part: str) -> etree._Element:
        """Return a part as a tree. Raises FileProblem for one that cannot be read, or that brings entities."""
        return parsed(self.parts.get(part, b""))


def opened(raw: bytes, smaller: str = _STYLES_ALONE) -> Package:
    """Return a Word file as parts; `smaller` says how to make one that is too large fit.

    Raises FileProblem for anything else, saying what it is and what to do.
    """
    if not raw.startswith(b"PK"):
        _refuse_kind(raw)
    try:
        parts = _unpacked(raw, smaller)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError) as error:
        raise FileProblem("The Word file is damaged or not complete.", hint=_SAVE) from error
    main = _main(parts)
    kind = _kind_of(parts, main)
    if _WORD not in kind and _MACROS not in kind:
        refuse("This file is not a Word document.", "Choose a Word document (.docx) or template (.dotx).")
    return Package(parts, main, _MACROS in kind or any("vbaproject" in name.casefold() for name in parts))


def parsed(raw: bytes) -> etree._Element:
    """Return XML as a tree, without anything from outside. Raises FileProblem for what is broken or has a DOCTYPE."""
    try:
        root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FileProblem("The Word file is damaged or not complete.", hint=_SAVE) from error
    if etree.ElementTree(root).docinfo.internalDTD is not None:
        refuse("The Word file holds a DOCTYPE, which Word never writes.", _SAVE)
    return root


def refuse(message: str, hint: str) -> NoReturn:
    """Raise that a file cannot give the styles."""
    raise FileProblem(message, hint=hint)


def _refuse_kind(raw: bytes) -> NoReturn:
    if not raw:
        refuse("The file is empty.", "Choose another file.")
    if raw.startswith(_OLE) and _LOCKED in raw:
        refuse("The Word file is protected with a password.", "Save a copy without the password, and choose that.")
    if raw.startswith(_OLE):
        refuse("This is a Word file of the old kind (.doc).", _SAVE)
    if raw.startswith(b"{\\rtf"):
        refuse("This is an RTF file.", _SAVE)
    refuse("This file is not a Word document.", "Choose a Word document (.docx) or template (.dotx).")


def _unpacked(raw: bytes, smaller: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        entries = [one for one in archive.infolist() if not one.filename.endswith("/")]
        if len(entries) > MOST_PARTS or sum(one.file_size for one in entries) > MOST_BYTES:
            message = f"The Word file holds more than {MOST_BYTES // 1024**2} MB or {MOST_PARTS:,} parts."
            refuse(message, smaller)
        if any(one.flag_bits & _ENCRYPTED for one in entries):
            refuse("The Word file is protected with a password.", "Save a copy without the password, and choose that.")
        if len({one.filename.casefold() for one in entries}) != len(entries):
            refuse("The Word file holds a part twice.", _SAVE)
        parts = {}
        for one in entries:
            with archive.open(one) as file:
                # What is unpacked is never more than what was measured.
                parts[one.filename] = file.read(one.file_size + 1)
    return parts


def _main(parts: Mapping[str, bytes]) -> str:
    if _STRICT.encode() in parts.get("_rels/.rels", b""):
        refuse("The Word file is of the kind Strict Open XML.", _SAVE)
    found = _relations(parts, "")
    main = next((one.part for one in found.values() if one.kind == "officeDocument" and one.part in parts), "")
    if main:
        return main
    if b"opendocument" in parts.get("mimetype", b""):
        refuse("This is an OpenDocument file.", "Save it as Word Document (.docx), and choose that file.")
    refuse("This file is not a Word document.", "Choose a Word document (.docx) or template (.dotx).")


def _kind_of(parts: Mapping[str, bytes], main: str) -> str:
    types = parsed(parts.get(_TYPES, b""))
    found = [str(one.get("ContentType", "")) for one in types if str(one.get("PartName", "")).lstrip("/") == main]
    return found[0].casefold() if found else ""


def _relations(parts: Mapping[str, bytes], part: str) -> dict[str, Relation]:
    folder, _, name = part.rpartition("/")
    raw = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    found = {}
    for one in parsed(raw) if raw else ():
        outside = str(one.get("TargetMode", "")).casefold() == "external"
        target = "" if outside else _inside(folder, str(one.get("Target", "")))
        found[str(one.get("Id", ""))] = Relation(str(one.get("Type", "")).rpartition("/")[2], target)
    return found


def _inside(folder: str, target: str) -> str:
    """Return the name of the part a relation leads to; a way out of the file leads to no part."""
    place = posixpath.normpath(target if target.startswith("/") else posixpath.join("/", folder, target))
    return place.lstrip("/")
