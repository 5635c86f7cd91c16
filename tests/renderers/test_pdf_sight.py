from __future__ import annotations

from soc2desk.renderers.pdf_sight import in_order_of_sight


def test_words_from_left_to_right_come_back_as_they_are() -> None:
    assert in_order_of_sight("Société (2026) Łódź 中文") == "Société (2026) Łódź 中文"


def test_hebrew_is_turned_within_the_words_around_it() -> None:
    assert in_order_of_sight("to \u05d0\u05d1 \u05d2 end") == "to \u05d2 \u05d1\u05d0 end"


def test_numbers_and_brackets_inside_a_turned_stretch_still_read_right() -> None:
    assert in_order_of_sight("\u05d0 (2026-11) \u05d1") == "\u05d1 (2026-11) \u05d0"


def test_arabic_letters_take_the_form_their_neighbours_ask_for() -> None:
    beh = "\u0628"
    assert in_order_of_sight(beh) == "\ufe8f"
    assert in_order_of_sight(beh * 3) == "\ufe90\ufe92\ufe91"
    assert in_order_of_sight("\u0627" + beh) == "\ufe8f\ufe8d", "alef joins to nothing after it"
