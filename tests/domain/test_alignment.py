from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.alignment import STEPS_AN_ITEM, Alignment

WORDS = st.lists(st.sampled_from(["the", " ", "owner", "reviews", "accounts"]), max_size=30)


@given(WORDS, WORDS)
def test_of_what_people_write_it_finds_what_difflib_finds(old: list[str], new: list[str]) -> None:
    assert Alignment(old, new).get_opcodes() == SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def test_two_sequences_made_to_be_slow_are_still_told_whole_with_work_that_grows_with_their_length() -> None:
    old, new = ["a", " "] * 400, ["a", " ", "b", " "] * 200
    looked_at: list[int] = []

    class Watched(Alignment[str]):
        def find_longest_match(self, *ends: int) -> object:  # type: ignore[override]
            found = super().find_longest_match(*ends)
            if found.size:
                looked_at.append(ends[1] - ends[0])
            return found

    steps = Watched(old, new).get_opcodes()
    assert [one for _, a, b, _, _ in steps for one in old[a:b]] == old
    assert [one for _, _, _, c, d in steps for one in new[c:d]] == new
    # Each place that is looked at has some 300 like it on the other side.
    assert 0 < sum(looked_at) * 200 <= STEPS_AN_ITEM * (len(old) + len(new))
