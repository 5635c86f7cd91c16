"""The table of what is due: one line a period, with the day, the owner and the controls that ask for it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Block, Column, Kind, Mark, Paragraph, Row, Run, Table, text
from soc2desk.document.values import say_date
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.owed import Owed, looked_at, owed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.records import RecordType

DUE = "due"


def record_due(record: RecordType, engagement: Engagement) -> tuple[Block, ...]:
    """Return the table of what is due in what is examined; nothing for a record that an event asks for."""
    asked = [one for name in record.owed_by if (one := engagement.state.get(name)) and one.applies]
    if not asked:
        return ()
    phrases = engagement.catalogue.phrases
    if looked_at(engagement) is None:
        return (Paragraph((Run(phrases["record.due_no_window"], mark=Mark.OPEN),)),)
    if all(one.cadence is None or one.cadence.value is None for one in asked):
        return (Paragraph((Run(phrases["record.due_no_rhythm"], mark=Mark.OPEN),)),)
    acts = owed(engagement, record.owed_by)
    return (due_table(acts, record, engagement),) if acts else (Paragraph(text(phrases["record.due_none"])),)


def due_table(acts: Iterable[Owed], record: RecordType, engagement: Engagement) -> Table:
    """Return acts as a table; those of one period and owner share a line, and working days one a month."""
    phrases = engagement.catalogue.phrases
    columns = (
        Column("period", phrases["record.period"], 1.0),
        Column("due", phrases["record.due_by"], 1.0, Kind.TEXT),
        Column("owner", phrases["record.owner"], 1.0),
        Column("control", phrases["record.control"], 1.0),
    )
    rows = tuple(_row(tuple(group), engagement) for _, group in groupby(_ordered(acts), _line))
    return Table(columns, rows, phrases["record.due"], f"{record.id}/{DUE}")


def _ordered(acts: Iterable[Owed]) -> list[Owed]:
    return sorted(acts, key=lambda act: (act.period.end, _line(act)))


def _line(act: Owed) -> tuple[str, str]:
    name = f"{act.period.end:%Y-%m}" if act.cadence is Cadence.DAILY else act.period.name
    return name, act.owner


def _row(acts: tuple[Owed, ...], engagement: Engagement) -> Row:
    phrases, first = engagement.catalogue.phrases, acts[0]
    mark = Mark.SUGGESTED if first.suggested else Mark.NONE
    name, owner = _line(first)
    due = say_date(acts[-1].period.due, phrases)
    if first.cadence is Cadence.DAILY:
        due = phrases["record.due_daily"].format(count=len({act.period.name for act in acts}))
    elif first.period.partial:
        due = f"{due} ({phrases['record.partial']})"
    who = text(engagement.person_name(owner)) or (Run(phrases["person.nobody"], mark=Mark.OPEN),)
    controls = ", ".join(dict.fromkeys(act.control for act in acts))
    return Row((text(name, mark=mark), text(due), who, text(controls)), first.period.id)
