"""The notebook of a student: what was noted as an exception, and where it was seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from soc2desk.domain.exercises import NOWHERE, Place

MOST_ROWS = 500
LONGEST_WORDS = 4_000


@dataclass(frozen=True, slots=True)
class Noted:
    """One exception as a student noted it. What is empty was not said; `id` is chosen once and never printed.

    `finding` is the kind of fault, by the rule that it breaks; `words` are the student's own.
    """

    id: str
    place: Place = NOWHERE
    finding: str = ""
    control: str = ""
    criterion: str = ""
    request: str = ""
    words: str = ""
    noted_on: date | None = None


@dataclass(frozen=True)
class Notebook:
    """What one student noted in one exercise. `variant` is the number of the copy it was noted in."""

    exercise: str = ""
    student: str = ""
    variant: str = ""
    rows: tuple[Noted, ...] = ()

    def with_row(self, row: Noted) -> Notebook:
        """Return the notebook with a row, in place of the one of the same id or at its end."""
        if any(one.id == row.id for one in self.rows):
            return replace(self, rows=tuple(row if one.id == row.id else one for one in self.rows))
        return replace(self, rows=(*self.rows, row))

    def without(self, id_: str) -> Notebook:
        """Return the notebook without a row."""
        return replace(self, rows=tuple(one for one in self.rows if one.id != id_))

    @property
    def next_id(self) -> str:
        """An id that no row has: the next number after the highest."""
        numbers = [int(row.id) for row in self.rows if row.id.isascii() and row.id.isdecimal()]
        return str(max(numbers, default=0) + 1)
