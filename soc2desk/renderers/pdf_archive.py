"""What makes a PDF fit to be kept: metadata as XMP, the space its colours are of, streams as archives ask for them."""

from __future__ import annotations

import zlib
from html import escape
from typing import TYPE_CHECKING

from soc2desk.renderers.pdf_fonts import clean

if TYPE_CHECKING:
    from soc2desk.document.blocks import Document, Look

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"'
)
# PDF/A knows no property of PDF/UA, so a file that is both describes the one that names its part.
_EXTENSION = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>The part of the standard</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
_XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    f'<rdf:RDF xmlns:rdf="{_RDF}"><rdf:Description rdf:about="" {_NAMESPACES}>'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>'
    "<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
    "<pdf:Keywords>{keywords}</pdf:Keywords><pdf:Producer>soc2desk</pdf:Producer>"
    "<xmp:CreatorTool>soc2desk</xmp:CreatorTool>{dates}"
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
    f"{_EXTENSION}</rdf:Description></rdf:RDF></x:xmpmeta>"
    '<?xpacket end="w"?>'
)


def stream(content: bytes, entries: str = "") -> bytes:
    """Return a packed stream with `entries` beside those that every stream has."""
    packed = zlib.compress(content, 6)
    head = f"<< {entries}/Filter /FlateDecode /Length {len(packed)} >>\nstream\n"
    return head.encode("ascii") + packed + b"\nendstream"


def packet(document: Document, look: Look, day: str = "") -> bytes:
    """Return the metadata of a document as a stream that is not packed; `day` as 2026-11-22, or empty for none."""
    words = {
        "title": document.title,
        "author": look.prepared_by or document.company,
        "subject": document.subtitle,
        "language": document.language,
        "keywords": ", ".join(document.keywords),
    }
    told = {name: escape(clean(value), quote=False) for name, value in words.items()}
    dates = f"<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>" if day else ""
    written = _XMP.format(**told, dates=dates).encode("utf-8")
    head = f"<< /Type /Metadata /Subtype /XML /Length {len(written)} >>\nstream\n"
    return head.encode("ascii") + written + b"\nendstream"


def output_intents(profile: int) -> bytes:
    """Return what says of which space the colours are; `profile` is the object that holds its profile."""
    named = "/S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB)"
    return f"[<< /Type /OutputIntent {named} /DestOutputProfile {profile} 0 R >>]".encode("ascii")
