"""On which days records and evidence show that a control ran."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.domain.engagement import Engagement


def days_shown(engagement: Engagement, control: str) -> tuple[date, ...]:
    """Return the days on which a control ran, as its records and evidence tell, in order; none later than today."""
    found = {min(one.last, engagement.day) for one in engagement.shown.get(control, ()) if not one.nothing}
    return tuple(sorted(found))
