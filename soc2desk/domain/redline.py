"""One document in two states as a list of lines, each with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.alignment import Alignment
from soc2desk.domain.contents import IN_TABLES
from soc2desk.domain.word_changes import Fate, Stretch, word_changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from soc2desk.domain.contents import DocumentLine, DocumentLines

ALIKE = 0.4
"""Two lines without ids are one line in other words when they share this part of their words."""

MOST_PAIRS = 250_000
"""Of more lines in a row only those with equal words are paired, so that nobody waits."""

Stretches = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class RedLine:
    """One line of a redline: the line as it is (or was), what became of it, and its number and texts as stretches."""

    line: DocumentLine
    fate: Fate
    number: Stretches
    texts: tuple[Stretches, ...]


def redline(old: DocumentLines, new: DocumentLines) -> tuple[RedLine, ...]:
    """Return the lines of both states in one order; one that stands elsewhere now is taken out there and put in."""
    steps = Alignment([*map(_key, old.lines)], [*map(_key, new.lines)]).get_opcodes()
    return tuple(line for step in steps for line in _of_step(step, old.lines, new.lines))


def _key(line: DocumentLine) -> object:
    """Return what a line is known by: its id and never its number; a line without one by its words."""
    if line.id and line.kind not in IN_TABLES:
        return (line.kind, line.id)
    if line.kind in IN_TABLES:
        return (line.kind, line.table, line.keys, line.id or line.texts)
    return (line.kind, line.level, line.texts)


def _of_step(
    step: tuple[str, int, int, int, int], old: Sequence[DocumentLine], new: Sequence[DocumentLine]
) -> Iterator[RedLine]:
    tag, a, b, c, d = step
    if tag == "equal":
        yield from map(_both, old[a:b], new[c:d])
    else:
        yield from _paired(old[a:b], new[c:d])


def _paired(old: Sequence[DocumentLine], new: Sequence[DocumentLine]) -> Iterator[RedLine]:
    """Yield lines that may be one line in other words together, in the order of both."""
    if len(old) * len(new) > MOST_PAIRS:
        yield from (_alone(gone, Fate.REMOVED) for gone in old)
        yield from (_alone(line, Fate.ADDED) for line in new)
        return
    at = 0
    for line in new:
        like = next((n for n in range(at, len(old)) if _are_alike(old[n], line)), None)
        if like is None:
            yield _alone(line, Fate.ADDED)
            continue
        yield from (_alone(gone, Fate.REMOVED) for gone in old[at:like])
        yield _both(old[like], line)
        at = like + 1
    yield from (_alone(gone, Fate.REMOVED) for gone in old[at:])


def _are_alike(one: DocumentLine, other: DocumentLine) -> bool:
    if (one.kind, one.table, one.keys, one.level) != (other.kind, other.table, other.keys, other.level):
        return False
    if one.id or other.id:
        # What has an id is known by it: other words under another id are another line.
        return False
    words, others = set(one.text.casefold().split()), set(other.text.casefold().split())
    return len(words & others) >= ALIKE * len(words | others)


def _both(before: DocumentLine, after: DocumentLine) -> RedLine:
    number = word_changes(before.number, after.number)
    texts = tuple(map(word_changes, before.texts, after.texts))
    is_same = before.texts == after.texts and before.number == after.number
    return RedLine(after, Fate.SAME if is_same else Fate.CHANGED, number, texts)


def _alone(line: DocumentLine, fate: Fate) -> RedLine:
    number = (Stretch(line.number, fate),) if line.number else ()
    return RedLine(line, fate, number, tuple((Stretch(text, fate),) if text else () for text in line.texts))
