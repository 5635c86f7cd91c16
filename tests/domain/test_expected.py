"""A month is named to a prospect only where the plan can hold it."""

from __future__ import annotations

from datetime import date

import pytest

from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.expected import Expected, expected_report
from tests.composed import DAY, catalogue, changed, sample


def expected(*changes: str, name: str = "brightwater", day: date = DAY) -> Expected:
    """Return what is expected of a sample after these changes."""
    return expected_report(decide_engagement(catalogue(), changed(sample(name), *changes), day))


def test_eight_weeks_are_counted_from_the_later_of_end_and_fieldwork() -> None:
    assert expected() == Expected(date(2027, 9, 1))
    assert expected("fieldwork_start=") == Expected(date(2027, 8, 1))
    assert expected(name="prairie-hosting").month is not None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("window_end=", "dates"),
        ("control_states.ACC-07.state=not_confirmed", "controls"),
        ("report_type=", "dates"),
    ],
)
def test_no_month_is_named_that_the_plan_does_not_hold(change: str, reason: str) -> None:
    assert expected(change) == Expected(None, reason)


def test_a_control_that_starts_inside_the_period_keeps_the_month_open() -> None:
    planned = ("control_states.ACC-07.state=planned", "control_states.ACC-07.from=2027-01-02")
    assert expected(*planned) == Expected(None, "controls")
    in_time = ("control_states.ACC-07.state=planned", "control_states.ACC-07.from=2026-12-20")
    assert expected(*in_time).month is not None


def test_a_month_that_has_gone_by_is_not_promised() -> None:
    assert expected(day=date(2028, 1, 1)) == Expected(None, "past")
