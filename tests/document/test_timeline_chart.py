"""A chart is made from plain rows: its scale holds every day, its key every look, its words every number."""

from __future__ import annotations

from datetime import date

from soc2desk.content.load import load
from soc2desk.document.timeline_chart import timeline_chart
from soc2desk.domain.timelines import ChartRow, DayMark, MarkLook, Span, SpanLook

PHRASES = load().phrases
ROWS = (
    ChartRow("Phases", is_head=True),
    ChartRow("Examined", (Span(date(2027, 1, 1), date(2027, 6, 30), SpanLook.WINDOW),)),
    ChartRow("Fieldwork", (), (DayMark(date(2027, 8, 1), MarkLook.DUE),)),
)


def test_the_scale_holds_every_day_and_the_key_only_what_is_used() -> None:
    (chart,) = timeline_chart(ROWS, PHRASES, "The window")
    assert (chart.start, chart.end) == (date(2027, 1, 1), date(2027, 8, 1))
    assert [look for look, _ in chart.legend] == ["window", "due"]
    assert chart.today is None


def test_what_is_said_instead_counts_rows_without_their_headings() -> None:
    (chart,) = timeline_chart(ROWS, PHRASES, "The window")
    assert "2 rows from 2027-01-01 to 2027-08-01" in chart.said


def test_a_line_of_today_is_drawn_only_where_it_is_given() -> None:
    (chart,) = timeline_chart(ROWS, PHRASES, "The window", today=date(2027, 2, 1))
    assert chart.today == (date(2027, 2, 1), "Today: 2027-02-01")


def test_rows_without_a_day_make_no_chart() -> None:
    assert timeline_chart(ROWS[:1], PHRASES, "The window") == ()
    assert timeline_chart((), PHRASES, "The window") == ()
