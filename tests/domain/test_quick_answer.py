"""The five-minute answer: the days hold together, nothing is in the past, and what cannot be is said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.problems import Problem
from soc2desk.domain.quick_answer import (
    FIELDWORK_AFTER,
    LEAST_READINESS,
    MONTHS,
    PREPARING,
    QuickQuestion,
    Stand,
    Verdict,
    Wish,
    answer_quickly,
)

TODAY = date(2026, 11, 26)
QUESTIONS = st.builds(
    QuickQuestion,
    needed_by=st.dates(TODAY + timedelta(days=1), TODAY + timedelta(days=3650)),
    people=st.integers(1, 100_000),
    stand=st.sampled_from(Stand),
    today=st.just(TODAY),
    wish=st.sampled_from(Wish),
)


def asked(needed_by: date, wish: Wish = Wish.EARLIEST, stand: Stand = Stand.NOTHING, people: int = 30) -> QuickQuestion:
    return QuickQuestion(needed_by, people, stand, TODAY, wish)


@given(QUESTIONS)
def test_the_days_of_every_way_follow_on_each_other_and_lie_ahead(question: QuickQuestion) -> None:
    for way in answer_quickly(question).ways:
        for dates in (way.usual, way.short):
            assert TODAY < dates.start <= dates.end < dates.fieldwork < dates.report
            assert (dates.fieldwork - TODAY).days >= LEAST_READINESS
            assert (dates.fieldwork - dates.end).days >= FIELDWORK_AFTER
        assert way.short.report <= way.usual.report


@given(QUESTIONS)
def test_a_wish_that_is_held_can_begin_today_and_not_later_than_is_said(question: QuickQuestion) -> None:
    answer = answer_quickly(question)
    assert (answer.latest_start is not None) == (answer.verdict is Verdict.HELD)
    assert (answer.last_call is not None) == (answer.verdict is not Verdict.NOT_HELD)
    if answer.latest_start:
        day_after = answer.latest_start + timedelta(days=1)
        assert TODAY <= answer.latest_start <= question.needed_by
        if day_after < question.needed_by:
            later = QuickQuestion(question.needed_by, 30, question.stand, day_after, question.wish)
            assert answer_quickly(later).verdict is not Verdict.HELD


@given(QUESTIONS)
def test_what_is_offered_instead_is_there_in_time(question: QuickQuestion) -> None:
    answer = answer_quickly(question)
    if answer.instead:
        assert answer.verdict is Verdict.NOT_HELD
        assert answer.instead.short.report <= question.needed_by
    elif answer.verdict is Verdict.NOT_HELD:
        assert all(way.short.report > question.needed_by for way in answer.ways)


def test_nothing_written_takes_half_a_year_before_the_first_examined_day() -> None:
    first = answer_quickly(asked(date(2028, 1, 1))).ways[0]
    assert (first.usual.start - TODAY).days == PREPARING[Stand.NOTHING] == 180
    assert (first.short.start - TODAY).days == 90


def test_a_window_has_whole_months() -> None:
    windows = {way.wish: way.usual for way in answer_quickly(asked(date(2028, 1, 1))).ways}
    assert (windows[Wish.TYPE_2_3].start, windows[Wish.TYPE_2_3].end) == (date(2027, 5, 25), date(2027, 8, 24))
    assert windows[Wish.TYPE_2_12].end == date(2028, 5, 24)
    assert list(windows) == list(MONTHS)


def test_a_type_two_that_comes_too_late_gives_way_to_what_can_be_there() -> None:
    answer = answer_quickly(asked(date(2027, 8, 1), Wish.TYPE_2_12))
    assert answer.verdict is Verdict.NOT_HELD
    assert answer.instead is not None
    assert answer.instead.wish is Wish.TYPE_2_3
    assert answer.instead.verdict is Verdict.TIGHT


def test_who_had_a_report_still_needs_a_readiness_review_before_the_auditor_comes() -> None:
    first = answer_quickly(asked(date(2028, 1, 1), stand=Stand.REPORT)).ways[0]
    assert (first.usual.fieldwork - TODAY).days == 60


def test_windows_across_a_leap_day_and_the_end_of_a_month_are_no_fault() -> None:
    for day in range(366):
        today = date(2027, 3, 1) + timedelta(days=day)
        ways = answer_quickly(QuickQuestion(date(2030, 1, 1), 3, Stand.REPORT, today)).ways
        assert [round((way.usual.end - way.usual.start).days / 30.44) for way in ways] == [0, 3, 6, 12]


@pytest.mark.parametrize("day", [date(2026, 11, 25), TODAY, date(1999, 1, 1), date(2199, 12, 31)])
def test_a_day_that_is_over_or_beyond_any_plan_is_refused(day: date) -> None:
    with pytest.raises(Problem):
        answer_quickly(asked(day))


@pytest.mark.parametrize("people", [0, -3, 100_001])
def test_a_company_of_nobody_is_refused(people: int) -> None:
    with pytest.raises(Problem, match="no number of people"):
        answer_quickly(asked(date(2028, 1, 1), people=people))
