"""Rules about vendors."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding

A_YEAR = timedelta(days=366)


def critical_vendor_not_reviewed(situation: Situation) -> Iterator[Finding]:
    """Yield each critical vendor without a review in the twelve months before the day of the check."""
    day = situation.engagement.day
    for vendor in situation.engagement.project.vendors:
        late = vendor.last_review is None or not day - A_YEAR <= vendor.last_review <= day
        if vendor.tier == "critical" and late:
            yield see(
                situation, "FD-65", f"vendors.{vendor.id}", about=vendor.id, controls=("VEN-04",), name=vendor.name,
                last=vendor.last_review or "-",
            )  # fmt: skip
