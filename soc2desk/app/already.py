"""What a client has already, as lines of a page: its own list of controls and policies, and what was retired."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.domain.listed import not_listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.client_controls import ListedControl
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.own_documents import OwnClause, OwnDocument


class Group(StrEnum):
    """The groups of the page, in their order."""

    WAITING = "waiting"
    SECTIONS = "sections"
    DECIDED = "decided"
    MARKED = "marked"
    POLICIES = "policies"
    RETIRED = "retired"
    # Last: it may hold most of the library, and what is settled would be lost below it.
    MISSING = "missing"


SETTLED = frozenset({Group.DECIDED, Group.MARKED})
"""Groups of lines on which a person decided."""
SPEAKING = SETTLED | {Group.WAITING, Group.SECTIONS}
"""Groups of lines that may speak of controls."""
OPEN = frozenset({Group.WAITING, Group.SECTIONS, Group.MISSING})
"""Groups of lines that wait for somebody."""


@dataclass(frozen=True, slots=True)
class AlreadyRow:
    """One line of the page; `place` is "listed_controls.c-1" and the like.

    `controls` are those proposed, or decided on. `said` is who decided and when, or the day and reason of a retirement.
    """

    place: str
    group: Group
    number: str
    text: str
    controls: tuple[str, ...] = ()
    said: str = ""
    gone: bool = False

    @property
    def name(self) -> str:
        """The id within its table."""
        return self.place.partition(".")[2]


def fitting(rows: tuple[AlreadyRow, ...], text: str) -> tuple[AlreadyRow, ...]:
    """Return the lines that hold every word that is looked for, in their number, text or controls."""
    wanted = text.casefold().split()
    return tuple(
        row
        for row in rows
        if all(word in " ".join((row.number, row.text, *row.controls)).casefold() for word in wanted)
    )


def already_rows(engagement: Engagement) -> tuple[AlreadyRow, ...]:
    """Return every line, group by group."""
    rows = tuple(_rows(engagement))
    return tuple(row for group in Group for row in rows if row.group is group)


def _rows(engagement: Engagement) -> Iterator[AlreadyRow]:
    yield from (_of_line(line, engagement) for line in engagement.project.listed_controls)
    for id_ in not_listed(engagement):
        yield AlreadyRow(f"missing.{id_}", Group.MISSING, id_, engagement.state[id_].control.title)
    yield from (_of_clause(clause, engagement) for clause in engagement.project.own_clauses)
    yield from (_of_policy(one) for one in engagement.project.own_documents)
    for gone in engagement.project.retired_controls:
        control = engagement.catalogue.control[gone.id]
        said = f"{gone.last_day.isoformat()}: {gone.reason}"
        yield AlreadyRow(f"retired_controls.{gone.id}", Group.RETIRED, control.printed, control.title, said=said)


def _of_clause(clause: OwnClause, engagement: Engagement) -> AlreadyRow:
    document = engagement.project.own_document.get(clause.document)
    number = f"{document.title if document else clause.document}, {clause.name}"
    group = Group.MARKED if clause.is_decided else Group.SECTIONS
    said = _decision(clause, engagement)
    return AlreadyRow(f"own_clauses.{clause.id}", group, number, clause.text, clause.controls, said, clause.gone)


def _of_policy(one: OwnDocument) -> AlreadyRow:
    said = " ".join(filter(None, (one.approved_on.isoformat() if one.approved_on else "", one.approved_by)))
    return AlreadyRow(f"own_documents.{one.id}", Group.POLICIES, one.title, one.version, said=said)


def _decision(line: ListedControl | OwnClause, engagement: Engagement) -> str:
    name = engagement.person_name(line.confirmed_by)
    return f"{name} {line.confirmed_on.isoformat()}".strip() if line.confirmed_on else ""


def _of_line(line: ListedControl, engagement: Engagement) -> AlreadyRow:
    said = _decision(line, engagement)
    group = Group.DECIDED if line.is_decided else Group.WAITING
    place = f"listed_controls.{line.id}"
    return AlreadyRow(place, group, line.number, line.text, line.controls, said, line.gone)
