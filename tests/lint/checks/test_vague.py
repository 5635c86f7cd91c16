"""Hedges stand only where the sentence pins them down."""

from __future__ import annotations

import pytest

from tests.lint.broken import at, seen, shipped, with_control, written


@pytest.mark.parametrize(
    "words",
    [
        "Logs get adequate protection.",
        "Rights go when necessary.",
        "Reports are tested as often as necessary.",
        "Keys are properly kept in <code>.",
        "Sufficient evidence stands in the record.",
    ],
)
def test_a_hedge_that_nothing_pins_down_is_named(words: str) -> None:
    faults = seen("vague", written("## @one One", "", f"1. @a {words} [ACC-07]"))
    assert {fault.where for fault in faults} == {at(14)}


@pytest.mark.parametrize(
    "words",
    [
        "The security lead decides what is necessary.",
        "Sufficient space is checked {{ access_review_period | each }}.",
        "The list is found suitable by the system owner.",
    ],
)
def test_who_how_often_or_how_soon_pins_it_down(words: str) -> None:
    assert seen("vague", written("## @one One", "", f"1. @a {words} [ACC-07]")) == ()


def test_another_sentence_pins_nothing_down() -> None:
    assert seen("vague", written("## @one One", "", "1. @a The IT lead looks. Rights are suitable. [ACC-07]"))


def test_a_statement_is_looked_at_too() -> None:
    (fault,) = seen("vague", with_control("ACC-07", statement="Access gets reasonable checks."))
    assert fault.where.startswith("resources/words/en/controls.yaml, line ")


def test_what_promises_nothing_may_hedge() -> None:
    assert seen("vague", written("## @one One", "", "A reasonable reader finds it.")) == ()


def test_our_commitments_are_pinned_down() -> None:
    assert seen("vague", shipped()) == ()
