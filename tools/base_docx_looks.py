"""How the Word files of the modern and the classic look differ from the plain one: styles and table styles by key."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from tools.base_docx_shapes import (
    ACCENT,
    INK,
    LINE,
    MUTED,
    SECOND,
    WHITE,
    edges,
    indent,
    numbered,
    part_look,
    rule,
    space,
    table_look,
    text_look,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

Row = tuple[str, str]
"""The look of a paragraph and that of its text."""


@dataclass(frozen=True)
class WordLook:
    """What one look changes: paragraphs by key, table styles by key, the size of running text in points."""

    paragraphs: Mapping[str, Row] = field(default_factory=dict)
    tables: Mapping[str, str] = field(default_factory=dict)
    size: float = 10


_SIDES = "".join(rule(side, ACCENT, 48, 18 if side in {"top", "bottom"} else 12) for side in ("top", "left", "bottom"))
_BLOCK = (
    f'<w:pBdr>{_SIDES}{rule("right", ACCENT, 48, 12)}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{ACCENT}"/>'
)
_INSIDE = '<w:ind w:left="300" w:right="300"/>'
_NARROW, _WIDE = '<w:ind w:left="1700" w:right="1700"/>', '<w:ind w:left="0" w:right="0"/>'
_MIDDLE = '<w:jc w:val="center"/>'


def _no_block() -> str:
    """Take the borders of a block away; one that is nil covers the inherited one."""
    sides = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right"))
    return f'<w:pBdr>{sides}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="auto"/>'


def _section(above: str, below: str) -> str:
    """Return the paragraph of a numbered section with lines above or below it."""
    return (
        f"<w:keepNext/><w:keepLines/>{numbered(0, 1)}<w:pBdr>{above}{below}</w:pBdr>{space(400, 140, 252)}"
        f'{indent(680, 680)}<w:outlineLvl w:val="0"/>'
    )


def _part(before: int) -> str:
    return f'<w:keepNext/><w:keepLines/>{space(before, 80, 252)}<w:outlineLvl w:val="1"/>'


_STRONG_ROWS = (
    f'<w:top w:val="single" w:sz="12" w:space="0" w:color="{INK}"/>'
    f'<w:bottom w:val="single" w:sz="12" w:space="0" w:color="{INK}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
)

LOOKS: Mapping[str, WordLook] = MappingProxyType(
    {
        "plain": WordLook(),
        "modern": WordLook(
            {
                "CoverCompany": (
                    f"<w:keepNext/>{_BLOCK}{space(1500, 0)}{_INSIDE}",
                    text_look(13, WHITE, bold=False),
                ),
                "Title": (f"<w:keepNext/>{_BLOCK}{space(240, 120, 252)}{_INSIDE}", text_look(30, WHITE, bold=True)),
                "CompactTitle": (_no_block() + space(0, 120, 252) + indent(0), text_look(21, INK)),
                "CoverSubtitle": (f"{_BLOCK}{space(0, 480)}{_INSIDE}", text_look(14, WHITE)),
                "Heading1": (_section(rule("top", SECOND, 12, 6), ""), text_look(16, INK, bold=True)),
                "Heading2": (_part(260), text_look(12.5, INK, bold=True)),
                "CoverStatus": (space(560, 300), text_look(11, MUTED)),
                "CompactStatus": (space(0, 240), ""),
                "TableText": ("<w:suppressAutoHyphens/>" + space(20, 20, 252), text_look(9.5)),
                "TableHeader": ("<w:keepNext/>", text_look(0, bold=True)),
            },
            {
                "RegisterTable": table_look(50, 90, edges("top", "bottom", "insideH"))
                + part_look("firstRow", ACCENT, WHITE),
            },
            size=10.5,
        ),
        "classic": WordLook(
            {
                "CoverCompany": (
                    f"<w:pBdr>{rule('top', ACCENT, 18, 20, 'thickThinSmallGap')}</w:pBdr>{space(1700, 360)}{_MIDDLE}",
                    text_look(13, INK, bold=False),
                ),
                "Title": (f"<w:keepNext/>{space(0, 160, 252)}{_MIDDLE}", text_look(28, INK, bold=False)),
                "CompactTitle": (space(0, 120, 252) + '<w:jc w:val="left"/>', text_look(21)),
                "Subtitle": (space(0, 200), text_look(13, MUTED, italic=True)),
                "CoverSubtitle": (space(0, 240) + _MIDDLE, ""),
                "CoverStatus": (
                    f"<w:pBdr>{rule('top', SECOND, 8, 14)}</w:pBdr>{space(240, 480)}" + _NARROW + _MIDDLE,
                    text_look(10.5, MUTED),
                ),
                "CompactStatus": (
                    '<w:pBdr><w:top w:val="nil"/></w:pBdr>' + space(0, 240) + _WIDE + '<w:jc w:val="left"/>',
                    "",
                ),
                "Heading1": (_section("", rule("bottom", ACCENT, 4, 3)), text_look(14.5, INK, bold=True)),
                "Heading2": (_part(240), text_look(12, INK, bold=False, italic=True)),
                "TableHeader": ("<w:keepNext/>", text_look(0, ACCENT, bold=True)),
            },
            {"RegisterTable": table_look(45, 90, _STRONG_ROWS) + part_look("firstRow", line=INK)},
            size=10.5,
        ),
    }
)
