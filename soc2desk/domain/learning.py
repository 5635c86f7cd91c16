"""What people learned: courses taken, certificates held, and how sure they are of an area."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

AREAS = ("access_identity", "logging_monitoring", "incident_response", "change_management", "fundamentals")
"""The four areas that are trained before the window opens, and what everybody learns."""

STEPS_OF_SKILL = (0, 1, 2, 3)
"""None yet, with help, alone, can teach it."""


@dataclass(frozen=True, slots=True)
class Completion:
    """One person who took one course. `evidence` names pieces of evidence; `entered_on` is set by the program."""

    id: str
    person: str
    course: str
    on: date
    hours: int | None = None
    result: str = ""
    instructor: str = ""
    evidence: tuple[str, ...] = ()
    entered_by: str = ""
    entered_on: date | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate of a person. It counts until `expires_on`, and for ever where it has no such day."""

    id: str
    person: str
    name: str
    issued_on: date | None = None
    expires_on: date | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skill:
    """How sure a person is of an area, `before` and `after` training: 0 none, 1 with help, 2 alone, 3 teaches it."""

    id: str
    person: str
    area: str
    before: int | None = None
    after: int | None = None
    rated_on: date | None = None
