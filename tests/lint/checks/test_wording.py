"""Words that cannot be tested, and claims nobody may make."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.lint.broken import at, seen, shipped, with_control, with_question, written


@pytest.mark.parametrize(
    "word", ["appropriate", "as needed", "Timely", "periodically", "regularly", "promptly", "where possible", "ensures"]
)
def test_an_empty_word_is_named(word: str) -> None:
    (fault,) = seen("empty-words", written("## @one One", "", f"We do it {word} here."))
    assert fault.where == at(14)
    assert word in fault.message


def test_an_empty_word_in_a_statement_is_named() -> None:
    (fault,) = seen("empty-words", with_control("ACC-07", statement="Access is reviewed regularly."))
    assert fault.where.startswith("resources/words/en/controls.yaml, line ")


def test_an_empty_word_in_a_title_is_named() -> None:
    assert [fault.where for fault in seen("empty-words", written("## @one One", title="Best practices"))] == [at(3)]


def test_words_that_only_look_alike_are_left_alone() -> None:
    assert seen("empty-words", written("## @one One", "", "An irregularity in a robustness measure; insured.")) == ()


def test_a_claim_is_named_wherever_it_stands() -> None:
    assert [fault.where for fault in seen("claims", written("## @one One", "", "We are `compliant`."))] == [at(14)]
    assert "interview.yaml" in seen("claims", with_question("has_office", why="A certified office."))[0].where
    phrased = replace(shipped(), phrases={**shipped().phrases, "status.final": "Certified"})
    assert "documents.yaml" in seen("claims", phrased)[0].where


@pytest.mark.parametrize(
    "words",
    ["We pass the audit.", "Nobody fails an audit.", "It is guaranteed.", "World-class, bulletproof.", "Fully secure."],
)
def test_what_nobody_can_promise_is_a_claim(words: str) -> None:
    assert {fault.where for fault in seen("claims", written("## @one One", "", words))} == {at(14)}


@pytest.mark.parametrize(
    "words",
    [
        "In our opinion, the controls were suitably designed.",
        "This policy was examined by an independent CPA.",
        "The controls operated effectively throughout the period.",
    ],
)
def test_words_of_an_auditors_report_are_claims(words: str) -> None:
    assert {fault.where for fault in seen("claims", written("## @one One", "", words))} == {at(14)}


def test_certificates_and_compliance_are_no_claims() -> None:
    assert seen("claims", written("## @one One", "", "Certificates show compliance work.")) == ()
