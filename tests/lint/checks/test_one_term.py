"""One thing has one name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soc2desk.lint.used_terms import UsedTerm, used_terms
from tests.lint.broken import at, seen, shipped, with_control, written


@pytest.mark.parametrize(
    ("words", "say"),
    [
        ("A supplier is chosen.", "vendor"),
        ("The Exception log is kept.", "exception register"),
        ("Terminated employees lose access.", "leaver"),
        ("Each entitlement review is dated.", "access review"),
        ("We send an email.", "e-mail"),
    ],
)
def test_a_word_with_another_name_here_is_named(words: str, say: str) -> None:
    faults = seen("one-term", written("## @one One", "", words))
    assert {fault.where for fault in faults} == {at(14)}
    assert say in " ".join(fault.hint for fault in faults)


def test_statements_and_requests_are_looked_at_too() -> None:
    assert seen("one-term", with_control("ACC-07", statement="Suppliers review access."))
    requests = (replace(shipped().requests[0], reject_if="An entitlement review"), *shipped().requests[1:])
    (fault,) = seen("one-term", replace(shipped(), requests=requests))
    assert fault.where.startswith("resources/words/en/requests.yaml, line ")


def test_the_glossary_may_explain_the_words_of_others() -> None:
    terms = (replace(shipped().terms[0], words=("supplier",)), *shipped().terms[1:])
    assert seen("one-term", replace(shipped(), terms=terms)) == ()


def test_a_summary_of_law_may_use_the_words_of_the_law() -> None:
    law = "> **Ontario.** Employees are told of it. This is a summary, not legal advice."
    assert seen("one-term", written("## @one One", "", law)) == ()
    assert seen("one-term", written("## @one One", "", law.replace("not legal advice", "no more")))


def test_whole_words_are_meant_and_longer_wordings_may_be_fine() -> None:
    term = UsedTerm("staff", ("employee", "work*"), ("employee records",))
    assert term.misused_in("An employee at works") == ("employee", "works")
    assert term.misused_in("Employee records of multi-employee homework") == ()


def test_a_language_without_a_list_has_no_terms() -> None:
    assert used_terms("en")
    assert used_terms("xx") == ()


def test_our_own_words_are_one_for_each_thing() -> None:
    assert seen("one-term", shipped()) == ()
