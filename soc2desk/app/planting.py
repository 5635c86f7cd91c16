"""The company of an exercise with its faults planted, and the key to it: from sample, exercise and variant alone."""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.app.session import read_plain
from soc2desk.domain.exercises import Answer, AnswerKey, Place
from soc2desk.domain.problems import UsageProblem, nearest
from soc2desk.domain.rooms.make import company_of, make_room
from soc2desk.storage.codec import project_to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.app.desk import Desk
    from soc2desk.app.session import Plain
    from soc2desk.domain.exercises import Exercise, Planting
    from soc2desk.domain.people import Person
    from soc2desk.domain.project import Project
    from soc2desk.domain.rooms.company import Company
    from soc2desk.domain.rooms.room import Room
    from soc2desk.domain.variants import Variant

_RETOLD = ("control_states", "answers")
"""What is planted there changes the text of policies, which then is approved anew: that is no fault to be found."""


@dataclass(frozen=True)
class Planted:
    """What one student gets: the project with its faults, the evidence room, and what is to be found in both."""

    exercise: Exercise
    variant: Variant
    project: Project
    room: Room
    key: AnswerKey


def exercise_of(desk: Desk, id_: str) -> Exercise:
    """Return an exercise. Raises UsageProblem for an unknown one, naming the nearest."""
    known = desk.catalogue.exercise
    if id_ not in known:
        hint = nearest(id_, known) or f"Known: {', '.join(known)}."
        raise UsageProblem(f'There is no exercise "{id_}".', hint=hint)
    return known[id_]


def planted(desk: Desk, variant: Variant) -> Planted:
    """Return what a variant holds. Raises UsageProblem for an exercise that is not there."""
    exercise = exercise_of(desk, variant.exercise)
    sample = desk.answers_file(desk.sample(exercise.sample)).project
    company = company_of(exercise, sample, variant, desk.catalogue.rooms)
    room = make_room(company, variant)
    key = AnswerKey(
        exercise, variant.number, (*_in_project(desk, sample, exercise, variant), *room.answers), room.sounds
    )
    return Planted(exercise, variant, _project(desk, sample, company, variant), room, key)


def answer_key(desk: Desk, variant: Variant) -> AnswerKey:
    """Return what is to be found in a variant, without making its project."""
    exercise = exercise_of(desk, variant.exercise)
    sample = desk.answers_file(desk.sample(exercise.sample)).project
    room = make_room(company_of(exercise, sample, variant, desk.catalogue.rooms), variant)
    return AnswerKey(
        exercise, variant.number, (*_in_project(desk, sample, exercise, variant), *room.answers), room.sounds
    )


def plantings_of(exercise: Exercise, variant: Variant) -> Iterator[tuple[int, Planting]]:
    """Yield what is planted into the project of a variant, each with the number of its fault."""
    for at, fault in enumerate(exercise.faults):
        if fault.plantings:
            yield at, variant.lots.pick(f"planting {fault.id}", fault.plantings)


def _in_project(desk: Desk, sample: Project, exercise: Exercise, variant: Variant) -> Iterator[Answer]:
    for at, planting in plantings_of(exercise, variant):
        places = (Place(item=about, cells=_called(desk, sample, about)) for about in planting.about)
        yield Answer(exercise.faults[at], tuple(places))


def _called(desk: Desk, sample: Project, about: str) -> tuple[str, ...]:
    """Return the name of a person, a vendor or a commitment, by which a person calls it and not by its id."""
    named = (sample.people, sample.vendors, sample.commitments_made)
    control = desk.catalogue.control.get(about)
    return (control.title,) if control else tuple(row.name for rows in named for row in rows if row.id == about)


def _project(desk: Desk, sample: Project, company: Company, variant: Variant) -> Project:
    plain = copy.deepcopy(project_to_plain(sample, desk.catalogue))
    people = plain["people"]
    if isinstance(people, dict):
        people.update((one.id, _row(one)) for one in company.newcomers)
    sets = [pair for _, planting in plantings_of(company.exercise, variant) for pair in planting.sets.items()]
    for path, value in sets:
        _put(plain, path.split("."), value)
    project = read_plain(plain, desk)
    return _approved(desk, project) if any(path.startswith(_RETOLD) for path, _ in sets) else project


def _row(person: Person) -> dict[str, Plain]:
    said: dict[str, Plain] = {"name": person.name, "title": person.title, "email": person.email}
    days = {"start": person.start, "end": person.end}
    return said | {name: day.isoformat() for name, day in days.items() if day is not None}


def _put(plain: dict[str, Plain], path: list[str], value: str) -> None:
    holder: Plain = plain
    for step in path[:-1]:
        if isinstance(holder, dict):
            holder = holder.setdefault(step, {})
    if isinstance(holder, dict):
        if value:
            holder[path[-1]] = value
        else:
            holder.pop(path[-1], None)


def _approved(desk: Desk, project: Project) -> Project:
    """Return the project with its approvals for the text that its documents have with the faults in them."""
    from soc2desk.packet.compose import compose

    hashes = compose(desk.catalogue, project, desk.today).hashes
    rows = tuple(replace(one, text=hashes.get(one.id, one.text)) for one in project.approvals)
    return replace(project, approvals=rows)
