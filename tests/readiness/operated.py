"""What a rule about work done sees in a sample after public changes and new rows, with no document written for it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from soc2desk.domain.engagement import decide_engagement
from soc2desk.readiness.check import check
from soc2desk.readiness.rule import Situation
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


def all_seen(day: date, *changes: str, rows: Rows | None = None, name: str = "brightwater") -> tuple[Finding, ...]:
    """Return what every rule sees on a day."""
    project = _changed(name, changes)
    engagement = decide_engagement(catalogue(), entered(project, rows) if rows else project, day)
    return check(Situation(engagement, working_days=days_off(engagement)))


def seen_at(
    rule: str, day: date, *changes: str, rows: Rows | None = None, name: str = "brightwater"
) -> tuple[Finding, ...]:
    """Return what one rule sees on a day."""
    return tuple(one for one in all_seen(day, *changes, rows=rows, name=name) if one.rule == rule)
