"""The theme and the font table of base.docx: what Word offers as colours and fonts when someone edits the file."""

from __future__ import annotations

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COLOURS = (
    ("dk1", "1B1F24"),
    ("lt1", "FFFFFF"),
    ("dk2", "55606E"),
    ("lt2", "E9EFF7"),
    ("accent1", "1F5FA8"),
    ("accent2", "2E7D4F"),
    ("accent3", "B26A00"),
    ("accent4", "9C1C1C"),
    ("accent5", "5B4B8A"),
    ("accent6", "4A6572"),
    ("hlink", "1F5FA8"),
    ("folHlink", "5B4B8A"),
)
FONTS = (
    ("Arial", "swiss", "variable"),
    ("Calibri", "swiss", "variable"),
    ("Cambria", "roman", "variable"),
    ("Courier New", "modern", "fixed"),
    ("MS Gothic", "modern", "fixed"),
)


INSTEAD = {"Arial": "Liberation Sans", "Calibri": "Carlito", "Cambria": "Caladea"}


def theme() -> str:
    """Return word/theme/theme1.xml with plain fills and lines."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS)
    face = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme {A} name="soc2desk"><a:themeElements><a:clrScheme name="soc2desk">{colours}</a:clrScheme>'
        f'<a:fontScheme name="soc2desk"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="soc2desk"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _instead(name: str) -> str:
    """Return the font of the same widths that stands in where one is not installed."""
    return f'<w:altName w:val="{INSTEAD[name]}"/>' if name in INSTEAD else ""


def fonts() -> str:
    """Return word/fontTable.xml."""
    rows = "".join(
        f'<w:font w:name="{name}">{_instead(name)}<w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
        for name, family, pitch in FONTS
    )
    return f"{HEAD}<w:fonts {W}>{rows}</w:fonts>"
