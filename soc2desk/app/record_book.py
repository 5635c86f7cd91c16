"""The records of a project beside what is owed: which there are, which are missing, and what each of them lacks."""

from __future__ import annotations

import operator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.app.record_entering import occurrence_of, record_stem
from soc2desk.document.record_words import plainly
from soc2desk.domain.entered_late import days_late
from soc2desk.domain.owed import owed
from soc2desk.domain.record_lacks import TABLE
from soc2desk.domain.record_rules import RULES, lacks_of_all, record_lacks
from soc2desk.readiness.acts import is_in_tool, is_shown
from soc2desk.reading.days_off import days_off

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import KeptRecord
    from soc2desk.domain.owed import Owed
    from soc2desk.domain.record_lacks import Lack
    from soc2desk.domain.records import RecordType


class Filling(StrEnum):
    """How far a record is. ELSEWHERE is what a piece of evidence shows, so that no record of it is missing."""

    NOT_STARTED = "not_started"
    INCOMPLETE = "incomplete"
    COMPLETE = "complete"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the book: an occurrence that is owed, a record, or both.

    `occurrence` is empty for what an event set off; `also` are further controls that the same record serves.
    """

    layout: RecordType
    occurrence: str = ""
    also: tuple[str, ...] = ()
    due: date | None = None
    owner: str = ""
    record: KeptRecord | None = None
    lacks: tuple[Lack, ...] = ()
    has_evidence: bool = False

    @property
    def serves(self) -> tuple[str, ...]:
        """Every occurrence that the line stands for."""
        period = self.occurrence.rpartition("/")[2]
        return (self.occurrence, *(f"{control}/{period}" for control in self.also))

    @property
    def filling(self) -> Filling:
        """How far it is."""
        if self.record is None:
            return Filling.ELSEWHERE if self.has_evidence else Filling.NOT_STARTED
        return Filling.INCOMPLETE if self.lacks else Filling.COMPLETE

    @property
    def days_late(self) -> int:
        """How many days after the day it claims it was entered, where a reader is told; 0 otherwise."""
        late = days_late(self.record, self.layout) if self.record else None
        return late.days if late and late.is_late else 0


class RecordBook:
    """Knows what each record lacks as long as neither it nor what the rules look at has changed."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._engagement: Engagement | None = None
        self._seen: tuple[object, ...] = ()
        self._by_type: dict[str, list[KeptRecord]] = {}
        self._lacks: dict[str, tuple[KeptRecord, tuple[Lack, ...]]] = {}
        self._entries: dict[str, tuple[list[KeptRecord], tuple[Entry, ...]]] = {}

    def lacks(self, record: KeptRecord, engagement: Engagement) -> tuple[Lack, ...]:
        """Return what a record lacks."""
        self._look(engagement)
        known = self._lacks.get(record.id)
        if known is None or (known[0] is not record and known[0] != record):
            known = (record, record_lacks(record, engagement, days_off(engagement)))
            self._lacks[record.id] = known
        return known[1]

    def entries(self, layout: RecordType, engagement: Engagement) -> tuple[Entry, ...]:
        """Return the lines of a type: what is owed by its day, with its records, then the other records."""
        self._look(engagement)
        records = self._by_type.get(layout.id, [])
        known = self._entries.get(layout.id)
        if known is None or not _are_same(known[0], records):
            known = (records, self._made(layout, records, engagement))
            self._entries[layout.id] = known
        return known[1]

    def _made(self, layout: RecordType, records: list[KeptRecord], engagement: Engagement) -> tuple[Entry, ...]:
        due = _due(layout, engagement)
        by_period: dict[str, list[KeptRecord]] = {}
        others: list[KeptRecord] = []
        for record in records:
            named = record.occurrence or occurrence_of(layout, record.values, engagement)
            period = named.rpartition("/")[2]
            (by_period.setdefault(period, []) if period in due else others).append(record)
        found = [
            self._entry(one, record, engagement) for name, one in due.items() for record in by_period.get(name, ())
        ]
        found += [one for name, one in due.items() if name not in by_period]
        found.sort(key=lambda one: str(one.due))
        return (*found, *(self._entry(Entry(layout, one.occurrence), one, engagement) for one in others))

    def _entry(self, one: Entry, record: KeptRecord, engagement: Engagement) -> Entry:
        return replace(one, record=record, lacks=self.lacks(record, engagement))

    def _look(self, engagement: Engagement) -> None:
        """Forget what was known when something changed that a rule may look at."""
        if engagement is self._engagement:
            return
        self._engagement = engagement
        project = engagement.project
        self._by_type = {}
        for record in project.records:
            self._by_type.setdefault(record.type, []).append(record)
        seen = (
            project.answers, project.people, project.roles, project.owners, project.control_states, project.approvals,
            project.own_controls, project.evidence, self._by_type.get(BREACHES), engagement.day,
        )  # fmt: skip
        if seen != self._seen:
            self._lacks.clear()
            self._entries.clear()
            self._seen = seen
        there = {one.id for one in project.records}
        for gone in self._lacks.keys() - there:
            del self._lacks[gone]


