"""Who has taken which course, who is late, which certificates count, and where skills are missing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.domain.cadences import Cadence, next_day
from soc2desk.domain.courses import OWNERS
from soc2desk.domain.learning import AREAS, Completion
from soc2desk.domain.training import courses_by_person, due, first_examined_day, staff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.courses import Course
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import KeptRecord
    from soc2desk.domain.learning import Certificate
    from soc2desk.domain.people import Person

SOON = timedelta(days=60)
"""A certificate or a course that ends within this time is said to end soon."""
ENOUGH = 2
"""The step of skill at which somebody works alone: an owner below it needs help."""


class Taken(StrEnum):
    """Where one course of one person stands."""

    DONE = "done"
    LATE = "late"
    REPEAT = "repeat"
    AHEAD = "ahead"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Need:
    """A course that a person takes, by when, and the newest day on which it was taken.

    `due` is None while the dates of the report are open. `repeat_by` is the day by which it is to be repeated, None
    where it was not taken yet or nobody said how often it is.
    """

    person: str
    course: Course
    due: date | None
    state: Taken
    taken: Completion | None = None
    repeat_by: date | None = None

    @property
    def id(self) -> str:
        """The id of the need: person and course."""
        return f"{self.person}/{self.course.id}"


@dataclass(frozen=True, slots=True)
class Gap:
    """One person who owns controls of an area: how many, the steps of skill, and the courses of it taken or missing."""

    person: str
    area: str
    controls: tuple[str, ...]
    before: int | None
    after: int | None
    taken: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether somebody still needs help here: not rated as working alone, or a course is missing."""
        rated = self.after if self.after is not None else self.before
        return bool(self.missing) or (rated is not None and rated < ENOUGH)


def completions(engagement: Engagement) -> tuple[Completion, ...]:
    """Return every course taken by the day of the engagement, by its day.

    They were entered one by one, or stand in attendance records: such a record counts for
    those who attended, where its course is one of ours by id or title.
    """
    found = [*engagement.project.completions]
    for record in engagement.project.records:
        if record.type == "training_attendance":
            found += _of_attendance(record, engagement)
    # What lies ahead was not taken yet, whatever was typed.
    return tuple(sorted((one for one in found if one.on <= engagement.day), key=lambda one: (one.on, one.id)))


def _of_attendance(record: KeptRecord, engagement: Engagement) -> Iterator[Completion]:
    course, on = _course_named(record.text("course"), engagement), record.day("date")
    if not course or on is None:
        return
    for number, line in enumerate(record.lines("attendees"), 1):
        person = line.get("person")
        if line.get("attended") is True and isinstance(person, str) and person in engagement.project.person:
            yield Completion(
                f"{record.id}-{number}", person, course, on, result=str(line.get("score", "")),
                evidence=record.evidence, entered_by=record.entered_by,
                # A line may have come with the last change: later than it was, never earlier.
                entered_on=record.changed_on or record.entered_on,
            )  # fmt: skip


def _course_named(text: str, engagement: Engagement) -> str:
    wanted = text.casefold().strip()
    if not wanted:
        return ""
    for course, template in engagement.catalogue.template.items():
        if course.startswith("TRN-") and wanted in {course.casefold(), template.title.casefold()}:
            return course
        if wanted.startswith(f"{course.casefold()} "):
            return course
    return ""


def needs(engagement: Engagement) -> tuple[Need, ...]:
    """Return the courses of everybody who works here, person by person."""
    taken: dict[tuple[str, str], list[Completion]] = defaultdict(list)
    for one in completions(engagement):
        taken[one.person, one.course].append(one)
    return tuple(
        _need(person, course, taken[person.id, course.id], engagement)
        for person, courses in courses_by_person(engagement)
        for course in courses
    )


def _need(person: Person, course: Course, taken: list[Completion], engagement: Engagement) -> Need:
    by = due_by(person, course, engagement)
    if not taken:
        overdue = by is not None and by < engagement.day
        return Need(person.id, course, by, Taken.OVERDUE if overdue else Taken.AHEAD)
    again = _repeat_by(course, taken[-1].on, engagement)
    if again is not None and again < engagement.day:
        return Need(person.id, course, by, Taken.REPEAT, taken[-1], again)
    late = by is not None and taken[0].on > by
    return Need(person.id, course, by, Taken.LATE if late else Taken.DONE, taken[-1], again)


def due_by(person: Person, course: Course, engagement: Engagement) -> date | None:
    """Return the day by which a person takes a course: before the first examined day, or so long after joining.

    The plan counts back from the first examined day while that lies ahead; once it has come, that day itself is what
    the course had to come before. Who joined later has the time that the answers promise.
    """
    first = first_examined_day(engagement)
    if first is None:
        return None
    if person.start is not None and person.start >= first:
        days = _promised_days(course, engagement)
        return person.start + timedelta(days=days) if days is not None else None
    return due(course.weeks, engagement) or first - timedelta(days=1)


def _promised_days(course: Course, engagement: Engagement) -> int | None:
    stated = engagement.names.stated["training_due_days" if course.is_for_everybody else "owner_training_days"]
    value = stated.answer.value if stated.answer else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _repeat_by(course: Course, on: date, engagement: Engagement) -> date | None:
    name = "owner_training_period" if course.id == OWNERS or not course.is_for_everybody else "training_period"
    answer = engagement.names.stated[name].answer
    value = answer.value if answer else None
    return next_day(on, value) if isinstance(value, str) and value in set(Cadence) else None


def has_expired(one: Certificate, day: date) -> bool:
    """Return whether a certificate counts no more on `day`."""
    return one.expires_on is not None and one.expires_on < day


def expires_soon(one: Certificate, day: date) -> bool:
    """Return whether a certificate still counts on `day`, but not for long."""
    return one.expires_on is not None and day <= one.expires_on <= day + SOON


def gaps(engagement: Engagement) -> tuple[Gap, ...]:
    """Return the map of skills: for each person who owns controls of a core area, where that person stands in it."""
    owned: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in engagement.controls:
        owner = engagement.owners[one.id].owner
        if one.applies and owner and one.control.skill_area in AREAS:
            owned[owner, one.control.skill_area].append(one.id)
    asked: dict[str, list[Need]] = defaultdict(list)
    for need in needs(engagement):
        asked[need.person].append(need)
    return tuple(
        _gap(person.id, area, owned[person.id, area], asked[person.id], engagement)
        for person in staff(engagement)
        for area in AREAS
        if (person.id, area) in owned
    )


def _gap(person: str, area: str, controls: list[str], asked: list[Need], engagement: Engagement) -> Gap:
    rated = [one for one in engagement.project.skills if (one.person, one.area) == (person, area)]
    before = next((one.before for one in rated if one.before is not None), None)
    after = next((one.after for one in reversed(rated) if one.after is not None), None)
    mine = [need for need in asked if need.course.area == area]
    return Gap(
        person,
        area,
        tuple(controls),
        before,
        after,
        tuple(one.course.id for one in mine if one.taken is not None and one.state is not Taken.REPEAT),
        tuple(one.course.id for one in mine if one.taken is None or one.state is Taken.REPEAT),
    )
