"""Rules about changes that were released: approved, tested, and looked at afterwards where it was urgent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.readiness.acts import counts, grouped, last_day, named, records_of
from soc2desk.readiness.rule import Situation, see
from soc2desk.readiness.rules.seen_lines import lines_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.kept_records import KeptRecord

CHANGE, EMERGENCY = "change_record", "emergency"
APPROVED, TESTED, URGENT = "CHG-01", "CHG-03", "CHG-05"


def released_without_approval(situation: Situation) -> Iterator[Finding]:
    """Yield the changes that were released before anybody approved them. An urgent one is approved afterwards."""
    found = (one for one in _released(situation.engagement, APPROVED) if not _is_approved(one))
    yield from _each(situation, "FD-09", found, APPROVED)
    yield from lines_with(situation, "FD-09", "changes", ("no_approval",), APPROVED)


def _is_approved(record: KeptRecord) -> bool:
    approved, released = record.day("approval"), record.day("deployed_at")
    if not record.signer("approval") or approved is None:
        return False
    return record.text("type") == EMERGENCY or (released is not None and approved <= released)


def released_without_test(situation: Situation) -> Iterator[Finding]:
    """Yield the changes that were released without a test result."""
    found = (one for one in _released(situation.engagement, TESTED) if not one.text("test_evidence").strip())
    yield from _each(situation, "FD-10", found, TESTED)
    yield from lines_with(situation, "FD-10", "changes", ("no_test",), TESTED)


def urgent_not_reviewed(situation: Situation) -> Iterator[Finding]:
    """Yield the urgent changes that nobody looked at in the promised days after their release."""
    released = _released(situation.engagement, URGENT)
    found = (one for one in released if one.text("type") == EMERGENCY and _is_late(one, situation))
    yield from _each(situation, "FD-12", found, URGENT)


def _is_late(record: KeptRecord, situation: Situation) -> bool:
    released, reviewed = record.day("deployed_at"), record.day("emergency_review")
    last = last_day(released, "emergency_review_days", situation) if released else None
    if last is None:
        return False
    return reviewed > last if reviewed is not None else last < situation.engagement.day


def _released(engagement: Engagement, control: str) -> Iterator[KeptRecord]:
    for record in records_of(engagement, CHANGE):
        if counts(engagement, control, record.day("deployed_at")):
            yield record


def _each(situation: Situation, rule: str, records: Iterable[KeptRecord], control: str) -> Iterator[Finding]:
    phrases = situation.engagement.catalogue.phrases
    for group in grouped(tuple(records)):
        about = group[0].id if len(group) == 1 else control
        listed = named((one.text("change_id") or one.id for one in group), situation.engagement)
        why = phrases[f"finding.{rule}.record"].format(listed=listed)
        yield see(situation, rule, f"records.{group[0].id}", about=about, controls=(control,), why=why)
