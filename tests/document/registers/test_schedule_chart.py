"""The chart above the schedule shows phases, what is examined, and each rhythm of each family."""

from __future__ import annotations

from datetime import date

from soc2desk.document.blocks import Chart
from tests.composed import after, document, of_sample

REGISTER = "REG-SCH"


def chart_of(made: object) -> Chart:
    return next(block for block in document(made, REGISTER).blocks if isinstance(block, Chart))  # type: ignore[arg-type]


def test_it_shows_what_is_examined_and_every_phase() -> None:
    rows = {row.label: row for row in chart_of(of_sample("brightwater")).rows}
    (window,) = rows["Examined"].spans
    assert (window.start, window.end) == (date(2027, 1, 1), date(2027, 6, 30))
    assert {"Scope", "Build", "Train", "Readiness", "Fieldwork", "Report"} <= rows.keys()


def test_a_family_has_a_row_for_each_rhythm_with_the_days_of_the_schedule() -> None:
    rows = {row.label: row for row in chart_of(of_sample("brightwater")).rows}
    assert [mark.on for mark in rows["Access and identity, quarterly"].marks] == [date(2027, 3, 31), date(2027, 6, 30)]


def test_what_is_due_now_stands_on_no_day() -> None:
    made = after("brightwater", "window_start=2026-10-01")
    scope = next((row for row in chart_of(made).rows if row.label == "Scope"), None)
    assert scope is None
