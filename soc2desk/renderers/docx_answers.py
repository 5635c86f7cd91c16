"""Spaces to answer in: content controls that bear the place of their question, boxes to tick, days to pick."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Kind
from soc2desk.domain.questions import QuestionKind
from soc2desk.renderers.docx_controls import BOX_FONT, space_to_fill
from soc2desk.renderers.docx_text import escaped, paragraph, shortened, span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.questionnaire import ColumnAsked, HeadLine, QuestionAsked
    from soc2desk.renderers.docx_writing import Writing

CODE_SHARE = 0.07
LONGEST_MARK = 40
"""Letters of the name of a bookmark."""
LONGEST_TAG = 64
LONGEST_CHOICE = 255
QUIET = '<w:color w:val="7A828C"/>'
_KINDS = {QuestionKind.DATE.value: Kind.DATE, QuestionKind.YES_NO.value: Kind.BOOLEAN}


def bookmark_of(place: str) -> str:
    """Return the name of the bookmark at a place: letters, digits and low lines."""
    return ("q_" + re.sub(r"[^A-Za-z0-9]+", "_", place.removeprefix("answers.")))[:LONGEST_MARK]


def code_cell(place: str, code: str, state: str, writing: Writing) -> str:
    """Return the narrow cell with the codes, in the bookmark of the place."""
    writing.controls += 1
    key, name = 5000 + writing.controls, bookmark_of(place)
    words = f"{code}\n{state}" if state else code
    marked = f'<w:bookmarkStart w:id="{key}" w:name="{name}"/>{span(words)}<w:bookmarkEnd w:id="{key}"/>'
    return paragraph("FieldNote", marked)


def space_of_line(line: HeadLine, words: Mapping[str, str], writing: Writing) -> str:
    """Return what a line of the head says, or the space for it."""
    if line.to_fill:
        return paragraph("TableText", _text_control(line.place, line.label, line.value, words["asked.write"], writing))
    return paragraph("TableText", span(line.value), words=line.value)


def answer_space(one: QuestionAsked, words: Mapping[str, str], writing: Writing) -> str:
    """Return the cell for an answer, with the lines for what is not done yet, and nothing else in it."""
    return _space(one, words, writing) + (_waiting(one, words, writing) if one.may_wait else "")


def _space(one: QuestionAsked, words: Mapping[str, str], writing: Writing) -> str:
    said = "\n".join(one.present)
    match one.kind:
        case QuestionKind.MANY:
            ticks = [
                f"{_box(one, choice, writing, ticked=choice in one.present)}{span(f' {choice}')}"
                for choice in one.choices
            ]
            return "".join(paragraph("TableText", tick) for tick in ticks)
        case QuestionKind.YES_NO:
            labels = (words["asked.yes"], words["asked.no"])
            pair = [f"{_box(one, label, writing, ticked=label in one.present)}{span(f' {label}')}" for label in labels]
            return paragraph("TableText", span("        ").join(pair))
        case QuestionKind.CHOICE | QuestionKind.CADENCE:
            return paragraph("TableText", _drop_down(one, said, words, writing))
        case QuestionKind.DATE:
            return paragraph("TableText", _day(one.place, one.label, said, words, writing))
        case QuestionKind.NUMBER:
            bare = said.removesuffix(one.unit).strip()
            inside = _text_control(one.place, one.label, bare, words["asked.write"], writing)
            return paragraph("TableText", inside + span(f" {one.unit}"))
        case _:
            return paragraph("TableText", _text_control(one.place, one.label, said, words["asked.write"], writing))


def _waiting(one: QuestionAsked, words: Mapping[str, str], writing: Writing) -> str:
    labels = words["asked.not_yet"], words["asked.planned"]
    not_yet = _box(one, labels[0], writing, ticked=one.standing == "not yet") + span(f" {labels[0]}")
    planned = _box(one, labels[1], writing, ticked=one.standing == "planned") + span(f" {labels[1]} ")
    day = _day(f"{one.place}/from", labels[1], one.start, words, writing)
    return paragraph("FieldNote", not_yet) + paragraph("FieldNote", planned + day)


def cell_space(value: str, column: ColumnAsked, small: str, writing: Writing) -> str:
    """Return a cell of a table: what stands there, or the space for it."""
    style = f"TableText{small}"
    if value or column.fixed:
        return paragraph(style, span(value), words=value)
    kind = _KINDS.get(column.kind, Kind.CHOICE if column.choices else Kind.TEXT)
    return paragraph(style, space_to_fill(kind, column.label, column.choices, writing))


def _head(place: str, label: str, writing: Writing) -> str:
    """Return title, tag and id of a control."""
    tag = f'<w:tag w:val="{escaped(place[:LONGEST_TAG])}"/>'
    return writing.control_head(label).replace("<w:id ", f"{tag}<w:id ", 1)


def _control(head: str, kind: str, value: str, prompt: str) -> str:
    shown = "" if value else "<w:showingPlcHdr/>"
    inside = span(value) if value else span(prompt, "PlaceholderText", QUIET)
    return f"<w:sdt><w:sdtPr>{head}{shown}{kind}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def _text_control(place: str, label: str, value: str, prompt: str, writing: Writing) -> str:
    # A control for plain text would do, but LibreOffice joins its lines when it saves.
    return _control(_head(place, label, writing), "", value, prompt)


def _day(place: str, label: str, value: str, words: Mapping[str, str], writing: Writing) -> str:
    kind = (
        f'<w:date><w:dateFormat w:val="yyyy-MM-dd"/><w:lid w:val="{writing.language}"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )
    return _control(_head(place, label, writing), kind, value, words["asked.choose_date"])


def _drop_down(one: QuestionAsked, value: str, words: Mapping[str, str], writing: Writing) -> str:
    offered = dict.fromkeys(shortened(choice, LONGEST_CHOICE) for choice in one.choices)
    items = "".join(
        f'<w:listItem w:displayText="{escaped(choice)}" w:value="{escaped(choice)}"/>' for choice in offered
    )
    kind = f"<w:dropDownList>{items}</w:dropDownList>"
    return _control(_head(one.place, one.label, writing), kind, value, words["asked.choose"])


def _box(one: QuestionAsked, label: str, writing: Writing, *, ticked: bool) -> str:
    sign, value = ("\u2612", "1") if ticked else ("\u2610", "0")
    return (
        f"<w:sdt><w:sdtPr>{_head(one.place, label, writing)}<w14:checkbox>"
        f'<w14:checked w14:val="{value}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r>{BOX_FONT}<w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"
    )
