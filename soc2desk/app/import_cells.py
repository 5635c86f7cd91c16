"""One cell of a spreadsheet as the value a column takes: days in clear forms, yes or no, choices and names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.app.table_fields import PERSON, SYSTEM, VENDOR
from soc2desk.domain.questions import QuestionKind
from soc2desk.storage.values import NotFitting, did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from soc2desk.app.table_fields import Column
    from soc2desk.domain.project import Project
    from soc2desk.domain.systems import System
    from soc2desk.domain.vendors import Vendor
    from soc2desk.reading.located import Plain

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
         "november", "december")  # fmt: skip
_FRENCH = ("janvier", "f\u00e9vrier", "mars", "avril", "mai", "juin", "juillet", "ao\u00fbt", "septembre", "octobre",
           "novembre", "d\u00e9cembre")  # fmt: skip
_FRENCH_SHORT = ("janv", "f\u00e9vr", "mars", "avr", "mai", "juin", "juil", "ao\u00fbt", "sept", "oct", "nov",
                 "d\u00e9c")  # fmt: skip
_MIDNIGHT = re.compile(r"[T ]0{1,2}:00(:00(\.0+)?)?(Z| ?AM)?$|[T ]12:00:00 ?AM$", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er)?[ .-]*([^\W\d_]{3,9})\.?[ ,.-]*([0-9]{4})", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,9})\.?[ -]*([0-9]{1,2})(?:st|nd|rd|th)?[ ,.-]+([0-9]{4})", re.IGNORECASE)
_MOST_MONTHS = 12
_CLEAR = "Write it as 2027-01-31, or as 31 Jan 2027."

YES = frozenset({"yes", "y", "true", "1", "x", "\u2713", "\u2714", "oui"})
NO = frozenset({"no", "n", "false", "0", "-", "non"})
"""What people write for yes and for no, in small letters, in English and in French."""


@dataclass(frozen=True, slots=True)
class Named:
    """Whom cells may name: ids by the names and addresses in small letters; None where two have the same."""

    people: Mapping[str, str | None]
    vendors: Mapping[str, str | None]
    systems: Mapping[str, str | None]


def named(project: Project) -> Named:
    """Return whom cells may name."""
    people: dict[str, str | None] = {}
    for person in project.people:
        for word in {person.name.casefold(), person.email.casefold()} - {""}:
            people[word] = None if word in people else person.id
    return Named(people, _by_name(project.vendors), _by_name(project.systems))


def _by_name(rows: Iterable[Vendor | System]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for row in rows:
        word = row.name.casefold()
        found[word] = None if word in found else row.id
    return found


def value_of(cell: str, column: Column, known: Named) -> Plain:
    """Return what a cell means in a column. Raises NotFitting with the rest of a sentence about the column."""
    if column.kind == QuestionKind.CHOICE:
        return _choice(cell, column)
    if column.kind == PERSON:
        return _one_of(cell, known.people, "nobody of that name is listed")
    if column.kind == VENDOR:
        return _one_of(cell, known.vendors, "no vendor of that name is listed")
    if column.kind == SYSTEM:
        return _one_of(cell, known.systems, "no system of that name is listed")
    return _SIMPLE.get(column.kind, str)(cell)


def day_of(cell: str) -> date:
    """Return the one day that a cell can mean. Raises NotFitting where it could mean two, or none."""
    text = _MIDNIGHT.sub("", " ".join(cell.split()))
    if found := _YEAR_FIRST.fullmatch(text):
        return _real(cell, int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(text):
        return _real(cell, int(found[3]), _month(found[2], cell), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _real(cell, int(found[3]), _month(found[1], cell), int(found[2]))
    if found := _YEAR_LAST.fullmatch(text):
        return _numbers(cell, int(found[1]), int(found[2]), int(found[3]))
    raise NotFitting(f"is {quoted(cell)}, which is no date that can be read.", _CLEAR)


def _numbers(cell: str, first: int, second: int, year: int) -> date:
    if first > _MOST_MONTHS >= second or first == second:
        return _real(cell, year, second, first)
    if second > _MOST_MONTHS >= first:
        return _real(cell, year, first, second)
    if max(first, second) > _MOST_MONTHS:
        return _real(cell, year, first, second)
    raise NotFitting(f"is {quoted(cell)}, which can be read in two ways.", _CLEAR)


def _real(cell: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NotFitting(f"is {quoted(cell)}, a day that no calendar has.", _CLEAR) from error


def _month(word: str, cell: str) -> int:
    small = word.casefold()
    for names in (_FULL, _MONTHS, tuple(name[:4] for name in _FULL), _FRENCH, _FRENCH_SHORT):
        if small in names:
            return names.index(small) + 1
    raise NotFitting(f"is {quoted(cell)}, which is no date that can be read.", _CLEAR)


def _yes_no(cell: str) -> str:
    word = cell.casefold()
    if word in YES | NO:
        return "yes" if word in YES else "no"
    raise NotFitting(f"is {quoted(cell)}, and takes yes or no.")


def _choice(cell: str, column: Column) -> str:
    word = cell.casefold()
    for id_, label in column.choices:
        if word in {id_.casefold(), id_.replace("_", "-").casefold(), label.casefold(), short(label).casefold()}:
            return id_
    known = [short(label) for _, label in column.choices]
    raise NotFitting(f"is {quoted(cell)}, and takes: {', '.join(known)}.", did_you_mean(cell, known))


def short(label: str) -> str:
    """Return the words of a choice as they stand in a table: what comes before its explanation."""
    return label.partition(":")[0]


def _entries(cell: str) -> list[Plain]:
    return [part.strip() for part in re.split("[\n;]", cell) if part.strip()]


_SIMPLE: Mapping[str, Callable[[str], Plain]] = MappingProxyType(
    {
        QuestionKind.DATE.value: lambda cell: day_of(cell).isoformat(),
        QuestionKind.YES_NO.value: _yes_no,
        QuestionKind.LIST.value: _entries,
    }
)


def _one_of(cell: str, known: Mapping[str, str | None], nobody: str) -> str:
    word = cell.casefold()
    if word not in known:
        raise NotFitting(f"is {quoted(cell)}, and {nobody}.", did_you_mean(word, known))
    found = known[word]
    if found is None:
        raise NotFitting(f"is {quoted(cell)}, which two rows are called.", "Name it by its e-mail, or here by hand.")
    return found
