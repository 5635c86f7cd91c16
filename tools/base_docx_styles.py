"""The styles of base.docx: one row a style, and what turns the rows into word/styles.xml."""

from __future__ import annotations

from tools.base_docx_looks import LOOKS
from tools.base_docx_shapes import (
    ACCENT,
    GROUND,
    INK,
    MUTED,
    SECOND,
    TINT,
    edges,
    indent,
    numbered,
    part_look,
    rule,
    space,
    table_look,
    text_look,
)

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Microsoft YaHei" w:cs="Arial"/>'
FIXED = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'


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
    "CoverSubtitle": "Subtitle",
    "CompactStatus": "CoverStatus",
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
    ("CoverSubtitle", "Cover subtitle", "", "", "BodyText"),
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
        f'<w:keepLines/>{boxed(SECOND, TINT)}{space(200, 240)}<w:ind w:left="220" w:right="0"/>',
        "",
        "BodyText",
    ),
    ("CalloutWarn", "Callout warning", boxed("B26A00", "FFF4DF"), "", "BodyText"),
    ("CalloutLaw", "Callout law", boxed("5B4B8A", "F0EDF7"), "", "BodyText"),
    (
        "CoverCompany",
        "Cover company",
        f"<w:pBdr>{rule('bottom', SECOND, 24, 10)}</w:pBdr>{space(1900, 480)}",
        text_look(13, ACCENT, bold=True),
        "Title",
    ),
    ("CoverStatus", "Cover status", space(0, 240), text_look(10.5, MUTED), "BodyText"),
    ("CompactStatus", "Compact status", "", "", "BodyText"),
    ("PageMark", "Page mark", space(0, 60, 252) + '<w:jc w:val="center"/>', text_look(8.5, INK, bold=True), ""),
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


def table_styles(look: str) -> str:
    """Return the styles of registers, forms and the facts of a cover."""
    every = edges("top", "left", "bottom", "right", "insideH", "insideV")
    rows = edges("top", "bottom", "insideH")
    register = table_look(40, 90, every) + part_look("firstRow", TINT)
    return (
        style("table", "RegisterTable", "Register table", LOOKS[look].tables.get("RegisterTable", register))
        + style("table", "FormTable", "Form table", table_look(50, 100, every) + part_look("firstCol", GROUND))
        + style("table", "FactTable", "Fact table", table_look(50, 60, rows))
    )


def styles(look: str = "plain") -> str:
    """Return word/styles.xml of a look."""
    changed = LOOKS[look]
    parts = [
        (
            f"<w:docDefaults><w:rPrDefault><w:rPr>{FONT}{text_look(changed.size, INK)}"
            '<w:lang w:val="en-CA" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            f"<w:pPrDefault><w:pPr>{space(0, 120, 276)}</w:pPr></w:pPrDefault></w:docDefaults>"
        ),
        style("paragraph", "Normal", "Normal", ""),
        style("character", "DefaultParagraphFont", "Default Paragraph Font", ""),
        style("table", "TableNormal", "Normal Table", table_look(0, 108)),
        style("numbering", "NoList", "No List", ""),
    ]
    for key, name, usual, usual_words, after in PARAGRAPHS:
        look_of, words = changed.paragraphs.get(key, (usual, usual_words))
        inside = (f"<w:pPr>{look_of}</w:pPr>" if look_of else "") + (f"<w:rPr>{words}</w:rPr>" if words else "")
        parts.append(style("paragraph", key, name, inside, after=after))
    parts += [style("character", key, name, f"<w:rPr>{words}</w:rPr>") for key, name, words in CHARACTERS]
    return f"{HEAD}<w:styles {W}>{''.join(parts)}{table_styles(look)}</w:styles>"
