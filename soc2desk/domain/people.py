"""People, the roles they hold and the controls they own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Person:
    """One person. `id` is readable, chosen once and never printed.

    `end` is the last day of employment, `reviewed_on` the day of the last performance review.
    """

    id: str
    name: str
    title: str = ""
    email: str = ""
    start: date | None = None
    end: date | None = None
    absent_from: date | None = None
    absent_until: date | None = None
    moved_on: date | None = None
    reviewed_on: date | None = None
    contractor: bool = False
    note: str = ""

    def has_left(self, day: date) -> bool:
        """Return whether the last day of employment is on or before `day`."""
        return self.end is not None and self.end <= day

    def is_here(self, day: date) -> bool:
        """Return whether the person works here on `day`."""
        return not self.has_left(day) and (self.start is None or self.start <= day)

    def is_away(self, day: date) -> bool:
        """Return whether the person is on a long absence on `day`; one without a last day goes on."""
        if self.absent_from is None and self.absent_until is None:
            return False
        begun = self.absent_from is None or self.absent_from <= day
        return begun and (self.absent_until is None or day <= self.absent_until)

    def can_work(self, day: date) -> bool:
        """Return whether the person works here on `day` and is not on a long absence."""
        return self.is_here(day) and not self.is_away(day)


@dataclass(frozen=True, slots=True)
class RoleHolding:
    """Who holds a role and who stands in, by person id; empty for nobody."""

    id: str
    holder: str = ""
    backup: str = ""


@dataclass(frozen=True, slots=True)
class Owning:
    """Who owns, backs up and reviews one control, by person id; empty takes the holder of the role."""

    id: str
    owner: str = ""
    backup: str = ""
    reviewer: str = ""
