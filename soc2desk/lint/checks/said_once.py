"""What is said twice comes apart: two sources never share eight words in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.lint.runs import runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen
    from soc2desk.lint.runs import Run

IN_A_ROW = 8
_HINT = "Say it in one of the two and refer to it with [ref](...) in the other, or reword the shorter one."


def said_once(catalogue: Catalogue) -> Seen:
    """Yield a fault at both places for each run of eight words or more that two sources share.

    A source is a document without what it includes, or the words of one table: requests, records, questions, help and
    so on. Case and punctuation do not matter; values, tags and ids part the words on both sides.
    """
    first: dict[tuple[str, ...], tuple[Run, int]] = {}
    for run in runs(catalogue):
        for start, length, other in _shared(run, first):
            words = " ".join(run.words[start : start + length])
            yield _message(words, other.source), run.where, _HINT
            yield _message(words, run.source), other.where, _HINT


def _shared(run: Run, first: dict[tuple[str, ...], tuple[Run, int]]) -> Iterator[tuple[int, int, Run]]:
    """Yield start, length and the other run of each stretch that stood before in another source; keep the new ones."""
    going_on: tuple[int, Run, int] | None = None
    for start in range(len(run.words) - IN_A_ROW + 2):
        found = first.setdefault(run.words[start : start + IN_A_ROW], (run, start)) if _fits(run, start) else None
        elsewhere = found if found and found[0].source != run.source else None
        follows = going_on and elsewhere and elsewhere[0] is going_on[1] and elsewhere[1] - start == going_on[2]
        if going_on and not follows:
            yield going_on[0], start - going_on[0] + IN_A_ROW - 1, going_on[1]
            going_on = None
        if elsewhere and not going_on:
            going_on = (start, elsewhere[0], elsewhere[1] - start)


def _fits(run: Run, start: int) -> bool:
    return start + IN_A_ROW <= len(run.words)


def _message(words: str, source: str) -> str:
    return f'"{words}" stands in {source} too.'
