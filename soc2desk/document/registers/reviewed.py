"""What the readiness review brought: who was asked when, and the list of what is to be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Document, Kind, Row, Table
from soc2desk.document.registers.ground import Ground, register, row
from soc2desk.domain.auditing import Ready, Remedy
from soc2desk.domain.remedying import in_order
from soc2desk.domain.walking import OwnerWalk, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

ANSWERS = (*Ready, None)
ANSWERED = ("ready_yes", "ready_partly", "ready_no", "ready_open")
"""The three answers and none, and a column for each."""


def walked_table(ground: Ground) -> Iterator[Table]:
    """Yield who was asked when and what they could show; nothing before the first request was walked through."""
    if not ground.engagement.project.walked_requests:
        return
    columns = [ground.column("person", 3.0), ground.column("last_asked", 1.6, Kind.DATE)]
    columns += [ground.column(key, 1.2, Kind.NUMBER) for key in ANSWERED]
    rows = tuple(_walked_row(one, ground) for one in walk(ground.engagement))
    yield Table(tuple(columns), rows, ground.phrases["register.readiness.walked"], "readiness-review")


def _walked_row(one: OwnerWalk, ground: Ground) -> Row:
    last = one.last_asked.isoformat() if one.last_asked else ""
    counts = tuple(str(one.count(ready)) for ready in ANSWERS)
    return row(one.owner or "nobody", ground.person(one.owner), last, *counts)


def remediation_list(ground: Ground) -> tuple[Document, ...]:
    """Return the list of what is to be mended before fieldwork; no paper while it is empty."""
    remedies = in_order(ground.engagement.project.remedies)
    if not remedies:
        return ()
    columns = [ground.column("order", 0.7, Kind.NUMBER), ground.column("to_mend", 5.6)]
    columns += [ground.column(key, width) for key, width in (("controls", 1.6), ("comes_from", 1.1), ("owner", 1.8))]
    columns += [ground.column("due", 1.3, Kind.DATE), ground.column("effort", 0.9, Kind.NUMBER)]
    columns.append(ground.column("closed_on", 1.3, Kind.DATE))
    rows = tuple(_remedy_row(one, ground) for one in remedies)
    table = Table(tuple(columns), rows, ground.phrases["register.remedies.rows"], "remedies")
    return (register(ground, "remedies", Audience.INTERNAL, (table,)),)


def _remedy_row(one: Remedy, ground: Ground) -> Row:
    return row(
        one.id, str(one.order or ""), one.name, ", ".join(one.controls), one.request or one.finding,
        ground.person(one.owner), one.due.isoformat() if one.due else "", str(one.hours or ""),
        ground.past(one.closed_on),
    )  # fmt: skip
