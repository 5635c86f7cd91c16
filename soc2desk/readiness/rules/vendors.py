"""Rules about vendors."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from soc2desk.domain.expected import LONGEST_BRIDGE
from soc2desk.domain.performed import act_day
from soc2desk.domain.vendors import METHODS
from soc2desk.readiness.dates import A_YEAR, listed
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.vendors import Vendor

REVIEW = "vendor_review"
CARVE_OUT, INCLUSIVE = METHODS
REVIEWED, LISTED, DESCRIBED = "VEN-04", "VEN-01", "COM-02"


def critical_vendor_not_reviewed(situation: Situation) -> Iterator[Finding]:
    """Yield each critical vendor without a review in the last twelve months; subservice organizations have a rule."""
    for vendor in situation.engagement.project.vendors:
        if vendor.tier == "critical" and not vendor.subservice and not _is_reviewed(vendor, situation.engagement):
            yield _not_reviewed("FD-65", vendor, situation)


def subservice_not_reviewed(situation: Situation) -> Iterator[Finding]:
    """Yield each subservice organization whose report nobody read in the last twelve months."""
    for vendor in situation.engagement.project.vendors:
        if vendor.subservice and not _is_reviewed(vendor, situation.engagement):
            yield _not_reviewed("FD-39", vendor, situation)


def _is_reviewed(vendor: Vendor, engagement: Engagement) -> bool:
    return any(one.last >= engagement.day - A_YEAR for one in engagement.reviews_of(vendor.id))


def _not_reviewed(rule: str, vendor: Vendor, situation: Situation) -> Finding:
    days = [one.last for one in situation.engagement.reviews_of(vendor.id)]
    never = situation.engagement.catalogue.phrases["finding.never"]
    last = max(days, default=None) or vendor.last_review or never
    place = f"vendors.{vendor.id}"
    return see(situation, rule, place, about=vendor.id, controls=(REVIEWED,), name=vendor.name, last=last)


def report_ends_early(situation: Situation) -> Iterator[Finding]:
    """Yield each carved-out vendor whose report, with its bridge letter, does not reach the end of the window.

    It speaks when the window is over: until then a newer report or a letter may still come.
    """
    engagement = situation.engagement
    end = engagement.scope.end
    if end is None or engagement.day <= end:
        return
    for vendor in engagement.project.vendors:
        why = _gap(vendor, end) if vendor.subservice and vendor.method != INCLUSIVE else ""
        if why:
            said = engagement.catalogue.phrases[f"finding.FD-40.{why}"]
            yield see(
                situation, "FD-40", f"vendors.{vendor.id}", about=vendor.id, controls=(REVIEWED,),
                why=said.format(name=vendor.name, until=vendor.report_until, end=end),
            )  # fmt: skip


def _gap(vendor: Vendor, end: date) -> str:
    """Return what is missing up to the end of the window: none, letter, too_long; empty for nothing."""
    until = vendor.report_until
    if until is None:
        return "none"
    if until >= end:
        return ""
    if (end - until).days > LONGEST_BRIDGE:
        return "too_long"
    return "" if vendor.bridge_until and vendor.bridge_until >= end else "letter"


def expectation_not_mapped(situation: Situation) -> Iterator[Finding]:
    """Yield each vendor whose newest review leaves something it expects of its customers without a control of ours."""
    engagement = situation.engagement
    for vendor in engagement.project.vendors:
        records = engagement.project.records
        reviews = [one for one in records if one.type == REVIEW and one.text("vendor") == vendor.name]
        newest = max(reviews, key=lambda one: act_day(one) or date.min, default=None)
        lines = newest.lines("cuec_mapping") if newest else ()
        bare = [str(line["expected"]) for line in lines if line.get("expected") and not line.get("control")]
        if bare:
            yield see(
                situation, "FD-41", f"vendors.{vendor.id}", about=vendor.id, controls=(REVIEWED,), name=vendor.name,
                count=len(bare), listed=listed(bare, engagement),
            )  # fmt: skip


def nothing_expected(situation: Situation) -> Iterator[Finding]:
    """Yield each carved-out vendor of which no complementary control is expected."""
    for vendor in situation.engagement.project.vendors:
        if vendor.subservice and vendor.method == CARVE_OUT and not vendor.expected_controls:
            place = f"vendors.{vendor.id}"
            yield see(situation, "FD-43", place, about=vendor.id, controls=(LISTED, DESCRIBED), name=vendor.name)
