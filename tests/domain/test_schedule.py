"""What is due by when: milestones from the dates of the report, and every act that a rhythm owes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soc2desk.domain.answers import Answer
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.plan_steps import When
from soc2desk.domain.project import Project
from soc2desk.domain.schedule import Occurrence, Schedule, decide_schedule
from soc2desk.domain.who_does import Because, Who
from soc2desk.reading.days_off import days_off
from tests.composed import DAY, SAMPLES, catalogue, changed, sample
from tests.entered import entered

if TYPE_CHECKING:
    from soc2desk.domain.plan_steps import Step

FAR = "window_start=2028-01-03", "window_end=2028-06-30", "fieldwork_start=2028-07-17", "report_needed_by="
LONGEST = 731


def scheduled(project: Project, day: date = DAY) -> Schedule:
    engagement = decide_engagement(catalogue(), project, day)
    return decide_schedule(engagement, days_off(engagement))


@cache
def plan(*changes: str, name: str = "brightwater", day: date = DAY) -> Schedule:
    return scheduled(changed(sample(name), *changes), day)


def steps(schedule: Schedule) -> dict[str, Step]:
    return {step.id: step for step in schedule.steps}


def acts(schedule: Schedule, control: str) -> list[Occurrence]:
    return [one for one in schedule.occurrences if one.control == control]


def test_there_are_twenty_eight_milestones_each_for_a_report_type() -> None:
    assert [one.id for one in catalogue().milestones] == [f"MS-{number:02}" for number in range(1, 29)]
    assert {one.milestone.id for one in plan().steps} == {f"MS-{n:02}" for n in range(1, 29)} - {"MS-21"}
    assert "MS-21" in steps(plan(name="prairie-hosting"))
    assert "MS-12" not in steps(plan(name="prairie-hosting"))


def test_with_time_enough_milestones_keep_their_usual_offsets() -> None:
    found = steps(plan(*FAR))
    start, fieldwork = date(2028, 1, 3), date(2028, 7, 17)
    expected = {
        "MS-01": start - timedelta(180),
        "MS-06": start - timedelta(110),
        "MS-11": start - timedelta(7),
        "MS-14": start + timedelta(45),
        "MS-16": fieldwork - timedelta(60),
        "MS-25": date(2028, 6, 30) + timedelta(30),
    }
    assert {name: found[name].plain for name in expected} == expected
    assert not any(step.closer for step in found.values())
    assert found["MS-13/2028-Q1"].plain == date(2028, 3, 17)


def test_a_plan_that_begins_late_is_moved_closer_and_names_no_day_gone_by() -> None:
    found = plan()
    early = [step for step in found.steps if step.milestone.id in {f"MS-{n:02}" for n in range(1, 12)}]
    assert all(step.closer and step.due and DAY <= step.due < date(2027, 1, 1) for step in early)
    days = [step.plain for step in sorted(early, key=lambda step: step.id)]
    assert days == sorted(filter(None, days)), "the order is kept"


@pytest.mark.parametrize("start", ["2026-11-20", "2026-11-19", "2026-06-01"])
def test_what_would_have_been_due_before_the_plan_is_due_now_and_stands_first(start: str) -> None:
    found = plan(f"window_start={start}")
    late = [step for step in found.steps if step.when is When.NOW]
    assert found.steps[: len(late)] == tuple(late)
    assert all(step.plain is None and step.due and step.due >= DAY for step in late)
    assert bool(late) == (start != "2026-11-20")
    planned = [step for step in found.steps if step.plain and step.plain < DAY]
    assert {step.milestone.id for step in planned} <= {"MS-12", "MS-13"}, "what is as it is, and quarters gone by"


def test_a_step_of_a_plan_made_before_is_past_and_never_done() -> None:
    project = replace(changed(sample("brightwater"), *FAR), document_date=date(2027, 6, 1))
    found = steps(scheduled(project, date(2027, 10, 1)))
    assert found["MS-01"].when is When.PAST
    assert found["MS-06"].when is When.PAST
    ahead = [step for step in found.values() if step.when is When.NEXT]
    assert {step.due for step in ahead} == {min(step.due for step in found.values() if step.due >= date(2027, 10, 1))}
    assert "done" not in set(When)


def test_who_keeps_records_has_begun_and_is_not_told_to_begin_now() -> None:
    kept = {"completions.dana": {"person": "dana-whitfield", "course": "TRN-01", "on": "2026-12-10"}}
    day, entered_on = date(2027, 4, 30), date(2026, 12, 15)
    project = entered(sample("brightwater"), kept)
    project = replace(project, completions=(replace(project.completions[0], entered_on=entered_on),))
    assert steps(scheduled(sample("brightwater"), day))["MS-01"].when is When.NOW
    found = steps(scheduled(project, day))
    begun = [found[name] for name in ("MS-02", "MS-09", "MS-11", "MS-14", "MS-27")]
    assert {step.when for step in begun} == {When.PAST}
    assert all(step.due and entered_on <= step.due < day for step in begun)


def test_a_window_opens_and_closes_on_any_day_and_its_exports_come_after() -> None:
    found = steps(plan())
    assert found["MS-12"].due == date(2027, 1, 1), "a holiday"
    assert found["MS-27"].due == date(2027, 1, 4)
    assert found["MS-28"].due == date(2027, 7, 2), "the day after Canada Day"
    assert found["MS-14"].due == date(2027, 2, 12), "Family Day is the fifteenth"


def test_a_day_of_fieldwork_or_of_the_report_that_nobody_gave_is_the_usual_one_and_says_so() -> None:
    found = steps(plan("fieldwork_start=", "report_needed_by="))
    assert found["MS-22"].usual
    assert found["MS-22"].plain == date(2027, 7, 14)
    assert found["MS-24"].usual
    assert not found["MS-20"].usual
    sooner = steps(plan("report_needed_by=2027-08-20"))["MS-24"]
    assert (sooner.plain, sooner.usual) == (date(2027, 8, 20), False)


def test_without_dates_there_are_milestones_without_a_day_and_no_occurrence() -> None:
    for schedule in (scheduled(Project()), plan("window_end="), plan("report_type=")):
        assert schedule.window is None
        assert schedule.occurrences == ()
    assert all(step.when is When.OPEN and step.due is None for step in scheduled(Project()).steps)
    half = steps(plan("window_end="))
    assert half["MS-12"].due == date(2027, 1, 1)
    assert half["MS-20"].due is None


def test_a_window_of_one_day_is_planned_too() -> None:
    found = plan("window_start=2027-02-13", "window_end=2027-02-13")
    assert [one.id for one in acts(found, "ACC-07")] == ["ACC-07/2027-Q1"]
    assert all(one.is_partial for one in found.occurrences)
    assert steps(found)["MS-15"].due == date(2027, 2, 13), "a Saturday, but the only day there is"


def test_the_backup_does_it_while_the_owner_is_away_or_has_left() -> None:
    away = "people.dana-whitfield.absent_from=2027-03-01", "people.dana-whitfield.absent_until=2027-04-30"
    backup = plan().of_person("dana-whitfield").occurrences
    assert backup
    first, second = (one.who for one in acts(plan(*away), "ACC-07"))
    assert (first.owner, first.because) == ("dana-whitfield", Because.AWAY)
    assert first.person not in {"", "dana-whitfield"}
    assert second == Who("dana-whitfield")
    left = [one.who for one in acts(plan("people.dana-whitfield.end=2027-02-28"), "ACC-07")]
    assert {who.because for who in left} == {Because.LEFT}
    step = steps(plan("people.dana-whitfield.end=2026-11-30"))["MS-07"].who
    assert step.because is Because.LEFT
    assert step.person != "dana-whitfield"


def test_nobody_is_made_up_where_nobody_is_named_or_stands_in() -> None:
    alone = "owners.ACC-07.backup=", "roles.it_lead.backup=", "roles.it_lead.holder=dana-whitfield"
    away = plan(*alone, "people.dana-whitfield.absent_from=2027-03-01")
    assert {one.who for one in acts(away, "ACC-07")} == {Who("dana-whitfield", because=Because.AWAY)}
    nobody = plan("roles.it_lead.holder=", "roles.it_lead.backup=", "owners.ACC-07.owner=", "owners.ACC-07.backup=")
    assert {one.who.person for one in acts(nobody, "ACC-07")} == {""}


def test_a_due_day_is_earlier_than_a_day_off_and_never_before_its_period() -> None:
    quebec = plan(name="clinique-erable")
    assert [one.due for one in acts(quebec, "ACC-07")][-1] == date(2028, 3, 31)
    monthly = [one for one in plan().occurrences if one.owed.cadence is Cadence.MONTHLY]
    january = next(one for one in monthly if one.owed.period.name == "2027-01")
    assert january.due == date(2027, 1, 29), "the last days of January are a weekend"
    assert all(one.due >= one.owed.period.start for one in (*quebec.occurrences, *plan().occurrences))


def test_what_is_done_every_working_day_is_not_owed_on_a_holiday() -> None:
    daily = {one.due for one in acts(plan("log_review_period=daily"), "LOG-02")}
    assert date(2027, 2, 15) not in daily
    assert date(2027, 2, 16) in daily
    outside = {one.due for one in acts(plan("log_review_period=daily", "province=outside"), "LOG-02")}
    assert date(2027, 2, 15) in outside


def test_what_a_machine_does_is_no_act_of_anybody_and_a_look_at_it_is_one() -> None:
    assert acts(plan(), "BCP-03") == []
    assert acts(plan("backup_frequency=weekly"), "BCP-03") == []
    assert acts(plan(), "NET-01") != []


def test_a_fiscal_year_that_begins_in_march_has_its_quarters_over_leap_days() -> None:
    leap = plan("fiscal_year_start=3", "window_start=2028-02-01", "window_end=2028-03-31")
    first, second = acts(leap, "ACC-07")
    assert (first.id, first.owed.period.end) == ("ACC-07/2027-28-Q4", date(2028, 2, 29))
    assert (first.due, second.id) == (date(2028, 2, 29), "ACC-07/2028-29-Q1")


def test_parts_of_a_schedule_by_person_and_by_day() -> None:
    whole = plan()
    assert "" not in whole.people()
    mine = [whole.of_person(person) for person in whole.people()]
    assert sum(len(one.occurrences) for one in mine) == len(whole.occurrences)
    early = whole.until(date(2027, 1, 31))
    assert {one.due.month for one in early.occurrences} == {12, 1}
    assert early.steps[-1].milestone.id == "MS-27"


# Windows in which every control of the sample has begun: before that it owes nothing.
WINDOWS = st.tuples(st.dates(date(2027, 1, 1), date(2032, 12, 31)), st.integers(0, LONGEST))
FISCAL = st.integers(1, 12)
DATED = [one for one in Cadence if one.acts_a_year]


def moved(start: date, days: int, fiscal: int, cadence: str = "quarterly") -> Schedule:
    """Return the schedule of a sample for any window, fiscal year and rhythm of its access review."""
    values = {"window_start": start, "window_end": start + timedelta(days), "fiscal_year_start": str(fiscal)}
    values["access_review_period"] = cadence
    answers = dict(sample("tamarack").answers) | {name: Answer(value) for name, value in values.items()}
    return scheduled(replace(sample("tamarack"), answers=answers))


@settings(max_examples=40, deadline=None)
@given(WINDOWS, FISCAL, st.sampled_from(DATED))
def test_occurrences_of_any_rhythm_are_complete_inside_and_in_order(
    window: tuple[date, int], fiscal: int, cadence: Cadence
) -> None:
    start, days = window
    found = moved(start, days, fiscal, cadence)
    mine, end, off = acts(found, "ACC-07"), start + timedelta(days), found.working_days
    assert len({one.id for one in found.occurrences}) == len(found.occurrences)
    assert [one.due for one in found.occurrences] == sorted(one.due for one in found.occurrences)
    assert all(one.owed.period.start <= end and one.owed.period.end >= start for one in mine)
    assert all(one.owed.period.start <= one.due <= one.owed.period.end for one in mine)
    covered = {day for one in mine for day in _days(one) if start <= day <= end}
    wanted = {start + timedelta(n) for n in range(days + 1)}
    if cadence is Cadence.DAILY:
        wanted = {day for day in wanted if not off.is_off(day)}
    assert covered == wanted
    assert all(one.is_partial == (one.owed.period.start < start or one.owed.period.end > end) for one in mine)
    assert not any(off.is_off(one.due) and not all(off.is_off(day) for day in _days(one)) for one in mine)


def _days(one: Occurrence) -> list[date]:
    period = one.owed.period
    return [period.start + timedelta(n) for n in range((period.end - period.start).days + 1)]


@settings(max_examples=25, deadline=None)
@given(WINDOWS, st.integers(-60, 60), st.integers(-60, 60), FISCAL)
def test_moving_the_window_keeps_the_ids_and_days_of_what_remains(
    window: tuple[date, int], earlier: int, later: int, fiscal: int
) -> None:
    start, days = window
    other = start + timedelta(earlier)
    before, after = moved(start, days, fiscal), moved(other, max(days + later, 0), fiscal)
    kept = {one.id: one.due for one in after.occurrences}
    both = max(start, other), min(start + timedelta(days), other + timedelta(max(days + later, 0)))
    for one in before.occurrences:
        period = one.owed.period
        if period.start <= both[1] and period.end >= both[0]:
            assert kept[one.id] == one.due


@pytest.mark.parametrize("name", SAMPLES)
def test_unrelated_answers_move_nothing(name: str) -> None:
    changes = "company=Other Name Ltd.", "service=Something else", "accent_color=#224466"
    assert plan(*changes, name=name) == plan(name=name)
