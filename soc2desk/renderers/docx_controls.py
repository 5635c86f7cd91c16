"""Content controls: boxes to tick, lists to choose from, dates to pick. All come out empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Kind
from soc2desk.renderers.docx_text import escaped, shortened, span
from soc2desk.renderers.docx_words import CHOOSE_DATE, CHOOSE_ONE, NO, TIME, YES

if TYPE_CHECKING:
    from soc2desk.renderers.docx_writing import Writing

BOX_FONT = '<w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr>'
LONGEST_CHOICE = 255


def tick_box(label: str, writing: Writing) -> str:
    """Return an empty box that a click ticks in Word."""
    return (
        f"<w:sdt><w:sdtPr>{writing.control_head(label)}<w14:checkbox>"
        '<w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r>{BOX_FONT}<w:t>\u2610</w:t></w:r></w:sdtContent></w:sdt>"
    )


def yes_or_no(label: str, writing: Writing) -> str:
    """Return two empty boxes, so that "no" can be told from "not filled in"."""
    boxes = [tick_box(f"{label[:50]}: {word}", writing) + span(f" {word}") for word in (YES, NO)]
    return span("      ").join(boxes)


def date_picker(label: str, writing: Writing) -> str:
    """Return an empty date to pick, written as 2026-11-22."""
    kind = (
        f'<w:date><w:dateFormat w:val="yyyy-MM-dd"/><w:lid w:val="{writing.language}"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )
    return _prompted(label, kind, CHOOSE_DATE, writing)


def drop_down(label: str, choices: tuple[str, ...], writing: Writing) -> str:
    """Return a list to choose from, nothing chosen. Choices that look the same are offered once."""
    offered = dict.fromkeys(shortened(choice, LONGEST_CHOICE) for choice in choices)
    items = "".join(
        f'<w:listItem w:displayText="{escaped(choice)}" w:value="{escaped(choice)}"/>' for choice in offered if choice
    )
    return _prompted(label, f"<w:dropDownList>{items}</w:dropDownList>", CHOOSE_ONE, writing)


def space_to_fill(kind: Kind, label: str, choices: tuple[str, ...], writing: Writing) -> str:
    """Return the control for a field of `kind`; empty where a hand or plain typing fills the space."""
    match kind:
        case Kind.DATE:
            return date_picker(label, writing)
        case Kind.DATETIME:
            hour = _prompted(f"{label[:50]}: {TIME}", "<w:text/>", TIME, writing)
            return date_picker(label, writing) + span("  ") + hour
        case Kind.CHOICE if choices:
            return drop_down(label, choices, writing)
        case Kind.BOOLEAN:
            # One box could not tell "no" from "not filled in".
            return drop_down(label, (YES, NO), writing)
        case _:
            return ""


def _prompted(label: str, kind: str, prompt: str, writing: Writing) -> str:
    return (
        f"<w:sdt><w:sdtPr>{writing.control_head(label)}<w:showingPlcHdr/>{kind}</w:sdtPr>"
        f"<w:sdtContent>{span(prompt, 'PlaceholderText')}</w:sdtContent></w:sdt>"
    )
