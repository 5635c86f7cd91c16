"""Who takes which course, and by which day: the plan of training before what the auditor examines."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.courses import COURSES, Course

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.people import Person

OWNERS = "TRN-02"
"""The course of everybody who owns a control, whichever it is."""
DAYS = 7

STEPS = (("book", 10), ("quiz", 3), ("missed", 3), ("accept", 2), ("compare", 2), ("file", 1))
"""What the HR lead does around the courses, with the weeks before the first examined day."""


def courses_held(engagement: Engagement) -> tuple[Course, ...]:
    """Return the courses that this company needs."""
    template = engagement.catalogue.template
    return tuple(one for one in COURSES if one.id in template and engagement.wants(template[one.id]))


def roles_of(person: Person, engagement: Engagement, *, as_backup: bool = False) -> tuple[str, ...]:
    """Return the ids of the roles that a person holds, or stands in for."""
    held = engagement.project.roles
    return tuple(one.id for one in held if (one.backup if as_backup else one.holder) == person.id)


def courses_of(person: Person, engagement: Engagement) -> tuple[Course, ...]:
    """Return the courses a person takes: by the roles held, and by the controls that carry the name."""
    return _taken_by(person, courses_held(engagement), _families(engagement).get(person.id, frozenset()), engagement)


def courses_by_person(engagement: Engagement) -> Iterator[tuple[Person, tuple[Course, ...]]]:
    """Yield everybody who works here with the courses that this person takes."""
    held, families = courses_held(engagement), _families(engagement)
    for person in staff(engagement):
        yield person, _taken_by(person, held, families.get(person.id, frozenset()), engagement)


def _taken_by(
    person: Person, held: tuple[Course, ...], families: Collection[str], engagement: Engagement
) -> tuple[Course, ...]:
    roles = set(roles_of(person, engagement))
    return tuple(
        one
        for one in held
        if one.is_for_everybody
        or roles.intersection(one.roles)
        or set(families).intersection(one.families)
        or (families and one.id == OWNERS)
    )


def _families(engagement: Engagement) -> dict[str, set[str]]:
    """Return the families of the controls that each person owns."""
    owned: dict[str, set[str]] = {}
    for one in engagement.controls:
        if one.applies:
            owned.setdefault(engagement.owners[one.id].owner, set()).add(one.control.family)
    return owned


def staff(engagement: Engagement) -> tuple[Person, ...]:
    """Return everybody who works here on the day of the engagement."""
    return tuple(person for person in engagement.project.people if person.is_here(engagement.day))


def first_examined_day(engagement: Engagement) -> date | None:
    """Return the day before which people are trained; None while it is not answered."""
    return engagement.scope.start if engagement.scope.is_type_2 else engagement.scope.as_of


def due(weeks: int, engagement: Engagement) -> date | None:
    """Return the day that lies so many weeks before the first examined day; None where it is open or has come.

    Where less time is left than the plan takes, all steps move together, so that none falls into the past.
    """
    first = first_examined_day(engagement)
    if first is None or first <= engagement.day:
        return None
    longest = max(one for _, one in STEPS)
    left = min((first - engagement.day).days, longest * DAYS)
    return first - timedelta(days=left * weeks // longest)
