"""The milestones of an examination, as the content tells them: what is due how many days from which day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Anchor(StrEnum):
    """The day that a milestone is counted from. A Type I report has one date, which is its start and its end."""

    START = "start"
    END = "end"
    QUARTER = "quarter"
    MIDDLE = "middle"
    FIELDWORK = "fieldwork"
    REPORT = "report"


class Shift(StrEnum):
    """Where a milestone goes when its day is a day off. Some days are as they are: a window opens on any day."""

    EARLIER = "earlier"
    LATER = "later"
    STAYS = "stays"


@dataclass(frozen=True, slots=True)
class Milestone:
    """One milestone. `owner` is a role, `record` the layout that shows it was reached, empty where none does.

    It is `offset_days` from its anchor; `offset_type_1` where a Type I report counts differently.
    """

    id: str
    title: str
    deliverable: str
    phase: str
    report_types: tuple[str, ...]
    anchor: Anchor
    offset_days: int
    owner: str
    shift: Shift = Shift.EARLIER
    record: str = ""
    offset_type_1: int | None = None

    def offset(self, report_type: str) -> int:
        """Return the days from the anchor for a report type."""
        return self.offset_days if report_type != "type_1" or self.offset_type_1 is None else self.offset_type_1
