"""What a record lacks: a small value, and what a rule looks at when it decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from soc2desk.domain.conditions import decide
from soc2desk.domain.kept_records import KeptRecord, Signature
from soc2desk.domain.working_days import WorkingDays

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from soc2desk.domain.answers import Value
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import Entry, Line
    from soc2desk.domain.records import RecordField, RecordType

TABLE, SIGNATURE = "table", "signature"
NOTHING = frozenset(
    {"none", "none needed", "nothing", "nothing unusual", "nothing to do", "nothing found", "no findings", "no issues"}
)
"""Words by which a person says that there was nothing: an answer, unlike an empty field."""
WEEKENDS = WorkingDays()
"""The days off where no holidays are known."""


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing or wrong in a record. `message` is the last part of a phrase's id.

    `line` counts from 1 in a field that is a table, 0 for the field itself; `column` is a column of that line. `values`
    are said in the message. `record` is empty for what no record is there for.
    """

    record: str
    message: str
    field: str = ""
    line: int = 0
    column: str = ""
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """One record as a rule sees it: with its layout, all that was answered about the company, and its days off."""

    record: KeptRecord
    layout: RecordType
    engagement: Engagement
    working_days: WorkingDays = WEEKENDS

    def lack(self, message: str, field: str = "", line: int = 0, column: str = "", **values: object) -> Lack:
        """Return what is missing or wrong here."""
        return Lack(self.record.id, message, field, line, column, tuple((k, str(v)) for k, v in values.items()))

    def missing(self, *names: str) -> Iterator[Lack]:
        """Yield those of the fields that matter here and hold nothing."""
        for name in names:
            if self.matters(name) and not has(self.record.values.get(name)):
                yield self.lack("missing", name)

    def matters(self, name: str) -> bool:
        """Return whether the layout has the field and the company needs it."""
        return any(one.name == name for one in fields_that_matter(self.layout, self.engagement))

    def lines(self, name: str) -> Iterator[tuple[int, Line]]:
        """Yield the lines that say something, with their numbers; not one that says there was nothing."""
        for number, line in enumerate(self.record.lines(name), 1):
            if any(has(cell) for cell in line.values()) and not says_nothing(line):
                yield number, line

    def answer(self, question: str) -> Value | None:
        """Return the answer to a question of the interview; None while nobody gave it."""
        stated = self.engagement.names.stated.get(question)
        return stated.answer.value if stated and stated.answer else None

    def number(self, question: str) -> int | None:
        """Return an answer that is a number; None for any other."""
        value = self.answer(question)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def holds(self, name: str) -> bool:
        """Return whether something is known to hold for the company, such as one_person."""
        return self.engagement.names.known.get(name) is True

    def is_chosen(self, field: str, *choices: str) -> bool:
        """Return whether a field says one of these choices."""
        return self.record.text(field) in choices


@dataclass(frozen=True, slots=True)
class Kept:
    """All records of one layout, for a rule about the whole of them."""

    layout: RecordType
    engagement: Engagement

    @property
    def records(self) -> tuple[KeptRecord, ...]:
        """The records of the layout, in the order entered."""
        return self.of(self.layout.id)

    def of(self, layout: str) -> tuple[KeptRecord, ...]:
        """Return the records of any layout, in the order entered."""
        return tuple(one for one in self.engagement.project.records if one.type == layout)

    def each(self) -> Iterator[Looked]:
        """Yield each record as a rule sees it."""
        yield from (Looked(one, self.layout, self.engagement) for one in self.records)


@dataclass(frozen=True, slots=True)
class PrintedRule:
    """A rule that stands on the form, as functions: of one record, or of all of its layout together.

    One without either is for the eye: only a person who looks can tell whether it holds.
    """

    id: str
    of_record: Callable[[Looked], Iterator[Lack]] | None = None
    of_all: Callable[[Kept], Iterator[Lack]] | None = None

    @property
    def is_for_the_eye(self) -> bool:
        """Whether no function can decide it."""
        return self.of_record is None and self.of_all is None


def fields_that_matter(layout: RecordType, engagement: Engagement) -> tuple[RecordField, ...]:
    """Return the fields of a layout that this company needs."""
    return tuple(one for one in layout.fields if decide(one.when, engagement.names.known) is not False)


def has(value: Entry | None) -> bool:
    """Return whether a field holds something: a no and a zero do, an empty text, table or name does not."""
    match value:
        case None:
            return False
        case Signature():
            return bool(value.by.strip())
        case str():
            return bool(value.strip())
        case tuple():
            return any(has(cell) for line in value for cell in line.values())
        case _:
            return True


def is_nothing(text: str) -> bool:
    """Return whether words say that there was nothing."""
    words = " ".join(text.casefold().split()).rstrip(".")
    return words in NOTHING or words.startswith(("none:", "none,", "none because", "nothing unusual"))


def says_nothing(line: Line) -> bool:
    """Return whether a line of a table says that there was nothing to write: "none" in its first words."""
    first = next((cell for cell in line.values() if isinstance(cell, str) and cell.strip()), "")
    return is_nothing(first)


def day_of(value: object) -> date | None:
    """Return the day of a day, a moment or a signature; None for anything else."""
    if isinstance(value, Signature):
        return value.on
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    return None
