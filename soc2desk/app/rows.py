"""The rows of the tables: an id for a new one, what points to one, whom to choose from, what waits for a role."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.file_names import file_name
from soc2desk.domain.policies import TO_APPROVE
from soc2desk.storage.row_fields import Holds
from soc2desk.storage.row_shapes import ROW_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from soc2desk.domain.engagement import Engagement

LONGEST_ID = 60
_POINTING = MappingProxyType({"people": Holds.PERSON, "vendors": Holds.VENDOR, "systems": Holds.SYSTEM})
_OWNED = ("owners", "owner")


@dataclass(frozen=True, slots=True)
class Use:
    """How many rows of a table point to a row with one field: ("roles", "holder") 2."""

    table: str
    field: str
    count: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A row that may be chosen; `left` is the last day of somebody who is gone."""

    id: str
    name: str
    left: date | None = None


@dataclass(frozen=True, slots=True)
class RoleWork:
    """How much of this engagement a role answers for."""

    controls: int = 0
    documents: int = 0


def fresh_id(name: str, taken: Collection[str], otherwise: str) -> str:
    """Return a readable id for a row, chosen once: from its name, or from `otherwise` where no letter can be used."""
    stem = file_name(name, LONGEST_ID) or otherwise
    made, number = stem, 1
    while made in taken:
        number += 1
        tail = f"-{number}"
        made = stem[: LONGEST_ID - len(tail)].rstrip("-") + tail
    return made


def uses_of(engagement: Engagement, table: str, row: str) -> tuple[Use, ...]:
    """Return what points to a row, so that nobody takes it away without a word; empty when nothing does."""
    return tuple(_uses(engagement, table, row))


def _uses(engagement: Engagement, table: str, row: str) -> Iterator[Use]:
    wanted = _POINTING.get(table)
    for section in ROW_SECTIONS:
        for name, field in section.fields.items():
            if field.holds is not wanted:
                continue
            rows = getattr(engagement.project, section.name)
            found = {one.id for one in rows if getattr(one, field.attribute or name) == row}
            if (section.name, name) == _OWNED:
                found |= {control for control, owners in engagement.owners.items() if owners.owner == row}
            if found:
                yield Use(section.name, name, len(found))


def choices(engagement: Engagement, table: str) -> tuple[Choice, ...]:
    """Return the people, vendors or systems to choose from, by name; who has left stands last."""
    if table == "vendors":
        found = [Choice(one.id, one.name) for one in engagement.project.vendors]
    elif table == "systems":
        found = [Choice(one.id, one.name) for one in engagement.project.systems]
    else:
        day = engagement.day
        found = [Choice(p.id, p.name, p.end if p.has_left(day) else None) for p in engagement.project.people]
    return tuple(sorted(found, key=lambda one: (one.left is not None, one.name.casefold(), one.id)))


def role_work(engagement: Engagement) -> dict[str, RoleWork]:
    """Return what each role answers for: controls that apply, and documents somebody approves that the scope asks for.

    A role that answers for nothing is there with zeros.
    """
    found = {role.id: [0, 0] for role in engagement.catalogue.roles}
    for one in engagement.controls:
        if one.applies and one.control.owner in found:
            found[one.control.owner][0] += 1
    for template in engagement.catalogue.templates:
        if template.kind in TO_APPROVE and template.owner in found and engagement.wants(template):
            found[template.owner][1] += 1
    return {role: RoleWork(*counts) for role, counts in found.items()}
