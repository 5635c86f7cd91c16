"""Answers as they are read from a file: typed by their question, and refused with place and advice."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.answers import Answer, Duration, Practice
from soc2desk.domain.cadences import Cadence

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.domain.problems import Problem
    from soc2desk.domain.project import Project

    Read = Callable[[str], Project]
    Refused = Callable[[str], list[Problem]]


@pytest.mark.parametrize(
    ("written", "id_", "value"),
    [
        ("company: No", "company", "No"),
        ("company: 6.10", "company", "6.10"),
        ("company: 007", "company", "007"),
        ("company: 'Smith: Sons # 1'", "company", "Smith: Sons # 1"),
        ("company: L'Érable & Fils", "company", "L'Érable & Fils"),
        ("company: none", "company", "none"),
        ("service_summary: |\n    One.\n\n    Two.", "service_summary", "One.\n\nTwo."),
        ("province: ON", "province", "ON"),
        ("has_office: yes", "has_office", True),
        ("has_office: 'No'", "has_office", False),
        ("has_office: true", "has_office", True),
        ("password_min_length: 12", "password_min_length", 12),
        ("password_min_length: 0", "password_min_length", 0),
        ("password_min_length: 9999999", "password_min_length", 9_999_999),
        ("access_removal_limit: 1 business day", "access_removal_limit", Duration(1, "business days")),
        ("access_removal_limit: 1 business days", "access_removal_limit", Duration(1, "business days")),
        ("access_removal_limit: 4 hours", "access_removal_limit", Duration(4, "hours")),
        ("access_removal_limit: 1 hour", "access_removal_limit", Duration(1, "hours")),
        ("review_period: quarterly", "review_period", Cadence.QUARTERLY),
        ("window_start: 2028-02-29", "window_start", date(2028, 2, 29)),
        ("mfa_systems: [GitHub, 'A, B']", "mfa_systems", ("GitHub", "A, B")),
        ("categories: [privacy, security]", "categories", ("security", "privacy")),
        ("accent_color: '#1F4e79'", "accent_color", "#1f4e79"),
        ("logo: brand/Our logo.JPG", "logo", "brand/Our logo.JPG"),
    ],
)
def test_a_value_is_typed_by_its_question(read: Read, written: str, id_: str, value: object) -> None:
    answer = read(f"answers:\n  {written}").answers[id_]
    assert answer == Answer(value)
    assert type(answer.value) is type(value)


def test_security_is_always_among_the_categories(read: Read) -> None:
    assert read("answers: {categories: [privacy]}").answers["categories"].value == ("security", "privacy")


@pytest.mark.parametrize("written", ["", "''", "'  '", "~"])
def test_an_empty_value_is_an_unanswered_question(read: Read, written: str) -> None:
    assert read(f"answers:\n  company: {written}").answers == {}


@pytest.mark.parametrize("id_", ["prepared_by", "regulators", "rto_hours", "accent_color"])
def test_an_optional_question_may_be_answered_with_none(read: Read, id_: str) -> None:
    assert read(f"answers: {{{id_}: none}}").answers[id_] == Answer(None)


def test_a_planned_value_keeps_the_day_it_begins(read: Read) -> None:
    answer = read("answers: {review_period: {planned: annual, from: 2027-02-01}}").answers["review_period"]
    assert answer == Answer(Cadence.ANNUAL, practice=Practice.PLANNED, start=date(2027, 2, 1))


def test_a_planned_value_needs_no_day(read: Read) -> None:
    answer = read("answers: {has_office: {planned: yes}}").answers["has_office"]
    assert answer == Answer(value=True, practice=Practice.PLANNED)


@pytest.mark.parametrize("id_", ["review_period", "has_office", "password_min_length", "access_removal_limit"])
def test_not_yet_says_that_nobody_does_it(read: Read, id_: str) -> None:
    assert read(f"answers: {{{id_}: not yet}}").answers[id_] == Answer(None, practice=Practice.NOT_YET)


def test_a_suggested_value_is_not_confirmed(read: Read) -> None:
    answer = read("answers: {password_min_length: {suggested: 12}}").answers["password_min_length"]
    assert answer == Answer(12, confirmed=False)


@pytest.mark.parametrize(
    ("written", "said", "advice"),
    [
        ("companny: Acme", "There is no question 'companny'.", "Did you mean company?"),
        ("Company: Acme", "There is no question 'Company'.", "Did you mean company?"),
        ("company: [a, b]", "takes one value, not a list", None),
        ("company: {a: b}", 'cannot hold "a" here', "Write the value alone."),
        ("company: not yet", "it does not say what you do", "Leave it empty"),
        ("company: {planned: Acme}", "cannot be planned", "Write the value alone."),
        ("window_start: not yet", "it does not say what you do", "Leave it empty"),
        ("province: not yet", "it does not say what you do", "Leave it empty"),
        ("province: qc", 'cannot be "qc"', "Did you mean QC?"),
        ("province: Ontario", 'cannot be "Ontario"', "It takes: ON, QC, outside."),
        ("province: outsid", 'cannot be "outsid"', "Did you mean outside?"),
        ("has_office: maybe", 'must be yes or no, not "maybe"', None),
        ("password_min_length: twelve", 'a whole number from 0 to 9,999,999, not "twelve"', "it means characters"),
        ("password_min_length: 12 characters", "a whole number", "Write the number alone"),
        ("password_min_length: -1", "a whole number", None),
        ("password_min_length: 1.5", "a whole number", None),
        ("password_min_length: 1e3", "a whole number", None),
        ("password_min_length: 10000000", "a whole number", None),
        ("password_min_length: ١٢", "a whole number", None),
        ("password_min_length: [12]", "takes one value, not a list", None),
        ("access_removal_limit: 1 week", 'a length of time, not "1 week"', "1 business day"),
        ("access_removal_limit: soon", "a length of time", None),
        ("access_removal_limit: 24h", "a length of time", None),
        ("review_period: weekly", 'cannot be "weekly"', None),
        ("review_period: quartely", 'cannot be "quartely"', "Did you mean quarterly?"),
        ("window_start: 2027-02-29", "a day that no calendar has", None),
        ("window_start: 2027-13-01", "a day that no calendar has", None),
        ("window_start: 1 Feb 2027", 'must be a date, not "1 Feb 2027"', "2027-01-31"),
        ("window_start: 20270201", "must be a date", None),
        ("window_start: 2027-W05-1", "must be a date", None),
        ("window_start: 0027-02-01", "only the years 1900 to 2199", None),
        ("window_start: 9999-12-31", "only the years 1900 to 2199", None),
        ("mfa_systems: GitHub", "takes a list", "[first, second]"),
        ("mfa_systems: []", "an empty list", None),
        ("mfa_systems: [GitHub, '']", "an empty entry", None),
        ("mfa_systems: [{a: b}]", "takes one value, not a table", None),
        ("mfa_systems: none", "takes a list", None),
        ("categories: [security, privasy]", 'cannot be "privasy"', "Did you mean privacy?"),
        ("categories: [privacy, privacy]", 'holds "privacy" twice', None),
        ("accent_color: red", 'must be a colour, not "red"', "quotation marks"),
        ("accent_color: '#12345g'", "must be a colour", None),
        ("accent_color: \"__import__('os').system('true')\"", "must be a colour", None),
        ("accent_color: 'rgb(1,2,3)'", "must be a colour", None),
        ("logo: logo.gif", 'must be a picture beside the answers, not "logo.gif"', "Put a PNG, JPEG or SVG file"),
        ("logo: ../logo.png", "must be a picture beside the answers", "write its name"),
        ("logo: a/../../logo.png", "must be a picture beside the answers", None),
        ("logo: /etc/logo.png", "must be a picture beside the answers", None),
        ("logo: 'C:/logo.png'", "must be a picture beside the answers", None),
        ("logo: '..\\logo.png'", "must be a picture beside the answers", None),
        ("logo: not yet", "does not say what you do", None),
        ("review_period: {planned: annual, form: 2027-01-01}", 'cannot hold "form" here', "Did you mean from?"),
        ("review_period: {from: 2027-01-01}", "says from when, but not what", "{planned: VALUE, from: DATE}"),
        ("review_period: {planned: annual, from: soon}", "must be a date", None),
        ("review_period: {planned: annual, suggested: annual}", 'cannot hold "suggested"', "Write {planned"),
        ("review_period: {suggested: }", "holds no value", None),
        ("review_period: {suggested: not yet}", 'cannot be "not yet"', None),
        ("review_period: {}", "says from when, but not what", None),
    ],
)
def test_a_wrong_answer_is_refused_with_its_place_and_advice(
    refused: Refused, written: str, said: str, advice: str | None
) -> None:
    [problem] = refused(f"answers:\n  {written}")
    assert said in problem.message
    assert problem.where == "acme.yaml, line 3"
    assert advice is None or advice in (problem.hint or "")
    assert problem.exit_code == 4


def test_a_window_that_ends_before_it_begins_is_refused_at_its_end(refused: Refused) -> None:
    [problem] = refused("answers:\n  window_start: 2027-06-01\n  window_end: 2027-05-31")
    assert "before the window begins on 2027-06-01" in problem.message
    assert problem.where == "acme.yaml, line 4"


def test_a_window_of_one_day_is_read(read: Read) -> None:
    assert len(read("answers: {window_start: 2027-06-01, window_end: 2027-06-01}").answers) == 2


def test_a_text_of_a_hundred_thousand_characters_fits_and_one_more_does_not(read: Read, refused: Refused) -> None:
    assert len(str(read(f"answers: {{company: {'a' * 100_000}}}").answers["company"].value)) == 100_000
    [problem] = refused(f"answers: {{company: {'a' * 100_001}}}")
    assert "100,001 characters" in problem.message


def test_a_long_wrong_value_is_cut_in_the_error(refused: Refused) -> None:
    [problem] = refused(f"answers: {{window_start: {'x' * 5000}}}")
    assert len(problem.message) < 200


def test_several_wrong_answers_are_reported_together(refused: Refused) -> None:
    problems = refused("answers:\n  province: XX\n  has_office: maybe\n  window_start: soon")
    assert [problem.where for problem in problems] == [f"acme.yaml, line {line}" for line in (3, 4, 5)]
