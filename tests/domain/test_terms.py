"""Words of the trade, found where a person meets them."""

from __future__ import annotations

import pytest

from soc2desk.domain.terms import Term, terms_in

TERMS = (
    Term("change", "Change", "m", ("change", "changes")),
    Term("emergency", "Emergency change", "m", ("emergency change",)),
    Term("rto", "RTO", "m", ("RTO",)),
    Term("regex", "Odd", "m", ("C++ (new)",)),
    Term("silent", "Silent", "m"),
)


def found(text: str) -> list[tuple[str, str]]:
    return [(one.term.id, text[one.start : one.end]) for one in terms_in(text, TERMS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Is a change recorded?", [("change", "change")]),
        ("CHANGES, then", [("change", "CHANGES")]),
        ("How soon is an Emergency change reviewed?", [("emergency", "Emergency change")]),
        ("A change and an emergency change, then a change.", [("change", "change"), ("emergency", "emergency change")]),
        ("exchange, changed, rtos", []),
        ("the rto (hours)", [("rto", "rto")]),
        ("In C++ (new) only", [("regex", "C++ (new)")]),
        ("Silent", []),
        ("", []),
    ],
)
def test_a_term_is_found_as_a_whole_word_once_and_the_longer_one_wins(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text) == expected


def test_without_terms_nothing_is_found() -> None:
    assert terms_in("a change", ()) == ()
