"""Vendors, and which of them are subservice organizations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

TIERS = ("critical", "important", "low")
METHODS = ("carve_out", "inclusive")


@dataclass(frozen=True, slots=True)
class Vendor:
    """One third party. `tier` is one of TIERS; `method` one of METHODS for a subservice organization, else empty.

    `data` says in words what it holds of the company's; `report_from` and `report_until` what its newest report covers,
    and `bridge_until` the last day of which it says in a letter that nothing has changed since.
    `expected_controls` are the controls we expect of a subservice organization, in the company's words.
    """

    id: str
    name: str
    service: str = ""
    tier: str = "low"
    location: str = ""
    subservice: bool = False
    method: str = ""
    holds_customer_data: bool = False
    holds_personal_information: bool = False
    data: str = ""
    last_review: date | None = None
    report: str = ""
    report_from: date | None = None
    report_until: date | None = None
    bridge_until: date | None = None
    owner: str = ""
    expected_controls: tuple[str, ...] = ()

    @property
    def is_named_in_notice(self) -> bool:
        """Whether people who are in the service are told of it: it holds customer data, and information about them."""
        return self.holds_customer_data and self.holds_personal_information
