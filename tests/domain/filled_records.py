"""A record of every layout with all that it must hold, for the tests of its rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from soc2desk.domain.engagement import Engagement, decide_engagement
from soc2desk.domain.kept_records import KeptRecord, Signature
from soc2desk.domain.record_fields import AHEAD
from tests.composed import catalogue, sample

if TYPE_CHECKING:
    from soc2desk.domain.kept_records import Entry, Line
    from soc2desk.domain.records import RecordColumn, RecordField, RecordType

DAY = date(2027, 4, 30)
"""The day on which the records are looked at: the first quarter examined is over."""
DONE, SIGNED, LATER = date(2027, 3, 15), date(2027, 3, 16), date(2027, 6, 30)
FIRST, SECOND, THIRD = "priya-natarajan", "yuki-tanabe", "daniel-obrien"
"""An owner of controls, her backup, and somebody who owns none."""
_OTHER: dict[str, dict[str, Entry]] = {
    "access_review": {"period": "2027-Q1", "own_access_reviewer": SECOND},
    "offboarding_checklist": {
        "person": THIRD,
        "last_day_time": datetime(2027, 3, 15, 9, 0),  # noqa: DTZ001
        "control_ownership": ({"control": "none"},),
    },
    "onboarding_checklist": {"person": THIRD, "role_training": DONE, "start_date": DONE},
    "access_request": {
        "user": THIRD,
        "manager_approval": Signature(FIRST, DONE),
        "owner_approval": Signature(SECOND, DONE),
    },
    "tabletop_exercise": {
        "participants": (
            {"name": "helen-marchetti", "role": "Sponsor", "attended": True},
            {"name": FIRST, "role": "Incident commander", "attended": True},
        )
    },
    "incident_log": {"personal_affected": "no"},
    "change_record": {"approval": Signature(SECOND, DONE), "peer_review": Signature(SECOND, DONE), "type": "emergency"},
    "management_review_minutes": {"chair": "margaret-lindqvist"},
    "control_owner_signoff": {"owner": THIRD, "quarter": "2027-Q1"},
    "control_self_assessment": {"result": "deficient"},
    "vendor_review": {"subservice": "carve_out", "next_review": date(2028, 3, 1)},
    "readiness_review": {"reviewer": THIRD},
    "asset_inventory": {"sources": "Jamf, Google Workspace"},
    "policy_review": {"published": SIGNED, "next_review": date(2028, 3, 1)},
    "risk_register": {"treatment": "accept"},
    "data_subject_request": {"decision": "refused"},
    "privacy_breach_register": {"retention_until": date(2033, 1, 1)},
    "privacy_impact_assessment": {"trigger": "transfer", "officer_consulted": Signature(FIRST, DONE)},
}


@cache
def engagement() -> Engagement:
    """Return the first sample as it stands on the day."""
    return decide_engagement(catalogue(), sample("brightwater"), DAY)


def with_records(*records: KeptRecord) -> Engagement:
    """Return the engagement with these records in its project."""
    project = replace(sample("brightwater"), records=records)
    return decide_engagement(catalogue(), project, DAY)


def filled(layout: RecordType, **values: Entry | None) -> KeptRecord:
    """Return a record in which every field says something; None takes one out."""
    said: dict[str, Entry | None] = {field.name: _entry(field) for field in layout.fields}
    if layout.id == "readiness_review":
        said["walkthroughs"] = tuple(
            {"control": one.id, "owner": FIRST, "evidence": "Seen", "ready": "yes"} for one in engagement().controls
        )
    said |= _OTHER.get(layout.id, {}) | values
    kept = {name: value for name, value in said.items() if value is not None}
    return KeptRecord("one", layout.id, values=kept, entered_by=FIRST, entered_on=SIGNED)


def _entry(field: RecordField) -> Entry:
    if field.kind == "table":
        line: Line = {column.name: _scalar(column) for column in field.columns}  # type: ignore[misc]
        return (line,)
    return _scalar(field)


def _scalar(one: RecordField | RecordColumn) -> Entry:
    day = LATER if one.name in AHEAD else DONE
    kinds: dict[str, Entry] = {
        "choice": one.choices[0] if one.choices else "",
        "boolean": True,
        "number": 3.0,
        "date": day,
        "datetime": datetime(day.year, day.month, day.day, 9, 30),  # noqa: DTZ001
        "person": FIRST,
        "signature": Signature(SECOND, SIGNED),
    }
    return kinds.get(one.kind, "Row counts of 12 tables were equal")
