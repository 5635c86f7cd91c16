"""Exercises: a practice company with faults that somebody put there, and where each student finds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Level(StrEnum):
    """How much an exercise asks of a student."""

    FIRST = "first"
    MIDDLE = "middle"
    HARD = "hard"


class Skill(StrEnum):
    """The areas in which students look at files of their own, without a project."""

    ACCESS = "access"
    LOGGING = "logging"
    INCIDENT = "incident"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands. `file` is its path in the evidence room; empty for the project itself.

    `item` is what the line is about, as it stands there: a login, a number of a change, and in a project the row that
    a finding names. `line` is the row of the file as a person counts it; 0 for the file as a whole. `cells` are the
    other words of the row, by which somebody may call it too; those `alone` stand in no other row of the file.
    """

    file: str = ""
    item: str = ""
    line: int = 0
    cells: tuple[str, ...] = field(default=(), compare=False)
    alone: tuple[str, ...] = field(default=(), compare=False)


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Planting:
    """One way to put a fault into a project: new values by their paths, and the rows that the finding then names.

    A value that is empty takes the field away.
    """

    about: tuple[str, ...]
    sets: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlantedFault:
    """One thing to be found. `finding` is the rule that it breaks, the kind of the fault for whoever notes it down.

    Faults in the project have `plantings`, of which a student gets one; those in the evidence room alone have a
    `plant`, the name of what puts it there, and the `files` that show it.
    """

    id: str
    finding: str
    control: str
    criterion: str
    request: str
    title: str
    writes: str
    why: str
    hint: str
    plantings: tuple[Planting, ...] = ()
    plant: str = ""
    files: tuple[str, ...] = ()

    @property
    def is_in_project(self) -> bool:
        """Whether the project itself shows it; a student may then mend it instead of noting it down."""
        return bool(self.plantings)


@dataclass(frozen=True)
class Exercise:
    """What a student opens: a sample with faults. `told` is what the student reads; `minutes` is how long it takes.

    The evidence room is about the days from `period_start` to `period_end`.
    """

    id: str
    sample: str
    level: Level
    minutes: int
    skills: tuple[Skill, ...]
    period_start: date
    period_end: date
    title: str
    told: str
    faults: tuple[PlantedFault, ...]

    def fault(self, id_: str) -> PlantedFault:
        """Return one of its faults. Raises KeyError for none of them."""
        return {one.id: one for one in self.faults}[id_]


@dataclass(frozen=True, slots=True)
class Answer:
    """A fault as it stands in the variant of one student. Any of the places is enough to have found it."""

    fault: PlantedFault
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Sound:
    """Something that looks like a fault and is none. `why` says why a reader may let it stand."""

    place: Place
    why: str


@dataclass(frozen=True)
class AnswerKey:
    """What is to be found in one variant, and what only looks like it."""

    exercise: Exercise
    variant: str
    answers: tuple[Answer, ...]
    sounds: tuple[Sound, ...] = ()
