"""The findings as a person reads them: by severity, alike ones folded, and honest numbers on top."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.domain.findings import Finding, Severity
from soc2desk.readiness.check import RULES
from soc2desk.readiness.rule import Situation, applies_to_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.domain.engagement import Engagement

SHOWN = 4
"""How many findings of one rule stand in the list before the others are folded."""


class LineKind(StrEnum):
    """What a line of the list is."""

    HEADING = "heading"
    FINDING = "finding"
    MORE = "more"
    FEWER = "fewer"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a heading with the number under it, a finding with what an auditor sees, or a fold to open.

    `kind_of` says what a finding is to an auditor. `key` stays the same while other lines come and go.
    """

    kind: LineKind
    key: str
    severity: Severity
    count: int = 0
    finding: Finding | None = None
    auditor_sees: str = ""
    kind_of: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings there are of each severity, and how many checks were made and found nothing."""

    high: int = 0
    medium: int = 0
    low: int = 0
    quiet: int = 0
    checks: int = 0

    @property
    def total(self) -> int:
        """All findings."""
        return self.high + self.medium + self.low


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the findings a person wants to see: words that must stand in them, one severity, opened folds."""

    text: str = ""
    severity: Severity | None = None
    opened: frozenset[str] = field(default_factory=frozenset)


def counts(engagement: Engagement, findings: Iterable[Finding]) -> Counts:
    """Return the numbers that stand above the list."""
    all_of = tuple(findings)
    by_severity = Counter(finding.severity for finding in all_of)
    situation = Situation(engagement)
    made = {rule for rule, _ in RULES if applies_to_report(situation, rule)}
    quiet = made - {finding.rule for finding in all_of}
    high, medium, low = (by_severity[one] for one in Severity)
    return Counts(high, medium, low, len(quiet), len(made))


def lines(engagement: Engagement, findings: Iterable[Finding], wanted: Wanted) -> tuple[Line, ...]:
    """Return the lines of the list; a search opens all folds, for one looks for something then."""
    words = wanted.text.casefold().split()
    fitting = [one for one in findings if _fits(one, words) and wanted.severity in {None, one.severity}]
    return tuple(line for severity in Severity for line in _group(engagement, fitting, severity, wanted))


def _fits(finding: Finding, words: list[str]) -> bool:
    said = (finding.title, finding.message, finding.fix, finding.rule, *finding.controls, *finding.criteria)
    text = " ".join(said).casefold()
    return all(word in text for word in words)


def _group(engagement: Engagement, findings: list[Finding], severity: Severity, wanted: Wanted) -> Iterator[Line]:
    group = [finding for finding in findings if finding.severity is severity]
    if not group:
        return
    yield Line(LineKind.HEADING, severity.value, severity, len(group))
    by_rule: dict[str, list[Finding]] = {}
    for finding in group:
        by_rule.setdefault(finding.rule, []).append(finding)
    for rule, alike in by_rule.items():
        yield from _alike(engagement, rule, alike, is_open=bool(wanted.text.strip()) or rule in wanted.opened)
        # One more would take the room of the line that hides it.
        if len(alike) > SHOWN + 1 and not wanted.text.strip():
            is_open = rule in wanted.opened
            kind = LineKind.FEWER if is_open else LineKind.MORE
            yield Line(kind, f"{rule} fold", severity, len(alike) - SHOWN, alike[-1])


def _alike(engagement: Engagement, rule: str, alike: list[Finding], *, is_open: bool) -> Iterator[Line]:
    text = engagement.catalogue.finding.get(rule)
    shown = alike if is_open or len(alike) <= SHOWN + 1 else alike[:SHOWN]
    for finding in shown:
        key = f"{rule} {finding.about} {finding.place}"
        seen, kind = text.auditor_sees if text else "", finding.kind.value
        yield Line(LineKind.FINDING, key, finding.severity, 1, finding, seen, kind)
