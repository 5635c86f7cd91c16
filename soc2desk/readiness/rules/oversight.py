"""Rules about oversight: meetings that were held, gaps that were closed, and checks by a second person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.readiness.acts import grouped, named, over, person_in, promised, records_of, runs
from soc2desk.readiness.gaps import each_missed
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.due import Period
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.kept_records import KeptRecord

DEFICIENCY, CHECK = "deficiency_log", "control_self_assessment"
OVERSIGHT, MANAGEMENT, CLOSED, CHECKED = "GOV-02", "GOV-07", "MON-03", "MON-01"


def meeting_missed(situation: Situation) -> Iterator[Finding]:
    """Yield the periods without minutes of a promised meeting of the oversight body or of management."""
    for control in (OVERSIGHT, MANAGEMENT):
        yield from each_missed(situation, "FD-62", control, f"finding.FD-62.{control}")


def gap_overdue(situation: Situation) -> Iterator[Finding]:
    """Yield the known gaps that are past their day and not closed."""
    engagement = situation.engagement
    if not runs(engagement, CLOSED):
        return
    found = [one for one in records_of(engagement, DEFICIENCY) if _is_overdue(one, engagement)]
    for group in grouped(found):
        about = group[0].id if len(group) == 1 else CLOSED
        listed = named((one.text("deficiency_id") or one.id for one in group), engagement)
        due = min(day for one in group if (day := one.day("due_date")) is not None)
        yield see(situation, "FD-34", f"records.{group[0].id}", about=about, controls=(CLOSED,), listed=listed, due=due)


def _is_overdue(record: KeptRecord, engagement: Engagement) -> bool:
    due = record.day("due_date")
    return due is not None and due < engagement.day and not record.signer("closed")


def own_control_checked(situation: Situation) -> Iterator[Finding]:
    """Yield the periods in which fewer controls than promised were checked by somebody other than their owner."""
    engagement = situation.engagement
    wanted = promised(engagement, "recheck_count")
    if not isinstance(wanted, int) or engagement.names.known["one_person"] is True:
        return
    for period in over(situation, CHECKED):
        checks = [one for one in records_of(engagement, CHECK) if _is_of(one, period)]
        others = sum(_is_by_other(one, engagement) for one in checks)
        if checks and others < wanted:
            yield see(
                situation, "FD-57", f"records.{checks[0].id}", about=period.id, controls=(CHECKED,),
                period=period.name, count=others, wanted=wanted,
            )  # fmt: skip


def _is_of(record: KeptRecord, period: Period) -> bool:
    return record.occurrence == period.id or record.text("quarter").strip() == period.name


def _is_by_other(record: KeptRecord, engagement: Engagement) -> bool:
    owners, assessor = engagement.owners.get(record.text("control_id")), record.text("assessor")
    return owners is not None and bool(assessor) and person_in(engagement, assessor) != owners.owner
