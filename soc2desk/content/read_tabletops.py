"""The scenarios of tabletops, joined with their words: turns in the order of their minutes, each with what is read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from soc2desk.content.found import read_sheets
from soc2desk.content.joining import check_ids, join, rows
from soc2desk.domain.problems import nearest
from soc2desk.domain.tabletops import Tabletop, Turn

if TYPE_CHECKING:
    from soc2desk.content.found import Found
    from soc2desk.content.joining import Reading
    from soc2desk.content.words import TabletopWords

FOLDER = "resources/tabletops/"
FEWEST, MOST = 6, 10
"""Turns of a scenario: with fewer the hour is not filled, with more nobody gets to talk."""


@dataclass(frozen=True, slots=True)
class TurnRow:
    """A turn without its words."""

    id: str
    minute: int
    asks: tuple[str, ...]
    plan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TabletopRow:
    """A scenario without its words."""

    id: str
    minutes: int
    seats: tuple[str, ...]
    turns: tuple[TurnRow, ...]


@dataclass(frozen=True, slots=True)
class TabletopsFile:
    """Any file of the folder tabletops."""

    tabletops: tuple[TabletopRow, ...] = ()


def read_tabletops(reading: Reading) -> tuple[Tabletop, ...]:
    """Return the scenarios in the order of the files; none where the content has no folder of them."""
    if not any(place.startswith(FOLDER) for place in reading.files):
        return ()
    sheets = read_sheets(reading.files, FOLDER, TabletopsFile, "file of tabletops")
    found = rows(sheets, "tabletops", "tabletop", reading)
    joined = join(found, "tabletops", "tabletop", reading)
    return tuple(_tabletop(row, text, reading) for row, text in joined)


def _tabletop(row: Found[Any], text: Found[Any], reading: Reading) -> Tabletop:
    value: TabletopRow = row.value
    spoken: TabletopWords = text.value
    check_ids(row, "seats", "role", reading)
    _check_minutes(row, reading)
    turns = []
    for index, one in enumerate(value.turns):
        inside = type(row)(one.id, one, row.located, (*row.path, "turns", index))
        check_ids(inside, "asks", "role", reading)
        if one.id not in spoken.turns:
            hint = nearest(one.id, spoken.turns)
            reading.problems.append(inside.refuse(f"The turn {one.id} of {value.id} has no words.", hint=hint))
            continue
        said = spoken.turns[one.id]
        turns.append(Turn(one.id, one.minute, one.asks, one.plan, said.title, said.says, said.ask, said.good))
    ids = {one.id for one in value.turns}
    reading.problems.extend(
        text.refuse(f"There are words for a turn {id_}, which does not exist.", "turns", id_, hint=nearest(id_, ids))
        for id_ in spoken.turns
        if id_ not in ids
    )
    return Tabletop(
        value.id, value.minutes, value.seats, spoken.title, spoken.about, spoken.objectives, tuple(turns)
    )  # fmt: skip


def _check_minutes(row: Found[Any], reading: Reading) -> None:
    value: TabletopRow = row.value
    if not FEWEST <= len(value.turns) <= MOST:
        message = f"The tabletop {value.id} has {len(value.turns)} turns; it takes {FEWEST} to {MOST}."
        reading.problems.append(row.refuse(message, "turns"))
    for index, (before, after) in enumerate(pairwise(value.turns), start=1):
        if after.minute <= before.minute:
            message = f"The turn {after.id} comes no later than the one before it."
            reading.problems.append(row.refuse(message, "turns", index, "minute"))
    if value.turns and value.turns[-1].minute >= value.minutes:
        reading.problems.append(row.refuse("The last turn comes when the time is over.", "minutes"))
    seats = set(value.seats)
    reading.problems.extend(
        row.refuse(f"The turn {one.id} asks {role}, who has no seat.", "turns", index, "asks")
        for index, one in enumerate(value.turns)
        for role in one.asks
        if role not in seats
    )
