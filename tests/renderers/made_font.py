"""Small fonts made for tests: a square for each letter asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

if TYPE_CHECKING:
    from pathlib import Path


def made_font(path: Path, letters: str, *, embedding: int = 0, outlines: str = "glyf") -> Path:
    """Write a font that has these letters. `embedding` 2 is a licence that allows none; `outlines` glyf or CFF."""
    names = [".notdef", "space", *(f"u{ord(letter):05X}" for letter in letters)]
    builder = FontBuilder(1000, isTTF=outlines == "glyf")
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({0x20: "space", **{ord(letter): f"u{ord(letter):05X}" for letter in letters}})
    if outlines == "glyf":
        builder.setupGlyf({name: _square(TTGlyphPen(None)).glyph() for name in names})
    else:
        drawn = {name: _square(T2CharStringPen(600, None)).getCharString() for name in names}
        builder.setupCFF(path.stem, {}, drawn, {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": path.stem, "styleName": "Regular", "psName": path.stem})
    builder.setupOS2(sTypoAscender=800, fsType=embedding)
    builder.setupPost()
    builder.save(path)
    return path


def _square(pen: Any) -> Any:
    corners = [(50, 0), (50, 700), (550, 700), (550, 0)]
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()
    return pen
