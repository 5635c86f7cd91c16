"""Words as PDF drawing operators: letters in a row, or glyphs each in its place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from soc2desk.renderers.pdf_shaping import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlab.pdfbase.pdfdoc import PDFDocument

    from soc2desk.renderers.pdf_face import Face
    from soc2desk.renderers.pdf_marks import Words
    from soc2desk.renderers.pdf_shaping import Glyph

_USUAL = " \u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u00b7\u00e9\u00e8\u2192\u00a7"


def number(value: float) -> str:
    """Return a length as PDF writes it, to a hundredth of a point."""
    return f"{round(value, 2):g}"


def ready(face: Face, file: PDFDocument) -> None:
    """Give a face the usual signs in the usual order, so that files of one packet share the same font data."""
    face.font.splitString("".join(sign for sign in _USUAL if sign in face.widths), file)


@dataclass(slots=True)
class Letters:
    """A pen: what it writes goes to `code`; `file` holds the fonts. Font, size and colour are set where they change."""

    file: PDFDocument
    code: list[bytes]
    font: str = ""
    size: float = 0.0
    colour: str = ""

    def draw(self, words: Words, feet: float) -> None:
        """Write words; `feet` is the height of their feet above the page's bottom edge."""
        if words.glyphs:
            self._glyphs(words, feet)
        else:
            self._row(words, feet)

    def _row(self, words: Words, feet: float) -> None:
        self._go(words.x, feet)
        for subset, text in _codes(words.drawn, words.face, self.file):
            self._set(words, subset)
            self.code.append(b"(" + _escaped(text) + b") Tj")

    def _glyphs(self, words: Words, feet: float) -> None:
        """Write glyphs: those of a level in one go, others each from its place."""
        if words.leftward:
            for glyph in words.glyphs:
                self._one(glyph, words, feet)
            return
        for up, level in groupby(words.glyphs, key=lambda glyph: glyph.y):
            self._level(list(level), words, feet + up * words.ink.size)

    def _one(self, glyph: Glyph, words: Words, feet: float) -> None:
        size = words.ink.size
        self._go(words.x + glyph.x * size, feet + glyph.y * size, 1.0 if glyph.seen else UNSEEN)
        ((subset, text),) = words.face.font.splitString(glyph.char, self.file)
        self._set(words, subset)
        shown = b"(" + _escaped(text) + b") Tj"
        self.code.append(shown if glyph.seen else b"3 Tr " + shown + b" 0 Tr")

    def _level(self, glyphs: Iterable[Glyph], words: Words, feet: float) -> None:
        """Write glyphs of one height, moved from where their widths would put them."""
        placed = [(*words.face.font.splitString(glyph.char, self.file)[0], glyph) for glyph in glyphs]
        for subset, group in groupby(placed, key=lambda one: one[0]):
            row: list[bytes] = []
            pen = start = 0.0
            for _, text, glyph in group:
                if not row:
                    start = pen = glyph.x
                elif round((pen - glyph.x) * 1000):
                    row.append(f"{(pen - glyph.x) * 1000:.0f}".encode("ascii"))
                row.append(b"(" + _escaped(text) + b")")
                pen = glyph.x + words.face.font.width_of(glyph.char)
            self._go(words.x + start * words.ink.size, feet)
            self._set(words, subset)
            self.code.append(b"[" + b"".join(row) + b"] TJ")

    def _go(self, x: float, y: float, narrow: float = 1.0) -> None:
        self.code.append(f"{narrow:g} 0 0 1 {number(x)} {number(y)} Tm".encode("ascii"))

    def _set(self, words: Words, subset: int) -> None:
        """Set font, size and colour where they change."""
        ink, font = words.ink, words.face.font.getSubsetInternalName(subset, self.file)
        if (self.font, self.size) != (font, ink.size):
            self.code.append(f"{font} {number(ink.size)} Tf".encode("ascii"))
        if self.colour != ink.colour:
            self.code.append(f"{ink.colour} rg".encode("ascii"))
        self.font, self.size, self.colour = font, ink.size, ink.colour


def _codes(drawn: str, face: Face, file: PDFDocument) -> list[tuple[int, bytes]]:
    """Return the codes of words by subset of the face; the first subset holds plain letters under their own codes."""
    if drawn.isascii():
        return [(0, drawn.encode("ascii"))]
    found: list[tuple[int, bytes]] = face.font.splitString(drawn, file)
    return found


def _escaped(text: bytes) -> bytes:
    safe = text.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return safe.replace(b"\r", b"\\r").replace(b"\n", b"\\n")
