"""What typed text is cleared of."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from soc2desk.storage.cleaning import clean


def test_control_characters_go_and_tabs_and_line_ends_stay() -> None:
    assert clean("a\x00b\x07c\td\ne\x9f") == "abc\td\ne"


def test_every_kind_of_line_end_becomes_the_plain_one() -> None:
    assert clean("a\r\nb\rc\x85d\u2028e\u2029f") == "a\nb\nc\nd\ne\nf"


def test_lone_surrogates_and_stray_marks_go() -> None:
    assert clean("a\ud800b\udfffc\ufeffd\uffff") == "abcd"


def test_no_text_turns_the_letters_of_another_round() -> None:
    assert clean("invoice\u202etxt.exe\u202d") == "invoicetxt.exe"
    hebrew = "\u2067\u05e9\u05dc\u05d5\u05dd\u2069"
    assert clean(hebrew) == hebrew, "a language may say where it begins and ends"


def test_letters_and_accents_typed_apart_are_joined() -> None:
    assert clean("Rene\u0301e") == "Renée"


def test_space_around_a_text_goes() -> None:
    assert clean(" \n Acme \n") == "Acme"


@given(st.text(alphabet=st.characters()))
def test_clean_text_can_be_saved_in_utf_8_and_is_not_changed_again(text: str) -> None:
    once = clean(text)
    once.encode("utf-8")
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
