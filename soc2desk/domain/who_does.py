"""Who does something on a day: its owner, or the backup while the owner is away or has left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.domain.people import Person
    from soc2desk.domain.project import Project


class Because(StrEnum):
    """Why somebody else does it, or nobody can."""

    OWN = ""
    NOBODY = "nobody"
    AWAY = "away"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Who:
    """Who does it. `person` is empty for nobody; `owner` is who would, where that is somebody else.

    One who is away without a backup stays; one who has left does not.
    """

    person: str
    owner: str = ""
    because: Because = Because.OWN


def who_does(owner: str, backup: str, day: date, project: Project) -> Who:
    """Return who does on a day what `owner` does and `backup` does instead (person ids, empty for nobody)."""
    one, other = project.person.get(owner), project.person.get(backup)
    if one is not None and one.can_work(day):
        return Who(owner)
    because = _why(one, day)
    if other is not None and other.can_work(day):
        return Who(backup, owner if one else "", because)
    return Who(owner, because=because) if because is Because.AWAY else Who("", owner if one else "", because)


def _why(one: Person | None, day: date) -> Because:
    if one is None:
        return Because.NOBODY
    return Because.LEFT if one.has_left(day) else Because.AWAY
