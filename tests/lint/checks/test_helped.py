"""Nobody who presses F1 finds nothing, and a term leads to one explanation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.lint.broken import seen, shipped, with_question

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue


def with_term(id_: str, **changes: object) -> Catalogue:
    terms = (replace(one, **changes) if one.id == id_ else one for one in shipped().terms)  # type: ignore[arg-type]
    return replace(shipped(), terms=tuple(terms))


def test_a_question_without_help_is_named_by_its_line() -> None:
    (fault,) = seen("helped", with_question("mfa_systems", help=" "))
    assert "mfa_systems has no help" in fault.message
    assert fault.where.startswith("resources/")


@pytest.mark.parametrize("text", ["One sentence only.", "A. B. C. D. E. F."])
def test_help_that_is_too_short_or_too_long_is_named(text: str) -> None:
    (fault,) = seen("helped", with_question("mfa_systems", help=text))
    assert "2 to 5 sentences" in fault.message
    assert fault.where.startswith("resources/words/en/help.yaml, line ")


def test_a_page_that_does_not_say_what_to_do_is_named() -> None:
    pages = tuple(replace(page, intro="") if page.id == "people" else page for page in shipped().pages)
    (fault,) = seen("helped", replace(shipped(), pages=pages))
    assert "The page people" in fault.message


def test_a_word_that_leads_to_two_terms_is_named_in_capitals_or_not() -> None:
    (fault,) = seen("terms", with_term("triage", words=("triage", "Alert")))
    assert fault.message == '"Alert" leads to alert and to triage.'
    assert fault.where.startswith("resources/words/en/help.yaml, line ")


@pytest.mark.parametrize("words", [(), ("triage", " ")])
def test_a_term_that_nothing_leads_to_is_named(words: tuple[str, ...]) -> None:
    (fault,) = seen("terms", with_term("triage", words=words))
    assert "Nothing leads to the term triage" in fault.message


@pytest.mark.parametrize("taken", ["mfa_systems", "CC6.1"])
def test_a_term_with_the_id_of_a_question_or_criterion_is_named(taken: str) -> None:
    (fault,) = seen("terms", with_term("triage", id=taken))
    assert "has the id of a question or criterion" in fault.message


@pytest.mark.parametrize(
    ("check", "text"), [("empty-words", "Do it as needed. Or not."), ("claims", "You are certified. Fine.")]
)
def test_help_is_held_to_the_same_words_as_the_rest(check: str, text: str) -> None:
    (fault,) = seen(check, with_question("mfa_systems", help=text))
    assert fault.where.startswith("resources/words/en/help.yaml, line ")
    assert len(seen(check, with_term("triage", meaning=text))) == 1
