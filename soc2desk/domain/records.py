"""Record layouts: what a filled record holds, what may stand in it in advance, and when it is complete."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from soc2desk.domain.conditions import ALWAYS, Condition


class Part(StrEnum):
    """What a blank form may say in advance. What was done is never among it."""

    WHO = "who"
    WHAT = "what"
    DUE = "due"


class Source(NamedTuple):
    """Where a value that stands in a blank form comes from: a table of rows ("role" stands alone) and its column."""

    table: str
    column: str

    @property
    def part(self) -> Part:
        """What such a value says. Raises KeyError for a source nobody offers."""
        return SOURCES[self.table if self.table == ROLE else ".".join(self)]


ROLE = "role"
"""A source that is no row: the holder of a role, such as role.executive_sponsor."""
SOURCES = {
    "period.id": Part.DUE,
    "period.due": Part.DUE,
    "period.owner": Part.WHO,
    "system.name": Part.WHAT,
    "system.owner": Part.WHO,
    "vendor.name": Part.WHAT,
    "vendor.service": Part.WHAT,
    "vendor.data": Part.WHAT,
    "vendor.location": Part.WHAT,
    "vendor.tier": Part.WHAT,
    "vendor.method": Part.WHAT,
    "person.name": Part.WHO,
    "owner.name": Part.WHO,
    "control.id": Part.WHAT,
    "control.owner": Part.WHO,
    "policy.title": Part.WHAT,
    "document.title": Part.WHAT,
    "document.owner": Part.WHO,
    "population.title": Part.WHAT,
    ROLE: Part.WHO,
}
"""All that a blank form may take over from the answers: who, what and by when."""
FITTING = {
    Part.WHO: frozenset({"person", "text"}),
    Part.WHAT: frozenset({"text", "long_text", "choice"}),
    Part.DUE: frozenset({"text", "date"}),
}
"""Kinds of field that may be filled in advance, by what is said: no signature, no yes or no, no time, no number."""


def source_of(text: str) -> Source | None:
    """Return the source that "system.name" names; None for no text. Raises ValueError for one nobody offers."""
    if not text:
        return None
    table, _, column = text.partition(".")
    if (table if table == ROLE else text) not in SOURCES or not column:
        raise ValueError(text)
    return Source(table, column)


@dataclass(frozen=True, slots=True)
class RecordColumn:
    """One column of a field that is a table. `choice_labels` stand beside `choices`."""

    name: str
    label: str
    kind: str
    help: str = ""
    choices: tuple[str, ...] = ()
    choice_labels: tuple[str, ...] = ()
    filled_from: str = ""


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field of a record. `kind` is text, date, datetime, choice, boolean, person, signature, table ...

    `label` and `help` are template text. The field is left out where `when` does not hold for the company.
    `required_when` asks other fields of the same record, by name, whether a required one must be filled; `needed` says
    so in words. `by` says who fills it in, empty for the owner of the record. `filled_from` names what may stand there
    in advance, `choices_from` what it can be chosen from.
    """

    name: str
    label: str
    kind: str
    required: bool = True
    help: str = ""
    when: Condition = ALWAYS
    required_when: Condition = ALWAYS
    needed: str = ""
    choices: tuple[str, ...] = ()
    choice_labels: tuple[str, ...] = ()
    columns: tuple[RecordColumn, ...] = ()
    filled_from: str = ""
    choices_from: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class RecordType:
    """A record layout with the rules that make it complete, as template text.

    `controls` are shown by it; those in `owed_by` ask for one in each of their periods, and the
    first of them sets the lines of its workbook. One with a `worksheet` is kept
    in rows too. `tool` is the question that names the tool which can keep it; empty for a record that none keeps.
    """

    id: str
    title: str
    cadence: str
    owner: str
    when: str
    fields: tuple[RecordField, ...]
    rules: tuple[str, ...]
    sign_off: str
    controls: tuple[str, ...]
    owed_by: tuple[str, ...] = ()
    worksheet: bool = False
    tool: str = ""
