"""Pictures drawn for tests: good ones of every make, and files that only look like pictures."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageDraw

CLEAR = (0, 0, 0, 0)
PLACE = b"45.4215 N 75.6972 W"
"""What a phone writes into a photo and nobody means to hand on."""


def art(width: int = 300, height: int = 100, mode: str = "RGBA") -> Image.Image:
    """Return a red disc and a half-transparent blue bar on a clear ground, white where the mode has none."""
    image = Image.new("RGBA", (width, height), CLEAR)
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 2, 0, width - 1, height - 1), fill=(0, 0, 255, 128))
    draw.ellipse((0, 0, min(width, height) - 1, min(width, height) - 1), fill="red")
    if mode == "RGBA":
        return image
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image).convert("RGB").convert(mode)


def packed(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """Return the file of a picture."""
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def png(width: int = 300, height: int = 100) -> bytes:
    """Return a transparent PNG."""
    return packed(art(width, height))


def jpeg(width: int = 300, height: int = 100) -> bytes:
    """Return a JPEG."""
    return packed(art(width, height, "RGB"), "JPEG")


def photo() -> bytes:
    """Return a photo as a phone makes it: lying on its side, with a place and a comment in it."""
    notes = Image.Exif()
    notes[0x0112] = 6
    notes[0x010E] = PLACE.decode()
    return packed(art(300, 100, "RGB"), "JPEG", exif=notes, comment=PLACE)


def noted() -> bytes:
    """Return a PNG with a place in a note."""
    raw = png()
    note = b"tEXtComment\0" + PLACE
    chunk = struct.pack(">I", len(note) - 4) + note + struct.pack(">I", zlib.crc32(note))
    return raw[:33] + chunk + raw[33:]


def sixteen_bits() -> bytes:
    """Return a grey PNG of sixteen bits that grows from black to white."""
    line = bytes(part for shade in range(256) for part in (0, shade))
    return packed(Image.frombytes("I;16", (256, 64), line * 64))


def interlaced() -> bytes:
    """Return an interlaced PNG, written by hand because nothing here writes one: 16 by 16 points, all red."""
    passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    lines = [
        b"\0" + b"\xff\0\0" * len(range(left, 16, wide))
        for left, top, wide, high in passes
        for _ in range(top, 16, high)
    ]
    return _png_of(16, 16, b"".join(lines), interlaced=True)


def claiming(width: int, height: int) -> bytes:
    """Return a small PNG that claims a size and holds no such points."""
    return _png_of(width, height, b"\0" * 100)


def _png_of(width: int, height: int, points: bytes, *, interlaced: bool = False) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, interlaced)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(points)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held)) for name, held in parts
    )
