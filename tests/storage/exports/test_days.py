"""Days and times of many products, each read as what it can only mean."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.storage.exports.days import NoDay, Shape, day_of_cell, moment_of, shape_of

JANUARY = date(2027, 1, 31)


@pytest.mark.parametrize(
    "cell",
    [
        "2027-01-31", "2027-01-31T10:11:12Z", "2027-01-31 10:11",
        "2027/01/31 10:11:12", "2027-01-31T10:11:12.123+00:00",
        "31/01/2027",
        "01/31/2027 10:11:12 AM", "31.01.2027 10:11", "31 Jan 2027",
        "January 31, 2027", "Sun, 31 Jan 2027 10:11:12 GMT", "46418", "46418.5",
        "1801390272", "1801390272000",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(cell: str) -> None:
    assert day_of_cell(cell) == JANUARY


def test_a_zone_is_taken_off() -> None:
    assert moment_of("2027-01-31T23:30:00-05:00") == datetime.fromisoformat("2027-02-01T04:30:00")


@pytest.mark.parametrize("cell", ["", "-", "Never", "N/A", "no_information", "Never logged in"])
def test_never_is_no_day(cell: str) -> None:
    assert moment_of(cell) is None


@pytest.mark.parametrize("cell", ["03/04/2027", "1-2-2027"])
def test_what_can_be_two_days_is_none(cell: str) -> None:
    assert shape_of(cell) is Shape.EITHER
    with pytest.raises(NoDay):
        moment_of(cell)


def test_a_day_equal_to_its_month_can_only_be_one() -> None:
    assert day_of_cell("04/04/2027") == date(2027, 4, 4)


@pytest.mark.parametrize("cell", ["yesterday", "31/31/2027", "2027-02-30", "99", "12345", "30 Foo 2027", "9" * 40,
                                  "9" * 400, "9999-12-31", "9999-12-31 23:59", "0001-01-01"])  # fmt: skip
def test_what_is_no_day_is_refused(cell: str) -> None:
    with pytest.raises(NoDay):
        moment_of(cell)


def test_the_last_hours_of_the_last_year_stay_in_it() -> None:
    assert day_of_cell("2199-12-31T23:30:00-05:00") == date(2199, 12, 31)


@given(st.text(max_size=40))
def test_nothing_a_cell_holds_breaks_the_reading(cell: str) -> None:
    shape_of(cell)
    with suppress(NoDay):
        moment_of(cell)


@given(st.datetimes(datetime(1995, 1, 1), datetime(2150, 1, 1)))  # noqa: DTZ001 - products name no zone either
def test_milliseconds_and_iso_agree(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    stamp = int(moment.replace(tzinfo=UTC).timestamp() * 1000)
    if len(str(stamp)) in {12, 13}:
        assert moment_of(str(stamp)) == moment_of(moment.isoformat()) == moment
