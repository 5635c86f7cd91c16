"""The exercises, joined with their words: every fault is one that a rule knows, and stands somewhere to be found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from soc2desk.content.found import read_sheets
from soc2desk.content.joining import check_ids, join, rows, words
from soc2desk.content.read_tabletops import read_tabletops
from soc2desk.domain.exercises import Exercise, Level, PlantedFault, Planting, Skill
from soc2desk.domain.problems import nearest
from soc2desk.domain.room_plants import PLANTS

if TYPE_CHECKING:
    from soc2desk.content.found import Found
    from soc2desk.content.joining import Reading
    from soc2desk.content.words import ExerciseWords, PlantedWords

FOLDER = "resources/exercises/"
_FEWEST = 2
"""Ways to put a fault into a project: with one alone every student would have the same."""


@dataclass(frozen=True, slots=True)
class PlantingRow:
    """One way to put a fault into a project."""

    about: tuple[str, ...]
    sets: dict[str, str]


@dataclass(frozen=True, slots=True)
class PlantedRow:
    """A kind of fault without its words. `plant` puts it into the evidence room, where `files` show it."""

    id: str
    finding: str
    control: str
    criterion: str
    request: str = ""
    plant: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FaultRow:
    """A fault of an exercise: which of the kinds it is. `id` tells two of one kind apart."""

    fault: str
    id: str = ""
    plantings: tuple[PlantingRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """An exercise without its words."""

    id: str
    sample: str
    level: Level
    minutes: int
    skills: tuple[Skill, ...]
    period_start: date
    period_end: date
    faults: tuple[FaultRow, ...]


@dataclass(frozen=True, slots=True)
class ExercisesFile:
    """Any file of the folder exercises: kinds of faults, exercises, or both."""

    planted: tuple[PlantedRow, ...] = ()
    exercises: tuple[ExerciseRow, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kind:
    row: PlantedRow
    words: PlantedWords


def read_exercises(reading: Reading) -> tuple[Exercise, ...]:
    """Return the exercises in the order of the files; none where the content has no folder of them."""
    if not any(place.startswith(FOLDER) for place in reading.files):
        return ()
    sheets = read_sheets(reading.files, FOLDER, ExercisesFile, "file of exercises")
    kinds = {}
    for row, text in join(rows(sheets, "planted", "planted fault", reading), "planted", "planted fault", reading):
        _check_kind(row, reading)
        kinds[row.id] = _Kind(row.value, text.value)
    found = rows(sheets, "exercises", "exercise", reading)
    return tuple(
        _exercise(row, text.value, kinds, reading) for row, text in join(found, "exercises", "exercise", reading)
    )


def read_practice(reading: Reading) -> dict[str, Any]:
    """Return exercises, the lines that evidence rooms are made from, and tabletops, as parts of a catalogue."""
    lines = {text.id: text.value for text in words(reading, "rooms").values()}
    return {"exercises": read_exercises(reading), "rooms": lines, "tabletops": read_tabletops(reading)}


def _exercise(row: Found[Any], spoken: ExerciseWords, kinds: dict[str, _Kind], reading: Reading) -> Exercise:
    value, faults = row.value, []
    for index, one in enumerate(value.faults):
        inside = type(row)(one.id or one.fault, one, row.located, (*row.path, "faults", index))
        check_ids(inside, "fault", "planted fault", reading)
        if one.fault in kinds:
            _check_plantings(inside, kinds[one.fault].row, reading)
            faults.append(_fault(inside.id, kinds[one.fault], one))
    _check_whole(row, reading)
    return Exercise(
        value.id, value.sample, value.level, value.minutes, value.skills, value.period_start, value.period_end,
        spoken.title, spoken.told, tuple(faults),
    )  # fmt: skip


def _fault(id_: str, kind: _Kind, given: FaultRow) -> PlantedFault:
    row, spoken = kind.row, kind.words
    return PlantedFault(
        id_, row.finding, row.control, row.criterion, row.request, spoken.title, spoken.writes, spoken.why, spoken.hint,
        tuple(Planting(one.about, one.sets) for one in given.plantings), row.plant, row.files,
    )  # fmt: skip


def _check_kind(fault: Found[Any], reading: Reading) -> None:
    """Note what keeps a fault from being found, or from being told."""
    for name in ("finding", "control", "criterion", "request"):
        check_ids(fault, name, name, reading)
    value = fault.value
    if value.plant and value.plant not in PLANTS:
        message = f"Nothing plants {value.plant} in an evidence room."
        hint = nearest(value.plant, PLANTS) or f"Known: {', '.join(sorted(PLANTS))}."
        reading.problems.append(fault.refuse(message, "plant", hint=hint))
    if value.plant and not value.files:
        message = f"The planted fault {value.id} names no file of the evidence room that shows it."
        reading.problems.append(fault.refuse(message))


def _check_plantings(fault: Found[Any], kind: PlantedRow, reading: Reading) -> None:
    """A fault is in the project or in the room, and never the same one for the whole class."""
    plantings = fault.value.plantings
    if bool(plantings) == bool(kind.plant):
        message = f"The planted fault {fault.id} is put into the project by plantings, or into the room by a plant."
        reading.problems.append(fault.refuse(message))
    if plantings and len(plantings) < _FEWEST:
        message = f"The planted fault {fault.id} has one planting, so every student would have the same."
        reading.problems.append(fault.refuse(message, "plantings", hint="Give it two or more."))
    for index, one in enumerate(plantings):
        if not one.about or not one.sets:
            reading.problems.append(fault.refuse("A planting says what it sets, and about what.", "plantings", index))


def _check_whole(row: Found[Any], reading: Reading) -> None:
    value = row.value
    ids = [one.id or one.fault for one in value.faults]
    if len(set(ids)) != len(ids):
        hint = "Give the second one an id of its own."
        reading.problems.append(row.refuse(f"Two planted faults of {value.id} have one id.", "faults", hint=hint))
    if not value.faults:
        reading.problems.append(row.refuse(f"The exercise {value.id} has no planted fault.", "faults"))
    if value.period_end <= value.period_start:
        reading.problems.append(row.refuse("The period ends before it begins.", "period_end"))
