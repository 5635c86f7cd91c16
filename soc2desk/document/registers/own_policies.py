"""The client's own policies: what the client says of each, the file, and the sections that state controls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Mark, Run, Table
from soc2desk.document.registers.ground import row

if TYPE_CHECKING:
    from soc2desk.document.blocks import Row, Runs
    from soc2desk.document.registers.ground import Ground
    from soc2desk.domain.own_documents import OwnDocument


def own_policies(ground: Ground) -> tuple[Table, ...]:
    """Return the table of the client's own policies of which a section was marked; nothing where none was."""
    project = ground.engagement.project
    marked = {one.document for found in ground.engagement.own_clauses.values() for one in found}
    rows = tuple(_row(one, ground) for one in project.own_documents if one.id in marked)
    if not rows:
        return ()
    keys = (
        ("title", 3.0), ("version", 0.9), ("own_approval", 2.6), ("read_on", 1.2), ("own_sections", 5.0),
        ("own_file", 3.0),
    )  # fmt: skip
    columns = tuple(ground.column(key, width) for key, width in keys)
    return (Table(columns, rows, ground.phrases["register.policies.own"], "own-policies"),)


def _row(one: OwnDocument, ground: Ground) -> Row:
    names: dict[str, list[str]] = {}
    for control, clauses in ground.engagement.own_clauses.items():
        for clause in clauses:
            if clause.document == one.id:
                names.setdefault(clause.name, []).append(control)
    listed = "; ".join(f"{name}: {ground.printed(controls)}" for name, controls in names.items())
    file = ", ".join(filter(None, (one.evidence.upper(), f"SHA-256 {one.digest[:16]}")))
    tone = "" if one.approved_on else "warn"
    return row(one.id, one.title, one.version, _approval(one, ground), one.on.isoformat(), listed, file, tone=tone)


def _approval(one: OwnDocument, ground: Ground) -> Runs:
    if one.approved_on is None:
        return (Run(ground.phrases["own_policy.not_said"], mark=Mark.OPEN),)
    day = ground.claimed("own_documents", one.id, "approved_on", one.approved_on)
    said = ground.phrases["own_policy.approved_by" if one.approved_by else "own_policy.approved"]
    return (Run(said.format(day=day, by=one.approved_by)),)
