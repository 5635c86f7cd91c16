"""The lab files of the skill areas: a task sheet each, and the lists that it is about, out of one room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.domain.exercises import Skill
from soc2desk.domain.rooms.access import USERS
from soc2desk.domain.rooms.backups import RESTORES
from soc2desk.domain.rooms.changes import CHANGES, TICKETS
from soc2desk.domain.rooms.people import LEAVERS, STAFF
from soc2desk.domain.rooms.room import Paper, Room
from soc2desk.domain.rooms.watching import ALERTS, LOG_DAY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.rooms.room import Piece

LABS = "four-skills"
"""The exercise that the labs are made from."""
FILES = {
    Skill.ACCESS: (STAFF, LEAVERS, USERS[1]),
    Skill.LOGGING: (LOG_DAY, ALERTS),
    Skill.INCIDENT: (LOG_DAY, RESTORES),
    Skill.CHANGE: (CHANGES, TICKETS),
}


def labs_of(room: Room, words: Mapping[str, tuple[str, ...]], day: str) -> Room:
    """Return the files of the labs, a folder each. `day` is what the task sheets bear, in ISO."""
    by_file = {piece.file: piece for piece in room.pieces}
    pieces: list[Piece] = []
    for skill, files in FILES.items():
        title, *lines = words[f"lab_{skill}"]
        pieces.append(Paper(f"{skill}/task.docx", title, (), tuple(lines), day))
        pieces += [replace(by_file[file], file=f"{skill}/{file.rpartition('/')[2]}") for file in files]
    return Room(tuple(pieces))
