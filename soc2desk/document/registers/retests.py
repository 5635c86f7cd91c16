"""The register of exceptions to show again: what an earlier report found, whose it is and where showing it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Document, Mark, Row, Run, Table, text
from soc2desk.document.registers.ground import Ground, as_old_as_made, register, row
from soc2desk.domain.own_controls import one_line

if TYPE_CHECKING:
    from soc2desk.document.blocks import Runs
    from soc2desk.domain.auditing import Retest


def retests(ground: Ground) -> tuple[Document, ...]:
    """Return the register; none where no exception of an earlier report is listed, which is no claim that none was."""
    listed = ground.engagement.project.retests
    if not listed:
        return ()
    keys = (
        ("exception", 4.0), ("earlier_report", 2.2), ("controls", 1.6), ("owner", 2.0), ("shown_how", 3.6),
        ("state", 1.6), ("evidence", 2.2),
    )  # fmt: skip
    columns = tuple(ground.column(key, width) for key, width in keys)
    rows = tuple(_row(one, ground) for one in listed)
    table = Table(columns, rows, ground.phrases["register.retests.rows"], "retests")
    return (as_old_as_made(register(ground, "retests", Audience.INTERNAL, (table,)), ground, tables=("retests",)),)


def _row(one: Retest, ground: Ground) -> Row:
    owners = ground.engagement.owners
    named = dict.fromkeys(ground.engagement.person_name(owners[c].owner) for c in one.controls if c in owners)
    pieces = {piece.id: piece.name for piece in ground.engagement.project.evidence}
    return row(
        one.id,
        one_line(one.name),
        _report(one, ground),
        ", ".join(one.controls),
        ", ".join(filter(None, named)),
        one_line(one.how),
        _state(one, ground),
        ", ".join(pieces.get(piece, piece) for piece in one.evidence),
        tone="good" if ground.past(one.shown_on) else "warn",
    )


def _report(one: Retest, ground: Ground) -> str:
    found = next((report for report in ground.engagement.project.earlier_reports if report.id == one.report), None)
    if found is None:
        return ""
    days = dict.fromkeys((found.first.isoformat(), found.last.isoformat()))
    between = f" {ground.phrases['date.to']} "
    return f"{ground.phrases[f'report.{found.report}']}, {between.join(days)}"


def _state(one: Retest, ground: Ground) -> Runs:
    day = ground.claimed("retests", one.id, "shown_on", one.shown_on)
    if not day:
        return (Run(ground.phrases["register.retests.to_show"], mark=Mark.OPEN),)
    return text(ground.phrases["register.retests.was_shown"].format(day=day))
