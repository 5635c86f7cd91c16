"""Rhythms and limits come from answers."""

from __future__ import annotations

import pytest

from tests.lint.broken import at, seen, with_control, written


@pytest.mark.parametrize(
    "words",
    [
        "We meet weekly.",
        "The Annual meeting.",
        "We look every working day.",
        "We look once a year.",
        "We look twice every quarter.",
        "We look each month.",
        "Answered within 5 business days.",
        "Kept for thirty days.",
        "Kept for 12 months.",
        "Passwords of at least 14 characters.",
        "Met in 95 % of cases.",
        "A 24-hour limit.",
        "Done within two weeks.",
        "Removed after thirty-one days.",
        "Answered within a week.",
        "Told a day before.",
        "Done by the end of the month.",
        "Kept for half an hour.",
        "Read overnight.",
        "Looked at every few days.",
    ],
)
def test_a_rhythm_or_limit_is_named_wherever_it_stands(words: str) -> None:
    for line in (words, f"- {words}", f"1. @a {words} [GOV-01]", f"| A |\n| --- |\n| {words} |"):
        faults = seen("rhythms", written("## @one One", "", line))
        assert {fault.where for fault in faults} == {at(16 if "\n" in line else 14)}


def test_a_clause_holds_no_bare_figure() -> None:
    (fault,) = seen("rhythms", written("## @one One", "", "1. @a We keep 3 copies. [BCP-01]"))
    assert '"3"' in fault.message


@pytest.mark.parametrize("words", ["three copies", "five failed attempts", "a dozen retries"])
def test_a_clause_holds_no_number_in_words_of_what_it_limits(words: str) -> None:
    assert seen("rhythms", written("## @one One", "", f"1. @a We allow {words}. [BCP-01]"))


@pytest.mark.parametrize("words", ["one person", "two people", "a second reviewer", "three parts"])
def test_people_and_parts_may_be_counted(words: str) -> None:
    assert seen("rhythms", written("## @one One", "", f"1. @a It takes {words}. [BCP-01]")) == ()


def test_a_summary_of_law_may_say_what_the_law_sets() -> None:
    law = "> **Law.** It is kept for 24 months, and five years in Quebec. This is a summary, not legal advice."
    assert seen("rhythms", written("## @one One", "", law)) == ()
    assert seen("rhythms", written("## @one One", "", law.replace("24", "25")))
    assert seen("rhythms", written("## @one One", "", law.replace("not legal advice", "good advice")))


@pytest.mark.parametrize(
    "line",
    [
        "1. @a Reviewed {{ access_review_period | each }} and within {{ role_change_days | amount }}. [ACC-07]",
        "1. @a An incident of severity 1 or 2 is reviewed. [IRS-05]",
        "1. @a The SOC 2 report uses TLS 1.2 and `every week` in code. [GOV-01]",
        "| Score | Name |\n| --- | --- |\n| 5 | 25 high |",
        "Likelihood runs from 1 to 5.",
        "The feeling of the day, and a day without systems.",
        "1. @a See [ref](POL-VIS/weekly). [GOV-01]",
    ],
)
def test_what_limits_nothing_is_left_alone(line: str) -> None:
    assert seen("rhythms", written("## @one One", "", line)) == ()


def test_a_title_names_no_rhythm() -> None:
    assert [f.where for f in seen("rhythms", written("## @one One", title="Quarterly review"))] == [at(3)]
    assert "controls.yaml" in seen("rhythms", with_control("ACC-07", title="Quarterly access review"))[0].where


def test_a_statement_names_no_rhythm() -> None:
    (fault,) = seen("rhythms", with_control("ACC-07", statement="Owners review access monthly."))
    assert "monthly" in fault.message
    assert fault.where.startswith("resources/words/en/controls.yaml, line ")
