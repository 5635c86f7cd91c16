"""Rules about lines of real lists that broke a promise: changes, grants, alerts, backup jobs, devices, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.readiness.acts import counts, grouped, named, ran
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.evidence import SeenInList
    from soc2desk.domain.findings import Finding

PROTECTION, SETTINGS, DISKS = "END-01", "END-02", "CRY-02"


def lines_with(
    situation: Situation, rule: str, kind: str, faults: tuple[str, ...], *controls: str
) -> Iterator[Finding]:
    """Yield the lines of one sort of list with these faults that nobody has looked into yet.

    They count where the first of the controls was in place on the day of the line; one without a day always.
    """
    engagement = situation.engagement
    found = [
        one
        for one in engagement.project.seen_in_lists
        if one.kind == kind and one.fault in faults and _matters(one, engagement, controls[0])
    ]
    for group in grouped(found):
        yield _of_lines(situation, rule, group, controls)


def _matters(one: SeenInList, engagement: Engagement, control: str) -> bool:
    if one.settled_on is not None:
        return False
    return ran(engagement, control) if one.on is None else counts(engagement, control, one.on)


def _of_lines(situation: Situation, rule: str, group: tuple[SeenInList, ...], controls: tuple[str, ...]) -> Finding:
    engagement, first = situation.engagement, group[0]
    phrases = engagement.catalogue.phrases
    whys = dict.fromkeys(phrases[f"finding.seen.{one.kind}.{one.fault}"] for one in group)
    known = {one.id for one in engagement.project.evidence}
    place = f"evidence.{first.evidence}" if first.evidence in known else f"seen_in_lists.{first.id}"
    about = first.id if len(group) == 1 else f"{first.kind} {rule}"
    why = phrases["finding.seen.line"].format(
        listed=named((one.item for one in group), engagement), why="; ".join(whys)
    )
    return see(situation, rule, place, about=about, controls=controls, why=why)


def protection_missing(situation: Situation) -> Iterator[Finding]:
    """Yield the devices that are not in the report of the management tool, not encrypted, or not seen for long."""
    yield from lines_with(situation, "FD-61", "devices", ("not_listed", "not_seen"), PROTECTION, SETTINGS)
    yield from lines_with(situation, "FD-61", "devices", ("not_encrypted",), DISKS)


def backup_failed(situation: Situation) -> Iterator[Finding]:
    """Yield the backup jobs that failed and that nobody followed up."""
    yield from lines_with(situation, "FD-63", "backup_jobs", ("failed_no_follow_up",), "BCP-03")


def alert_waited(situation: Situation) -> Iterator[Finding]:
    """Yield the alerts that nobody looked at in the promised time."""
    yield from lines_with(situation, "FD-74", "alerts", ("not_triaged", "late"), "LOG-03")


def review_bypassed(situation: Situation) -> Iterator[Finding]:
    """Yield the changes that went around the second pair of eyes and that nobody looked at later."""
    yield from lines_with(situation, "FD-69", "changes", ("bypassed", "no_review"), "CHG-02", "CHG-07")
