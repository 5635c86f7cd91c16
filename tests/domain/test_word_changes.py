from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.word_changes import MOST_WORDS, Fate, Stretch, excerpts, text_after, text_before, word_changes

WORDS = ("the", "owner", "reviews", "accounts", "\n", " ", "  ", "every", "quarter.")
PROSE = st.lists(st.sampled_from(WORDS)).map(" ".join)


@given(PROSE, PROSE)
def test_both_texts_can_be_had_back_to_the_letter(before: str, after: str) -> None:
    found = word_changes(before, after)
    assert text_before(found) == before
    assert text_after(found) == after
    assert all(one.text for one in found)


def test_words_that_went_and_came_stand_side_by_side() -> None:
    assert word_changes("The owner reviews it every quarter.", "The owner reviews it twice a year.") == (
        Stretch("The owner reviews it "),
        Stretch("every quarter.", Fate.REMOVED),
        Stretch("twice a year.", Fate.ADDED),
    )


def test_the_same_text_is_one_stretch_and_no_text_is_none() -> None:
    assert word_changes("The same.", "The same.") == (Stretch("The same."),)
    assert word_changes("", "") == ()
    assert word_changes("", "New.") == (Stretch("New.", Fate.ADDED),)


def test_a_very_long_text_is_replaced_whole_so_that_nobody_waits() -> None:
    before, after = "word " * MOST_WORDS, "other " * MOST_WORDS
    assert [one.fate for one in word_changes(before, after)] == [Fate.REMOVED, Fate.ADDED]


def test_an_excerpt_shows_what_differs_and_leaves_the_rest_out() -> None:
    long = " ".join(f"w{number}" for number in range(100))
    before, after = excerpts(word_changes(f"{long} old {long}", f"{long} new {long}"), around=3)
    assert "w97 w98 w99 old w0 w1 w2" in before
    assert "\u2026" in after
    assert "new" in after
    assert len(after) < len(long)
