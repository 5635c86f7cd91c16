"""People and roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Column, Document, Kind, Row, Table, text
from soc2desk.document.registers.ground import Ground, register, row
from soc2desk.document.registers.organization_picture import organization_picture

if TYPE_CHECKING:
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
            *organization_picture(ground),
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
