"""Records as data: what a person entered into one record, typed by the fields of its layout."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Signature:
    """Who put a name to something, and on which day. `by` is a person id, or the name of somebody outside."""

    by: str
    on: date | None = None


Scalar = str | bool | float | date | datetime | Signature
Line = dict[str, Scalar]
"""One line of a field that is a table; a cell that nobody filled in is absent."""

Entry = Scalar | tuple[Line, ...]
"""What a field holds: text (a choice and a person id are text too), yes or no, a number, a day, a signature, lines."""


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """One record. `type` is the id of its layout, `occurrence` the period it was made for (ACC-07/2026-Q3).

    `occurrence` is empty for what an event set off. `values` hold the fields that were filled in, by name, each typed
    by its kind. `entered_by` is a person id, empty for nobody named; `entered_on` is set by the program on the day when
    the record was first entered and `changed_on` when it last was. `said_on` holds, by field, the day on which a day or
    a signature was entered, where that was not the day of the record. `evidence` names pieces of evidence by id.
    """

    id: str
    type: str
    occurrence: str = ""
    values: Mapping[str, Entry] = field(default_factory=dict)
    entered_by: str = ""
    entered_on: date | None = None
    changed_on: date | None = None
    evidence: tuple[str, ...] = ()
    said_on: Mapping[str, date] = field(default_factory=dict)

    def entered(self, name: str) -> date | None:
        """Return the day on which the day in a field was entered; None where that is not known."""
        return self.said_on.get(name, self.entered_on)

    def text(self, name: str) -> str:
        """Return a field of words, a choice or a person; empty while nobody filled it in."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def day(self, name: str) -> date | None:
        """Return the day of a field that holds a day, a moment or a signature; None while there is none."""
        value = self.values.get(name)
        if isinstance(value, Signature):
            return value.on
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, date) else None

    def moment(self, name: str) -> datetime | None:
        """Return a moment; None while nobody filled it in. There is no time zone: it is the company's own clock."""
        value = self.values.get(name)
        return value if isinstance(value, datetime) else None

    def said(self, name: str) -> bool | None:
        """Return yes or no; None while nobody said."""
        value = self.values.get(name)
        return value if isinstance(value, bool) else None

    def signer(self, name: str) -> str:
        """Return who signed a field; empty while nobody did."""
        value = self.values.get(name)
        return value.by if isinstance(value, Signature) else ""

    def lines(self, name: str) -> tuple[Line, ...]:
        """Return the lines of a field that is a table."""
        value = self.values.get(name)
        return value if isinstance(value, tuple) else ()
