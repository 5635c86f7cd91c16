"""Two texts as one: which words stayed, which were taken out and which came in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from soc2desk.domain.alignment import Alignment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_WORDS = 6000
"""Longer texts are replaced whole, so that nobody waits."""

_WORDS = re.compile(r"\s+|[^\s]+")


class Fate(StrEnum):
    """What became of some words, or of a whole line."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words in a row with one fate: same, added or removed."""

    text: str
    fate: Fate = Fate.SAME


@lru_cache(maxsize=1024)  # the list, the letter and the redline in each format ask for the same
def word_changes(before: str, after: str) -> tuple[Stretch, ...]:
    """Return both texts as one: without what was added it is the first, without what was removed the second."""
    if before == after:
        return (Stretch(before),) if before else ()
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > MOST_WORDS:
        return tuple(_pair(before, after))
    steps = Alignment(old, new).get_opcodes()
    return tuple(_stretches((tag == "equal", "".join(old[a:b]), "".join(new[c:d])) for tag, a, b, c, d in steps))


def _stretches(steps: Iterable[tuple[bool, str, str]]) -> Iterator[Stretch]:
    """Yield stretches; a space alone between two changes belongs to them, so that a phrase reads as one."""
    gone = come = ""
    found = tuple(steps)
    for at, (is_same, old, new) in enumerate(found):
        if is_same and (old.strip() or at in {0, len(found) - 1}):
            yield from _pair(gone, come)
            gone = come = ""
            yield Stretch(old)
        else:
            gone, come = gone + old, come + new
    yield from _pair(gone, come)


def _pair(gone: str, come: str) -> Iterator[Stretch]:
    if gone:
        yield Stretch(gone, Fate.REMOVED)
    if come:
        yield Stretch(come, Fate.ADDED)


def text_before(stretches: Iterable[Stretch]) -> str:
    """Return the first of the two texts."""
    return "".join(one.text for one in stretches if one.fate is not Fate.ADDED)


def text_after(stretches: Iterable[Stretch]) -> str:
    """Return the second of the two texts."""
    return "".join(one.text for one in stretches if one.fate is not Fate.REMOVED)


def excerpts(stretches: Iterable[Stretch], around: int = 8) -> tuple[str, str]:
    """Return both texts short: the words that differ, with some around them and an ellipsis for the rest."""
    short = [replace(one, text=_ends(one.text, around)) if one.fate is Fate.SAME else one for one in stretches]
    return text_before(short), text_after(short)


def _ends(text: str, most: int) -> str:
    words = _WORDS.findall(text)
    # Words and the spaces between them.
    if len(words) <= 4 * most:
        return text
    return "".join((*words[: 2 * most], "\u2026 ", *words[-2 * most :]))
