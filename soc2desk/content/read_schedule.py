"""The milestones of an examination, joined with their words."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

from soc2desk.content.found import read_sheets
from soc2desk.content.joining import check_ids, join, rows
from soc2desk.content.rows import ReportType
from soc2desk.domain.milestones import Anchor, Milestone, Shift

if TYPE_CHECKING:
    from soc2desk.content.joining import Reading


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone without its words."""

    id: str
    phase: Literal["scope", "build", "train", "operate", "ready", "fieldwork", "report"]
    report_types: tuple[ReportType, ...]
    anchor: Anchor
    offset_days: int
    owner: str
    shift: Shift = Shift.EARLIER
    record: str = ""
    offset_type_1: int | None = None


@dataclass(frozen=True, slots=True)
class ScheduleFile:
    """Any file of the folder schedule."""

    milestones: tuple[MilestoneRow, ...] = ()


def read_milestones(reading: Reading) -> tuple[Milestone, ...]:
    """Return the milestones in the order of the files."""
    sheets = read_sheets(reading.files, "resources/schedule/", ScheduleFile, "file of the schedule")
    made = []
    for row, text in join(rows(sheets, "milestones", "milestone", reading), "milestones", "milestone", reading):
        check_ids(row, "owner", "role", reading)
        check_ids(row, "record", "record", reading)
        made.append(Milestone(**asdict(row.value), **asdict(text.value)))
    return tuple(made)
