"""What shows that a control was performed: records and evidence, each with the days it speaks of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.conditions import NOT_KNOWN, decide
from soc2desk.domain.courses import COURSES
from soc2desk.domain.evidence import Standing
from soc2desk.domain.kept_records import Signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.conditions import Known, NotKnown
    from soc2desk.domain.evidence import Evidence
    from soc2desk.domain.kept_records import KeptRecord
    from soc2desk.domain.project import Project
    from soc2desk.domain.records import RecordType

DAY_OF = MappingProxyType(
    {
        "access_review": "review_date",
        "change_record": "deployed_at",
        "log_review_record": "review_date",
        "risk_register": "last_reviewed",
        "vendor_review": "reviewer_date",
        "readiness_review": "approved",
        "control_owner_signoff": "signed",
        "asset_inventory": "reconciled_by",
        "privacy_impact_assessment": "decision",
    }
)
"""The field that says on which day an act was done, where it is not the first day of the record."""
AWARENESS, OWNERS_TRAINED = "HRS-03", "HRS-04"
"""The controls that courses taken show."""
AT_WORK = "fieldwork"
"""The phase in which an auditor asks for what was done; documents asked for before or after it show nobody at work."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that shows a control: `source` is the id of a record or of a piece of evidence.

    It speaks of the days from `first` to `last`. `occurrence` is the act it was made for, empty for none said.
    `nothing` says that it shows, with its list, that there was nothing to do.
    """

    source: str
    first: date
    last: date
    occurrence: str = ""
    nothing: bool = False

    def touches(self, first: date, last: date) -> bool:
        """Return whether it speaks of one of these days, both included."""
        return self.first <= last and first <= self.last


def shown_by(
    catalogue: Catalogue, project: Project, day: date, known: Mapping[str, Known | NotKnown]
) -> dict[str, tuple[Shown, ...]]:
    """Return what shows each control by `day`, by id: complete records, courses taken, evidence that nobody rejected.

    What bears a later day shows nothing yet.
    """
    found: dict[str, list[Shown]] = defaultdict(list)
    shown = (*_from_records(catalogue, project, known), *_from_evidence(catalogue, project), *_from_training(project))
    for control, one in shown:
        if one.first <= day:
            found[control].append(one)
    return {control: tuple(of_it) for control, of_it in found.items()}


def _from_records(
    catalogue: Catalogue, project: Project, known: Mapping[str, Known | NotKnown]
) -> Iterator[tuple[str, Shown]]:
    for record in project.records:
        layout, on = catalogue.record.get(record.type), act_day(record)
        if layout is not None and on is not None and is_filled_in(record, layout, known):
            one = Shown(record.id, on, on, record.occurrence)
            yield from ((control, one) for control in controls_shown(record, layout))


def controls_shown(record: KeptRecord, layout: RecordType) -> Iterable[str]:
    """Return the controls that a record shows: the one it was made for, else those that its layout is kept for."""
    if record.occurrence:
        return (record.occurrence.partition("/")[0],)
    return layout.owed_by or layout.controls


def act_day(record: KeptRecord) -> date | None:
    """Return the day on which what a record tells was done; None while it names none."""
    named = DAY_OF.get(record.type)
    if named is not None:
        return record.day(named)
    return next((day for name in record.values if (day := record.day(name)) is not None), None)


def is_filled_in(record: KeptRecord, layout: RecordType, known: Mapping[str, Known | NotKnown]) -> bool:
    """Return whether every field that this record needs holds something; a table may have no line to tell."""
    return all(
        _holds(record, field.name)
        for field in layout.fields
        if field.required
        and field.kind != "table"
        and decide(field.when, known) is not False
        and decide(field.required_when, _said(record, layout)) is not False
    )


def _said(record: KeptRecord, layout: RecordType) -> dict[str, Known | NotKnown]:
    return {field.name: _plain(record.values.get(field.name)) for field in layout.fields}


def _plain(value: object) -> Known | NotKnown:
    return value if isinstance(value, str | bool) else NOT_KNOWN


def _holds(record: KeptRecord, name: str) -> bool:
    value = record.values.get(name)
    return value.on is not None if isinstance(value, Signature) else value not in {None, ""}


def _from_evidence(catalogue: Catalogue, project: Project) -> Iterator[tuple[str, Shown]]:
    for one in project.evidence:
        span = days_of(one)
        if one.state is Standing.REJECTED or span is None:
            continue
        nothing = one.state is Standing.NONE_OCCURRED or (one.is_list and one.rows == 0)
        shown = Shown(one.id, *span, one.occurrence, nothing=nothing)
        yield from ((control, shown) for control in controls_of(one, catalogue))


def _from_training(project: Project) -> Iterator[tuple[str, Shown]]:
    """Yield the courses that people took: the one for everybody shows awareness, each other the training of owners."""
    everybody = {course.id for course in COURSES if course.is_for_everybody}
    for one in project.completions:
        yield AWARENESS if one.course in everybody else OWNERS_TRAINED, Shown(one.id, one.on, one.on)


def controls_of(one: Evidence, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the controls that a piece of evidence shows performed: by its occurrence, its own word, its requests.

    A document asked for in planning tells what is written; it shows nobody at work.
    """
    asked = (catalogue.request[id_] for id_ in one.requests if id_ in catalogue.request)
    at_work = (request for request in asked if request.kind != "document" or request.phase == AT_WORK)
    by_request = (control for request in at_work for control in request.controls)
    owed = (one.occurrence.partition("/")[0],) if one.occurrence else ()
    return tuple(dict.fromkeys((*owed, *one.controls, *by_request)))


def days_of(one: Evidence) -> tuple[date, date] | None:
    """Return the first and last day that a piece of evidence speaks of; None where it bears no day at all."""
    run = one.run_at.date() if isinstance(one.run_at, datetime) else None
    known = one.dated or run or one.received
    first = one.covers_from or one.covers_until or known
    last = one.covers_until or known or first
    return (first, max(first, last)) if first and last else None
