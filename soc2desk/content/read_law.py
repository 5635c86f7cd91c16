"""Laws and their duties, joined with their words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from soc2desk.content.found import read_sheets
from soc2desk.content.joining import check_ids, join, rows
from soc2desk.content.names import read_condition
from soc2desk.content.rows import LawFile
from soc2desk.domain.law import Duty, Law

if TYPE_CHECKING:
    from soc2desk.content.found import Found
    from soc2desk.content.joining import Reading
    from soc2desk.content.rows import DutyRow, LawRow


def read_laws(reading: Reading) -> tuple[Law, ...]:
    """Return every law with its duties, in the order of the files."""
    sheets = read_sheets(reading.files, "resources/law/", LawFile, "file of law")
    laws = rows(sheets, "laws", "law", reading)
    for row in laws:
        _check_day(row, "read_on", reading)
    by_law = _duties(rows(sheets, "duties", "duty", reading), reading)
    return tuple(
        Law(
            row.id,
            text.value.name,
            text.value.short,
            text.value.regulator,
            row.value.read_on,
            tuple(by_law.get(row.id, ())),
            read_condition(row, row.value.when, reading, "when"),
            text.value.note,
        )
        for row, text in join(laws, "laws", "law", reading)
    )


def _check_day(row: Found[LawRow] | Found[DutyRow], name: str, reading: Reading) -> None:
    try:
        date.fromisoformat(getattr(row.value, name))
    except ValueError:
        message = f"{row.id} has no day under {name}."
        reading.problems.append(row.refuse(message, name, hint="Write a day such as 2026-11-22."))


def _duties(found: list[Found[DutyRow]], reading: Reading) -> dict[str, list[Duty]]:
    made: dict[str, list[Duty]] = {}
    for row, text in join(found, "duties", "duty", reading):
        check_ids(row, "law", "law", reading)
        check_ids(row, "criteria", "criterion", reading)
        check_ids(row, "controls", "control", reading)
        if row.value.since:
            _check_day(row, "since", reading)
        value, said = row.value, text.value
        duty = Duty(
            id=row.id,
            title=said.title,
            reference=said.reference,
            asks=said.asks,
            source=value.source,
            criteria=value.criteria,
            controls=value.controls,
            when=read_condition(row, value.when, reading, "when"),
            since=value.since,
            applies=said.applies,
            doubt=said.doubt,
            is_doubted=value.number == "doubted",
        )
        made.setdefault(value.law, []).append(duty)
    return made
