"""Rules about access that was given: asked for, and approved by somebody else, before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.readiness.acts import counts, grouped, named, records_of
from soc2desk.readiness.rule import Situation, see
from soc2desk.readiness.rules.seen_lines import lines_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.kept_records import KeptRecord

REQUEST, CONTROL = "access_request", "ACC-01"


def granted_without_approval(situation: Situation) -> Iterator[Finding]:
    """Yield access that was given before anybody else approved it, from requests kept here and from lists."""
    engagement = situation.engagement
    found: dict[str, list[KeptRecord]] = {}
    for record in records_of(engagement, REQUEST):
        fault = _fault(record, engagement)
        if fault and counts(engagement, CONTROL, record.day("granted_at")):
            found.setdefault(fault, []).append(record)
    for fault, records in found.items():
        for group in grouped(records):
            names = (_label(one, engagement) for one in group)
            why = engagement.catalogue.phrases[f"finding.FD-59.{fault}"].format(listed=named(names, engagement))
            about = group[0].id if len(group) == 1 else fault
            yield see(situation, "FD-59", f"records.{group[0].id}", about=about, controls=(CONTROL,), why=why)
    faults = ("no_approval", "approved_late", *(() if _is_alone(engagement) else ("own_approval",)))
    yield from lines_with(situation, "FD-59", "access_grants", faults, CONTROL)


def _fault(record: KeptRecord, engagement: Engagement) -> str:
    """Return what is wrong with a grant: nobody approved it, too late, or the user did; empty for nothing."""
    approver, approved, granted = (
        record.signer("manager_approval"), record.day("manager_approval"), record.day("granted_at"),
    )  # fmt: skip
    if not approver:
        return "nobody"
    if approver == record.text("user"):
        return "" if _is_alone(engagement) else "user"
    return "late" if approved is None or (granted is not None and approved > granted) else ""


def _is_alone(engagement: Engagement) -> bool:
    return engagement.names.known["one_person"] is True


def _label(record: KeptRecord, engagement: Engagement) -> str:
    user = engagement.person_name(record.text("user")) or record.text("user") or record.id
    return f"{user} ({record.text('system')})" if record.text("system") else user
