"""The revisions of a document: which of its texts were approved, by whom, and on which day that was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import REVISIONS, Audience, Heading, Table, text
from soc2desk.document.registers.ground import row
from soc2desk.document.registers.policies import as_told, entered_by
from soc2desk.document.values import say_date
from soc2desk.domain.policies import TO_APPROVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.document.blocks import Block, Row
    from soc2desk.document.registers.ground import Ground
    from soc2desk.document.write import Written
    from soc2desk.domain.project import Approval

_NONE = "\u2013"


def revisions(written: Written, ground: Ground) -> tuple[Block, ...]:
    """Return a heading and a table for what a company adopts; nothing for other documents and for customers.

    A text that nobody approved says so: the table never looks fuller than what is recorded.
    """
    template = written.template
    if template.kind not in TO_APPROVE or template.audience == Audience.CUSTOMER:
        return ()
    columns = (
        ground.column("version", 1.0),
        ground.column("recorded_on", 1.6),
        ground.column("revision", 4.4),
        ground.column("approved_by", 2.6),
    )
    name = f"{template.id}/revision-table"
    table = Table(columns, tuple(_rows(written, ground)), id=REVISIONS)
    return Heading(text(ground.phrases["revision.title"]), 1, name), table


def _rows(written: Written, ground: Ground) -> Iterator[Row]:
    version, phrases = written.template.version, ground.phrases
    approval = ground.engagement.project.approval.get(written.template.id)
    is_this = approval is not None and written.has_approval(approval)
    if approval is not None:
        said = phrases["revision.approved" if is_this else "revision.earlier"]
        said += as_told(ground) + _decided(approval, ground)
        by = ground.engagement.approver_name(approval) + entered_by(approval, ground)
        yield row("approved", version if is_this else _NONE, say_date(approval.on, phrases), said, by)
    if not is_this:
        yield row("present", version, _NONE, phrases["revision.present"], _NONE)


def _decided(approval: Approval, ground: Ground) -> str:
    """Return the earlier decision that an approval rests on, which the company claims."""
    if approval.decided_on is None:
        return ""
    day = say_date(approval.decided_on, ground.phrases)
    return f"; {ground.phrases['cover.approved_earlier'].format(day=day, minutes=approval.minutes or '-')}"
