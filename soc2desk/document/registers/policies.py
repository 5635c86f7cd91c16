"""The policy register: every document that somebody approves, with the state of its approval and its next review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Document, Kind, Mark, Row, Run, Table, text
from soc2desk.document.registers.ground import Ground, as_old_as_made, register, row
from soc2desk.document.registers.own_policies import own_policies
from soc2desk.domain.cadences import next_day
from soc2desk.domain.policies import TO_APPROVE

if TYPE_CHECKING:
    from soc2desk.document.blocks import Runs
    from soc2desk.document.write import Written
    from soc2desk.domain.project import Approval


def policy_register(ground: Ground, written: tuple[Written, ...]) -> Document:
    """Return every policy, plan and procedure of the set with who owns it, who approved it and when."""
    keys = (("document", 1.1), ("title", 3.4), ("kind", 1.2), ("owner", 2.2), ("approver", 2.2), ("version", 0.9))
    columns = [ground.column(key, width) for key, width in keys]
    columns += [ground.column("approval", 3.2), ground.column("review_rhythm", 1.3)]
    columns.append(ground.column("review_due", 1.3, Kind.DATE))
    rows = tuple(_row(one, ground) for one in written if one.template.kind in TO_APPROVE)
    table = Table(tuple(columns), rows, ground.phrases["register.policies.rows"], "policies")
    made = register(ground, "policies", Audience.AUDITOR, (table, *own_policies(ground)))
    own = ground.engagement.project.own_documents
    return as_old_as_made(made, ground, (one.on for one in own), ("own_documents",)) if own else made


def _row(one: Written, ground: Ground) -> Row:
    template, approval = one.template, ground.engagement.project.approval.get(one.template.id)
    stands = one.has_approval(approval)
    due = next_day(approval.decided_on or approval.on, template.review) if approval and stands else None
    return row(
        template.id,
        template.id,
        template.title,
        ground.phrases[f"document_kind.{template.kind}"],
        _holder(template.owner, ground),
        _holder(template.approver, ground),
        template.version,
        _approval(one, ground),
        ground.phrases[f"cadence.adjective.{template.review}"],
        due.isoformat() if due else "",
        tone="good" if stands else "warn" if approval else "bad",
    )


def entered_by(approval: Approval, ground: Ground) -> str:
    """Return who entered an approval, where somebody else than who gave it did; else nothing."""
    name = ground.engagement.person_name(approval.entered_by)
    return f"; {ground.phrases['cover.entered_by'].format(name=name)}" if name else ""


def as_told(ground: Ground) -> str:
    """Return that the day of an approval is told by an answers file, where it is; else nothing."""
    return f"; {ground.phrases['cover.approved_told']}" if ground.engagement.project.days_are_told else ""


def _holder(role_id: str, ground: Ground) -> Runs:
    role = ground.engagement.catalogue.role[role_id].name
    holding = ground.engagement.project.role.get(role_id)
    name = ground.engagement.person_name(holding.holder) if holding else ""
    return text(f"{name}, {role}") if name else (*text(f"{role}: "), *ground.person(""))


def _approval(one: Written, ground: Ground) -> Runs:
    phrases, approval = ground.phrases, ground.engagement.project.approval.get(one.template.id)
    if approval is None:
        return (Run(phrases["cover.approved_not"], mark=Mark.OPEN),)
    day, name = approval.on.isoformat(), ground.engagement.approver_name(approval)
    if not one.has_approval(approval):
        return (Run(phrases["cover.approved_lapsed"].format(day=day) + as_told(ground), mark=Mark.OPEN),)
    words = phrases["policy.approved"].format(name=name, day=day) + as_told(ground) + entered_by(approval, ground)
    if approval.decided_on:
        earlier = phrases["cover.approved_earlier"]
        words += f"; {earlier.format(day=approval.decided_on.isoformat(), minutes=approval.minutes or '-')}"
    return text(words)
