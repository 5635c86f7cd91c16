"""A record that was entered, dated or signed long after the day it claims: kept, and told."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.kept_records import Signature

if TYPE_CHECKING:
    from collections.abc import Iterator
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

    A signature that was added later is a claim of its own; the one that came latest counts. None for a layout without
    such a day, and while the day or the day of entering is not known.
    """
    found = [one for one in (_late(record, name) for name in _claims(record, layout)) if one is not None]
    return max(found, key=lambda one: one.days, default=None)


def _claims(record: KeptRecord, layout: RecordType) -> Iterator[str]:
    name = claimed(layout)
    if name:
        yield name
    yield from (one for one in record.said_on if one != name and isinstance(record.values.get(one), Signature))


def _late(record: KeptRecord, name: str) -> Late | None:
    day, entered = record.day(name), record.entered(name)
    return None if day is None or entered is None else Late(name, day, entered, (entered - day).days)
