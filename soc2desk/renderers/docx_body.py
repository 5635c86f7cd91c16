"""Every kind of block as WordprocessingML."""

from __future__ import annotations

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
    SignOff,
    Table,
    plain,
)
from soc2desk.renderers.chart_words import as_pictures
from soc2desk.renderers.docx_forms import checklist_xml, form_xml, sign_off_xml
from soc2desk.renderers.docx_front import PAGE_START, has_cover_page
from soc2desk.renderers.docx_numbering import BULLETS, INDENTS, OUTLINE, list_place
from soc2desk.renderers.docx_picture import picture_room, picture_xml
from soc2desk.renderers.docx_runs import runs_xml, worded
from soc2desk.renderers.docx_tables import table_xml
from soc2desk.renderers.docx_text import paragraph, span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from soc2desk.document.blocks import Block, Document
    from soc2desk.renderers.docx_writing import Writing

PARAGRAPHS = {"lead": "Lead", "small": "Small", "under": "Under"}
CALLOUTS = {"warn": "CalloutWarn", "law": "CalloutLaw"}
LIST_INDENTS = ((340, 340), (1020, 340), (1360, 340), (1700, 340), (2040, 340))


def body_xml(document: Document, writing: Writing) -> str:
    """Return all blocks of `document`; a page break at the end, after another or after the cover is left out."""
    parts: list[str] = []
    covered, broken = has_cover_page(document), False
    for at, block in enumerate(document.blocks):
        if isinstance(block, PageBreak):
            broken = True
            continue
        if broken and (parts or not covered):
            parts.append(PAGE_START)
        broken = False
        parts.append(_block(at, block, document, writing))
    return "".join(parts)


def _block(at: int, block: Block, document: Document, writing: Writing) -> str:
    match block:
        case Heading():
            return _heading(at, block, writing)
        case Clause():
            return _clause(at, block, writing, keep=_goes_on(document.blocks[at + 1 : at + 2]))
        case Table() | Chart() | Picture():
            return _framed(block, document, writing)
        case Paragraph() | Bullets() | Callout():
            return _words(block, writing)
        case Checklist() | Form() | SignOff():
            return _to_fill(block, writing)
        case PageBreak():
            return PAGE_START
        case _:
            assert_never(block)


def _words(block: Paragraph | Bullets | Callout, writing: Writing) -> str:
    match block:
        case Paragraph():
            return worded(PARAGRAPHS.get(block.style, "BodyText"), block.runs, writing)
        case Bullets():
            return _steps(block, writing) if block.ordered else _bullets(block, writing)
        case Callout():
            return _callout(block, writing)


def _framed(block: Table | Chart | Picture, document: Document, writing: Writing) -> str:
    if isinstance(block, Picture):
        return picture_xml(block, writing)
    if isinstance(block, Chart):
        return "".join(_block(0, one, document, writing) for one in as_pictures(block, *picture_room(writing)))
    return table_xml(block, writing)


def _to_fill(block: Checklist | Form | SignOff, writing: Writing) -> str:
    match block:
        case Checklist():
            return checklist_xml(block, writing)
        case Form():
            return form_xml(block, writing)
        case SignOff():
            return sign_off_xml(block, writing)


def _heading(at: int, block: Heading, writing: Writing) -> str:
    first = block.level <= 1
    number, place, written = _numbered(block.number, 0 if first else None, writing)
    style = "Heading1" if first and number is not None else "Heading1Plain" if first else "Heading2"
    inside = written + writing.bookmark(at, runs_xml(block.runs, writing))
    return paragraph(style, inside, number=number or "", place=place, words=plain(block.runs))


def _goes_on(following: Sequence[Block]) -> bool:
    """Return whether what follows a clause belongs to it: bullets, choices, or the small line under it."""
    return any(
        isinstance(block, (Bullets, Checklist)) or (isinstance(block, Paragraph) and block.style == "under")
        for block in following
    )


def _clause(at: int, block: Clause, writing: Writing, *, keep: bool) -> str:
    number, place, written = _numbered(block.number, 1, writing)
    stated = f" [{', '.join(block.controls)}]" if block.controls else ""
    inside = (
        written + writing.bookmark(at, runs_xml(block.runs, writing)) + (span(stated, "ControlIds") if stated else "")
    )
    style = "Clause" if number is not None else "ClausePlain"
    return paragraph(style, inside, number=number or "", place=place, words=plain(block.runs), keep=keep)


def _numbered(stated: str, level_of_style: int | None, writing: Writing) -> tuple[str | None, str, str]:
    """Return how a number is shown: the w:numPr (None when Word does not count), the indent, and the number as text."""
    found = writing.numbering.section(stated) if stated else None
    if found is None:
        hung = '<w:ind w:left="680" w:hanging="680"/>' if stated else ""
        return None, hung, span(f"{stated}\t") if stated else ""
    if found == (level_of_style, OUTLINE):
        return "", "", ""
    left, hanging = INDENTS[found[0]]
    return list_place(*found), f'<w:ind w:left="{left}" w:hanging="{hanging}"/>', ""


def _bullets(block: Bullets, writing: Writing) -> str:
    return "".join(
        paragraph(
            "ListBullet",
            runs_xml(item.runs, writing),
            number=list_place(_depth(item.level), BULLETS) if item.level > 0 else "",
            words=plain(item.runs),
        )
        for item in block.items
    )


def _steps(block: Bullets, writing: Writing) -> str:
    """Draw steps that start at 1; steps that are all indented are counted as steps, not as parts of one."""
    if not block.items:
        return ""
    steps = writing.numbering.steps()
    top = min(_depth(item.level) for item in block.items)
    parts = []
    for item in block.items:
        depth = _depth(item.level)
        left, hanging = LIST_INDENTS[depth]
        parts.append(
            paragraph(
                "ListNumber",
                runs_xml(item.runs, writing),
                number=list_place(depth - top, steps),
                place=f'<w:ind w:left="{left}" w:hanging="{hanging}"/>',
                words=plain(item.runs),
            )
        )
    return "".join(parts)


def _depth(level: int) -> int:
    return min(max(level, 0), len(LIST_INDENTS) - 1)


def _callout(block: Callout, writing: Writing) -> str:
    title = span(f"{block.title}\n", "", "<w:b/><w:bCs/>") if block.title else ""
    inside = title + runs_xml(block.runs, writing)
    return paragraph(CALLOUTS.get(block.tone, "Callout"), inside, words=block.title + plain(block.runs))
