"""A period is found again by the name that it was given."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.due import periods
from soc2desk.domain.period_names import period_named


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("2027-Q1", date(2027, 1, 1), date(2027, 3, 31)),
        ("ACC-07/2027-Q1", date(2027, 1, 1), date(2027, 3, 31)),
        ("2027-h2", date(2027, 7, 1), date(2027, 12, 31)),
        ("2026-W53", date(2026, 12, 28), date(2027, 1, 3)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2027", date(2027, 1, 1), date(2027, 12, 31)),
    ],
)
def test_a_name_says_its_days(name: str, first: date, last: date) -> None:
    found = period_named(name)
    assert found is not None
    assert (found.start, found.end) == (first, last)


@pytest.mark.parametrize("name", ["", "the third quarter", "2027-Q5", "2027-W60", "2027-13-01", "9999-Q1", "0000"])
def test_other_words_name_no_period(name: str) -> None:
    assert period_named(name) is None


@given(
    cadence=st.sampled_from([one for one in Cadence if one.acts_a_year]),
    # Before 2013 a month and a fiscal year could have one name.
    day=st.dates(date(2013, 1, 1), date(2090, 1, 1)),
    month=st.integers(1, 12),
)
def test_every_period_of_every_rhythm_is_found_by_its_name(cadence: Cadence, day: date, month: int) -> None:
    (one, *_) = periods("ACC-07", cadence, day, day, month) or (None,)
    found = period_named(one.id, month) if one else None
    assert one is None or (found is not None and (found.start, found.end) == (one.start, one.end))
