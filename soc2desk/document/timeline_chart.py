"""Rows of days as a chart: the scale that holds them all, the key to what is used, and the words said instead of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Chart, Column
from soc2desk.domain.timelines import MarkLook, SpanLook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from soc2desk.domain.timelines import ChartRow

_LOOKS = (*SpanLook, *MarkLook)
_WIDTHS = {"what": 3.0, "stretch": 2.0, "days": 4.0}


def timeline_chart(
    rows: Sequence[ChartRow], phrases: Mapping[str, str], title: str, *, about: str = "", today: date | None = None
) -> tuple[Chart, ...]:
    """Return the chart of some rows; none when no row has a day.

    `about` is its id. A line of today is drawn only where it is given, for a page that is read on that day.
    """
    days = [day for row in rows for day in row.days]
    if not days:
        return ()
    start, end = min(days), max(days)
    what, stretch, on = (Column(key, phrases[f"chart.{key}"], width) for key, width in _WIDTHS.items())
    shown = sum(not row.is_head for row in rows)
    said = phrases["chart.said"].format(title=title, count=shown, start=start.isoformat(), end=end.isoformat())
    used = {span.look.value for row in rows for span in row.spans} | {
        one.look.value for row in rows for one in row.marks
    }
    legend = tuple((look.value, phrases[f"chart.look.{look.value}"]) for look in _LOOKS if look.value in used)
    line = (today, phrases["chart.today"].format(day=today.isoformat())) if today else None
    return (Chart(tuple(rows), start, end, (what, stretch, on), title, said, about, legend, line),)
