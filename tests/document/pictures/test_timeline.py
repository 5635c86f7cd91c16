"""The line to the report: each milestone on its day, no pole through words, and nothing without a day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from soc2desk.document.blocks import Picture
from soc2desk.document.pictures.timeline import Flag, timeline
from soc2desk.domain.sketches import Lettering, Paint, Panel, Stroke
from tests.composed import after, catalogue, document, of_sample
from tests.document.pictures.flaws import flaws

PHRASES = catalogue().phrases
DAYS = st.dates(date(2026, 1, 1), date(2028, 6, 30))
FLAGS = st.lists(
    st.builds(Flag, DAYS, st.just("Readiness"), st.text("abc dé漢W", max_size=80)), min_size=1, max_size=30
)
WINDOW = (date(2027, 1, 1), date(2027, 6, 30))


def pictures(made: object) -> list[Picture]:
    return [block for block in document(made, "REG-SCH").blocks if isinstance(block, Picture)]  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None)
@given(FLAGS, st.none() | st.tuples(DAYS, DAYS).map(sorted).map(tuple))
def test_no_words_and_no_poles_meet(flags: list[Flag], window: tuple[date, date] | None) -> None:
    assert flaws(timeline(flags, window, PHRASES)) == []


def test_days_stand_in_their_order_at_their_distance() -> None:
    flags = [Flag(WINDOW[0] + timedelta(days=days), "Ready", f"Step {days}") for days in (0, 60, 120)]
    shapes = timeline(flags, None, PHRASES).shapes
    poles = sorted(s.points[0][0] for s in shapes if isinstance(s, Stroke) and s.paint is Paint.ACCENT)
    assert abs((poles[2] - poles[1]) - (poles[1] - poles[0])) < 0.01


def test_the_window_is_a_bar_that_bears_its_days_where_they_have_room() -> None:
    long = timeline([Flag(date(2026, 12, 1), "Train", "Train")], WINDOW, PHRASES)
    said = [shape.words for shape in long.shapes if isinstance(shape, Lettering)]
    assert "Examined: 2027-01-01 to 2027-06-30" in said
    day = date(2027, 6, 15)
    short = timeline([Flag(date(2026, 12, 1), "Train", "Train")], (day, day), PHRASES)
    assert any(isinstance(shape, Panel) and shape.fill is Paint.ACCENT for shape in short.shapes)


def test_training_readiness_window_and_fieldwork_stand_in_the_schedule() -> None:
    (found,) = pictures(of_sample("brightwater"))
    points = " ".join(found.points)
    assert "2027-05-20, Readiness: Go through every request as the auditor will" in points
    assert "2027-07-19, Fieldwork: The auditor begins to test" in points
    assert "2026-12-24, Train: Train the owners" in points
    assert "Examined: from 2027-01-01 to 2027-06-30." in found.said


def test_what_is_due_now_has_no_flag() -> None:
    (found,) = pictures(after("brightwater", "window_start=2026-10-01"))
    assert "Train the owners" not in " ".join(found.points)
