"""Codes beside questions: short, always the same, and told from words."""

from __future__ import annotations

from soc2desk.domain.question_codes import LENGTH, LETTERS, code_of, codes_in, places_by_code, state_of


def test_a_code_is_short_and_hangs_on_its_place_alone() -> None:
    code = code_of("answers.company")
    assert code == code_of("answers.company") != code_of("answers.service")
    assert len(code) == LENGTH
    assert set(code) <= set(LETTERS)


def test_a_state_changes_with_what_is_held_and_not_with_the_order_of_its_fields() -> None:
    held = {"name": "Dana", "title": "CEO"}
    assert state_of("people.dana", held) == state_of("people.dana", dict(reversed(held.items())))
    assert len({state_of("answers.a", one) for one in (None, "no", ["no"], {"suggested": "no"})}) == 4


def test_codes_are_found_in_a_cell_and_words_are_none() -> None:
    code, state = code_of("answers.company"), state_of("answers.company", None)
    assert codes_in(f"{code}\n{state}") == codes_in(f" {code}-{state} ") == (code, state)
    assert codes_in("No. Question COMPANIES abcde") == ()


def test_two_places_with_one_code_are_both_left_out() -> None:
    found = places_by_code(["a", "b", "a"])
    assert sorted(found.values()) == ["a", "b"]
