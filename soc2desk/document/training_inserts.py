"""The computed blocks of the training kit: who takes what, by when, and lists of names to sign."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Block, Column, Form, FormField, Mark, Paragraph, Row, Run, Runs, Table, text
from soc2desk.document.markdown import CONTROL_ID
from soc2desk.document.values import listed, say_date
from soc2desk.domain.training import STEPS, courses_by_person, courses_held, due, first_examined_day, roles_of, staff

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from soc2desk.domain.courses import Course
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.people import Person
    from soc2desk.domain.policies import Template

COURSE = "course"
"""An insert of the head of a course: the word, then the id of the course, such as `course TRN-03`."""
MORE_NAMES = 2
"""Blank rows below the names, for those who are not on the list yet."""
FORM_COLUMNS = (("name", 2.4), ("role", 2.6))


def course_head(course: Course, engagement: Engagement) -> tuple[Block, ...]:
    """Return for whom a course is, how long it takes and by when it is held."""
    phrases = engagement.catalogue.phrases
    length = phrases["training.length"].format(
        hours=_hours(course.hours, engagement), again=_hours(course.again, engagement)
    )
    held = {one.id: engagement.person_name(one.holder) for one in engagement.project.roles}
    fields = (
        FormField(phrases["training.for"], value=text(_roles(course, engagement, held))),
        FormField(phrases["training.long"], value=text(length)),
        FormField(phrases["training.by"], value=_by(course.weeks, engagement)),
    )
    return (Form(fields),)


def training_timetable(engagement: Engagement) -> tuple[Block, ...]:
    """Return all courses and the steps around them in the order of their days, counted back from what is examined."""
    phrases, catalogue = engagement.catalogue.phrases, engagement.catalogue
    lines = [
        (course.weeks, (f"{course.id} {catalogue.template[course.id].title}", _hours(course.hours, engagement)),
         _roles(course, engagement))
        for course in courses_held(engagement)
    ]  # fmt: skip
    hr_lead = catalogue.role["hr_lead"].name
    lines += [(weeks, (phrases[f"training.step.{step}"], ""), hr_lead) for step, weeks in STEPS]
    ordered = sorted(lines, key=lambda line: -line[0])
    rows = tuple(_row(_by(weeks, engagement), *what, who) for weeks, what, who in ordered)
    keys = (("due", 1.5), ("what", 4.2), ("length", 1.0), ("for_whom", 4.0))
    return (*_late(engagement), Table(_columns(engagement, *keys), rows))


def training_plan(engagement: Engagement) -> tuple[Block, ...]:
    """Return for each person the courses with their days; what was done stays empty.

    The course for everybody is left out: its list is the attendance sheet.
    """
    rows = []
    for person, courses in courses_by_person(engagement):
        taken = [one for one in courses if not one.is_for_everybody]
        rows += [_row(*_who(person, engagement), course.id, _by(course.weeks, engagement), "") for course in taken]
    keys = (*FORM_COLUMNS, ("course", 1.0), ("due", 1.6), ("done", 1.6))
    return (Table(_columns(engagement, *keys), tuple(rows)),)


def names_to_sign(engagement: Engagement) -> tuple[Block, ...]:
    """Return everybody with roles, and room for a signature and a result."""
    keys = (*FORM_COLUMNS, ("signature", 2.6), ("result", 1.2))
    rows = tuple(_row(*_who(person, engagement), "", "") for person in staff(engagement))
    return (Table(_columns(engagement, *keys), rows, blank_rows=MORE_NAMES),)


def names_to_accept(engagement: Engagement) -> tuple[Block, ...]:
    """Return everybody, and room for the day and the signature of an acceptance."""
    keys = (("name", 2.4), ("day", 1.4), ("signature", 3.0))
    rows = tuple(_row(person.name, "", "") for person in staff(engagement))
    return (Table(_columns(engagement, *keys), rows, blank_rows=MORE_NAMES),)


def policies_to_accept(engagement: Engagement) -> tuple[Block, ...]:
    """Return the policies of this packet, with room for the version that was read."""
    keys = (("document", 1.2), ("title", 4.0), ("version_read", 1.6))
    found = [one for one in engagement.catalogue.templates if one.kind == "policy" and _prints(one, engagement)]
    rows = tuple(_row(one.id, one.title, "") for one in sorted(found, key=lambda one: one.id))
    return (Table(_columns(engagement, *keys), rows),)


def _prints(template: Template, engagement: Engagement) -> bool:
    """Say whether a policy stands in this packet: it is wanted, and a control that it states applies."""
    stated = {*CONTROL_ID.findall(template.body)} & engagement.state.keys()
    return engagement.wants(template) and any(engagement.state[control].applies for control in stated)


def _roles(course: Course, engagement: Engagement, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the roles that a course is for, each with the name of its holder where one is given."""
    phrases = engagement.catalogue.phrases
    if course.is_for_everybody:
        return phrases["training.everybody"]
    roles = [(engagement.catalogue.role[role].name, names.get(role)) for role in course.roles]
    return listed([f"{role} ({holder})" if holder else role for role, holder in roles], phrases)


def _who(person: Person, engagement: Engagement) -> tuple[str, str]:
    names = [engagement.catalogue.role[role].name for role in roles_of(person, engagement)]
    return person.name, ", ".join(names)


def _by(weeks: int, engagement: Engagement) -> Runs:
    """Return the day, marked while the dates of the report are open; words where that day has come."""
    phrases, day = engagement.catalogue.phrases, due(weeks, engagement)
    if day is not None:
        return text(say_date(day, phrases))
    if first_examined_day(engagement) is None:
        return (Run(f"[{phrases['open.report_date']}]", mark=Mark.OPEN),)
    return text(phrases["training.now"])


def _late(engagement: Engagement) -> tuple[Block, ...]:
    """Say that the first examined day has come; nothing while it lies ahead."""
    first = first_examined_day(engagement)
    if first is None or first > engagement.day:
        return ()
    return (Paragraph(text(engagement.catalogue.phrases["training.late"])),)


def _hours(hours: int, engagement: Engagement) -> str:
    form = "one" if hours == 1 else "many"
    return f"{hours} {engagement.catalogue.phrases[f'unit.hours.{form}']}"


def _columns(engagement: Engagement, *keys: tuple[str, float]) -> tuple[Column, ...]:
    return tuple(Column(key, engagement.catalogue.phrases[f"column.{key}"], width) for key, width in keys)


def _row(*cells: Runs | str) -> Row:
    return Row(tuple(text(cell) if isinstance(cell, str) else cell for cell in cells))


TRAINING_INSERTS: Mapping[str, Callable[[Engagement], tuple[Block, ...]]] = MappingProxyType(
    {
        "training-timetable": training_timetable,
        "training-plan": training_plan,
        "names-to-sign": names_to_sign,
        "names-to-accept": names_to_accept,
        "policies-to-accept": policies_to_accept,
    }
)
"""The inserts of the training kit by name."""
