"""What stands behind a name: asked, suggested, confirmed, planned, not yet, hidden."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.answers import Practice
from soc2desk.domain.conditions import NOT_KNOWN
from soc2desk.domain.names import cadence_name, gather_names
from soc2desk.domain.project import Project
from tests.composed import DAY, catalogue, changed, sample
from tests.engaged import engagement

if TYPE_CHECKING:
    from soc2desk.domain.names import Names


def names(*changes: str, project: Project | None = None) -> Names:
    return gather_names(catalogue(), changed(project or sample("brightwater"), *changes), DAY)


def test_a_question_without_a_usual_value_stays_open_until_somebody_answers() -> None:
    empty = names(project=Project())
    assert empty.stated["company"].is_open
    assert empty.known["company"] is NOT_KNOWN
    assert not names("company=Acme", project=Project()).stated["company"].is_open


def test_what_has_no_default_is_never_suggested() -> None:
    empty = names(project=Project())
    without = [q.id for q in catalogue().questions.values() if q.suggest is None]
    assert without
    assert [name for name in without if empty.stated[name].is_suggested] == []


def test_a_usual_value_counts_and_is_marked_until_a_person_confirms_it() -> None:
    empty = names(project=Project())
    assert empty.stated["password_min_length"].is_suggested
    assert empty.known["password_min_length"] == 12
    confirmed = names("password_min_length=12", project=Project())
    assert not confirmed.stated["password_min_length"].is_suggested


def test_an_optional_question_left_alone_is_answered_with_nothing() -> None:
    stated = names(project=Project()).stated["merge_rule"]
    assert stated.hidden or (stated.answer is not None and stated.answer.value is None)
    answered = names("develops_software=yes", project=Project()).stated["merge_rule"]
    assert answered.answer is not None
    assert not answered.is_open


def test_not_yet_is_an_answer_and_the_value_stays_empty() -> None:
    found = names("log_review_period=not yet")
    stated = found.stated["log_review_period"]
    assert stated.answer is not None
    assert stated.answer.practice is Practice.NOT_YET
    assert not stated.is_open
    assert stated.is_promise_ahead
    assert found.known["log_review_period"] is None


def test_a_planned_rhythm_is_known_and_is_a_promise_ahead_of_practice() -> None:
    found = names("restore_test_frequency={planned: semi_annual, from: 2027-02-01}")
    stated = found.stated["restore_test_frequency"]
    assert stated.is_promise_ahead
    assert stated.answer is not None
    assert stated.answer.start == date(2027, 2, 1)
    assert found.known["restore_test_frequency"] == "semi_annual"


@pytest.mark.parametrize("answer", ["not yet", "{planned: yes, from: 2027-02-01}", "{planned: yes}"])
def test_a_yes_that_is_not_done_yet_switches_no_words_on_today(answer: str) -> None:
    assert names(f"time_limited_elevation={answer}").known["time_limited_elevation"] is False
    assert names("time_limited_elevation=yes").known["time_limited_elevation"] is True


def test_a_planned_no_is_still_a_yes_today() -> None:
    assert names("has_contractors={planned: no, from: 2027-02-01}").known["has_contractors"] is True


def test_a_question_that_does_not_matter_is_hidden_and_is_not_open() -> None:
    found = names("develops_software=no")
    assert found.stated["source_control"].hidden
    assert not found.stated["source_control"].is_open
    assert found.known["source_control"] is None
    assert names("handles_personal_information=no").known["quebec_law_applies"] is False


def test_a_question_that_may_matter_is_shown() -> None:
    stated = names(project=Project()).stated["source_control"]
    assert not stated.hidden
    assert stated.is_open


def test_security_is_chosen_even_when_a_file_forgets_it() -> None:
    assert names("categories=privacy").known["categories"] == ("security", "privacy")


def test_the_rhythm_of_a_control_follows_the_question_that_sets_it() -> None:
    assert names("access_review_period=monthly").known[cadence_name("ACC-07")] == "monthly"
    assert names("access_review_period=not yet").known[cadence_name("ACC-07")] is None


def test_a_control_nobody_asks_about_keeps_the_rhythm_of_the_library() -> None:
    own = [control for control in catalogue().controls if not control.cadence_from]
    found = names()
    assert own
    assert all(found.known[cadence_name(control.id)] == control.cadence for control in own)


def test_a_firm_is_small_by_the_people_who_are_here_on_the_day() -> None:
    two = sample("tamarack")
    assert names(project=two).known["small_firm"] is True
    third = "people.third={name: Mae Third, start: 2026-01-05}"
    assert names(third, project=two).known["small_firm"] is False
    assert names("people.third={name: Mae Third, end: 2026-06-30}", project=two).known["small_firm"] is True
    assert names("people.third={name: Mae Third, start: 2027-06-30}", project=two).known["small_firm"] is True
    assert names(project=Project()).known["small_firm"] is NOT_KNOWN


def test_a_firm_of_one_is_told_apart_from_a_firm_of_two() -> None:
    alone = names(project=engagement("one-person")).known
    assert (alone["small_firm"], alone["one_person"]) == (True, True)
    assert names(project=sample("tamarack")).known["one_person"] is False
    assert names(project=Project()).known["one_person"] is NOT_KNOWN


def test_no_office_is_fully_remote_and_an_open_answer_is_neither() -> None:
    assert names("has_office=no").known["fully_remote"] is True
    assert names("has_office=yes").known["fully_remote"] is False
    assert names(project=Project()).known["fully_remote"] is NOT_KNOWN


def test_the_report_type_decides_what_is_a_period() -> None:
    assert names("report_type=type_2").known["type_2"] is True
    assert names("report_type=type_1").known["type_2"] is False
    assert names(project=Project()).known["type_2"] is NOT_KNOWN


def test_a_firm_has_subservice_organizations_when_the_vendor_table_marks_one() -> None:
    alone = "vendors.solo={name: Solo, tier: low, subservice: no}"
    assert names(alone, project=Project()).known["has_subservices"] is False
    assert names().known["has_subservices"] is True
