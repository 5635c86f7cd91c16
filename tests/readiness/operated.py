"""What a rule about work done sees in a sample after public changes and new rows, with no document written for it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from soc2desk.domain.engagement import decide_engagement
from soc2desk.readiness.check import RULES
from soc2desk.readiness.rule import Situation, applies_to_report
from soc2desk.reading.days_off import days_off
from tests.composed import catalogue, changed, sample
from tests.entered import entered

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.domain.findings import Finding
    from soc2desk.domain.project import Project
    from tests.entered import Rows


@cache
def _changed(name: str, changes: tuple[str, ...]) -> Project:
    return changed(sample(name), *changes)


def situation(day: date, *changes: str, rows: Rows | None = None, name: str = "brightwater") -> Situation:
    """Return what rules look at on a day."""
    project = _changed(name, changes)
    engagement = decide_engagement(catalogue(), entered(project, rows) if rows else project, day)
    return Situation(engagement, working_days=days_off(engagement))


def seen_at(
    rule: str, day: date, *changes: str, rows: Rows | None = None, name: str = "brightwater"
) -> tuple[Finding, ...]:
    """Return what one rule sees on a day, in the order of their matters."""
    looked_at = situation(day, *changes, rows=rows, name=name)
    found = dict(RULES)[rule](looked_at) if applies_to_report(looked_at, rule) else ()
    return tuple(sorted(found, key=lambda finding: finding.about))
