"""Make resources/fonts: small static faces cut from the upstream font files.

Run once, by hand, when a font changes: `python tools/make_fonts.py SOURCES`. SOURCES is a folder holding the unpacked
PyPI packages fontpkg-source-sans-3 and fontpkg-source-code-pro, and DejaVuSans.ttf, DejaVuSans-Bold.ttf and
DroidSansFallbackFull.ttf. Needs fontTools, which the program itself does not.

The licence of the Source faces reserves the name "Source" for the unmodified fonts, so the cut faces are called Desk
Sans and Desk Mono inside and outside. A second run gives the same bytes. The licence texts beside them are those of the
fonts they are cut from.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"

# Latin, Greek, Cyrillic, punctuation, currency, letterlike, arrows, mathematical signs, boxes and ticks
WESTERN = (
    (0x20, 0x52F), (0x1E00, 0x1FFF), (0x2000, 0x206F), (0x2070, 0x20CF), (0x2100, 0x214F), (0x2150, 0x218F),
    (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2500, 0x25FF), (0x2600, 0x266F), (0x2700, 0x27BF), (0xFB00, 0xFB06),
)  # fmt: skip
# Armenian, Hebrew, Arabic and their shaped forms, Lao, Georgian and the replacement sign, beside all of the above
WIDER = (*WESTERN, (0x530, 0x6FF), (0x750, 0x77F), (0xE80, 0xEFF), (0x10A0, 0x10FF), (0xFB13, 0xFDFF), (0xFE70, 0xFFFD))
EAST_ASIAN_SIGNS = ((0x3000, 0x30FF), (0x3105, 0x312F), (0xFF01, 0xFFEE))
EAST_ASIAN_SETS = (("gb2312", 0xFE), ("shift_jis", 0xFE), ("big5", 0xC6))  # big5: its everyday half ends at C6

POSTSCRIPT_NAME = 6
RENAMED = (1, 3, 4, POSTSCRIPT_NAME)

FACES = (
    ("fontpkg_source_sans_3/files/SourceSans3[wght].ttf", "DeskSans-Regular", 400),
    ("fontpkg_source_sans_3/files/SourceSans3[wght].ttf", "DeskSans-Bold", 650),
    ("fontpkg_source_sans_3/files/SourceSans3-Italic[wght].ttf", "DeskSans-Italic", 400),
    ("fontpkg_source_sans_3/files/SourceSans3-Italic[wght].ttf", "DeskSans-BoldItalic", 650),
    ("fontpkg_source_code_pro/files/SourceCodePro[wght].ttf", "DeskMono-Regular", 400),
)
FALLBACKS = (("DejaVuSans.ttf", "DejaVuSans"), ("DejaVuSans-Bold.ttf", "DejaVuSans-Bold"))


def main(sources: Path) -> None:
    """Write every face into resources/fonts and print its size in KB."""
    for file, name, weight in FACES:
        font = instantiateVariableFont(TTFont(sources / file, recalcTimestamp=False), {"wght": weight})
        _write(font, name, _span(WESTERN))
    for file, name in FALLBACKS:
        _write(TTFont(sources / file, recalcTimestamp=False), name, _span(WIDER))
    _write(TTFont(sources / "DroidSansFallbackFull.ttf", recalcTimestamp=False), "DroidSansFallback", _east_asian())


def _span(ranges: tuple[tuple[int, int], ...]) -> set[int]:
    return {code for first, last in ranges for code in range(first, last + 1)}


def _east_asian() -> set[int]:
    """Return the characters of three national sets: what names in Chinese or Japanese are written with."""
    known = {char for name, last in EAST_ASIAN_SETS for pair in _pairs(last) for char in pair.decode(name, "ignore")}
    return {ord(char) for char in known if ord(char) > 0x2E7F} | _span(EAST_ASIAN_SIGNS)  # noqa: PLR2004


def _pairs(last: int) -> list[bytes]:
    return [bytes((lead, trail)) for lead in range(0x81, last + 1) for trail in range(0x40, 0xFF)]


def _write(font: TTFont, name: str, codes: set[int]) -> None:
    options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 6, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    _rename(font, name)
    path = TARGET / f"{name}.ttf"
    font.save(path)
    sys.stdout.write(f"{path.name} {path.stat().st_size // 1024} KB, {len(font.getBestCmap())} characters\n")


def _rename(font: TTFont, name: str) -> None:
    """Give the cut face its own name: two faces of one PostScript name would share one subset in a PDF."""
    words = name.replace("DeskSans", "Desk Sans").replace("DeskMono", "Desk Mono").replace("-", " ")
    for record in font["name"].names:
        if record.nameID in RENAMED:
            record.string = name if record.nameID == POSTSCRIPT_NAME else words


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    main(Path(sys.argv[1]))
