"""The pieces that styles of Word are put together from, and the colours of the base files."""

from __future__ import annotations

# The renderer replaces ACCENT, TINT and SECOND in every style by the colours of the firm.
ACCENT, TINT, SECOND = "1F5FA8", "E9EFF7", "1F5FA7"
INK, MUTED, LINE, GROUND, WHITE = "1B1F24", "55606E", "C5CDD6", "F4F6F8", "FFFFFF"


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


def rule(side: str, colour: str, size: int, gap: int, kind: str = "single") -> str:
    """Return one border of a paragraph; `size` in eighths of a point, `gap` to the text in points."""
    return f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="{gap}" w:color="{colour}"/>'


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


def part_look(part: str, fill: str = "", colour: str = "", line: str = "") -> str:
    """Return the fill of one part of a table, such as its first row, the colour of its words and the line below it."""
    words = f'<w:rPr><w:color w:val="{colour}"/></w:rPr>' if colour else ""
    below = f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{line}"/>' if line else ""
    edge = f"<w:tcBorders>{below}</w:tcBorders>" if line else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:tblStylePr w:type="{part}">{words}<w:tcPr>{edge}{shade}</w:tcPr></w:tblStylePr>'
