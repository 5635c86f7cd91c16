"""Charts as pictures: every row once with its days, nothing on anything else, and the same days in a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from soc2desk.document.blocks import Chart, Column, Picture, Table
from soc2desk.domain.sketches import Area, Lettering, Paint, Panel, Sketch
from soc2desk.domain.timelines import ChartRow, DayMark, MarkLook, Span, SpanLook
from soc2desk.renderers.chart_sketch import chart_sketches
from soc2desk.renderers.chart_words import as_pictures
from tests.document.pictures.flaws import flaws
from tests.renderers.every_kind import WINDOW

COLUMNS = (Column("what", "What"), Column("stretch", "From and to"), Column("days", "On these days"))
DAYS = st.dates(date(2026, 1, 1), date(2029, 12, 31))
SPANS = st.tuples(DAYS, DAYS, st.sampled_from(SpanLook)).map(lambda one: Span(*sorted(one[:2]), one[2]))
ROWS = st.builds(
    ChartRow,
    st.text("abcé漢 W", max_size=60),
    st.lists(SPANS, max_size=2).map(tuple),
    st.lists(st.builds(DayMark, DAYS, st.sampled_from(MarkLook)), max_size=5).map(tuple),
    st.booleans(),
)
WIDTHS = st.sampled_from((300.0, 480.0, 700.0))
LEGEND = tuple((look.value, f"what {look.value} says at some length") for look in (*SpanLook, *MarkLook))


def chart(rows: list[ChartRow], start: date, end: date, **others: object) -> Chart:
    made = Chart(tuple(rows), start, end, COLUMNS, "The window", "A chart.", "chart", LEGEND)
    return replace(made, **others)  # type: ignore[arg-type]


def said(drawn: Sketch) -> str:
    return " ".join(shape.words for shape in drawn.shapes if isinstance(shape, Lettering))


@settings(max_examples=30, deadline=None)
@given(
    st.lists(ROWS, min_size=1, max_size=12), st.tuples(DAYS, DAYS).map(sorted), st.sampled_from((300.0, 480.0, 700.0))
)
def test_no_words_meet_and_nothing_leaves_the_sheet(rows: list[ChartRow], ends: list[date], wide: float) -> None:
    made = chart(rows, ends[0], ends[1], today=(ends[0], "Today"))
    assert [fault for drawn in chart_sketches(made, wide, 380.0) for fault in flaws(drawn)] == []


def test_a_long_chart_is_cut_into_parts_that_hold_every_row_once_under_its_months() -> None:
    first = date(2027, 1, 1)
    rows = [ChartRow(f"CTL-{at:02d}", (), (DayMark(first + timedelta(days=at)),)) for at in range(60)]
    drawn = chart_sketches(chart(rows, first, date(2027, 6, 30)), 690.0, 380.0)
    assert len(drawn) == 3
    assert all(one.height <= 381 for one in drawn)
    together = " ".join(map(said, drawn))
    assert all(together.count(f"CTL-{at:02d}") == 1 for at in range(60))
    assert all("Mar" in said(one) for one in drawn)


def test_a_heading_never_stands_alone_at_the_foot() -> None:
    day = DayMark(date(2027, 1, 5))
    for before in range(20, 32):
        rows = [ChartRow(f"Row {at}", (), (day,)) for at in range(before)]
        rows += [ChartRow("Heading", is_head=True), ChartRow("Under it", (), (day,))]
        drawn = chart_sketches(chart(rows, date(2027, 1, 1), date(2027, 6, 30)), 690.0, 380.0)
        assert all(("Heading" in said(one)) == ("Under it" in said(one)) for one in drawn)


def test_looks_differ_in_their_shape_and_not_by_colour_alone() -> None:
    shapes = set()
    for look in MarkLook:
        row = ChartRow("Row", (), (DayMark(date(2027, 1, 15), look),))
        (drawn,) = chart_sketches(chart([row], date(2027, 1, 1), date(2027, 3, 31), legend=()), 480.0, 500.0)
        (mark,) = [shape for shape in drawn.shapes if isinstance(shape, Area)]
        shapes.add((len(mark.corners), mark.fill is Paint.PAPER))
    assert len(shapes) == len(MarkLook)


def test_a_day_stands_where_its_month_is_written() -> None:
    row = ChartRow("Row", (Span(date(2027, 3, 1), date(2027, 3, 31), SpanLook.WINDOW),))
    (drawn,) = chart_sketches(chart([row], date(2027, 1, 1), date(2027, 6, 30)), 480.0, 500.0)
    (bar,) = [shape for shape in drawn.shapes if isinstance(shape, Panel) and shape.fill is Paint.ACCENT][:1]
    months = {shape.words: shape.x for shape in drawn.shapes if isinstance(shape, Lettering)}
    assert bar.x <= months["Mar"] < months["Apr"] <= bar.x + bar.width + 2


def test_under_the_pictures_stands_the_table_of_the_same_days() -> None:
    drawn, table = as_pictures(WINDOW, 480.0, 500.0)
    assert isinstance(drawn, Picture)
    assert drawn.said == WINDOW.said
    assert isinstance(table, Table)
    assert table.title == f"{WINDOW.title}, in words"
    assert len(table.rows) == len(WINDOW.rows)


def test_a_chart_without_rows_is_its_empty_table_alone() -> None:
    (only,) = as_pictures(chart([], date(2027, 1, 1), date(2027, 6, 30)), 480.0, 500.0)
    assert isinstance(only, Table)
