"""When something is due again."""

from __future__ import annotations

from datetime import date

import pytest

from soc2desk.domain.cadences import next_day


@pytest.mark.parametrize(
    ("day", "cadence", "due"),
    [
        (date(2026, 11, 16), "annual", date(2027, 11, 16)),
        (date(2026, 11, 30), "quarterly", date(2027, 2, 28)),
        (date(2028, 2, 29), "annual", date(2029, 2, 28)),
        (date(2026, 8, 31), "semi_annual", date(2027, 2, 28)),
        (date(2026, 12, 31), "monthly", date(2027, 1, 31)),
        (date(2026, 11, 16), "per_event", None),
    ],
)
def test_it_is_due_so_many_months_later_and_never_on_a_day_no_month_has(
    day: date, cadence: str, due: date | None
) -> None:
    assert next_day(day, cadence) == due
