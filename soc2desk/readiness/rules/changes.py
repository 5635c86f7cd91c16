"""Rules about changes: who looked at them, and how they can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.readiness.dates import listed
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.kept_records import KeptRecord

CHANGE, POLICY = "change_record", "POL-CHG"
ROLLBACK, NOT_OWN, DUTIES = "CHG-04", "CHG-02", "GOV-09"
LATER_LOOKS = ("peer_review", "emergency_review")


def approved_by_author(situation: Situation) -> Iterator[Finding]:
    """Yield each released change that nobody but its author looked at, before or afterwards."""
    engagement = situation.engagement
    for record in _released(engagement):
        if _is_alone(record, engagement) and not _was_looked_at(record):
            yield see(
                situation, "FD-08", f"records.{record.id}", about=record.id, controls=(NOT_OWN, DUTIES),
                change=record.text("change_id") or record.text("title") or record.id,
                name=engagement.person_name(record.text("author")) or record.text("author"),
            )  # fmt: skip


def no_way_back(situation: Situation) -> Iterator[Finding]:
    """Yield a finding where the policy asks for no way back, and one for all released changes that name none."""
    engagement = situation.engagement
    if engagement.names.known["develops_software"] is not True:
        return
    phrases = engagement.catalogue.phrases
    if POLICY in situation.documents and not situation.stated_in.get(ROLLBACK):
        place = f"control_states.{ROLLBACK}"
        why = phrases["finding.FD-11.policy"]
        yield see(situation, "FD-11", place, about=ROLLBACK, controls=(ROLLBACK,), why=why)
    bare = [record for record in _released(engagement) if not record.text("rollback_plan")]
    if bare:
        names = [record.text("change_id") or record.id for record in bare]
        why = phrases["finding.FD-11.changes"].format(count=len(bare), listed=listed(names, engagement))
        yield see(situation, "FD-11", f"records.{bare[0].id}", about="changes", controls=(ROLLBACK,), why=why)


def _released(engagement: Engagement) -> Iterator[KeptRecord]:
    for record in engagement.project.records:
        released = record.day("deployed_at")
        if record.type == CHANGE and released is not None and released <= engagement.day:
            yield record


def _is_alone(record: KeptRecord, engagement: Engagement) -> bool:
    """Return whether the author approved the change, or released it before anybody else approved it."""
    author, approver = record.text("author"), record.signer("approval")
    if not author:
        return False
    if approver == author:
        return True
    released, approved = record.day("deployed_at"), record.day("approval")
    in_time = bool(approver) and approved is not None and released is not None and approved <= released
    return record.text("deployed_by") in {author, engagement.person_name(author)} and not in_time


def _was_looked_at(record: KeptRecord) -> bool:
    return any(record.signer(name) not in {"", record.text("author")} for name in LATER_LOOKS)
