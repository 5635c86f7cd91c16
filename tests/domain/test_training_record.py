"""Who took which course by when follows from roles, controls, dates and what was entered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.kept_records import KeptRecord
from soc2desk.domain.learning import Certificate, Completion, Skill
from soc2desk.domain.training_record import Taken, completions, expires_soon, gaps, has_expired, needs
from tests.composed import catalogue, sample

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.training_record import Need

OPENS = date(2027, 1, 1)
"""The first day of the window of Brightwater."""
DANA = "dana-whitfield"


def engaged(day: date = date(2026, 11, 20), **tables: object) -> Engagement:
    return decide_engagement(catalogue(), replace(sample("brightwater"), **tables), day)  # type: ignore[arg-type]


def need(engagement: Engagement, course: str = "TRN-03", person: str = DANA) -> Need:
    return next(one for one in needs(engagement) if (one.person, one.course.id) == (person, course))


def took(on: date, course: str = "TRN-03") -> tuple[Completion, ...]:
    return (Completion("one", DANA, course, on),)


@pytest.mark.parametrize(
    ("taken", "day", "state"),
    [
        ((), date(2026, 11, 20), Taken.AHEAD),
        ((), date(2027, 1, 2), Taken.OVERDUE),
        (took(date(2026, 11, 10)), date(2027, 2, 1), Taken.DONE),
        (took(date(2026, 12, 31)), date(2027, 2, 1), Taken.DONE),
        (took(OPENS), date(2027, 2, 1), Taken.LATE),
        (took(date(2025, 11, 10)), date(2027, 2, 1), Taken.REPEAT),
        (took(date(2027, 3, 1)), date(2027, 2, 1), Taken.OVERDUE),
    ],
)
def test_a_course_is_in_time_late_overdue_or_to_be_repeated(
    taken: tuple[Completion, ...], day: date, state: Taken
) -> None:
    assert need(engaged(day, completions=taken)).state is state


def test_who_joins_inside_the_window_has_the_days_that_the_answers_promise() -> None:
    people = tuple(
        replace(one, start=date(2027, 2, 1)) if one.id == DANA else one for one in sample("brightwater").people
    )
    engagement = engaged(date(2027, 2, 10), people=people)
    promised = engagement.names.stated["training_due_days"].answer
    assert promised is not None
    found = need(engagement, "TRN-01")
    assert found.due is not None
    assert (found.due - date(2027, 2, 1)).days == promised.value
    assert found.state is Taken.AHEAD


def test_without_dates_nothing_is_late() -> None:
    answers = {name: answer for name, answer in sample("brightwater").answers.items() if name != "window_start"}
    engagement = engaged(date(2027, 5, 1), answers=answers)
    assert {one.state for one in needs(engagement)} == {Taken.AHEAD}
    assert need(engagement).due is None


def test_an_attendance_record_counts_for_those_who_came() -> None:
    lines = ({"person": DANA, "attended": True, "score": "9 of 10"}, {"person": "priya-natarajan", "attended": False})
    record = KeptRecord(
        "session", "training_attendance", values={"course": "TRN-03", "date": date(2026, 11, 3), "attendees": lines}
    )
    engagement = engaged(records=(record,))
    (one,) = completions(engagement)
    assert (one.person, one.course, one.result) == (DANA, "TRN-03", "9 of 10")
    assert need(engagement).state is Taken.DONE


def test_a_session_of_another_course_counts_for_none_of_ours() -> None:
    lines = ({"person": DANA, "attended": True},)
    values = {"course": "First aid", "date": date(2026, 11, 3), "attendees": lines}
    assert completions(engaged(records=(KeptRecord("session", "training_attendance", values=values),))) == ()


def test_the_map_of_skills_shows_where_an_owner_still_needs_help() -> None:
    engagement = engaged(skills=(Skill("one", DANA, "access_identity", before=1),))
    gap = next(one for one in gaps(engagement) if (one.person, one.area) == (DANA, "access_identity"))
    assert gap.is_open
    assert "ACC-07" in gap.controls
    assert "TRN-03" in gap.missing
    after = engaged(skills=(Skill("one", DANA, "access_identity", 1, 2),), completions=took(date(2026, 11, 10)))
    gap = next(one for one in gaps(after) if (one.person, one.area) == (DANA, "access_identity"))
    assert not gap.is_open
    assert (gap.before, gap.after, gap.taken) == (1, 2, ("TRN-03",))


def test_a_certificate_counts_until_its_last_day() -> None:
    one = Certificate("one", DANA, "Security+", expires_on=date(2027, 1, 31))
    assert not has_expired(one, date(2027, 1, 31))
    assert has_expired(one, date(2027, 2, 1))
    assert expires_soon(one, date(2026, 12, 15))
    assert not expires_soon(one, date(2026, 6, 1))
    assert not has_expired(Certificate("two", DANA, "Degree"), date(2199, 1, 1))
