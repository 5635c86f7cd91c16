"""What a person does with lines of the page of what a client has already: one act for all that are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.already import Group
from soc2desk.app.control_deciding import NONE_OF_OURS, left_out, matched
from soc2desk.app.control_wording import returned
from soc2desk.app.own_policies import dropped, marked

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from soc2desk.app.already import AlreadyRow
    from soc2desk.app.session import Plain, Session, Where

_OFFERED = {
    Group.WAITING: ("decide", "none", "own"),
    Group.DECIDED: ("decide", "none"),
    Group.SECTIONS: ("decide", "none"),
    Group.MARKED: ("decide", "none"),
    Group.POLICIES: ("drop",),
    Group.MISSING: ("leave_out", "keep"),
    Group.RETIRED: ("bring_back",),
}
_FOR_MANY = {Group.WAITING: ("none",), Group.SECTIONS: ("none",), Group.MISSING: ("leave_out",)}
"""What is one decision for several lines; which controls a line speaks of is decided line by line."""


def offered(rows: Collection[AlreadyRow]) -> tuple[str, ...]:
    """Return the acts for the lines that are chosen; none where several of different groups are."""
    groups = {row.group for row in rows}
    if len(groups) != 1:
        return ()
    (group,) = groups
    return _OFFERED[group] if len(rows) == 1 else _FOR_MANY.get(group, ())


def act_values(
    session: Session, rows: Sequence[AlreadyRow], act: str, ticked: Sequence[str], reason: str, by: str
) -> dict[Where, Plain]:
    """Return the values of an act on lines, which belong to one step. Raises Problems for what cannot be done."""
    if act == "leave_out":
        return left_out(session, [row.name for row in rows], reason, by)
    values: dict[Where, Plain] = {}
    for row in rows:
        if act == "bring_back":
            values |= returned(session.project, row.name, session.desk.today)
        elif act == "drop":
            values |= dropped(session.project, row.name)
        else:
            decide = marked if row.place.startswith("own_clauses.") else matched
            values |= decide(session, row.name, ticked if act == "decide" else (NONE_OF_OURS,), by)
    return values
