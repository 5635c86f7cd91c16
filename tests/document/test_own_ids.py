"""Clauses that a person adds get ids that stay."""

from __future__ import annotations

import pytest

from soc2desk.document.own_ids import with_ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. @a Old.\n2. New. [ACC-07]", "1. @a Old.\n2. @own-1 New. [ACC-07]"),
        ("1. New.\n2) Other.", "1. @own-1 New.\n2) @own-2 Other."),
        ("1. @own-4 Old.\n2. New.", "1. @own-4 Old.\n2. @own-5 New."),
        ("{% if x %}\n1. New.\n{% else %}\n1. Other.\n{% endif %}", None),
        ("1. {{ company }} looks.", "1. @own-1 {{ company }} looks."),
        ("### Part\n\n1. New.", "### @scope-own-1 Part\n\n1. @own-2 New."),
        ("### @given Part\n\nWords.", "### @given Part\n\nWords."),
        ("In the year\n2020. It was.", "In the year\n2020. It was."),
        ("- a\n  1. step", "- a\n  1. step"),
        ("> 1. said", "> 1. said"),
        ("```form\n1. Field | text |\n```", "```form\n1. Field | text |\n```"),
        ("No list.", "No list."),
    ],
)
def test_each_numbered_clause_and_subheading_without_an_id_gets_one(text: str, expected: str | None) -> None:
    made = with_ids("scope", text)
    if expected is None:
        expected = "{% if x %}\n1. @own-1 New.\n{% else %}\n1. @own-2 Other.\n{% endif %}"
    assert made == expected
    assert with_ids("scope", made) == made


def test_the_number_of_a_clause_that_was_taken_out_is_not_given_again() -> None:
    assert with_ids("scope", "1. New.", before="1. @own-1 A.\n2. @own-2 B.") == "1. @own-3 New."
