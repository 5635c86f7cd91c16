"""Courses by person as rows to filter: who, what, by when, and what was entered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.training_record import Taken, needs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.learning import Completion

__all__ = ["CourseRow", "Taken", "course_rows", "matching_courses"]

MISSING = "missing"
"""A state to filter by: everything that is overdue or to be repeated."""
_MISSING = frozenset({Taken.OVERDUE, Taken.REPEAT})


@dataclass(frozen=True, slots=True)
class CourseRow:
    """One course of one person. `id` is person and course; `taken` the newest completion, None while there is none."""

    id: str
    person: str
    name: str
    course: str
    title: str
    hours: int
    due: date | None
    state: Taken
    taken: Completion | None
    repeat_by: date | None


def course_rows(engagement: Engagement) -> tuple[CourseRow, ...]:
    """Return the courses of everybody who works here, person by person."""
    titles = engagement.catalogue.template
    return tuple(
        CourseRow(
            need.id,
            need.person,
            engagement.person_name(need.person),
            need.course.id,
            titles[need.course.id].title,
            need.course.hours,
            need.due,
            need.state,
            need.taken,
            need.repeat_by,
        )
        for need in needs(engagement)
    )


def matching_courses(
    rows: Iterable[CourseRow], text: str = "", person: str = "", state: str = "", course: str = ""
) -> list[CourseRow]:
    """Return the rows that a filter asks for; "" is any. All words of `text` must stand in a row."""
    wanted = text.casefold().split()
    return [
        row
        for row in rows
        if person in {"", row.person}
        and course in {"", row.course}
        and (state in {"", row.state} or (state == MISSING and row.state in _MISSING))
        and all(word in f"{row.name} {row.course} {row.title}".casefold() for word in wanted)
    ]
