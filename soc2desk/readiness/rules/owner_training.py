"""Rules about the training of those who own controls."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.training import courses_of, first_examined_day
from soc2desk.domain.training_record import completions
from soc2desk.readiness.dates import listed
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.courses import Course
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.people import Person

BEFORE = timedelta(days=21)
"""Owners are trained three weeks before the first examined day; until then nothing is missing."""
TRAINING = "HRS-04"


def owner_not_trained(situation: Situation) -> Iterator[Finding]:
    """Yield each owner without a course in an area they own; where no course was taken at all, one for all of them."""
    engagement = situation.engagement
    bare = untrained(engagement)
    if bare and not completions(engagement):
        names = [person.name for person in bare]
        yield see(
            situation, "FD-05", "pages.training", about="all", controls=(TRAINING,),
            said=_said(engagement, "nobody").format(count=len(names), listed=listed(names, engagement)),
        )  # fmt: skip
        return
    for person, courses in bare.items():
        titles = ", ".join(engagement.catalogue.template[course.id].title for course in courses)
        yield see(
            situation, "FD-05", f"people.{person.id}", about=person.id, controls=(TRAINING,),
            said=_said(engagement, "one").format(name=person.name, courses=titles),
        )  # fmt: skip


def untrained(engagement: Engagement) -> dict[Person, tuple[Course, ...]]:
    """Return the owners who took none of the courses of their areas, once these are due, with the courses."""
    first = first_examined_day(engagement)
    if first is None or engagement.day < first - BEFORE:
        return {}
    taken = {(one.person, one.course) for one in completions(engagement)}
    return {
        person: courses
        for person, courses in _owners(engagement)
        if not any((person.id, course.id) in taken for course in courses)
    }


def trained_after_start(situation: Situation) -> Iterator[Finding]:
    """Yield each owner, here before the window opened, whose first course in an area came after that."""
    engagement = situation.engagement
    start = engagement.scope.start
    if start is None:
        return
    # They come by their day, so the first of each stays.
    first = {(one.person, one.course): one.on for one in reversed(completions(engagement))}
    for person, courses in _owners(engagement):
        firsts = {one.id: first[person.id, one.id] for one in courses if (person.id, one.id) in first}
        late = {course: day for course, day in firsts.items() if day >= start}
        if late and len(late) == len(firsts) and (person.start is None or person.start < start):
            yield see(
                situation, "FD-06", f"people.{person.id}", about=person.id, controls=(TRAINING,), name=person.name,
                day=min(late.values()), start=start,
            )  # fmt: skip


def _said(engagement: Engagement, key: str) -> str:
    return engagement.catalogue.phrases[f"finding.FD-05.{key}"]


def _owners(engagement: Engagement) -> Iterator[tuple[Person, tuple[Course, ...]]]:
    """Yield everybody here who owns a control with a course of its own, and those courses."""
    families: dict[str, set[str]] = {}
    for one in engagement.controls:
        if one.applies:
            families.setdefault(engagement.owners[one.id].owner, set()).add(one.control.family)
    for person in engagement.project.people:
        own = families.get(person.id, set())
        courses = tuple(course for course in courses_of(person, engagement) if own.intersection(course.families))
        if courses and person.is_here(engagement.day):
            yield person, courses
