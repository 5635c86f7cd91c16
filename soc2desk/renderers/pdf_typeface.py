"""A font of reportlab that can draw any of its glyphs and says of each which text it stands for.

reportlab writes the text of a glyph as four hexadecimal digits, which is wrong beyond the basic plane, and knows a
glyph by one character only. Letters that join are other glyphs, so each pair of glyph and text gets a code here that no
character has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.ttfonts import TTFont

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FIRST_OWN = 0x100000
"""The first code of glyphs: the last private plane of Unicode, which no text of ours may hold."""
_BLOCK = 100  # the most lines that a table of a text map may hold
_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
)
_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


class Typeface(TTFont):  # type: ignore[misc]  # reportlab says nothing of its types
    """A TrueType font of which every glyph can be drawn."""

    def __init__(self, name: str, path: str, index: int = 0) -> None:
        super().__init__(name, path, subfontIndex=index, asciiReadable=True, shapable=False)
        self._texts: dict[int, str] = {}
        self._chars: dict[tuple[int, str], str] = {}

    def char_of(self, glyph: int, text: str, width: float) -> str:
        """Return the character that draws a glyph and is read as `text`; `width` is its own at size 1."""
        char = self._chars.get((glyph, text))
        if char is None:
            code = FIRST_OWN + len(self._chars)
            char = self._chars[glyph, text] = chr(code)
            self._texts[code] = text
            self.face.charToGlyph[code] = glyph
            self.face.charWidths[code] = width * 1000
        return char

    def width_of(self, char: str) -> float:
        """Return the width of a character of the face at size 1."""
        return float(self.face.charWidths[ord(char)]) / 1000

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        """Write the font into a file, with text maps of our own."""
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        ending = (b"+" + self.face.name + self.face.subfontNameX).decode("pdfdoc")
        keys = [key for key in doc.idToObject if key.startswith("toUnicodeCMap:") and key.endswith(ending)]
        for key, subset in zip(keys, subsets, strict=True):
            doc.idToObject[key].content = text_map(subset, self._texts)


def text_map(subset: Sequence[int], texts: Mapping[int, str]) -> str:
    """Return the text map of a subset: for each code that is used, the characters it stands for.

    `subset` holds the character of each code; `texts` what a character of FIRST_OWN or above is read as.
    """
    said = [(at, texts.get(code) or chr(code)) for at, code in enumerate(subset) if code]
    lines = [f"<{at:02X}> <{text.encode('utf-16-be').hex().upper()}>\n" for at, text in said]
    blocks = [lines[at : at + _BLOCK] for at in range(0, len(lines), _BLOCK)]
    tables = [f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks]
    return f"{_HEAD}{''.join(tables)}{_FOOT}"