BREACHES = "privacy_breach_register"
"""Records that a rule about others looks at."""


def _are_same(before: list[KeptRecord], now: list[KeptRecord]) -> bool:
    return len(before) == len(now) and all(map(operator.is_, before, now))


def _due(layout: RecordType, engagement: Engagement) -> dict[str, Entry]:
    """Return what is owed by the name of its period: controls with one period are served by one record.

    Nothing is owed here of what a tool keeps: there is no second book.
    """
    found: dict[str, Entry] = {}
    for act in () if is_in_tool(engagement, layout.id) else owed(engagement, layout.owed_by):
        name, has_evidence = act.period.name, _has_evidence(act, engagement)
        before = found.get(name)
        if before is None:
            found[name] = Entry(layout, act.period.id, (), act.period.due, act.owner, has_evidence=has_evidence)
        else:
            found[name] = replace(
                before, also=(*before.also, act.control), has_evidence=before.has_evidence and has_evidence
            )
    return found


def _has_evidence(act: Owed, engagement: Engagement) -> bool:
    pieces = {item.id for item in engagement.project.evidence}
    return is_shown(act.period, (one for one in engagement.shown.get(act.control, ()) if one.source in pieces))


def said_lack(lack: Lack, layout: RecordType, engagement: Engagement) -> str:
    """Return a lack as words: the field, the line of its table and the column, and what is missing or wrong."""
    phrases = engagement.catalogue.phrases
    message = phrases[f"record_lack.{lack.message}"].format(**dict(lack.values))
    field = next((one for one in layout.fields if one.name == lack.field), None)
    if field is None:
        return message
    parts = [plainly(field.label, engagement, layout.id)]
    if lack.line:
        parts.append(phrases["record_lack.line"].format(number=lack.line))
    column = next((one for one in field.columns if one.name == lack.column), None) if field.kind == TABLE else None
    if column is not None:
        parts.append(plainly(column.label, engagement, layout.id))
    return f"{', '.join(parts)}: {message}"


def about_record(record: KeptRecord, engagement: Engagement, *, is_short: bool = False) -> str:
    """Return what tells a record from others of its type: the system, the number, the day; else its id.

    `is_short` leaves its period out.
    """
    layout = engagement.catalogue.record[record.type]
    period = record.occurrence.rpartition("/")[2]
    words = record_stem(layout, record.values).removeprefix(layout.title).split()
    said = " ".join(word for word in words if not period or word != period)
    return said if is_short else f"{period} {said}".strip() or record.id


def seen_together(layout: RecordType, engagement: Engagement) -> tuple[Lack, ...]:
    """Return what all records of a type lack together: a period without one, somebody left out."""
    return lacks_of_all(layout, engagement)


def eye_rules(layout: RecordType, engagement: Engagement) -> tuple[str, ...]:
    """Return the rules of a record in words that only a person who looks can decide."""
    pairs = zip(RULES.get(layout.id, ()), layout.rules, strict=True)
    return tuple(plainly(words, engagement, layout.id) for rule, words in pairs if rule.is_for_the_eye)
