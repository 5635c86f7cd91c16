"""A record entered, changed or taken out: the program keeps the days on which that was done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.app.rows import fresh_id
from soc2desk.app.transfer import approver
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.clock import refuse_behind
from soc2desk.domain.due import periods
from soc2desk.domain.entered_late import claimed
from soc2desk.domain.owed import fiscal_start, owed
from soc2desk.domain.problems import ProjectProblem, SeveralProblems, UsageProblem, nearest
from soc2desk.domain.record_fields import field_lacks
from soc2desk.domain.record_lacks import Looked, day_of
from soc2desk.storage.codec_records import record_to_plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from soc2desk.app.desk import Desk
    from soc2desk.app.session import Where
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import Entry, KeptRecord
    from soc2desk.domain.project import Project
    from soc2desk.domain.records import RecordType
    from soc2desk.reading.located import Plain

RECORDS = "records"
_PERIODS = ("period.id",)
_KEYS = frozenset(
    {"period.id", "system.name", "vendor.name", "person.name", "policy.title", "document.title", "control.id"}
)


_TOLD_BY = MappingProxyType(
    {
        "backup_restore_test": ("test_date", "system"),
        "disposal_record": ("item", "date"),
        "disclosure_log": ("recipient", "date"),
        "training_attendance": ("course", "date"),
        "tabletop_exercise": ("date",),
        "vulnerability_scan_review": ("scan_date", "tool"),
    }
)
"""Fields that tell one record of a type from another, where its first field does not."""


@dataclass(frozen=True, slots=True)
class Entering:
    """Who enters records on which day. `by` is a person id, empty for nobody named."""

    today: date
    by: str = ""

    def stamped(self, record: KeptRecord, before: KeptRecord | None) -> KeptRecord:
        """Return a record with the days that the program keeps, whatever days it came with.

        One that was there keeps who entered it and when; a change adds the day of the change, and to each day or
        signature that it brings the day on which that was said. What stays as it was keeps all of it.
        """
        if before is None:
            return replace(record, entered_by=self.by, entered_on=self.today, changed_on=None, said_on={})
        kept = replace(
            record, entered_by=before.entered_by, entered_on=before.entered_on, changed_on=before.changed_on,
            said_on=self._said(record, before),
        )  # fmt: skip
        return kept if kept == before else replace(kept, changed_on=self.today)

    def _said(self, record: KeptRecord, before: KeptRecord) -> dict[str, date]:
        """Return when each day of a record was entered, by field, where that was not the day of the record.

        A signature is a day and a name: another name under an old day is put there today.
        """
        days = {
            name: before.entered(name) if value == before.values.get(name) else self.today
            for name, value in record.values.items()
            if record.day(name) is not None
        }
        return {name: day for name, day in days.items() if day is not None and day != before.entered_on}


def entered(project: Project, records: Iterable[KeptRecord], engagement: Engagement, entering: Entering) -> Project:
    """Return the project with records entered or changed, each stamped.

    Raises a ProjectProblem for each day that says what was done and has not come yet.
    """
    refuse_behind(project, entering.today)
    there = {one.id: one for one in project.records}
    for record in records:
        refuse_ahead(record, engagement)
        there[record.id] = entering.stamped(record, there.get(record.id))
    return replace(project, records=tuple(there.values()))


def put_of(project: Project, record: KeptRecord, entering: Entering) -> dict[Where, Plain]:
    """Return one record, stamped, as a change of an open project. Raises ProjectProblem for a clock that is behind."""
    refuse_behind(project, entering.today)
    before = next((one for one in project.records if one.id == record.id), None)
    return {(RECORDS, record.id): dict(record_to_plain(entering.stamped(record, before)))}


def refuse_ahead(record: KeptRecord, engagement: Engagement) -> None:
    """Raise a ProjectProblem for each day of a record that lies ahead although it says what was done."""
    looked = Looked(record, engagement.catalogue.record[record.type], engagement)
    hint = "Only what was done can be entered; enter it on the day or later."
    ahead = [
        ProjectProblem(
            f"{dict(one.values)['day']} has not come yet.", where=_place(record.id, one.field, one.line), hint=hint
        )
        for one in field_lacks(looked)
        if one.message == "ahead"
    ]
    if len(ahead) == 1:
        raise ahead[0]
    if ahead:
        raise SeveralProblems(ahead)


def _place(record: str, field: str, line: int) -> str:
    return f"{RECORDS}.{record}.{field}" + (f", line {line}" if line else "")


def entering_by(desk: Desk, project: Project, by: str) -> Entering:
    """Return who enters: a person by id or full name who works here today; nobody named for no words."""
    return Entering(desk.today, approver(desk, project, by).id if by else "")


def known_layout(engagement: Engagement, type_: str) -> RecordType:
    """Return a layout by its id. Raises UsageProblem for an unknown one, naming the nearest."""
    layouts = engagement.catalogue.record
    if type_ not in layouts:
        hint = nearest(type_, layouts) or f"Types of record: {', '.join(layouts)}."
        raise UsageProblem(f'There is no type of record "{type_}".', hint=hint)
    return layouts[type_]


def known_record(project: Project, id_: str) -> KeptRecord:
    """Return a record by its id. Raises UsageProblem for an unknown one, naming the nearest."""
    ids = {one.id: one for one in project.records}
    if id_ not in ids:
        hint = nearest(id_, ids) or "soc2desk record list shows the records there are."
        raise UsageProblem(f'There is no record "{id_}".', hint=hint)
    return ids[id_]


def record_id(layout: RecordType, values: Mapping[str, Entry], occurrence: str, taken: Collection[str]) -> str:
    """Return a readable id that is not taken: the type, and what tells one record from another."""
    return fresh_id(record_stem(layout, values, occurrence), taken, layout.id.replace("_", "-"))


def record_stem(layout: RecordType, values: Mapping[str, Entry], occurrence: str = "") -> str:
    """Return the words that tell one record of a type from another: its period and system, its number, its day."""
    named = [field.name for field in layout.fields if field.filled_from in _KEYS and field.kind != "table"]
    if not named:
        first = next(field.name for field in layout.fields if field.kind in {"text", "person", "date", "datetime"})
        named = list(_TOLD_BY.get(layout.id, (first,)))
    said = (values[name] for name in named if name in values)
    words = [str(day_of(value) or value) for value in said if not isinstance(value, tuple)]
    period = occurrence.rpartition("/")[2]
    if period and not any(period in word for word in words):
        words.insert(0, period)
    return " ".join([layout.title, *words])


def occurrence_of(layout: RecordType, values: Mapping[str, Entry], engagement: Engagement) -> str:
    """Return the occurrence that a record was made for: by the period it names, else by its day. Empty for none."""
    if not layout.owed_by:
        return ""
    named = [field.name for field in layout.fields if field.filled_from in _PERIODS]
    period = next((str(values[name]) for name in named if name in values), "")
    if period:
        return f"{layout.owed_by[0]}/{period.strip()}" if _is_period(period, layout, engagement) else ""
    return _by_day(layout, values, engagement)


def _is_period(name: str, layout: RecordType, engagement: Engagement) -> bool:
    return any(act.period.name == name.strip() for act in owed(engagement, layout.owed_by[:1]))


def _by_day(layout: RecordType, values: Mapping[str, Entry], engagement: Engagement) -> str:
    day = day_of(values.get(claimed(layout)))
    control = layout.owed_by[0]
    state = engagement.worked.get(control)
    value = state.cadence.value if state and state.cadence else ""
    if day is None or not isinstance(value, str) or value not in set(Cadence):
        return ""
    found = periods(control, Cadence(value), day, day, fiscal_start(engagement))
    return found[0].id if found else ""
