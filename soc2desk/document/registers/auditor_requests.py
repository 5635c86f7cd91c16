"""The auditor's own list, by the auditor's own numbers: for the team alone, and left out while there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Document, Kind, Mark, Row, Run, Table, text
from soc2desk.document.registers.ground import Ground, as_old_as_made, register, row
from soc2desk.domain.own_controls import one_line

if TYPE_CHECKING:
    from soc2desk.document.blocks import Runs
    from soc2desk.domain.auditing import AuditorRequest

NAME = "auditor_requests"


def auditor_requests(ground: Ground) -> tuple[Document, ...]:
    """Return the register of the auditor's requests; nothing while no list was read."""
    rows = tuple(_row(one, ground) for one in ground.engagement.project.auditor_requests)
    if not rows:
        return ()
    columns = (
        ground.column("arq_number", 0.8),
        ground.column("arq_text", 4.0),
        ground.column("arq_due", 0.9, Kind.DATE),
        ground.column("arq_ours", 3.0),
        ground.column("arq_state", 1.6),
    )
    table = Table(columns, rows, ground.phrases[f"register.{NAME}.rows"], NAME)
    made = register(ground, NAME, Audience.INTERNAL, (table,))
    confirmed = (one.confirmed_on for one in ground.engagement.project.auditor_requests)
    return (as_old_as_made(made, ground, confirmed),)


def _row(one: AuditorRequest, ground: Ground) -> Row:
    due = one.due.isoformat() if one.due else ""
    return row(one.id, one_line(one.number), one_line(one.text), due, _ours(one, ground), _state(one, ground))


def _ours(one: AuditorRequest, ground: Ground) -> Runs:
    known = ground.engagement.catalogue.request
    named = [f"{request} {known[request].request}" for request in one.requests if request in known]
    if not named:
        return text(ground.phrases["arq.none"]) if one.confirmed_by else ()
    return text("; ".join(named), mark=Mark.NONE if one.confirmed_by else Mark.SUGGESTED)


def _state(one: AuditorRequest, ground: Ground) -> Runs:
    if one.confirmed_by:
        name = ground.engagement.person_name(one.confirmed_by)
        return text(ground.phrases["arq.confirmed"].format(name=name, day=one.confirmed_on or ""))
    return (Run(ground.phrases[f"arq.{one.matched}"], mark=Mark.OPEN),)
