"""The one thing of a project that is due next, with its day: quick enough for a long list of projects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from soc2desk.app.schedule_rows import DueState, act_rows, plan_of, step_rows
from soc2desk.reading.days_off import working_days

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.app.schedule_rows import ScheduleRow
    from soc2desk.domain.engagement import Engagement

_URGENT = (DueState.OVERDUE, DueState.NOW, DueState.SOON, DueState.AHEAD)
NEAR = frozenset(_URGENT[:3])
"""What is late, due now, or due within thirty days."""


@dataclass(frozen=True, slots=True)
class NextDue:
    """What is due next: the title of an act or a milestone, and its day; None for what is due now."""

    title: str
    state: DueState
    due: date | None = None

    @property
    def urgency(self) -> tuple[int, date]:
        """A value that is smaller the sooner something has to be done."""
        return _URGENT.index(self.state), self.due or date.min


def ready() -> None:
    """Load what tells the days on which nobody works: it takes a moment, and a list should not wait for it."""
    working_days("ON", date.min.year, date.min.year)


def next_due(engagement: Engagement) -> NextDue | None:
    """Return what is due next; None while no date is known, and where everything is done."""
    planned = plan_of(engagement, "")
    return soonest((*step_rows(planned), *act_rows(planned)))


def soonest(rows: Iterable[ScheduleRow]) -> NextDue | None:
    """Return the most urgent of rows of a schedule: what is late first, then what is due now, then by day."""
    waiting = [NextDue(row.title, row.state, row.due) for row in rows if _is_waiting(row)]
    return min(waiting, key=lambda one: one.urgency, default=None)


def _is_waiting(row: ScheduleRow) -> bool:
    return row.state is DueState.NOW or (row.state in _URGENT and row.due is not None)
