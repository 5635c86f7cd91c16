"""The milestones of an examination, joined with their words."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from soc2desk.content.found import read_sheets
from soc2desk.content.joining import check_ids, join, rows
from soc2desk.content.rows import ScheduleFile
from soc2desk.domain.milestones import Milestone

if TYPE_CHECKING:
    from soc2desk.content.joining import Reading


def read_milestones(reading: Reading) -> tuple[Milestone, ...]:
    """Return the milestones in the order of the files."""
    sheets = read_sheets(reading.files, "resources/schedule/", ScheduleFile, "file of the schedule")
    made = []
    for row, text in join(rows(sheets, "milestones", "milestone", reading), "milestones", "milestone", reading):
        check_ids(row, "owner", "role", reading)
        check_ids(row, "record", "record", reading)
        made.append(Milestone(**asdict(row.value), **asdict(text.value)))
    return tuple(made)
