"""Who acts in a sentence."""

from __future__ import annotations

import pytest

from soc2desk.lint.actors import acts_without_actor, has_actor


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Access is reviewed <access_review_period>.", "is reviewed"),
        ("Each improvement becomes a ticket and is then completed.", "is then completed"),
        ("Risks are weighed against what customers were promised.", "are weighed"),
        ("When somebody leaves, the account is removed.", "is removed"),
        ("Access is removed when a person leaves.", "is removed"),
        ("The report is written by the end of the month.", "is written"),
        ("Rights are given by role.", "are given"),
        ("Each report is answered.", "is answered"),
    ],
)
def test_a_sentence_without_an_actor_gives_its_passive(words: str, act: str) -> None:
    assert acts_without_actor(words) == act


@pytest.mark.parametrize(
    "words",
    [
        "The IT lead reviews access.",
        "Access is approved by the system owner.",
        "Access is approved by <company>.",
        "System owners mark each line, and changes are made.",
        "Whoever finds a weakness reports it before it is used.",
        "The security lead (or a deputy) checks that all is done.",
        "The record is the dated review.",
        "Requests are kept in <ticket_system>.",
        "The steps are set out in <ref>.",
        "Notice goes to each customer that is affected.",
        "Multi-factor sign-in is enforced on <mfa_systems>.",
        "Backups are encrypted.",
        "Each release names how it can be undone.",
        "Which flaws are about to be shipped?",
        "A device that goes back, is sold or is scrapped follows <ref>.",
    ],
)
def test_a_sentence_that_leaves_nothing_open_gives_nothing(words: str) -> None:
    assert acts_without_actor(words) == ""


def test_what_a_tool_does_needs_nobody_where_the_control_is_automated() -> None:
    assert acts_without_actor("Entries are encrypted.") == "are encrypted"
    assert acts_without_actor("Entries are encrypted.", by_tool=True) == ""
    assert acts_without_actor("Entries are approved.", by_tool=True) == "are approved"


def test_somebody_in_a_dependent_clause_is_no_actor_of_the_sentence() -> None:
    assert has_actor("After a change, the IT lead removes rights.")
    assert not has_actor("If the IT lead asks, rights go.")
