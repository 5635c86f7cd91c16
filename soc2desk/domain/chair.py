"""The auditor's chair: what a student tested, for practice. Nothing in it is the result of an auditor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from soc2desk.domain.exercises import NOWHERE, Place
from soc2desk.domain.notebook import Notebook, Noted
from soc2desk.domain.practice_sample import picked

MARK = "chair-"
"""What the ids of rows begin with that the chair puts into a notebook; rows of other ids stay as they are."""
MOST_ITEMS = 1_000


class Outcome(StrEnum):
    """What a student says of a request, for practice."""

    OPEN = "open"
    TESTED = "tested"
    CLEAN = "without_exception"
    NOT_TESTED = "not_tested"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as the papers print it."""

    id: str
    words: str
    controls: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """A request that a student took up. `why` says why it was chosen, or why it was not tested."""

    id: str
    tested: Outcome = Outcome.OPEN
    why: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A practice sample of one list. `seed` is empty where the items were chosen by hand; `why` gives the size."""

    id: str
    request: str
    file: str
    total: int
    items: tuple[int, ...]
    seed: str = ""
    why: str = ""
    drawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class Deviation:
    """An exception as a student noted it, for practice: what was to be expected, and what was found."""

    id: str
    place: Place = NOWHERE
    finding: str = ""
    control: str = ""
    criterion: str = ""
    request: str = ""
    expected: str = ""
    found: str = ""
    words: str = ""
    noted_on: date | None = None

    @property
    def said(self) -> str:
        """Everything that the student wrote, as one text."""
        return "\n".join(filter(None, (self.expected.strip(), self.found.strip(), self.words.strip())))


@dataclass(frozen=True)
class ChairBook:
    """Everything that one student did in the chair."""

    title: str = ""
    student: str = ""
    chosen: tuple[Chosen, ...] = ()
    samples: tuple[Drawn, ...] = ()
    deviations: tuple[Deviation, ...] = ()

    def with_request(self, row: Chosen) -> ChairBook:
        """Return the book with a request taken up, in place of what was said of it before."""
        others = tuple(one for one in self.chosen if one.id != row.id)
        at = next((n for n, one in enumerate(self.chosen) if one.id == row.id), len(others))
        return replace(self, chosen=(*others[:at], row, *others[at:]))

    def with_sample(self, row: Drawn) -> ChairBook:
        """Return the book with a sample more."""
        return replace(self, samples=(*self.samples, row))

    def with_deviation(self, row: Deviation) -> ChairBook:
        """Return the book with an exception, in place of the one of the same id or at its end."""
        if any(one.id == row.id for one in self.deviations):
            rows = tuple(row if one.id == row.id else one for one in self.deviations)
            return replace(self, deviations=rows)
        return replace(self, deviations=(*self.deviations, row))

    def without(self, id_: str) -> ChairBook:
        """Return the book without a sample or an exception."""
        samples = tuple(one for one in self.samples if one.id != id_)
        return replace(self, samples=samples, deviations=tuple(one for one in self.deviations if one.id != id_))

    def tested(self, request: str) -> Outcome | None:
        """Return what was said of a request; None for one that was not taken up."""
        return next((one.tested for one in self.chosen if one.id == request), None)

    def exceptions_of(self, request: str) -> int:
        """Return how many exceptions were noted under a request."""
        return sum(one.request == request for one in self.deviations)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The ids of samples and exceptions."""
        return (*(one.id for one in self.samples), *(one.id for one in self.deviations))

    @property
    def next_id(self) -> str:
        """An id that no sample and no exception has."""
        return str(max((int(id_) for id_ in self.numbers if id_.isascii() and id_.isdecimal()), default=0) + 1)


def draw_sample(total: int, count: int, seed: str) -> tuple[int, ...]:
    """Return the numbers of the items that a seed draws, at most MOST_ITEMS."""
    return picked(total, min(count, MOST_ITEMS), seed)


def handed_in(book: ChairBook, notebook: Notebook) -> Notebook:
    """Return the notebook with the exceptions of the chair in it; rows that others wrote stay."""
    kept = tuple(row for row in notebook.rows if not row.id.startswith(MARK))
    rows = tuple(
        Noted(
            f"{MARK}{one.id}", one.place, one.finding, one.control, one.criterion, one.request, one.said, one.noted_on
        )
        for one in book.deviations
    )
    return replace(notebook, rows=(*kept, *rows))
