"""Rules about what a law asks, whatever is examined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.vendors import Vendor

QUEBEC, OUTSIDE = "QC", "outside"
ASSESSMENT = "privacy_impact_assessment"
SPELLED = ("quebec", "québec")
ELSEWHERE = ("united states", "countries", "europe", "usa")
TOLD_IN = ("project", "flows", "information")
"""The fields of an assessment in which a vendor is named."""


def transfer_not_assessed(situation: Situation) -> Iterator[Finding]:
    """Yield each vendor that keeps information about people outside Quebec, where its law asks for an assessment."""
    engagement = situation.engagement
    if engagement.names.known["quebec_law_applies"] is not True:
        return
    for vendor in engagement.project.vendors:
        if vendor.holds_personal_information and _is_outside(vendor, engagement) and not _assessed(vendor, engagement):
            yield see(
                situation, "FD-54", f"vendors.{vendor.id}", about=vendor.id, controls=("PRV-04", "VEN-02"),
                name=vendor.name, location=vendor.location,
            )  # fmt: skip


def _is_outside(vendor: Vendor, engagement: Engagement) -> bool:
    """Return whether a place outside Quebec is named; where no place is named, nobody knows."""
    said = vendor.location.casefold()
    province = engagement.catalogue.questions["province"]
    others = [province.choice_label(id_).casefold() for id_ in province.choices if id_ not in {QUEBEC, OUTSIDE}]
    names_other = any(other in said for other in (*others, *ELSEWHERE))
    return bool(said) and (names_other or not any(spelled in said for spelled in SPELLED))


def _assessed(vendor: Vendor, engagement: Engagement) -> bool:
    name = vendor.name.casefold()
    for record in engagement.project.records:
        decided = record.day("decision")
        is_over = record.type == ASSESSMENT and decided is not None and decided <= engagement.day
        if is_over and any(name in record.text(field).casefold() for field in TOLD_IN):
            return True
    return False
