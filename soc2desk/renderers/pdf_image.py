"""The logo as a PDF object: the packed points of its file are taken over as they stand, nothing is unpacked."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from soc2desk.domain.problems import ContentProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.renderers.logo import Logo

_SIGNATURE = 8
_PLAIN = b"\x08\x02\x00\x00\x00"  # eight bits of red, green and blue, nothing interlaced


def image_object(logo: Logo) -> bytes:
    """Return the object of an image. Raises ContentProblem for a PNG that is not plain red, green and blue."""
    packed, how = _png(logo) if logo.picture.kind == "png" else (logo.raw, "/Filter /DCTDecode")
    size = f"/Width {logo.picture.width} /Height {logo.picture.height}"
    head = f"<< /Type /XObject /Subtype /Image {size} /ColorSpace /DeviceRGB /BitsPerComponent 8 {how}"
    return f"{head} /Length {len(packed)} >>\nstream\n".encode("ascii") + packed + b"\nendstream"


def _png(logo: Logo) -> tuple[bytes, str]:
    chunks = dict[bytes, bytes]()
    for name, content in _chunks(logo.raw):
        chunks[name] = chunks.get(name, b"") + content
    if chunks.get(b"IHDR", b"")[8:] != _PLAIN:
        raise ContentProblem("The logo is no plain PNG.", hint="Choose the logo again.")
    parameters = f"<< /Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns {logo.picture.width} >>"
    return chunks.get(b"IDAT", b""), f"/Filter /FlateDecode /DecodeParms {parameters}"


def _chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = _SIGNATURE
    while at + 8 <= len(raw):
        (length,) = struct.unpack(">I", raw[at : at + 4])
        yield raw[at + 4 : at + 8], raw[at + 8 : at + 8 + length]
        at += length + 12
