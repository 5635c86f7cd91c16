"""The controls that were retired within the period, as the auditor reads them below the matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Table
from soc2desk.document.registers.ground import row
from soc2desk.document.statements import statement_runs
from soc2desk.domain.retired import retired_in_period as retired

if TYPE_CHECKING:
    from soc2desk.document.blocks import Row
    from soc2desk.document.registers.ground import Ground
    from soc2desk.domain.client_controls import RetiredControl
    from soc2desk.domain.control_states import ControlState


def retired_in_period(ground: Ground) -> tuple[Table, ...]:
    """Return the table of the controls that were in place in the period and retired in it; nothing where none was."""
    rows = tuple(_row(one, gone, ground) for one, gone in retired(ground.engagement))
    if not rows:
        return ()
    keys = (
        ("control", 1.1), ("title", 2.2), ("criteria", 1.4), ("statement", 6.0), ("start_day", 1.4), ("last_day", 1.8),
        ("reason", 4.0), ("evidence", 2.0),
    )  # fmt: skip
    columns = tuple(ground.column(key, width) for key, width in keys)
    return (Table(columns, rows, ground.phrases["register.matrix.retired"], "retired"),)


def _row(one: ControlState, gone: RetiredControl, ground: Ground) -> Row:
    phrases, shown = ground.phrases, len(ground.engagement.shown.get(one.id, ()))
    days = phrases["date.entered_late"].format(day=gone.last_day.isoformat(), entered=gone.on.isoformat())
    return row(
        one.id,
        one.control.printed,
        one.control.title,
        ", ".join(one.criteria),
        statement_runs(one, ground.engagement),
        one.since.isoformat() if one.since else "",
        days,
        gone.reason,
        phrases["retired.shown" if shown else "retired.not_shown"].format(count=shown),
    )
