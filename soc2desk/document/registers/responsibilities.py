"""Who is responsible, accountable, consulted and informed, by control and role: worked out, for the team alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Bullets, Column, Document, ListItem, Row, Run, Table, text
from soc2desk.document.registers.controls import DESCRIPTION
from soc2desk.document.registers.ground import Ground, register, row, tone

if TYPE_CHECKING:
    from soc2desk.document.write import Written
    from soc2desk.domain.control_states import ControlState

LETTERS = ("R", "A", "C", "I")
OTHERS = ""
"""Where a letter goes whose person neither holds a role nor stands in for one."""

Letters = dict[str, list[str]]


def responsibilities(ground: Ground, written: tuple[Written, ...]) -> Document:
    """Return the table of controls and roles. Nothing in it is asked for: all follows from owners and approvers."""
    phrases, roles = ground.phrases, ground.engagement.catalogue.roles
    approvers = {one.template.id: one.template.approver for one in written}
    columns = [ground.column("control", 1.2), ground.column("title", 3.0)]
    columns += [Column(role.id, role.name, 1.15) for role in roles]
    applying = [one for one in ground.engagement.controls if one.applies]
    with_others = any(OTHERS in _letters(one, approvers, ground) for one in applying)
    columns += [ground.column("others", 2.0)] if with_others else []
    columns.append(ground.column("run_by_person", 2.0))
    rows = tuple(_row(one, approvers, ground, with_others=with_others) for one in applying)
    legend = Bullets(
        tuple(
            ListItem((Run(f"{letter} ", bold=True), *text(phrases[f"register.raci.{letter.lower()}"])))
            for letter in LETTERS
        )
    )
    table = Table(tuple(columns), rows, phrases["register.raci.rows"], "raci")
    return register(ground, "raci", Audience.INTERNAL, (legend, table))


def _row(one: ControlState, approvers: dict[str, str], ground: Ground, *, with_others: bool) -> Row:
    letters, names = _letters(one, approvers, ground), ground.engagement
    cells = [", ".join(letters.get(role.id, ())) for role in names.catalogue.roles]
    state = "" if one.is_shown else f" ({ground.phrases[f'state.{one.state}'].lower()})"
    return row(
        one.id,
        one.control.printed,
        f"{one.control.title}{state}",
        *cells,
        *(["; ".join(letters.get(OTHERS, ()))] if with_others else []),
        ground.person(names.owners[one.id].owner),
        tone="" if one.is_shown else tone(one),
    )


def _letters(one: ControlState, approvers: dict[str, str], ground: Ground) -> Letters:
    found: Letters = {one.control.owner: ["R"]}
    if approver := _accountable(one, approvers, ground):
        found.setdefault(approver, []).append("A")
    owners = ground.engagement.owners[one.id]
    for letter, person in (("C", owners.reviewer), ("I", owners.backup)):
        role = _role_of(person, one.control.owner, ground)
        name = ground.engagement.person_name(person)
        if role:
            found.setdefault(role, []).append(letter)
        elif name:
            found.setdefault(OTHERS, []).append(f"{letter} {name}")
    return found


def _accountable(one: ControlState, approvers: dict[str, str], ground: Ground) -> str:
    """Return the role that approves the first document in which the control is written; empty for none."""
    written = (clause.document for clause in ground.clauses_of.get(one.id, ()) if clause.document != DESCRIPTION)
    return approvers.get(next(written, ""), "")


def _role_of(person: str, owning: str, ground: Ground) -> str:
    """Return the role by which a person is meant: the one held, else the one stood in for, the control's own first."""
    if not person:
        return ""
    roles = ground.engagement.project.roles
    own_last = sorted(roles, key=lambda role: role.id == owning)
    held = next((role.id for role in own_last if role.holder == person), "")
    own_first = sorted(roles, key=lambda role: role.id != owning)
    return held or next((role.id for role in own_first if role.backup == person), "")
