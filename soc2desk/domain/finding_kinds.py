"""What a finding is to an auditor: something they would write down, or a warning of ours."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue


class FindingKind(StrEnum):
    """Only the first three stand in an auditor's report; the others are warnings of ours."""

    EXCEPTION = "exception"
    DESIGN_GAP = "design_gap"
    MISSTATEMENT = "description_misstatement"
    EVIDENCE_RISK = "evidence_risk"
    PLAN_WARNING = "plan_warning"
    MARKET_EXPECTATION = "market_expectation"
    LEGAL_DUTY = "legal_duty"

    @property
    def is_written_by_auditor(self) -> bool:
        """Whether an auditor would write it down."""
        return self in _WRITTEN


_WRITTEN = frozenset({FindingKind.EXCEPTION, FindingKind.DESIGN_GAP, FindingKind.MISSTATEMENT})


def kind_of_rule(rule: str, catalogue: Catalogue) -> FindingKind:
    """Return what the findings of a rule are; those of our own rules are warnings."""
    text = catalogue.finding.get(rule)
    return FindingKind(text.kind) if text else FindingKind.PLAN_WARNING
