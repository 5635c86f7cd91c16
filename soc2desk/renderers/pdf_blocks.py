"""Blocks as pieces of a page. Headings, paragraphs, clauses and callouts are set here; the others have their files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from soc2desk.document.blocks import (
    Bullets,
    Callout,
    Chart,
    Checklist,
    Clause,
    Form,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    SignOff,
    Table,
    plain,
    text,
)
from soc2desk.renderers import pdf_fonts, pdf_lists, pdf_style, pdf_text
from soc2desk.renderers.manners import Heads
from soc2desk.renderers.pdf_chart import chart_pieces
from soc2desk.renderers.pdf_form import form_pieces, sign_off_pieces
from soc2desk.renderers.pdf_marks import Box, Piece, glued, opened, stacked
from soc2desk.renderers.pdf_picture import picture_pieces
from soc2desk.renderers.pdf_rows import RowLook, strips
from soc2desk.renderers.pdf_style import BODY, HAIR, HEADINGS, INDENT, LEAD, SMALL
from soc2desk.renderers.pdf_table import table_pieces
from soc2desk.renderers.pdf_tags import Element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.document.blocks import Block
    from soc2desk.renderers.pdf_desk import Desk
    from soc2desk.renderers.pdf_marks import Line
    from soc2desk.renderers.pdf_style import TextStyle

_PARAGRAPHS = {"body": (BODY, 6.0), "lead": (LEAD, 6.0), "small": (SMALL, 4.0), "under": (SMALL, 9.0)}
_LISTS = (Bullets, Checklist, Table, Chart, Picture)
_HEADS = {
    Heads.BAR: (replace(HEADINGS[0], size=17.5, leading=21.0), HEADINGS[1], HEADINGS[2]),
    Heads.RULE: (
        replace(HEADINGS[0], size=15.5),
        replace(HEADINGS[1], size=12.6, bold=False, italic=True),
        replace(HEADINGS[2], bold=False, italic=True),
    ),
}
_BAR = (30.0, 3.0)
_HEADING_GAPS = (22.0, 14.0, 10.0)
_CALLOUTS = {
    "note": ("", ""),  # the firm's own colours
    "warn": (pdf_style.PALE_AMBER, pdf_style.AMBER),
    "law": (pdf_style.FAINT, pdf_style.MUTED),
}


def pieces(blocks: Iterable[Block], desk: Desk) -> list[Piece]:
    """Return the pieces of all blocks in order."""
    found: list[Piece] = []
    before: Block | None = None
    for block in blocks:
        if found and (_belongs(block, before) or (isinstance(block, _LISTS) and _leads_in(found[-1]))):
            found[-1] = replace(found[-1], glue=True)
        if isinstance(before, Table) and _is_note(block):
            found[-2:] = glued(found[-2:])  # the foot of the last row, and the space under the table
        found += _pieces(block, desk)
        before = block
    return found


def _belongs(block: Block, before: Block | None) -> bool:
    """Return whether a block is the rest of the clause before it: bullets, choices, or the small line under it."""
    under = isinstance(block, Paragraph) and block.style == "under"
    return isinstance(before, Clause) and (under or isinstance(block, (Bullets, Checklist)))


def _is_note(block: Block) -> bool:
    """Return whether a block is the small line that explains the table above it."""
    return isinstance(block, Paragraph) and block.style == "small"


def _leads_in(piece: Piece) -> bool:
    """Return whether a line announces what follows it."""
    return bool(piece.words) and any(words.text.rstrip().endswith(":") for words in piece.words)


def _pieces(block: Block, desk: Desk) -> list[Piece]:  # noqa: C901, PLR0911, PLR0912 - one line for each kind of block
    match block:
        case Heading():
            return _heading(block, desk)
        case Paragraph():
            return _paragraph(block, desk)
        case Clause():
            return _clause(block, desk)
        case Bullets():
            return pdf_lists.bullet_pieces(block, desk)
        case Checklist():
            return pdf_lists.checklist_pieces(block, desk)
        case Table():
            return table_pieces(block, desk)
        case Chart():
            return chart_pieces(block, desk)
        case Picture():
            return picture_pieces(block, desk)
        case Callout():
            return _callout(block, desk)
        case Form():
            return form_pieces(block, desk)
        case SignOff():
            return sign_off_pieces(block, desk)
        case PageBreak():
            return [Piece(0.0, fresh=True)]
        case _:
            assert_never(block)


def _heading(heading: Heading, desk: Desk) -> list[Piece]:
    level = min(max(heading.level, 1), len(HEADINGS))
    style = replace(desk.type(_heads(desk)[level - 1]), colour=_head_colour(level, desk))
    element = Element(f"H{level + 1}", desk.root)
    number = f"{heading.number}\u00a0" if heading.number else ""
    indent = pdf_text.width_of(number, style) + style.size / 2 if number else 0.0
    hanging = pdf_text.lines(pdf_text.inks(text(number), style, element, desk.setting), style, desk.left, desk.measure)
    inked = pdf_text.inks(heading.runs, style, element, desk.setting)
    lines = pdf_text.lines(inked, style, desk.left + indent, desk.measure - indent)
    found = _dressed(
        glued(stacked(_with_sign(hanging, lines), style.leading, gap=_HEADING_GAPS[level - 1])), level, desk
    )
    title = pdf_fonts.clean(f"{heading.number} {plain(heading.runs)}".strip()).replace("\n", " ")
    found[0] = replace(found[0], entry=(title, level))
    return opened(found, (heading.id,))


def _heads(desk: Desk) -> tuple[TextStyle, ...]:
    """Return the type of the three levels of headings."""
    return _HEADS.get(desk.manner.heads, HEADINGS)


def _head_colour(level: int, desk: Desk) -> str:
    return desk.palette.words if level == 1 and desk.manner.heads is Heads.COLOUR else pdf_style.INK


def _dressed(lines: list[Piece], level: int, desk: Desk) -> list[Piece]:
    """Return the lines of a heading with what marks a section: a short bar above it, or a thin line below."""
    if level == 1 and desk.manner.heads is Heads.BAR:
        bar = Box(desk.left, 0.0, _BAR[0], _BAR[1], desk.palette.second)
        above = [Piece(_BAR[1], boxes=(bar,), gap=lines[0].gap, glue=True), Piece(5.0, glue=True)]
        return [*above, replace(lines[0], gap=0.0), *lines[1:], Piece(3.0, glue=True)]
    if level == 1 and desk.manner.heads is Heads.RULE:
        rule = Box(desk.left, 0.0, desk.measure, HAIR, desk.palette.words)
        return [*lines, Piece(3.0, glue=True), Piece(HAIR, boxes=(rule,), glue=True), Piece(4.0, glue=True)]
    return [*lines, Piece(2.0, glue=True)]


def _paragraph(paragraph: Paragraph, desk: Desk) -> list[Piece]:
    usual, gap = _PARAGRAPHS.get(paragraph.style, _PARAGRAPHS["body"])
    style = desk.type(usual)
    inked = pdf_text.inks(paragraph.runs, style, Element("P", desk.root), desk.setting)
    indent = INDENT if paragraph.style == "under" else 0.0
    return stacked(pdf_text.lines(inked, style, desk.left + indent, desk.measure - indent), style.leading, gap)


def _clause(clause: Clause, desk: Desk) -> list[Piece]:
    """Return a clause: its number hanging at the margin, its controls small at the end."""
    element, body = Element("P", desk.root), desk.type(BODY)
    number = pdf_text.inks((Run(f"{clause.number}\u00a0"),) if clause.number else (), body, element, desk.setting)
    number = [(replace(ink, colour=desk.palette.words), words) for ink, words in number]
    hanging = pdf_text.lines(number, body, desk.left, desk.measure)
    inked = pdf_text.inks(clause.runs, body, element, desk.setting)
    if clause.controls:
        small = replace(body, size=body.size * 0.78, colour=pdf_style.MUTED)
        names = ", ".join(name.replace(" ", "\u00a0") for name in clause.controls)
        inked += pdf_text.inks((Run(f"  [{names}]"),), small, element, desk.setting)
    indent = max(INDENT, pdf_text.width_of(f"{clause.number} ", body) + 4.0)
    lines = pdf_text.lines(inked, body, desk.left + indent, desk.measure - indent)
    return opened(stacked(_with_sign(hanging, lines), body.leading, gap=6.0), (clause.id,))


def _with_sign(sign: list[Line], lines: list[Line]) -> list[Line]:
    """Return lines with a hanging number before the first; at least one line, so that links have a place."""
    return [(*(sign[0] if sign else ()), *(lines[0] if lines else ())), *lines[1:]]


def _callout(callout: Callout, desk: Desk) -> list[Piece]:
    area, bar = _CALLOUTS.get(callout.tone, ("", ""))
    left, width = desk.left + 14.0, desk.measure - 26.0
    element = Element("P", desk.root)
    title = (Run(f"{callout.title}\n", bold=True),) if callout.title else ()
    body = desk.type(BODY)
    inked = pdf_text.inks((*title, *callout.runs), body, element, desk.setting)
    behind = (
        Box(desk.left, 0.0, desk.measure, 0.0, area or desk.palette.area),
        Box(desk.left, 0.0, 3.0, 0.0, bar or desk.palette.second),
    )
    found = strips([pdf_text.lines(inked, body, left, width)], RowLook(body.leading, 7.0, behind))
    return [replace(found[0], gap=10.0), *found[1:], Piece(4.0)]
