"""A record that was entered long after the day it claims: kept, and told."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.domain.kept_records import KeptRecord
    from soc2desk.domain.records import RecordType

MOST_DAYS = 10
"""A record entered within as many days is taken to have been made when it says."""

_SIGNED = MappingProxyType(
    {
        "offboarding_checklist": "it_sign_off",
        "onboarding_checklist": "sign_off",
        "incident_log": "closed_by",
        "vendor_review": "reviewer_date",
        "control_owner_signoff": "signed",
        "readiness_review": "approved",
        "data_subject_request": "closed_by",
        "privacy_impact_assessment": "decision",
        "asset_inventory": "reconciled_by",
        "vulnerability_scan_review": "reviewer",
    }
)
"""Records that grow for a while, or have no day of their own: the day that counts is that of the last name."""
_DONE = MappingProxyType(
    {
        "access_review": "review_date",
        "access_request": "granted_at",
        "tabletop_exercise": "date",
        "change_record": "deployed_at",
        "log_review_record": "review_date",
        "risk_register": "last_reviewed",
        "backup_restore_test": "test_date",
        "vulnerability_scan_review": "scan_date",
        "training_attendance": "date",
        "policy_acknowledgement": "date",
        "management_review_minutes": "date",
        "deficiency_log": "found_date",
        "policy_review": "review_date",
        "disposal_record": "date",
        "disclosure_log": "date",
    }
)


@dataclass(frozen=True, slots=True)
class Late:
    """How late a record was entered: the field and day it claims, the day it was entered, and the days between."""

    field: str
    claimed: date
    entered: date
    days: int

    @property
    def is_late(self) -> bool:
        """Whether so many days lie between that a reader is told."""
        return self.days > MOST_DAYS


def performed(layout: RecordType) -> str:
    """Return the field with the day on which the work was done; empty for a layout without one."""
    return _DONE.get(layout.id, "")


def claimed(layout: RecordType) -> str:
    """Return the field with the day that a record claims: of the last name or of the work; empty for neither."""
    return _SIGNED.get(layout.id) or performed(layout)


def days_late(record: KeptRecord, layout: RecordType) -> Late | None:
    """Return the day that a record claims and how many days later it was entered.

    None for a layout without such a day, and while the day or the day of entering is not known.
    """
    name = claimed(layout)
    day = record.day(name) if name else None
    if day is None or record.entered_on is None:
        return None
    return Late(name, day, record.entered_on, (record.entered_on - day).days)
