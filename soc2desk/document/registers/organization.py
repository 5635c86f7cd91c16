"""People and roles, and the bridge to the Canadian baseline controls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Block, Callout, Column, Document, Kind, Row, Table, text
from soc2desk.document.registers.ground import Ground, register, row

if TYPE_CHECKING:
    from soc2desk.domain.baseline import BaselineItem
    from soc2desk.domain.people import Person


def people_and_roles(ground: Ground) -> Document:
    """Return who holds each role, and the people who own, back up or review controls."""
    phrases, project = ground.phrases, ground.engagement.project
    roles = tuple(_role_row(role.id, ground) for role in ground.engagement.catalogue.roles)
    columns = tuple(
        ground.column(key, width) for key, width in (("role", 1.6), ("duties", 5.0), ("holder", 2.0), ("backup", 2.0))
    )
    involved = _involved(ground)
    people = tuple(_person_row(person, ground) for person in project.people if person.id in involved)
    return register(
        ground,
        "people",
        Audience.AUDITOR,
        (
            Table(columns, roles, phrases["register.people.roles"], "roles"),
            Table(_people_columns(ground), people, phrases["register.people.people"], "people"),
        ),
    )


def _people_columns(ground: Ground) -> tuple[Column, ...]:
    return (
        ground.column("name", 2.0),
        ground.column("job", 2.4),
        ground.column("email", 2.8),
        ground.column("start", 1.1, Kind.DATE),
        ground.column("end", 1.1, Kind.DATE),
        ground.column("owned", 1.0, Kind.NUMBER),
    )


def _role_row(role_id: str, ground: Ground) -> Row:
    role = ground.engagement.catalogue.role[role_id]
    holding = ground.engagement.project.role.get(role_id)
    nobody = ground.phrases["role.none"] if role_id == "oversight_body" else None
    holder = holding.holder if holding else ""
    return row(
        role_id,
        role.name,
        role.duties,
        text(nobody) if nobody and not holder else ground.person(holder),
        ground.person_or_blank(holding.backup if holding else ""),
    )


def _involved(ground: Ground) -> set[str]:
    """Only people an auditor meets: holders, owners, backups, reviewers. The whole staff list stays at home."""
    roles = (person for holding in ground.engagement.project.roles for person in (holding.holder, holding.backup))
    owners = (person for o in ground.engagement.owners.values() for person in (o.owner, o.backup, o.reviewer))
    return {*roles, *owners} - {""}


def _person_row(person: Person, ground: Ground) -> Row:
    owned = [c for c, owners in ground.engagement.owners.items() if owners.owner == person.id]
    count = str(len([c for c in owned if ground.engagement.state[c].is_shown]))
    return row(
        person.id,
        person.name,
        person.title,
        person.email,
        person.start.isoformat() if person.start else "",
        person.end.isoformat() if person.end else "",
        count,
    )


def baseline(ground: Ground) -> Document:
    """Return the Canadian baseline items beside the controls that cover the same ground.

    The mapping alone proves nothing: the company's own answer stands empty until it is given.
    """
    phrases = ground.phrases
    keys = (("item", 0.9), ("baseline_title", 4.5), ("controls", 3.0), ("criteria", 2.4))
    columns = [ground.column(key, width) for key, width in keys]
    answers = tuple(phrases[f"baseline.{word}"] for word in ("yes", "partly", "no", "not_applicable"))
    columns += [ground.column("answer", 1.2, Kind.CHOICE, answers), ground.column("held", 2.6)]
    blocks: list[Block] = [Callout(text(phrases["baseline.logging"]), "note", phrases["baseline.logging_title"])]
    rows = tuple(
        _baseline_row(item, control.title, ground)
        for control in ground.engagement.catalogue.baseline
        for item in control.items
        if item.id.startswith("BC.")
    )
    blocks.append(Table(tuple(columns), rows, phrases["register.baseline.title"], "baseline"))
    return register(ground, "baseline", Audience.INTERNAL, tuple(blocks))


def _baseline_row(item: BaselineItem, title: str, ground: Ground) -> Row:
    needed = [c for c in item.controls if c in ground.engagement.state and ground.engagement.state[c].applies]
    in_scope = [c for c in item.criteria if c in ground.engagement.scope.criteria]
    return row(item.id, item.id, f"{title}: {item.title}", ", ".join(needed), ", ".join(in_scope), "", "")
