"""Charts: everything stands on the paper once, nothing on anything else, and who listens hears all of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest

from soc2desk.document.blocks import Chart, Column, Heading, text
from soc2desk.domain.timelines import ChartRow, DayMark, MarkLook, Span, SpanLook
from soc2desk.renderers.pdf_chart_scale import scale_of
from tests.renderers.every_kind import WINDOW
from tests.renderers.pdf_reading import pages_of, rendered, tags_of, words_of

COLUMNS = (Column("what", "What"), Column("stretch", "From and to"), Column("days", "On these days"))


def chart(rows: int, first: date, months: int) -> Chart:
    """Return rows with a stretch and a day each, over many months."""
    last = first + timedelta(days=30 * months)
    made = tuple(
        ChartRow(
            f"CTL-{at:02d} A control whose name is so long that it does not stand on one line",
            (Span(first, last, SpanLook.WINDOW),) if at % 2 else (),
            (DayMark(first + timedelta(days=7 * at), MarkLook.DUE),),
        )
        for at in range(rows)
    )
    return Chart(made, first, last, COLUMNS, title="The window", said="What is due.", id="schedule")


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize(("rows", "months"), [(1, 1), (40, 24), (90, 60)])
def test_every_label_is_read_once_and_whole(rows: int, months: int, *, landscape: bool) -> None:
    found = words_of(rendered(chart(rows, date(2027, 1, 1), months), landscape=landscape))
    for at in range(rows):
        assert (
            len(re.findall(f"CTL-{at:02d} A control whose name is so long that it does not stand on one line", found))
            == 1
        )


@pytest.mark.parametrize("landscape", [False, True])
def test_nothing_is_drawn_outside_the_margins(*, landscape: bool) -> None:
    data = rendered(chart(40, date(2027, 1, 1), 24), kind="register", landscape=landscape)
    margin = 46 if landscape else 66
    for page in pypdfium2.PdfDocument(data):
        for thing in page.get_objects():
            left, _, right, _ = thing.get_bounds()
            whole = right - left >= page.get_width() - 1
            assert whole or (margin - 5 <= left and right <= page.get_width() - margin + 1)


def test_words_of_a_chart_do_not_touch() -> None:
    data = rendered(chart(40, date(2027, 1, 1), 24), kind="register")
    for page in pypdfium2.PdfDocument(data):
        found = page.get_textpage()
        boxes = sorted(found.get_rect(at) for at in range(found.count_rects()))
        for at, (left, bottom, right, top) in enumerate(boxes):
            for other_left, other_bottom, other_right, other_top in boxes[at + 1 :]:
                beside = other_left >= right - 0.5 or other_right <= left + 0.5
                assert beside or other_bottom >= top - 0.5 or other_top <= bottom + 0.5


def test_the_head_with_its_months_comes_back_on_the_next_page() -> None:
    pages = pages_of(rendered(chart(60, date(2027, 1, 1), 24), kind="register"))
    assert len(pages) > 1
    assert all("2027" in page and "2028" in page and "J F M A M J J A S O N D" in page for page in pages)


def test_who_listens_hears_one_figure_with_words_and_every_row_as_text() -> None:
    data = rendered(WINDOW)
    assert tags_of(data).count(b"Figure") == 1
    spoken = re.findall(rb"/Alt <(\w+)>", data)
    assert [bytes.fromhex(one.decode()).decode("utf-16") for one in spoken] == ["Half a year with two reviews."]
    assert "ACC-07 Review 2027-03-31, 2027-06-30" in words_of(data)
    assert "Examined <period> 2027-01-01 to 2027-06-30" in words_of(data)


def test_a_figure_on_two_pages_has_words_and_no_single_area() -> None:
    data = rendered(chart(60, date(2027, 1, 1), 24), kind="register")
    (figure,) = re.findall(rb"<< /S /Figure [^\n]*", data)
    assert b"/Alt" in figure
    assert b"/BBox" not in figure


def test_looks_are_told_apart_by_their_shapes() -> None:
    marks = tuple(DayMark(date(2027, month, 1), look) for month, look in enumerate(MarkLook, 1))
    plain = replace(WINDOW, rows=(ChartRow("One", (), marks),), legend=(), today=None)
    page = pypdfium2.PdfDocument(rendered(plain, kind="register"))[0]
    points = [pypdfium2.raw.FPDFPath_CountSegments(one) for one in page.get_objects() if one.type == 2]
    # The disc has more corners than the diamonds, the triangle fewer.
    assert {3, 4, 12} <= {count - 1 for count in points} | set(points)


def test_a_chart_without_rows_or_without_words_is_no_fault() -> None:
    assert "Figure" not in str(tags_of(rendered(Heading(text("Empty")), replace(WINDOW, rows=()))))
    assert "CTL" in words_of(rendered(replace(chart(3, date(2027, 1, 1), 2), title="", said="", id="")))


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2028, 2, 29), date(2028, 2, 29)), (date(2027, 5, 3), date(2026, 1, 1)), (date(1, 1, 1), date(9999, 12, 31))],
)
def test_a_leap_day_a_turned_scale_and_the_whole_calendar_are_drawn(first: date, last: date) -> None:
    rows = (ChartRow("All", (Span(min(first, last), max(first, last)),), (DayMark(first), DayMark(last))),)
    assert "All" in words_of(rendered(Chart(rows, first, last, COLUMNS)))


def test_names_of_months_and_years_never_stand_closer_than_they_are_wide() -> None:
    for months in (1, 3, 12, 24, 36, 70, 200, 2400):
        scale = scale_of(date(2027, 1, 15), date(2027, 1, 15) + timedelta(days=30 * months), 300.0, 240.0)
        for ticks in (scale.years(), scale.months()):
            assert all(tick.width >= 7.0 for tick in ticks if tick.name)
            assert sum(tick.width for tick in ticks) <= 240.5
