"""A record in plain words: its values by the labels of its form, what it lacks, and when it was entered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from soc2desk.app.record_book import said_lack
from soc2desk.document.record_words import plainly
from soc2desk.domain.entered_late import days_late
from soc2desk.domain.kept_records import Signature
from soc2desk.domain.record_rules import record_lacks
from soc2desk.reading.days_off import days_off
from soc2desk.storage.codec_records import record_to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.app.record_reading import ReadBack
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import Entry, KeptRecord
    from soc2desk.domain.records import RecordColumn, RecordField


@dataclass(frozen=True, slots=True)
class SaidRecord:
    """A record as lines for a person, and as data for a program."""

    lines: tuple[str, ...]
    as_json: dict[str, object]


def said_record(record: KeptRecord, engagement: Engagement) -> SaidRecord:
    """Return a record in words."""
    lacks = [
        said_lack(one, engagement.catalogue.record[record.type], engagement)
        for one in record_lacks(record, engagement, days_off(engagement))
    ]
    data: dict[str, object] = {"id": record.id, **record_to_plain(record), "lacks": lacks}
    return SaidRecord(tuple(_lines(record, engagement, lacks)), data)


def _lines(record: KeptRecord, engagement: Engagement, lacks: list[str]) -> Iterator[str]:
    layout = engagement.catalogue.record[record.type]
    yield f"{record.id}  {layout.title}" + (f"  {record.occurrence}" if record.occurrence else "")
    yield f"  {said_entry(record, engagement)}"
    for field in layout.fields:
        value = record.values.get(field.name)
        if isinstance(value, tuple):
            yield f"  {plainly(field.label, engagement, layout.id)}:"
            for line in value:
                cells = (
                    f"{one.name} {said_value(line[one.name], one, engagement)}"
                    for one in field.columns
                    if one.name in line
                )
                yield f"    - {', '.join(cells)}"
        elif value is not None:
            yield f"  {plainly(field.label, engagement, layout.id)}: {said_value(value, field, engagement)}"
    yield "  Complete." if not lacks else f"  Incomplete: {len(lacks)} to fill in or mend."
    yield from (f"  - {words}" for words in lacks)


def said_entry(record: KeptRecord, engagement: Engagement) -> str:
    """Return when a record was entered and changed and by whom, and that it was late where it was."""
    who = engagement.person_name(record.entered_by)
    said = f"Entered on {record.entered_on.isoformat()}" if record.entered_on else "Entered on a day that is not known"
    said += f" by {who}" if who else ""
    said += f", changed on {record.changed_on.isoformat()}" if record.changed_on else ""
    late = days_late(record, engagement.catalogue.record[record.type])
    return said + (f"; {late.days} days after the day it claims." if late and late.is_late else ".")


def said_value(value: Entry, field: RecordField | RecordColumn, engagement: Engagement) -> str:
    """Return a value in words: a choice by its label, a person by name."""
    match value:
        case Signature():
            name = engagement.person_name(value.by) or value.by
            return f"{name}, {value.on.isoformat()}" if value.on else name
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.isoformat(" ", "minutes")
        case str():
            return _said_text(value, field, engagement)
        case _:
            return f"{value:g}" if isinstance(value, float) else str(value)


def _said_text(value: str, field: RecordField | RecordColumn, engagement: Engagement) -> str:
    if field.choices:
        return dict(zip(field.choices, field.choice_labels or field.choices, strict=True)).get(value, value)
    return (engagement.person_name(value) if field.kind == "person" else "") or value


def said_read(found: ReadBack, *, dry_run: bool) -> Iterator[str]:
    """Yield what was taken from a workbook, or would be, and what a person should look at."""
    would = "would be " if dry_run else ""
    said = {"new": f"{would}entered", "changed": f"{would}changed", "same": "is there already"}
    for one in found.taken:
        yield f"{one.record.id}  {said[one.what]}  ({one.sheet}, row {one.row})"
    for told in found.told:
        yield f"{told.where}: {told.message}" + ("" if told.taken else " Not taken.")
    if not found.taken and not found.told:
        yield "Nothing is filled in."
