"""What a chart over time shows, as plain values: rows with stretches of days and single days."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class SpanLook(StrEnum):
    """How a stretch of days is drawn: what is prepared pale with an edge, what is examined filled."""

    PHASE = "phase"
    WINDOW = "window"


class MarkLook(StrEnum):
    """How a single day is drawn. The shapes differ, so that they are told apart without colour."""

    MILESTONE = "milestone"  # a filled diamond
    DUE = "due"  # an open diamond
    DONE = "done"  # a filled disc
    LATE = "late"  # a filled triangle


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, both included."""

    start: date
    end: date
    look: SpanLook = SpanLook.PHASE


@dataclass(frozen=True, slots=True)
class DayMark:
    """One day on which something happens."""

    on: date
    look: MarkLook = MarkLook.MILESTONE


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One line of a chart. `is_head` makes it the name of the rows below, without stretches and days of its own."""

    label: str
    spans: tuple[Span, ...] = ()
    marks: tuple[DayMark, ...] = ()
    is_head: bool = False

    @property
    def days(self) -> tuple[date, ...]:
        """Every first, last and single day of the row."""
        return tuple(day for span in self.spans for day in (span.start, span.end)) + tuple(m.on for m in self.marks)
