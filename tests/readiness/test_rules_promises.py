"""Promises that clash are seen, and are gone once one of the two gives way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soc2desk.domain.clashes import hours_in
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.project import Edit
from soc2desk.readiness.check import check
from soc2desk.readiness.rule import Situation
from tests.composed import DAY, catalogue, sample, seen


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


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("1. @review-all System owners look at every account each month. [ACC-07]", 1),
        ("1. @review-all System owners look at every account each quarter. [ACC-07]", 0),
        ("1. @review-all System owners look at every account {{ access_review_period | each }}. [ACC-07]", 0),
        ("Somebody waters the plants every week.", 0),
    ],
)
def test_a_wording_of_ones_own_names_another_rhythm(line: str, count: int) -> None:
    edit = Edit("POL-ACP/access-review", line, "0" * 64, DAY)
    project = replace(sample("brightwater"), edits=(edit,))
    found = [one for one in check(Situation(decide_engagement(catalogue(), project, DAY))) if one.rule == "SD-52"]
    assert len(found) == count
    assert all("ACC-07 is done every quarter" in one.message for one in found)
