"""Days that a person types for what was decided, rated or seen: claims, each with a day of entry beside it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

CLAIMED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "vendors": ("last_review",),
        "service_accounts": ("rotated_on",),
        "risks": ("rated_on", "reviewed_on", "accepted_on"),
        "exceptions": ("approved_on", "closed_on"),
        "certificates": ("issued_on",),
        "skills": ("rated_on",),
        "retests": ("shown_on",),
        "own_documents": ("approved_on",),
    }
)
"""The days of each table that say when something was done, and that a person types as they remember them."""

SPEAKS_OF: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType(
    {
        ("vendors", "last_review"): ("name",),
        ("service_accounts", "rotated_on"): ("name", "system"),
        ("risks", "rated_on"): ("name", "likelihood", "impact"),
        ("risks", "reviewed_on"): ("name", "treatment", "residual_likelihood", "residual_impact"),
        ("risks", "accepted_on"): (
            "name", "likelihood", "impact", "treatment", "residual_likelihood", "residual_impact", "accepted_by",
        ),
        ("exceptions", "approved_on"): ("name", "document", "systems", "requested_by", "approved_by", "ends_on"),
        ("exceptions", "closed_on"): ("name", "document", "systems"),
        ("certificates", "issued_on"): ("person", "name"),
        ("skills", "rated_on"): ("person", "area", "before", "after"),
        ("retests", "shown_on"): ("name", "report", "controls"),
        ("own_documents", "approved_on"): ("title", "version", "approved_by", "digest"),
    }
)  # fmt: skip
"""What each of them says was rated, reviewed or decided: once that is another, the day is claimed of something new."""


@dataclass(frozen=True, slots=True)
class EntryDay:
    """The day on which a claimed day was entered. `id` is table, row and field: "risks.staff-leave.rated_on"."""

    id: str
    on: date
