"""The worksheet of one access review: the accounts of a system, each with a decision to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import (
    Audience,
    Column,
    Document,
    Form,
    FormField,
    Heading,
    Kind,
    Paragraph,
    Row,
    Table,
    text,
)
from soc2desk.document.record_words import plainly

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from soc2desk.document.blocks import Block
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import KeptRecord, Line, Scalar
    from soc2desk.domain.records import RecordField, RecordType

LAYOUT, LINES, LOOK, OWN_BY, RECORD = "access_review", "lines", "look", "own_by", "record"
_WIDTHS = {"user": 2.0, "person": 1.6, "role": 2.4, "reason": 2.4, LOOK: 2.2}
_HEAD = ("period", "system", "list_source", "reviewer", "review_date", "changes_ticket", "changes_done_date")


def labels(engagement: Engagement) -> dict[str, str]:
    """Return the headings of a worksheet's columns by their names, and of what stands beside them."""
    record = engagement.catalogue.record[LAYOUT]
    found = {one.name: plainly(one.label, engagement, record.id) for one in _lines_of(record).columns}
    return found | {name: engagement.catalogue.phrases[f"access_sheet.{name}"] for name in (LOOK, OWN_BY, RECORD)}


def head_labels(engagement: Engagement) -> dict[str, str]:
    """Return the words of the fields over the lines, by their names."""
    record = engagement.catalogue.record[LAYOUT]
    return {one.name: plainly(one.label, engagement, record.id) for one in record.fields if one.name in _HEAD}


def decisions(engagement: Engagement) -> dict[str, str]:
    """Return what can be decided of an account, with its words."""
    columns = _lines_of(engagement.catalogue.record[LAYOUT]).columns
    chosen = next(one for one in columns if one.name == "decision")
    return dict(zip(chosen.choices, chosen.choice_labels, strict=True))


def access_sheet(record: KeptRecord, looks: Mapping[str, str], own: Sequence[Line], engagement: Engagement) -> Document:
    """Return the worksheet of a review: its lines, and apart from them the reviewer's `own`. `looks` are by login."""
    phrases = engagement.catalogue.phrases
    layout = engagement.catalogue.record[LAYOUT]
    lines = tuple(line for line in record.lines(LINES) if line not in own)
    title = plainly(_lines_of(layout).label, engagement, layout.id)
    blocks: list[Block] = [
        Paragraph(text(phrases["access_sheet.intro"]), "lead"),
        Heading(text(title)),
        Form(tuple(_head(record, layout, engagement))),
        _table(title, lines, looks, engagement),
    ]
    if own:
        blocks.append(_table(phrases["access_sheet.own"], own, looks, engagement, own=True))
    return Document(
        id="REC-UAR",
        title=layout.title,
        kind="record",
        audience=Audience.INTERNAL,
        company=engagement.answer_text("company"),
        date=engagement.day.isoformat(),
        blocks=tuple(blocks),
        subtitle=record.text("system"),
        landscape=True,
    )


def _lines_of(layout: RecordType) -> RecordField:
    return next(field for field in layout.fields if field.name == LINES)


def _head(record: KeptRecord, layout: RecordType, engagement: Engagement) -> list[FormField]:
    found = [FormField(engagement.catalogue.phrases["access_sheet.record"], value=text(record.id), id=RECORD)]
    words = head_labels(engagement)
    for field in layout.fields:
        if field.name in words:
            value = record.values.get(field.name, "")
            said = engagement.person_name(str(value)) or str(value)
            found.append(FormField(words[field.name], Kind(field.kind), value=text(said), id=field.name))
    return found


def _table(
    title: str, lines: Sequence[Line], looks: Mapping[str, str], engagement: Engagement, *, own: bool = False
) -> Table:
    words, choices = labels(engagement), tuple(decisions(engagement).values())
    kinds = {"privileged": Kind.BOOLEAN, "last_login": Kind.DATE, "decision": Kind.CHOICE}
    names = (
        "user",
        "person",
        "role",
        "privileged",
        "last_login",
        LOOK,
        "decision",
        "reason",
        *((OWN_BY,) if own else ()),
    )
    columns = tuple(
        Column(
            name, words[name], _WIDTHS.get(name, 1.0), kinds.get(name, Kind.TEXT), choices if name == "decision" else ()
        )
        for name in names
    )
    rows = tuple(_row(line, names, looks, engagement) for line in lines)
    return Table(columns, rows, title, f"{LAYOUT}/{'own' if own else LINES}", to_fill=True)


def _row(line: Line, names: Sequence[str], looks: Mapping[str, str], engagement: Engagement) -> Row:
    user = str(line.get("user", ""))
    look = looks.get(user, "")
    cells = [look if name == LOOK else said(line.get(name, ""), engagement) for name in names]
    return Row(tuple(text(cell) for cell in cells), user, "warn" if look else "")


def said(value: Scalar, engagement: Engagement) -> str:
    """Return what a cell of a line holds, as the worksheet shows it."""
    if isinstance(value, bool):
        return engagement.catalogue.phrases["answer.yes" if value else "answer.no"]
    return decisions(engagement).get(str(value), str(value))
