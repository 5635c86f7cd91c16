"""The matrix by the company's own numbers: its list of controls, line for line, with what stands behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Document, Row, Run, Table
from soc2desk.document.registers.ground import Ground, as_old_as_made, register, row
from soc2desk.domain.own_controls import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from soc2desk.document.blocks import Runs
    from soc2desk.domain.client_controls import ListedControl
    from soc2desk.domain.control_states import ControlState

MOST_PLACES = 2


def own_numbers(ground: Ground) -> tuple[Document, ...]:
    """Return the register; nothing while no line of a list was matched with a control that is performed."""
    state = ground.engagement.state
    lines = ground.engagement.project.listed_controls
    found = [(line, [state[c] for c in line.controls if c in state and state[c].is_shown]) for line in lines]
    shown = [(line, behind) for line, behind in found if line.is_decided and behind]
    if not shown:
        return ()
    keys = (
        ("own_number", 1.0), ("own_text", 5.5), ("in_matrix", 2.6), ("criteria", 1.4), ("state", 2.0), ("owner", 1.6),
        ("clause", 3.2), ("requests", 2.4),
    )  # fmt: skip
    columns = tuple(ground.column(key, width) for key, width in keys)
    rows = tuple(_row(line, behind, ground) for line, behind in shown)
    table = Table(columns, rows, ground.phrases["register.listed.rows"], "listed")
    made = register(ground, "listed", Audience.AUDITOR, (table,))
    return (as_old_as_made(made, ground, (line.confirmed_on for line, _ in shown)),)


def _row(line: ListedControl, behind: Sequence[ControlState], ground: Ground) -> Row:
    owners = (ground.engagement.person_name(ground.engagement.owners[one.id].owner) for one in behind)
    requests = dict.fromkeys(request.id for one in behind for request in ground.requests_of.get(one.id, ()))
    criteria = dict.fromkeys(criterion for one in behind for criterion in one.criteria)
    return row(
        line.id,
        line.number,
        one_line(line.text) or ground.phrases["own_text.none"],
        "; ".join(f"{one.id} {one.control.title}" for one in behind),
        ", ".join(criteria),
        _parted([ground.state(one) for one in behind]),
        ", ".join(dict.fromkeys(filter(None, owners))),
        _parted([ground.places(one.id, most=MOST_PLACES) for one in behind]),
        ", ".join(requests),
    )


def _parted(several: Sequence[Runs]) -> Runs:
    """Return runs one after the other, each that says something new once."""
    runs: list[Run] = []
    for one in dict.fromkeys(several):
        runs += [*((Run("; "),) if runs and one else ()), *one]
    return tuple(runs)
