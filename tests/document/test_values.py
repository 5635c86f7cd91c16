"""How an answer is said in a sentence, and how it is marked while it is not settled."""

from __future__ import annotations

from datetime import date

import pytest

from soc2desk.document.blocks import Mark, Run
from soc2desk.document.values import capital, listed, one_full_stop, say, say_date
from tests.composed import catalogue
from tests.document.any_engagement import engagement

PHRASES = catalogue().phrases


def said(name: str, *filters: str, change: str = "") -> Run:
    made = engagement(*([change] if change else []))
    return say(made.names.stated[name], filters, PHRASES)


@pytest.mark.parametrize(
    ("name", "filters", "change", "words"),
    [
        ("access_review_period", ("each",), "", "every quarter"),
        ("access_review_period", (), "", "every quarter"),
        ("access_review_period", ("adjective",), "", "quarterly"),
        ("access_review_period", ("noun",), "", "quarter"),
        ("access_review_period", ("each", "capital"), "", "Every quarter"),
        ("access_review_period", ("each",), "access_review_period=semi_annual", "twice a year"),
        ("log_review_period", ("each",), "log_review_period=daily", "every working day"),
        ("backup_frequency", ("each",), "", "every day"),
        ("backup_frequency", ("adjective",), "", "daily"),
        ("cadence_acc_07", ("each",), "", "every quarter"),
        ("password_min_length", (), "", "14"),
        ("password_min_length", ("amount",), "", "14 characters"),
        ("role_change_days", ("amount",), "role_change_days=1", "1 working day"),
        ("role_change_days", ("amount",), "", "5 working days"),
        ("access_removal_limit", (), "", "1 business day"),
        ("access_removal_limit", (), "access_removal_limit=3 days", "3 days"),
        ("involuntary_removal_limit", (), "", "4 hours"),
        ("incident_contacts", ("listed",), "incident_contacts=the insurer", "the insurer"),
        ("incident_contacts", (), "incident_contacts=a; b; c", "a, b and c"),
        ("data_kinds", ("listed",), "", "names with account details and business documents"),
        ("province", (), "", "Ontario"),
        ("window_start", (), "", "1 January 2027"),
        ("company", (), "", "Brightwater Labs Inc."),
        ("offline_copy_form", ("capital",), "offline_copy_form=a printed copy", "A printed copy"),
        ("merge_rule", (), "merge_rule=none", "none"),
        ("has_office", (), "", "yes"),
        ("has_office", (), "has_office=no", "no"),
    ],
)
def test_each_kind_of_answer_has_words_of_its_own(name: str, filters: tuple[str, ...], change: str, words: str) -> None:
    run = said(name, *filters, change=change)
    assert run == Run(words, names=(name,))


def test_what_nobody_answered_shows_its_question_and_is_marked() -> None:
    run = said("company", change="company=")
    label = catalogue().questions["company"].label
    assert run == Run(f"[{label}]", mark=Mark.OPEN, names=("company",))


def test_a_usual_value_says_that_nobody_confirmed_it() -> None:
    run = said("password_min_length", "amount", change="password_min_length=")
    assert run == Run("[12 characters: not confirmed]", mark=Mark.SUGGESTED, names=("password_min_length",))
    assert said("access_review_period", "capital", change="access_review_period=").text.startswith("[Every")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("access_review_period=not yet", "at an interval still to be set"),
        ("password_min_length=not yet", "a number still to be set"),
        ("access_removal_limit=not yet", "a time still to be set"),
    ],
)
def test_what_is_not_decided_yet_says_so_in_words_of_its_kind(change: str, words: str) -> None:
    name = change.partition("=")[0]
    assert said(name, change=change) == Run(words, mark=Mark.PLANNED, names=(name,))


def test_a_decided_value_that_begins_later_is_said_and_marked() -> None:
    run = said("password_min_length", "amount", change="password_min_length={planned: 16, from: 2027-02-01}")
    assert run == Run("16 characters", mark=Mark.PLANNED, names=("password_min_length",))


def test_every_rhythm_a_question_offers_reads_well_in_every_form() -> None:
    rhythms = {choice for q in catalogue().questions.values() if q.kind == "cadence" for choice in q.choices}
    rhythms |= {control.cadence.value for control in catalogue().controls}
    for rhythm in rhythms:
        said_in = {PHRASES[f"cadence.{form}.{rhythm}"] for form in ("each", "adjective", "noun")}
        assert len(said_in) == 3
        assert not any(words != words.strip() or words[0].isupper() or words.endswith(".") for words in said_in)


def test_every_unit_a_question_uses_has_a_singular_and_a_plural() -> None:
    units = {question.unit for question in catalogue().questions.values() if question.unit}
    assert units
    assert all(PHRASES[f"unit.{unit}.one"] != PHRASES[f"unit.{unit}.many"] for unit in units)


def test_lists_are_joined_as_in_a_sentence() -> None:
    assert listed(["a"], PHRASES) == "a"
    assert listed(["a", "b"], PHRASES) == "a and b"
    assert listed(["a", "b", "c"], PHRASES) == "a, b and c"
    assert listed([], PHRASES) == "none"


def test_a_capital_comes_behind_an_opening_bracket_and_to_any_script() -> None:
    assert capital("[every week: not confirmed]") == "[Every week: not confirmed]"
    assert capital("électro") == "Électro"
    assert capital("") == ""


def test_dates_are_written_out() -> None:
    assert say_date(date(2027, 2, 1), PHRASES) == "1 February 2027"


def test_one_full_stop_is_kept_where_two_meet() -> None:
    name, stop = Run("Acme Inc."), Run(". Next.")
    assert one_full_stop((name, stop)) == (name, Run(" Next."))
    assert one_full_stop((name, Run("."))) == (name,)
    assert one_full_stop((name, Run(", and"))) == (name, Run(", and"))
