"""The styles of base.docx: one row a style, and what turns the rows into word/styles.xml."""

from __future__ import annotations

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

# The renderer replaces ACCENT and TINT in every style by the colours of the firm.
ACCENT, TINT = "1F5FA8", "E9EFF7"
INK, MUTED, LINE, GROUND = "1B1F24", "55606E", "C5CDD6", "F4F6F8"
FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Microsoft YaHei" w:cs="Arial"/>'
FIXED = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'


def text_look(size: float = 0, colour: str = "", *, bold: bool | None = None, italic: bool = False) -> str:
    """Return the inside of a w:rPr: `size` in points (0 as inherited), `colour` as RRGGBB (empty as inherited)."""
    parts = []
    if bold is not None:
        parts.append("<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>')
    if italic:
        parts.append("<w:i/><w:iCs/>")
    if colour:
        parts.append(f'<w:color w:val="{colour}"/>')
    if size:
        parts.append(f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>')
    return "".join(parts)


def space(before: int = 0, after: int = 0, line: int = 0) -> str:
    """Return the spacing of a paragraph in twentieths of a point; `line` in 240ths of a line, 0 as inherited."""
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def indent(left: int, hanging: int = 0) -> str:
    """Return the indent of a paragraph in twentieths of a point; it follows the reading direction."""
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'


def numbered(level: int, list_id: int) -> str:
    """Return the link from a style to a level of a numbered list; list 0 takes an inherited number away."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def style(kind: str, key: str, name: str, inside: str, *, after: str = "") -> str:
    """Return one style; `after` is the style of the paragraph that follows it when someone types on."""
    default = key in DEFAULTS
    mark = ' w:default="1"' if default else ""
    own = "" if name[0].islower() or default or name in BUILT_IN else ' w:customStyle="1"'
    based = {"paragraph": "Normal", "character": "DefaultParagraphFont", "table": "TableNormal"}.get(kind, "")
    first = "" if default else f'<w:basedOn w:val="{PARENTS.get(key, based)}"/>'
    following = f'<w:next w:val="{after}"/>' if after else ""
    shown = "<w:qFormat/>" if kind == "paragraph" else ""
    return (
        f'<w:style w:type="{kind}"{mark}{own} w:styleId="{key}"><w:name w:val="{name}"/>{first}{following}'
        f'<w:uiPriority w:val="10"/>{shown}{inside}</w:style>'
    )


DEFAULTS = frozenset({"Normal", "DefaultParagraphFont", "TableNormal", "NoList"})
BUILT_IN = frozenset(
    {
        "Normal",
        "Title",
        "Subtitle",
        "Body Text",
        "List Bullet",
        "List Number",
        "Hyperlink",
        "Placeholder Text",
        "TOC Heading",
    }
)
PARENTS = {
    "CompactTitle": "Title",
    "Heading1Plain": "Heading1",
    "ClausePlain": "Clause",
    "TableTextSmall": "TableText",
    "TableHeader": "TableText",
    "TableHeaderSmall": "TableHeader",
    "CalloutWarn": "Callout",
    "CalloutLaw": "Callout",
    "FieldLabel": "TableText",
    "FieldNote": "TableText",
}


def rule(side: str, colour: str, size: int, gap: int) -> str:
    """Return one border of a paragraph; `size` in eighths of a point, `gap` to the text in points."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{gap}" w:color="{colour}"/>'


def boxed(colour: str, fill: str) -> str:
    """Return the bar at the left and the fill of a callout; borders of the colour of the fill give it air."""
    sides = rule("top", fill, 4, 5) + rule("left", colour, 24, 8) + rule("bottom", fill, 4, 5)
    return f'<w:pBdr>{sides}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


# key, name, paragraph look, text look, next style
PARAGRAPHS = (
    ("BodyText", "Body Text", "", "", ""),
    ("Lead", "Lead", space(0, 160), text_look(11.5), "BodyText"),
    ("Small", "Small", space(0, 80, 252), text_look(8.5, MUTED), ""),
    ("Under", "Under a clause", space(0, 200, 252) + indent(680), text_look(8.5, MUTED), "Clause"),
    ("Title", "Title", "<w:keepNext/>" + space(0, 120, 252), text_look(28, INK, bold=True), "BodyText"),
    ("CompactTitle", "Compact title", "", text_look(20), "BodyText"),
    ("Subtitle", "Subtitle", space(0, 200), text_look(13, MUTED), "BodyText"),
    (
        "Heading1",
        "heading 1",
        f'<w:keepNext/><w:keepLines/>{numbered(0, 1)}{space(360, 120, 252)}{indent(680, 680)}<w:outlineLvl w:val="0"/>',
        text_look(14, ACCENT, bold=True),
        "BodyText",
    ),
    ("Heading1Plain", "Heading 1 unnumbered", numbered(0, 0) + indent(0), "", "BodyText"),
    (
        "Heading2",
        "heading 2",
        f'<w:keepNext/><w:keepLines/>{space(240, 80, 252)}<w:outlineLvl w:val="1"/>',
        text_look(11.5, INK, bold=True),
        "BodyText",
    ),
    ("Clause", "Clause", numbered(1, 1) + indent(680, 680), "", "Clause"),
    ("ClausePlain", "Clause unnumbered", numbered(0, 0) + indent(680), "", "Clause"),
    ("ListBullet", "List Bullet", numbered(0, 2) + space(0, 60) + indent(340, 340), "", "ListBullet"),
    ("ListNumber", "List Number", numbered(0, 3) + space(0, 60) + indent(340, 340), "", "ListNumber"),
    ("Checklist", "Checklist", space(0, 60) + indent(400, 400), "", "Checklist"),
    ("TableText", "Table text", "<w:suppressAutoHyphens/>" + space(20, 20, 252), text_look(9), ""),
    ("TableTextSmall", "Table text small", "", text_look(7.5), ""),
    ("TableHeader", "Table header", "<w:keepNext/>", text_look(0, INK, bold=True), "TableText"),
    ("TableHeaderSmall", "Table header small", "", text_look(7.5), "TableTextSmall"),
    ("FieldLabel", "Field label", "", text_look(0, INK, bold=True), "TableText"),
    ("FieldNote", "Field note", "", text_look(8, MUTED), "TableText"),
    ("Caption", "caption", "<w:keepNext/>" + space(200, 80), text_look(9.5, INK, bold=True), "BodyText"),
    (
        "Callout",
        "Callout",
        f'<w:keepLines/>{boxed(ACCENT, TINT)}{space(200, 240)}<w:ind w:left="220" w:right="0"/>',
        "",
        "BodyText",
    ),
    ("CalloutWarn", "Callout warning", boxed("B26A00", "FFF4DF"), "", "BodyText"),
    ("CalloutLaw", "Callout law", boxed("5B4B8A", "F0EDF7"), "", "BodyText"),
    (
        "CoverCompany",
        "Cover company",
        f"<w:pBdr>{rule('bottom', ACCENT, 24, 10)}</w:pBdr>{space(1900, 480)}",
        text_look(13, ACCENT, bold=True),
        "Title",
    ),
    ("CoverStatus", "Cover status", space(0, 240), text_look(10.5, MUTED), "BodyText"),
    ("TOCHeading", "TOC Heading", "<w:keepNext/>" + space(480, 100), text_look(11.5, INK, bold=True), "BodyText"),
    (
        "TOC1",
        "toc 1",
        f'<w:tabs><w:tab w:val="left" w:pos="460"/></w:tabs>{space(0, 50)}{indent(460, 460)}',
        "",
        "",
    ),
    (
        "TOC2",
        "toc 2",
        f'<w:tabs><w:tab w:val="left" w:pos="1020"/></w:tabs>{space(0, 40)}{indent(1020, 560)}',
        text_look(9.5),
        "",
    ),
    ("Header", "header", space(0, 0, 252), text_look(8.5, MUTED), ""),
    ("Footer", "footer", space(0, 0, 252), text_look(8.5, MUTED), ""),
    (
        "PageStart",
        "Page start",
        '<w:pageBreakBefore/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
        text_look(1),
        "",
    ),
    (
        "Gap",
        "Gap after table",
        '<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>',
        text_look(4),
        "",
    ),
)


def marked(colour: str, fill: str, line: str) -> str:
    """Return the look of a marked phrase: colour, fill and a line under it, so that it shows in black and white too."""
    return (
        f'<w:color w:val="{colour}"/><w:u w:val="{line}" w:color="{colour}"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    )


CHARACTERS = (
    ("Hyperlink", "Hyperlink", f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/>'),
    ("PlaceholderText", "Placeholder Text", f'<w:color w:val="{MUTED}"/>'),
    ("Code", "Code", FIXED),
    ("ControlIds", "Control ids", text_look(8, MUTED, bold=False)),
    ("FieldHelp", "Field help", text_look(8, MUTED, bold=False)),
    ("OpenMark", "Open mark", marked("9C1C1C", "FCE4E2", "wave")),
    ("SuggestedMark", "Suggested mark", marked("7A4B00", "FFF0CC", "dash")),
    ("PlannedMark", "Planned mark", marked("1D4F7A", "E1EEF9", "dotted")),
)


def table_look(top: int, side: int, borders: str = "") -> str:
    """Return the look of a table: the space in a cell in twentieths of a point, and finished borders."""
    frame = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return (
        f'<w:tblPr>{frame}<w:tblCellMar><w:top w:w="{top}" w:type="dxa"/>'
        f'<w:left w:w="{side}" w:type="dxa"/><w:bottom w:w="{top}" w:type="dxa"/>'
        f'<w:right w:w="{side}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )


def edges(*sides: str) -> str:
    """Return thin borders at `sides`, in the order the format wants."""
    return "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' for side in sides)


def part_fill(part: str, fill: str) -> str:
    """Return the fill of one part of a table, such as its first row."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    return f'<w:tblStylePr w:type="{part}"><w:tcPr>{shade}</w:tcPr></w:tblStylePr>'


def table_styles() -> str:
    """Return the styles of registers, forms and the facts of a cover."""
    every = edges("top", "left", "bottom", "right", "insideH", "insideV")
    rows = edges("top", "bottom", "insideH")
    return (
        style("table", "RegisterTable", "Register table", table_look(40, 90, every) + part_fill("firstRow", TINT))
        + style("table", "FormTable", "Form table", table_look(50, 100, every) + part_fill("firstCol", GROUND))
        + style("table", "FactTable", "Fact table", table_look(50, 60, rows))
    )


def styles() -> str:
    """Return word/styles.xml."""
    parts = [
        (
            f"<w:docDefaults><w:rPrDefault><w:rPr>{FONT}{text_look(10, INK)}"
            '<w:lang w:val="en-CA" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            f"<w:pPrDefault><w:pPr>{space(0, 120, 276)}</w:pPr></w:pPrDefault></w:docDefaults>"
        ),
        style("paragraph", "Normal", "Normal", ""),
        style("character", "DefaultParagraphFont", "Default Paragraph Font", ""),
        style("table", "TableNormal", "Normal Table", table_look(0, 108)),
        style("numbering", "NoList", "No List", ""),
    ]
    for key, name, look, words, after in PARAGRAPHS:
        inside = (f"<w:pPr>{look}</w:pPr>" if look else "") + (f"<w:rPr>{words}</w:rPr>" if words else "")
        parts.append(style("paragraph", key, name, inside, after=after))
    parts += [style("character", key, name, f"<w:rPr>{words}</w:rPr>") for key, name, words in CHARACTERS]
    return f"{HEAD}<w:styles {W}>{''.join(parts)}{table_styles()}</w:styles>"
