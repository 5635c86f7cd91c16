"""The order in which the parts of a line stand, where scripts from right to left stand beside others.

The rules are those of Unicode, as the library bidi follows them. Text stays in the order in which it is read; only its
places change, so that those who listen or copy get it as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


def runs_leftward(words: str) -> bool:
    """Return whether any letter of these words belongs to a script from right to left."""
    return not words.isascii() and _LEFTWARD.search(words) is not None


def base_level(words: str) -> int:
    """Return 1 for a text whose first letter with a direction runs from right to left, else 0."""
    if not runs_leftward(words):
        return 0
    from bidi.algorithm import get_base_level

    found: int = get_base_level(words)
    return found


def levels(words: str, base: int) -> list[int]:
    """Return for each character of a line how deep its direction is nested: even runs to the right, odd to the left."""
    if not base and not runs_leftward(words):
        return [0] * len(words)
    from bidi import algorithm

    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(words, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    told = iter(storage["chars"])
    found: list[int] = []
    for char in words:
        # joiners have no direction and are left out by the algorithm: they go with the letter before
        passed = unicodedata.bidirectional(char) in algorithm.X9_REMOVED
        found.append((found[-1] if found else base) if passed else next(told)["level"])
    kept = len(words.rstrip())
    return [*found[:kept], *[base] * (len(words) - kept)]


def order_of_sight(depths: Sequence[int]) -> list[int]:
    """Return the numbers of the parts of a line from left to right; `depths` are their levels as read."""
    order = list(range(len(depths)))
    for depth in range(max(depths, default=0), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and depths[order[end]] >= depth:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = max(end, at + 1)
    return order

