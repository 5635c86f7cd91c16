"""What a client has already, as lines of a page: its own list of controls, what that lacks, and what was retired."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.domain.listed import not_listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.client_controls import ListedControl
    from soc2desk.domain.engagement import Engagement


class Group(StrEnum):
    """The groups of the page, in their order."""

    WAITING = "waiting"
    MISSING = "missing"
    DECIDED = "decided"
    RETIRED = "retired"


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


def already_rows(engagement: Engagement) -> tuple[AlreadyRow, ...]:
    """Return every line, group by group."""
    rows = tuple(_rows(engagement))
    return tuple(row for group in Group for row in rows if row.group is group)


def _rows(engagement: Engagement) -> Iterator[AlreadyRow]:
    yield from (_of_line(line, engagement) for line in engagement.project.listed_controls)
    for id_ in not_listed(engagement):
        yield AlreadyRow(f"missing.{id_}", Group.MISSING, id_, engagement.state[id_].control.title)
    for gone in engagement.project.retired_controls:
        control = engagement.catalogue.control[gone.id]
        said = f"{gone.last_day.isoformat()}: {gone.reason}"
        yield AlreadyRow(f"retired_controls.{gone.id}", Group.RETIRED, control.printed, control.title, said=said)


def _of_line(line: ListedControl, engagement: Engagement) -> AlreadyRow:
    name = engagement.person_name(line.confirmed_by)
    said = f"{name} {line.confirmed_on.isoformat()}".strip() if line.confirmed_on else ""
    group = Group.DECIDED if line.is_decided else Group.WAITING
    place = f"listed_controls.{line.id}"
    return AlreadyRow(place, group, line.number, line.text, line.controls, said, line.gone)
