"""Exceptions: a rule set aside for a time, by somebody who may."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class GivenException:
    """One exception. `name` is the rule set aside, `document` the id of the document that holds it.

    `requested_by` and `approved_by` are two person ids. After `ends_on` the rule has to hold again; `closed_on` is the
    day somebody saw that it does.
    """

    id: str
    name: str
    document: str = ""
    reason: str = ""
    systems: tuple[str, ...] = ()
    requested_by: str = ""
    approved_by: str = ""
    approved_on: date | None = None
    ends_on: date | None = None
    closed_on: date | None = None

    def is_given(self, day: date) -> bool:
        """Return whether somebody approved it, with an end, on or before `day`: a mere wish is no exception."""
        return bool(self.approved_by and self.ends_on) and self.approved_on is not None and self.approved_on <= day

    def is_closed(self, day: date) -> bool:
        """Return whether somebody saw, by `day`, that the rule holds again."""
        return self.closed_on is not None and self.closed_on <= day

    def has_ended(self, day: date) -> bool:
        """Return whether its last day is over."""
        return self.ends_on is not None and self.ends_on < day
