"""Two sequences side by side: what stands in both, found with work that grows with their length alone."""

from __future__ import annotations

from collections import Counter
from difflib import Match, SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

Item = TypeVar("Item", bound="Hashable")

STEPS_AN_ITEM = 500
"""Places looked at for each item of both sequences; what people write seldom takes as much."""


class Alignment(SequenceMatcher[Item]):
    """What difflib finds, until so much was looked at that the two were made to be slow.

    Few words that stand there a thousand times would take hours. What is left of them then counts as other.
    """

    def __init__(self, old: Sequence[Item], new: Sequence[Item]) -> None:
        super().__init__(None, old, new, autojunk=False)
        self._steps_left = STEPS_AN_ITEM * (len(old) + len(new))
        places = Counter(new)
        self._steps = [0, *accumulate(1 + places[one] for one in old)]

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        """Return the longest stretch that both have there; an empty one where no more is looked at."""
        end = len(self._steps) - 1 if ahi is None else ahi
        self._steps_left -= self._steps[end] - self._steps[alo]
        if self._steps_left < 0:
            return Match(alo, blo, 0)
        return super().find_longest_match(alo, ahi, blo, bhi)
