"""Registers of what the company listed: commitments, rights, service accounts, exceptions. An empty one is left out.

A register without a line would read as "there is none", which nobody said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Document, Kind, Mark, Row, Run, Table
from soc2desk.document.registers.ground import Ground, as_old_as_made, register, row
from soc2desk.domain.own_controls import one_line
from soc2desk.domain.project import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.document.blocks import Column, Runs
    from soc2desk.domain.access import AccessRight, ServiceAccount
    from soc2desk.domain.commitments import CommitmentMade
    from soc2desk.domain.given_exceptions import GivenException


def kept_lists(ground: Ground) -> tuple[Document, ...]:
    """Return the registers that have at least one line."""
    found = (_commitments(ground), _access_rights(ground), _service_accounts(ground), _exceptions(ground))
    return tuple(one for one in found if one is not None)


def _register(ground: Ground, name: str, columns: Iterable[Column], rows: tuple[Row, ...]) -> Document | None:
    table = Table(tuple(columns), rows, ground.phrases[f"register.{name}.rows"], name)
    made = register(ground, name, Audience.AUDITOR, (table,))
    return as_old_as_made(made, ground, tables=(name,)) if rows else None


def _commitments(ground: Ground) -> Document | None:
    keys = (("commitment", 5.0), ("figure", 1.8), ("made_in", 2.6), ("made_to", 2.0), ("behind", 3.2), ("watched", 1.8))
    rows = tuple(_commitment_row(one, ground) for one in ground.engagement.project.commitments_made)
    return _register(ground, "commitments_made", (ground.column(key, width) for key, width in keys), rows)


def _commitment_row(one: CommitmentMade, ground: Ground) -> Row:
    return row(
        one.id, one_line(one.name), one.figure, one.made_in, one.made_to, _behind(one, ground),
        ground.person(one.watched_by),
    )  # fmt: skip


def _behind(one: CommitmentMade, ground: Ground) -> Runs:
    """Return the controls behind a commitment that apply here; one not in place says so."""
    states = ground.engagement.state
    runs: list[Run] = []
    for control in (states[c] for c in one.controls if c in states and states[c].applies):
        there = control.state in {State.IN_PLACE, State.RUN_BY_VENDOR}
        said = "" if there else f" ({ground.phrases[f'state.{control.state}'].lower()})"
        mark = Mark.OPEN if control.state is State.NOT_CONFIRMED else Mark.NONE
        runs += [Run(", " if runs else ""), Run(f"{control.id}{said}", mark=mark)]
    return tuple(run for run in runs if run.text) or (Run(ground.phrases["coverage.none"], mark=Mark.OPEN),)


def _access_rights(ground: Ground) -> Document | None:
    keys = (
        ("system", 2.2), ("rights_name", 2.2), ("given_to", 2.4), ("rights", 4.0), ("privileged", 1.2),
        ("approver", 2.0),
    )  # fmt: skip
    order = {system: at for at, system in enumerate(ground.engagement.project.system)}
    listed = sorted(ground.engagement.project.access_rights, key=lambda one: order.get(one.system, len(order)))
    rows = tuple(_right_row(one, ground) for one in listed)
    return _register(ground, "access_rights", (ground.column(key, width) for key, width in keys), rows)


def _right_row(one: AccessRight, ground: Ground) -> Row:
    privileged = ground.phrases["answer.yes" if one.privileged else "answer.no"]
    return row(
        one.id,
        _system(one.system, ground),
        one.name,
        one.given_to,
        one_line(one.rights),
        privileged,
        ground.person(one.approver),
    )


def _service_accounts(ground: Ground) -> Document | None:
    keys = (("used_for", 4.0), ("system", 2.4), ("owner", 2.0), ("secret_kept_in", 3.4))
    columns = [*(ground.column(key, width) for key, width in keys), ground.column("rotated", 1.4, Kind.DATE)]
    rows = tuple(_account_row(one, ground) for one in ground.engagement.project.service_accounts)
    return _register(ground, "service_accounts", columns, rows)


def _account_row(one: ServiceAccount, ground: Ground) -> Row:
    return row(
        one.id, one.name, _system(one.system, ground), ground.person(one.owner), one.secret_kept_in,
        ground.claimed("service_accounts", one.id, "rotated_on", one.rotated_on),
    )  # fmt: skip


def _system(system: str, ground: Ground) -> str:
    found = ground.engagement.project.system.get(system)
    return found.name if found else ""


def _exceptions(ground: Ground) -> Document | None:
    keys = (
        ("set_aside", 3.4), ("document", 2.2), ("reason", 3.4), ("touched", 2.2), ("asked_by", 1.7),
        ("approved_by", 1.7),
    )  # fmt: skip
    columns = [ground.column(key, width) for key, width in keys]
    columns += [ground.column(key, 1.3, Kind.DATE) for key in ("approved_on", "ends")]
    columns.append(ground.column("state", 1.6))
    given = [one for one in ground.engagement.project.exceptions if one.is_given(ground.engagement.day)]
    return _register(ground, "exceptions", columns, tuple(_exception_row(one, ground) for one in given))


def _exception_row(one: GivenException, ground: Ground) -> Row:
    day = ground.engagement.day
    ended, closed = one.has_ended(day), one.is_closed(day)
    state = ground.phrases[f"exception.{'closed' if closed else 'ended' if ended else 'holds'}"]
    template = ground.engagement.catalogue.template.get(one.document)
    return row(
        one.id,
        one_line(one.name),
        f"{template.id} {template.title}" if template else "",
        one_line(one.reason),
        ", ".join(one.systems),
        ground.person(one.requested_by),
        ground.person(one.approved_by),
        ground.claimed("exceptions", one.id, "approved_on", one.approved_on),
        one.ends_on.isoformat() if one.ends_on else "",
        state.format(day=ground.claimed("exceptions", one.id, "closed_on", one.closed_on)),
        tone="bad" if ended and not closed else "",
    )
