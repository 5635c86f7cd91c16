"""One place where an answer shows, and the few most telling of many."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST = 4
"""More places than this are only counted."""


class Where(StrEnum):
    """What sort of place an answer shows in, or changes. The words of each stand under appears.<its value>."""

    CLAUSE = "clause"
    SECTION = "section"
    MATRIX = "matrix"
    DOCUMENT = "document"
    CONTROL = "control"
    QUESTION = "question"
    COVERS = "covers"
    EVERYWHERE = "everywhere"
    SCOPE = "scope"
    CONTROL_SET = "control_set"
    REQUESTS = "requests"
    READINESS = "readiness"


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place. `title` is of the document, control or question; `number` a clause, section, criterion or control."""

    place: str
    kind: Where
    title: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Appears:
    """The most telling places of an answer, and how many more there are. `prints` is False where it only decides."""

    shown: tuple[Appearance, ...] = ()
    more: int = 0
    prints: bool = False


def most_telling(texts: tuple[Appearance, ...], matrix: tuple[Appearance, ...], *, prints: bool) -> Appears:
    """Return one place of each document first, and at least one line of the matrix where there is one."""
    ordered = (*_one_of_each(texts), *matrix)
    if matrix and len(texts) >= MOST:
        ordered = (*ordered[: MOST - 1], matrix[0], *ordered[MOST - 1 : len(texts)], *matrix[1:])
    return Appears(ordered[:MOST], max(0, len(ordered) - MOST), prints)


def _one_of_each(texts: tuple[Appearance, ...]) -> tuple[Appearance, ...]:
    """Return the best place of each document in turn, clauses before sections, then the others as they stand."""
    best: dict[str, Appearance] = {}
    for one in sorted(texts, key=_rank):
        best.setdefault(one.title or one.kind, one)
    first = sorted(best.values(), key=lambda one: (_rank(one), texts.index(one)))
    return (*first, *(one for one in texts if one not in first))


def _rank(one: Appearance) -> int:
    if one.kind is Where.CLAUSE:
        return 1
    return 2 if one.title else 0
