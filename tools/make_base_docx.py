"""Make the Word files that every Word document starts from, resources/brand/base.docx and one for each other look.

Run `python -m tools.make_base_docx [FOLDER]` from the folder of the project; the same bytes come out each time.
"""

from __future__ import annotations

import sys
from pathlib import Path

from soc2desk.renderers.docx_package import zipped
from tools.base_docx_looks import LOOKS
from tools.base_docx_shapes import indent
from tools.base_docx_styles import HEAD, W, styles
from tools.base_docx_theme import fonts, theme

TARGET = Path(__file__).resolve().parents[1] / "resources" / "brand"
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "application/vnd.openxmlformats-officedocument"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MARGINS = 'w:top="1300" w:right="1260" w:bottom="1200" w:left="1260" w:header="620" w:footer="560" w:gutter="0"'

LISTS = (
    (
        ("decimal", "%1", 680, 680, "Heading1"),
        ("decimal", "%1.%2", 680, 680, "Clause"),
        ("decimal", "%1.%2.%3", 900, 900, ""),
    ),
    (
        ("bullet", "\u2022", 340, 340, "ListBullet"),
        ("bullet", "\u2013", 1020, 340, ""),
        ("bullet", "\u2022", 1360, 340, ""),
        ("bullet", "\u2013", 1700, 340, ""),
        ("bullet", "\u2022", 2040, 340, ""),
    ),
    (
        ("decimal", "%1.", 340, 340, "ListNumber"),
        ("lowerLetter", "%2.", 1020, 340, ""),
        ("decimal", "%3.", 1360, 340, ""),
        ("lowerLetter", "%4.", 1700, 340, ""),
        ("decimal", "%5.", 2040, 340, ""),
    ),
)


def level(at: int, row: tuple[str, str, int, int, str]) -> str:
    """Return one level of a list from its row: kind, words with %1, %2 ..., left, hanging, and the style it numbers."""
    kind, words, left, hanging, numbers = row
    linked = f'<w:pStyle w:val="{numbers}"/>' if numbers else ""
    look = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/></w:rPr>' if kind == "bullet" else ""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}<w:lvlText w:val="{words}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{indent(left, hanging)}</w:pPr>{look}</w:lvl>'
    )


def numbering() -> str:
    """Return word/numbering.xml: list 1 sections and clauses, list 2 bullets, list 3 steps."""
    lists = ["".join(level(at, row) for at, row in enumerate(rows)) for rows in LISTS]
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{key}"><w:nsid w:val="{0x50C20000 + key:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for key, levels in enumerate(lists, start=1)
    )
    used = "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in (1, 2, 3))
    return f"{HEAD}<w:numbering {W}>{made}{used}</w:numbering>"


def settings() -> str:
    """Return word/settings.xml: a document of today's Word, with nothing to update and no macro."""
    uri = "http://schemas.microsoft.com/office/word"
    names = ("overrideTableStyleFontSizeAndJustification", "enableOpenTypeFeatures", "doNotFlipMirrorIndents")
    switches = "".join(f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="1"/>' for name in names)
    return (
        f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/>{switches}</w:compat>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def relations(*rows: tuple[str, str]) -> str:
    """Return a relationships part: rows of kind and target, numbered rId1, rId2 ..."""
    inside = "".join(
        f'<Relationship Id="rId{at}" Type="{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(rows, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def content_types() -> str:
    """Return [Content_Types].xml."""
    word = f"{OFFICE}.wordprocessingml"
    rows = (
        ("/word/document.xml", f"{word}.document.main+xml"),
        ("/word/styles.xml", f"{word}.styles+xml"),
        ("/word/numbering.xml", f"{word}.numbering+xml"),
        ("/word/settings.xml", f"{word}.settings+xml"),
        ("/word/header1.xml", f"{word}.header+xml"),
        ("/word/header2.xml", f"{word}.header+xml"),
        ("/word/footer1.xml", f"{word}.footer+xml"),
        ("/word/footer2.xml", f"{word}.footer+xml"),
        ("/word/fontTable.xml", f"{word}.fontTable+xml"),
        ("/word/theme/theme1.xml", f"{OFFICE}.theme+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", f"{OFFICE}.extended-properties+xml"),
    )
    inside = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in rows)
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
    )


def page() -> str:
    """Return word/document.xml: an empty Letter page with its headers and footers."""
    kinds = (("header", "default", 4), ("header", "first", 5), ("footer", "default", 6), ("footer", "first", 7))
    edges = "".join(f'<w:{part}Reference w:type="{use}" r:id="rId{at}"/>' for part, use, at in kinds)
    return (
        f'{HEAD}<w:document {W} {R} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"><w:body>'
        f'<w:sectPr>{edges}<w:pgSz w:w="12240" w:h="15840"/><w:pgMar {MARGINS}/><w:cols w:space="720"/>'
        "</w:sectPr></w:body></w:document>"
    )


def edge(part: str, look: str) -> str:
    """Return an empty header or footer: `part` is hdr or ftr, `look` the style of its paragraph."""
    return f'{HEAD}<w:{part} {W} {R}><w:p><w:pPr><w:pStyle w:val="{look}"/></w:pPr></w:p></w:{part}>'


def core() -> str:
    """Return docProps/core.xml; the renderer fills it."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )


def app() -> str:
    """Return docProps/app.xml."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{HEAD}<Properties xmlns="{space}"><Application>soc2desk</Application></Properties>'


def parts(look: str = "plain") -> dict[str, str]:
    """Return every part of the base file of a look by its name."""
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(
            (f"{RELATION}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{RELATION}/extended-properties", "docProps/app.xml"),
        ),
        "word/_rels/document.xml.rels": relations(
            (f"{RELATION}/styles", "styles.xml"),
            (f"{RELATION}/numbering", "numbering.xml"),
            (f"{RELATION}/settings", "settings.xml"),
            (f"{RELATION}/header", "header1.xml"),
            (f"{RELATION}/header", "header2.xml"),
            (f"{RELATION}/footer", "footer1.xml"),
            (f"{RELATION}/footer", "footer2.xml"),
            (f"{RELATION}/fontTable", "fontTable.xml"),
            (f"{RELATION}/theme", "theme/theme1.xml"),
        ),
        "word/document.xml": page(),
        "word/styles.xml": styles(look),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": fonts(),
        "word/theme/theme1.xml": theme(),
        "word/header1.xml": edge("hdr", "Header"),
        "word/header2.xml": edge("hdr", "Header"),
        "word/footer1.xml": edge("ftr", "Footer"),
        "word/footer2.xml": edge("ftr", "Footer"),
        "docProps/core.xml": core(),
        "docProps/app.xml": app(),
    }


def make(look: str = "plain") -> bytes:
    """Return the bytes of the base file of a look."""
    return zipped({name: words.encode() for name, words in parts(look).items()})


def main(arguments: list[str]) -> None:
    """Write the base files into the folder of the first argument, or to their place in the project."""
    folder = Path(arguments[0]) if arguments else TARGET
    for look in LOOKS:
        (folder / ("base.docx" if look == "plain" else f"base-{look}.docx")).write_bytes(make(look))


if __name__ == "__main__":
    main(sys.argv[1:])
