"""What our rules see in an engagement: values in a list, never exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from soc2desk.domain.finding_kinds import FindingKind


class Severity(StrEnum):
    """How much a finding matters: must fix, should fix, worth knowing."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 is the most severe."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule saw. `rule` is the id (FD-01), `about` the row or control it concerns, `fix` what to do.

    `place` names the question, table or control to jump to. `kind` says whether an auditor would write it down.
    """

    rule: str
    severity: Severity
    title: str
    message: str
    fix: str
    place: str
    about: str = ""
    controls: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    kind: FindingKind = FindingKind.PLAN_WARNING
