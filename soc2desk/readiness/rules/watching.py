"""Rules about watching: reviews of logs and of network rules, scans, and what they found too long ago."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from soc2desk.readiness.acts import counts, is_in_tool, named, records_of
from soc2desk.readiness.gaps import each_missed
from soc2desk.readiness.rule import Situation, see
from soc2desk.readiness.rules.seen_lines import lines_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding

LOGS, SCANS, DEADLINES, NETWORK = "LOG-02", "VUL-01", "VUL-02", "NET-01"
LOG_REVIEW, SCAN_REVIEW = "log_review_record", "vulnerability_scan_review"


def logs_not_reviewed(situation: Situation) -> Iterator[Finding]:
    """Yield the periods without a review of the logs. What a tool keeps is asked for as evidence instead."""
    if not is_in_tool(situation.engagement, LOG_REVIEW):
        yield from each_missed(situation, "FD-21", LOGS)


def scans_skipped(situation: Situation) -> Iterator[Finding]:
    """Yield the periods without a scan, and what the newest review or a list shows past its deadline."""
    if not is_in_tool(situation.engagement, SCAN_REVIEW):
        yield from each_missed(situation, "FD-46", SCANS, "finding.FD-46.scan")
    yield from _past_deadline(situation)
    yield from lines_with(situation, "FD-46", "vulnerabilities", ("past_deadline",), DEADLINES)


def _past_deadline(situation: Situation) -> Iterator[Finding]:
    engagement = situation.engagement
    records = records_of(engagement, SCAN_REVIEW)
    reviews = [one for one in records if counts(engagement, DEADLINES, one.day("scan_date"))]
    newest = max(reviews, key=lambda one: one.day("scan_date") or date.min, default=None)
    lines = newest.lines("overdue") if newest else ()
    bare = [str(line["finding"]) for line in lines if line.get("finding") and not line.get("exception")]
    if newest and bare:
        why = engagement.catalogue.phrases["finding.FD-46.deadline"].format(listed=named(bare, engagement))
        yield see(situation, "FD-46", f"records.{newest.id}", about=newest.id, controls=(DEADLINES,), why=why)


def network_rules_not_reviewed(situation: Situation) -> Iterator[Finding]:
    """Yield the periods without a review of the rules of firewalls and groups."""
    yield from each_missed(situation, "FD-71", NETWORK)
