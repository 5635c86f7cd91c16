"""The lab files of the skill areas: a task sheet each, and the lists that it is about, out of one room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.domain.exercises import Skill
from soc2desk.domain.rooms.access import USERS
from soc2desk.domain.rooms.backups import RESTORES
from soc2desk.domain.rooms.changes import CHANGES, TICKETS
from soc2desk.domain.rooms.people import LEAVERS, STAFF
from soc2desk.domain.rooms.room import Listing, Paper, Room
from soc2desk.domain.rooms.watching import ALERTS, LOG_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from soc2desk.domain.exercises import Exercise
    from soc2desk.domain.rooms.room import Piece

LABS = "four-skills"
"""The exercise that the labs are made from."""
FILES = {
    Skill.ACCESS: (STAFF, LEAVERS, USERS[1]),
    Skill.LOGGING: (LOG_DAY, ALERTS),
    Skill.INCIDENT: (LOG_DAY, RESTORES),
    Skill.CHANGE: (CHANGES, TICKETS),
}


@dataclass(frozen=True, slots=True)
class LabWords:
    """What the sheets are written from: the lines of rooms, and what the company answered, as documents say it."""

    lines: Mapping[str, tuple[str, ...]]
    answers: Mapping[str, str]


def labs_of(room: Room, exercise: Exercise, words: LabWords) -> Room:
    """Return the files of the labs, a folder each; a sheet tells all that somebody needs who has nothing else."""
    by_file = {piece.file: piece for piece in room.pieces}
    pieces: list[Piece] = []
    for skill, files in FILES.items():
        lists = [replace(by_file[file], file=f"{skill}/{file.rpartition('/')[2]}") for file in files]
        pieces += [_sheet(skill, lists, exercise, words), *lists]
    return Room(tuple(pieces))


def _sheet(skill: Skill, lists: list[Piece], exercise: Exercise, words: LabWords) -> Paper:
    title, promise, *tasks = words.lines[f"lab_{skill}"]
    facts = tuple(zip(words.lines["lab_labels"], _facts(promise, lists, exercise, words), strict=True))
    name, told = words.lines["lab_told"]
    day = exercise.period_end.isoformat()
    return Paper(f"{skill}/task.docx", title, facts, (told,), day, name, tuple(tasks))


def _facts(promise: str, lists: list[Piece], exercise: Exercise, words: LabWords) -> Iterator[str]:
    """Yield what stands beside each label: company, period, promise, lists, their day, minutes."""
    first, last = (_said(day, words) for day in (exercise.period_start, exercise.period_end))
    yield words.answers["company"]
    yield words.lines["lab_period"][0].format(first=first, last=last)
    yield promise.format_map(words.answers)
    yield ", ".join(f"{one.file.rpartition('/')[2]} ({one.title})" for one in lists if isinstance(one, Listing))
    yield last
    yield str(exercise.minutes // len(FILES))


def _said(day: date, words: LabWords) -> str:
    return f"{day.day} {words.lines['months'][day.month - 1]} {day.year}"
