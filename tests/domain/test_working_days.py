"""Days off are avoided and counted over."""

from __future__ import annotations

from datetime import date

import pytest

from soc2desk.domain.working_days import WorkingDays

EASTER = WorkingDays(frozenset({date(2027, 3, 26), date(2027, 3, 29)}), "QC")
FRIDAY, SATURDAY, MONDAY, TUESDAY = date(2027, 3, 26), date(2027, 3, 27), date(2027, 3, 29), date(2027, 3, 30)
THURSDAY = date(2027, 3, 25)


def test_weekends_and_holidays_are_days_off() -> None:
    assert [EASTER.is_off(day) for day in (THURSDAY, FRIDAY, SATURDAY, MONDAY, TUESDAY)] == [0, 1, 1, 1, 0]
    assert not WorkingDays().is_off(FRIDAY)


def test_the_nearest_working_day_on_either_side() -> None:
    assert EASTER.first_working_day_on_or_before(MONDAY) == THURSDAY
    assert EASTER.first_working_day_on_or_after(FRIDAY) == TUESDAY
    assert EASTER.first_working_day_on_or_before(TUESDAY) == TUESDAY


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2027, 4, 2), 1, date(2027, 4, 5)),
        (date(2027, 4, 3), 1, date(2027, 4, 5)),
        (THURSDAY, 1, TUESDAY),
        (FRIDAY, 2, date(2027, 3, 31)),
        (TUESDAY, -1, THURSDAY),
        (TUESDAY, 0, TUESDAY),
    ],
)
def test_business_days_are_counted_from_the_next_day_on(day: date, count: int, expected: date) -> None:
    assert EASTER.add_business_days(day, count) == expected


def test_business_days_between_two_days() -> None:
    assert EASTER.business_days_between(THURSDAY, TUESDAY) == 1
    assert EASTER.business_days_between(TUESDAY, THURSDAY) == 0
    assert EASTER.business_days_between(THURSDAY, date(2027, 4, 2)) == 4


def test_the_ends_of_the_calendar_are_no_trap() -> None:
    everything = WorkingDays(frozenset({date.max, date.min}))
    assert everything.first_working_day_on_or_after(date.max) == date.max
    assert everything.first_working_day_on_or_before(date.min) == date.min
