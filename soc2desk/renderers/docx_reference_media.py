"""Pictures at the edges of a firm's pages: their points alone, without notes, places or names of people."""

from __future__ import annotations

import struct

from soc2desk.domain.pictures import picture_of

MOST_PIXELS = 6_000
MOST_BYTES = 2 * 1024 * 1024
"""The most of a picture: it stands in every document of a packet."""
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"sRGB", b"cHRM", b"pHYs"})
_SCAN, _END = 0xDA, 0xD9
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_JPEG_NOTES = frozenset({0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE})
"""Segments with notes of cameras and programs. What is left tells size, colours and density."""


def bare_picture(raw: bytes) -> tuple[str, bytes]:
    """Return a picture's ending and the picture without notes; two times nothing for one that cannot be kept."""
    said = picture_of(raw)
    if said is None or max(said.width, said.height) > MOST_PIXELS or not min(said.width, said.height):
        return "", b""
    bare = _bare_png(raw) if raw.startswith(_PNG) else _bare_jpeg(raw)
    return (said.suffix, bare) if 0 < len(bare) <= MOST_BYTES else ("", b"")


def _bare_png(raw: bytes) -> bytes:
    kept, at = [_PNG], len(_PNG)
    while at + 12 <= len(raw):
        (length,) = struct.unpack(">I", raw[at : at + 4])
        kind, end = raw[at + 4 : at + 8], at + 12 + length
        if end > len(raw):
            return b""
        if kind in _PNG_KEPT:
            kept.append(raw[at:end])
        if kind == b"IEND":
            return b"".join(kept)
        at = end
    return b""


def _bare_jpeg(raw: bytes) -> bytes:
    kept, at = [raw[:2]], 2
    while at + 4 <= len(raw):
        if raw[at] != 0xFF:  # noqa: PLR2004 - each segment begins so
            return b""
        kind = raw[at + 1]
        if kind in {0xFF, *_ALONE}:
            at += 1 if kind == 0xFF else 2  # noqa: PLR2004
            continue
        if kind == _SCAN:
            end = raw.rfind(bytes((0xFF, _END)))
            return b"".join((*kept, raw[at : end + 2])) if end > at else b""
        (length,) = struct.unpack(">H", raw[at + 2 : at + 4])
        if kind not in _JPEG_NOTES:
            kept.append(raw[at : at + 2 + length])
        at += 2 + length
    return b""
