"""The order in which the parts of a line stand, where scripts from right to left stand beside others.

The rules are those of Unicode, as the library bidi follows them. Text stays in the order in which it is read; only its
places change, so that those who listen or copy get it as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bidi import algorithm

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAIRS = {"(": ")", "[": "]", "{": "}", "\u3008": "\u3009", "\u300c": "\u300d", "\uff08": "\uff09"}
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}  # numbers side with what runs from right to left
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


def runs_leftward(words: str) -> bool:
    """Return whether any letter of these words belongs to a script from right to left."""
    return not words.isascii() and _LEFTWARD.search(words) is not None


def base_level(words: str) -> int:
    """Return 1 for a text whose first letter with a direction runs from right to left, else 0."""
    if not runs_leftward(words):
        return 0
    found: int = algorithm.get_base_level(words)
    return found


def levels(words: str, base: int) -> list[int]:
    """Return for each character of a line how deep its direction is nested: even runs to the right, odd to the left."""
    if not base and not runs_leftward(words):
        return [0] * len(words)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(words, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _turn_brackets(storage["chars"], "LR"[base])
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


def _turn_brackets(chars: list[dict[str, str]], along: str) -> None:
    """Give both brackets of a pair one direction, rule N0, which the library leaves out.

    That of the line, `along`, where a letter inside has it; else that of the letters inside if those before the pair
    have it too. Types of `chars` change in place, as the library's own rules do it.
    """
    for start, end in _bracketed(chars):
        inside = {_STRONG[char["type"]] for char in chars[start + 1 : end] if char["type"] in _STRONG}
        before = next((_STRONG[char["type"]] for char in reversed(chars[:start]) if char["type"] in _STRONG), along)
        if inside:
            chars[start]["type"] = chars[end]["type"] = along if along in inside else before


def _bracketed(chars: list[dict[str, str]]) -> list[tuple[int, int]]:
    """Return where pairs of brackets open and close, in the order of opening."""
    found, waiting = [], []
    for at, char in enumerate(chars):
        if char["ch"] in _PAIRS:
            waiting.append(at)
        elif char["ch"] in _PAIRS.values():
            while waiting:
                start = waiting.pop()
                if _PAIRS[chars[start]["ch"]] == char["ch"]:
                    found.append((start, at))
                    break
    return sorted(found)
