"""The table of what is due: one line a period, with the day, the owner and the controls that ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Block, Column, Mark, Paragraph, Row, Run, Table, text
from soc2desk.document.values import say_date
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.owed import Owed, looked_at, owed
from soc2desk.reading.days_off import days_off

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.records import RecordType

DUE = "due"
MOST_LINES = 30
"""More weeks than this take a line a month: nobody reads a page of Sundays."""


def record_due(record: RecordType, engagement: Engagement) -> tuple[Block, ...]:
    """Return the table of what is due in what is examined; nothing for a record that an event asks for."""
    asked = [one for name in record.owed_by if (one := engagement.worked.get(name)) and one.applies]
    if not asked:
        return ()
    phrases = engagement.catalogue.phrases
    if looked_at(engagement) is None:
        return (Paragraph((Run(phrases["record.due_no_window"], mark=Mark.OPEN),)),)
    if all(one.cadence is None or one.cadence.value is None for one in asked):
        return (Paragraph((Run(phrases["record.due_no_rhythm"], mark=Mark.OPEN),)),)
    acts = owed(engagement, record.owed_by, days_off(engagement))
    return (due_table(acts, record, engagement),) if acts else (Paragraph(text(phrases["record.due_none"])),)


def due_table(acts: Iterable[Owed], record: RecordType, engagement: Engagement) -> Table:
    """Return acts as a table; those of one period and owner share a line, and days and many weeks one a month."""
    phrases = engagement.catalogue.phrases
    columns = (
        Column("period", phrases["record.period"], 1.0),
        Column("due", phrases["record.due_by"], 2.4),
        Column("owner", phrases["record.owner"], 1.0),
        Column("control", phrases["record.control"], 0.8),
    )
    lines: dict[tuple[str, str], list[Owed]] = {}
    working = days_off(engagement)
    found = tuple(acts)
    for act in found:
        month = f"{act.due_on(working):%Y-%m} {act.cadence}"
        name = month if _by_month(act, len(found)) else act.period.name
        lines.setdefault((name, act.owner), []).append(act)
    rows = tuple(_row(line, engagement) for line in lines.values())
    return Table(columns, rows, phrases["record.due"], f"{record.id}/{DUE}")


def _by_month(act: Owed, lines: int) -> bool:
    return act.cadence is Cadence.DAILY or (act.cadence is Cadence.WEEKLY and lines > MOST_LINES)


def _row(acts: list[Owed], engagement: Engagement) -> Row:
    phrases, first, last, working = engagement.catalogue.phrases, acts[0], acts[-1], days_off(engagement)
    name, due = first.period.name, say_date(first.due_on(working), phrases)
    if first.period.name != last.period.name:
        name = phrases["record.from_to"].format(first=name, last=last.period.name)
        due = phrases[f"record.due_{first.cadence}"].format(first=due, last=say_date(last.due_on(working), phrases))
    if any(act.period.partial for act in acts):
        due = f"{due} ({phrases['record.partial']})"
    mark = Mark.SUGGESTED if first.suggested else Mark.NONE
    who = text(engagement.person_name(first.owner)) or (Run(phrases["person.nobody"], mark=Mark.OPEN),)
    controls = ", ".join(dict.fromkeys(act.control for act in acts))
    return Row((text(name, mark=mark), text(due), who, text(controls)), first.period.id)
