"""When something was done last, and by when it had to be: what rules about missing acts have in common."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.owed import looked_at, owed

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement

A_YEAR = timedelta(days=366)
"""What is done once a year may come a day later each time."""


def days_done(engagement: Engagement, control: str) -> tuple[date, ...]:
    """Return the days on which records and evidence show a control performed, the last of each, in their order."""
    return tuple(sorted(one.last for one in engagement.shown.get(control, ()) if not one.nothing))


def was_done(engagement: Engagement, control: str, first: date, last: date) -> bool:
    """Return whether something shows a control performed on one of these days."""
    return any(one.touches(first, last) for one in engagement.shown.get(control, ()) if not one.nothing)


def is_overdue(engagement: Engagement, control: str) -> bool:
    """Return whether a control owed an act by its rhythm in what is examined, and that day is over."""
    return any(act.period.due < engagement.day for act in owed(engagement, (control,)))


def seen_until(engagement: Engagement) -> date:
    """Return the last day that matters: today, or the end of what is examined once that is over."""
    window = looked_at(engagement)
    return min(engagement.day, window[1]) if window else engagement.day


def has_begun(engagement: Engagement) -> bool:
    """Return whether the first day that is examined has come."""
    window = looked_at(engagement)
    return window is not None and window[0] <= engagement.day


def applies(engagement: Engagement, control: str) -> bool:
    """Return whether a control is needed here and applies."""
    one = engagement.state.get(control)
    return one is not None and one.applies and not one.proposed_away


def listed(names: list[str] | tuple[str, ...], engagement: Engagement, most: int = 3) -> str:
    """Return the first names, and how many more there are."""
    first, more = ", ".join(names[:most]), len(names) - most
    return engagement.catalogue.phrases["finding.more"].format(listed=first, count=more) if more > 0 else first
