"""Promises that clash are seen, and are gone once one of the two gives way."""

from __future__ import annotations

import pytest

from soc2desk.domain.clashes import hours_in
from tests.composed import seen


@pytest.mark.parametrize(
    ("change", "mended"),
    [
        ("answers.involuntary_removal_limit=3 days", "answers.access_removal_limit=4 days"),
        ("answers.critical_patch_days=45", "answers.high_patch_days=60"),
        ("answers.rpo_hours=4", "answers.rpo_hours=24"),
        ("answers.privileged_review_period=annual", "answers.access_review_period=annual"),
        ("answers.log_retention_days=3", "answers.log_retention_days=30"),
    ],
)
def test_two_answers_that_cannot_both_be_kept(change: str, mended: str) -> None:
    assert seen("SD-50") == ()
    (found,) = seen("SD-50", change)
    assert found.place.startswith("answers.")
    assert found.controls
    assert seen("SD-50", change, mended) == ()


def test_a_planned_or_hidden_answer_is_still_compared_and_an_open_one_is_not() -> None:
    assert seen("SD-50", "answers.rpo_hours=4", "answers.rpo_hours=") == ()


def test_customers_were_told_a_shorter_time_than_the_documents() -> None:
    row = ("commitments_made.word.name=We tell you within a day", "commitments_made.word.controls=IRS-06")
    assert seen("SD-51") == ()
    (found,) = seen("SD-51", *row, "commitments_made.word.figure=24 hours")
    assert "48 hours" in found.message
    assert found.place == "commitments_made.word"
    assert seen("SD-51", *row, "commitments_made.word.figure=72 hours") == ()
    assert seen("SD-51", *row, "commitments_made.word.figure=quickly") == ()


def test_logs_kept_longer_by_contract_than_by_policy() -> None:
    row = ("commitments_made.logs.name=Logs are kept", "commitments_made.logs.controls=LOG-04")
    (found,) = seen("SD-51", *row, "commitments_made.logs.figure=3 years")
    assert "400 days" in found.message
    assert seen("SD-51", *row, "commitments_made.logs.figure=90 days") == ()


@pytest.mark.parametrize(
    ("words", "hours"),
    [("within 4 hours", 4), ("2 business days", 48), ("90 minutes", 1.5), ("1.5 days", 36), ("99.9 %", None)],
)
def test_a_length_of_time_is_read_from_words(words: str, hours: float | None) -> None:
    assert hours_in(words) == hours
