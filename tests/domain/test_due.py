"""The periods that a rhythm owes, by the fiscal year of the company."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.due import Period, periods

HALF_YEAR = date(2027, 1, 1), date(2027, 6, 30)
DATED = [one for one in Cadence if one.acts_a_year]


def names(cadence: Cadence, start: date, end: date, fiscal_start: int = 1) -> list[str]:
    return [one.name for one in periods("ACC-07", cadence, start, end, fiscal_start)]


def test_a_quarterly_review_is_owed_at_the_end_of_each_quarter_of_the_window() -> None:
    assert periods("ACC-07", Cadence.QUARTERLY, *HALF_YEAR) == (
        Period("ACC-07", "2027-Q1", date(2027, 1, 1), date(2027, 3, 31)),
        Period("ACC-07", "2027-Q2", date(2027, 4, 1), date(2027, 6, 30)),
    )
    first = periods("ACC-07", Cadence.QUARTERLY, *HALF_YEAR)[0]
    assert (first.id, first.due) == ("ACC-07/2027-Q1", date(2027, 3, 31))


def test_quarters_follow_the_fiscal_year_and_its_name_says_both_years() -> None:
    found = periods("X", Cadence.QUARTERLY, date(2027, 4, 1), date(2028, 3, 31), 4)
    assert [one.name for one in found] == ["2027-28-Q1", "2027-28-Q2", "2027-28-Q3", "2027-28-Q4"]
    assert found[3].start == date(2028, 1, 1)
    assert names(Cadence.ANNUAL, date(2027, 4, 1), date(2028, 3, 31), 4) == ["2027-28"]
    assert names(Cadence.SEMI_ANNUAL, date(2027, 6, 15), date(2027, 6, 15), 7) == ["2026-27-H2"]
    assert names(Cadence.ANNUAL, date(1999, 8, 1), date(1999, 8, 1), 7) == ["1999-00"]


def test_what_reaches_over_an_end_of_the_window_is_partial_and_keeps_its_own_days() -> None:
    first, middle, last = periods("X", Cadence.QUARTERLY, date(2027, 2, 15), date(2027, 8, 1))
    assert [one.partial for one in (first, middle, last)] == [True, False, True]
    assert (first.start, last.due) == (date(2027, 1, 1), date(2027, 9, 30))


def test_the_date_of_a_type_i_report_owes_the_period_it_lies_in() -> None:
    (one,) = periods("X", Cadence.WEEKLY, date(2027, 6, 15), date(2027, 6, 15))
    assert (one.name, one.start, one.end) == ("2027-W24", date(2027, 6, 14), date(2027, 6, 20))
    assert one.partial


def test_weeks_are_named_as_the_calendar_of_weeks_names_them() -> None:
    assert names(Cadence.WEEKLY, date(2027, 1, 1), date(2027, 1, 4)) == ["2026-W53", "2027-W01"]


def test_daily_means_working_days() -> None:
    assert names(Cadence.DAILY, date(2027, 1, 1), date(2027, 1, 5)) == ["2027-01-01", "2027-01-04", "2027-01-05"]
    assert names(Cadence.DAILY, date(2027, 1, 2), date(2027, 1, 3)) == [], "a week-end"


def test_months_are_those_of_the_calendar_whatever_the_fiscal_year() -> None:
    assert names(Cadence.MONTHLY, *HALF_YEAR, 7) == [f"2027-0{month}" for month in range(1, 7)]
    february = periods("X", Cadence.MONTHLY, date(2028, 2, 1), date(2028, 2, 29))
    assert [(one.due, one.partial) for one in february] == [(date(2028, 2, 29), False)]


@pytest.mark.parametrize("cadence", [Cadence.CONTINUOUS, Cadence.PER_EVENT])
def test_a_rhythm_without_dates_owes_nothing(cadence: Cadence) -> None:
    assert periods("X", cadence, *HALF_YEAR) == ()


def test_a_window_that_ends_before_it_begins_owes_nothing() -> None:
    assert periods("X", Cadence.MONTHLY, date(2027, 2, 1), date(2027, 1, 1)) == ()


def test_the_last_days_that_the_calendar_knows_end_quietly() -> None:
    for cadence in DATED:
        assert len(periods("X", cadence, date(9998, 12, 1), date.max)) < 400


@given(
    st.sampled_from(DATED),
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.integers(0, 900),
    st.integers(1, 12),
)
def test_periods_follow_each_other_and_cover_the_window(cadence: Cadence, start: date, days: int, fiscal: int) -> None:
    end = start + timedelta(days)
    found = periods("X", cadence, start, end, fiscal)
    assert len({one.id for one in found}) == len(found)
    assert all(one.start <= end and one.end >= start for one in found)
    assert all(one.partial == (one.start < start or one.end > end) for one in found)
    if cadence is not Cadence.DAILY:
        assert found[0].start <= start
        assert found[-1].end >= end
        assert all(after.start == before.end + timedelta(1) for before, after in pairwise(found))
