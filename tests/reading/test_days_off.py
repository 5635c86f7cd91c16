"""The public holidays of a company come from its province."""

from __future__ import annotations

from datetime import date

import pytest

from soc2desk.domain.engagement import Engagement, decide_engagement
from soc2desk.reading.days_off import PROVINCES, days_off, working_days
from tests.composed import DAY, catalogue, changed, sample


def engaged(name: str, *changes: str) -> Engagement:
    return decide_engagement(catalogue(), changed(sample(name), *changes), DAY)


def test_each_province_keeps_its_own_holidays() -> None:
    ontario, quebec, nova_scotia = (working_days(place, 2027, 2027) for place in ("ON", "QC", "NS"))
    family_day, saint_jean, heritage_day = date(2027, 2, 15), date(2027, 6, 24), date(2027, 2, 15)
    assert ontario.is_off(family_day)
    assert not quebec.is_off(family_day)
    assert quebec.is_off(saint_jean)
    assert not ontario.is_off(saint_jean)
    assert nova_scotia.is_off(heritage_day)


def test_a_holiday_on_a_weekend_is_taken_on_the_day_on_which_it_is_observed() -> None:
    assert working_days("ON", 2027, 2027).is_off(date(2027, 12, 27)), "Christmas Day was a Saturday"


def test_every_province_of_the_interview_is_known() -> None:
    asked = set(catalogue().questions["province"].choices)
    assert asked - {"outside"} == PROVINCES
    assert all(working_days(place, 2027, 2027).is_off(date(2027, 7, 1)) for place in PROVINCES), "Canada Day"


@pytest.mark.parametrize("change", ["province=", "province=outside"])
def test_without_a_province_there_are_weekends_only(change: str) -> None:
    found = days_off(engaged("brightwater", change))
    assert (found.place, found.holidays) == ("", frozenset())
    assert found.is_off(date(2027, 1, 2))


def test_the_years_of_the_plan_and_some_beside_them_are_known() -> None:
    found = days_off(engaged("clinique-erable"))
    years = {day.year for day in found.holidays}
    assert years >= set(range(2024, 2032))
