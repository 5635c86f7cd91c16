"""The courses of the kit: who each of them is for, and how long before the examination it is held."""

from __future__ import annotations

from dataclasses import dataclass

EVERYBODY = "all_staff"
"""Stands in place of a role for a course that each person takes."""


@dataclass(frozen=True, slots=True)
class Course:
    """One course. `roles` are role ids, or EVERYBODY; `families` those whose control owners take it too.

    `weeks` says how long before the first examined day it is held; `again` the hours of the shorter course that
    repeats it; `area` is one of the areas of skill. Its title and text are the document of the same id.
    """

    id: str
    hours: int
    weeks: int
    roles: tuple[str, ...]
    families: tuple[str, ...] = ()
    again: int = 1
    area: str = "fundamentals"

    @property
    def is_for_everybody(self) -> bool:
        """Whether each person takes it, whatever the role."""
        return EVERYBODY in self.roles


LEADS = (
    "executive_sponsor", "security_lead", "it_lead", "engineering_lead", "hr_lead", "privacy_officer", "support_lead",
    "vendor_manager",
)  # fmt: skip
WATCHERS = ("security_lead", "it_lead", "engineering_lead")
RESPONDERS = ("security_lead", "it_lead", "support_lead", "privacy_officer", "executive_sponsor", "engineering_lead")
ACCESS_KEEPERS = ("it_lead", "hr_lead", "security_lead")
COURSES = (
    Course("TRN-01", 2, 7, (EVERYBODY,)),
    Course("TRN-02", 4, 8, LEADS, ("GOV", "COM", "AST", "RSK", "MON")),
    Course("TRN-03", 4, 6, ACCESS_KEEPERS, ("ACC", "NET", "CRY", "END", "PHY"), area="access_identity"),
    Course("TRN-04", 6, 5, WATCHERS, ("LOG",), 2, area="logging_monitoring"),
    Course("TRN-05", 4, 5, WATCHERS, ("VUL",), area="logging_monitoring"),
    Course("TRN-06", 6, 4, RESPONDERS, ("IRS",), 2, area="incident_response"),
    Course("TRN-07", 4, 6, ("engineering_lead", "it_lead", "security_lead"), ("CHG",), area="change_management"),
    Course("TRN-08", 3, 5, ("vendor_manager", "security_lead"), ("VEN",)),
    Course("TRN-09", 2, 6, ("hr_lead",), ("HRS",)),
    Course("TRN-10", 3, 5, ("engineering_lead", "it_lead"), ("BCP",)),
    Course("TRN-11", 2, 4, ("security_lead", "engineering_lead", "support_lead"), ("DAT",)),
    Course("TRN-12", 3, 4, ("engineering_lead", "support_lead"), ("PIN",)),
    Course("TRN-13", 4, 4, ("privacy_officer", "executive_sponsor", "support_lead"), ("PRV",)),
    Course("TRN-14", 1, 8, ("executive_sponsor",)),
)
"""The courses of the kit."""
