"""Days and times as products write them. What could be two days is told and never guessed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Shape(StrEnum):
    """How a day is written."""

    ISO = "year first"
    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    EITHER = "day and month in an order that nothing tells"
    WORDS = "month in letters"
    SERIAL = "days since 1900, as spreadsheets count"
    SECONDS = "seconds since 1970"
    MILLISECONDS = "milliseconds since 1970"
    FILETIME = "steps since 1601, as directories count"
    NEVER = "no day"
    UNREADABLE = "not readable"


NEVER = frozenset({
    "", "-", "--", "never", "never logged in", "never signed in", "n/a", "na", "none", "null", "nil", "0",
    "no_information", "not_supported", "nie", "jamais", "not available", "unknown",
})  # fmt: skip
_TIME = r"(?:[T ,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?)?"
_ZONE = r"\s*(?:(Z|UTC|GMT)|([+-])(\d{2}):?(\d{2}))?"
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}{_ZONE}(?:\s*[A-Z]{{3,4}})?")
_PLAIN_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?Z?")
_NUMBERS = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_TIME}\s*([AaPp]\.?[Mm]\.?)?{_ZONE}")
_DAY_NAME = r"(?:[A-Za-z]{3,9},?\s+)?"
_DAY_MONTH = re.compile(
    rf"{_DAY_NAME}(\d{{1,2}})(?:st|nd|rd|th)?[\s.-]*([A-Za-z]{{3,9}})\.?[\s,.-]+(\d{{4}}){_TIME}\s*([AaPp][Mm])?{_ZONE}"
)
_MONTH_DAY = re.compile(
    rf"{_DAY_NAME}([A-Za-z]{{3,9}})\.?\s*(\d{{1,2}})(?:st|nd|rd|th)?[\s,.]+(\d{{4}}){_TIME}\s*([AaPp][Mm])?{_ZONE}"
)
_DIGITS = re.compile(r"-?[0-9]{1,20}(?:[.,][0-9]{1,20})?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TWELVE, _CENTURY = 12, 2000
_SERIAL_DAYS = range(20_000, 80_000)  # from 1954 to 2119
_FIRST_YEAR, _LAST_YEAR = 1990, 2199
_SERIAL_START, _FILE_START = datetime(1899, 12, 30), datetime(1601, 1, 1)  # noqa: DTZ001 - no zone is said


class NoDay(ValueError):
    """A cell holds no day that can be read."""


@dataclass
class DaysSeen:
    """What the cells of a column look like, one after the other: fed with every cell, asked at the end."""

    shapes: Counter[Shape] = field(default_factory=Counter)
    example: str = ""

    def see(self, cell: str) -> None:
        """Look at one more cell."""
        shape = shape_of(cell)
        self.shapes[shape] += 1
        if shape is Shape.UNREADABLE and not self.example:
            self.example = cell

    @property
    def days(self) -> int:
        """How many cells hold a day."""
        return sum(count for shape, count in self.shapes.items() if shape not in {Shape.NEVER, Shape.UNREADABLE})

    @property
    def order(self) -> Shape:
        """In which order day and month stand; EITHER where nothing tells, or where the cells contradict each other."""
        first, second = self.shapes[Shape.DAY_FIRST], self.shapes[Shape.MONTH_FIRST]
        if bool(first) != bool(second):
            return Shape.DAY_FIRST if first else Shape.MONTH_FIRST
        return Shape.EITHER

    @property
    def is_ambiguous(self) -> bool:
        """Whether some cell could be two days."""
        return self.shapes[Shape.EITHER] > 0 and self.order is Shape.EITHER

    @property
    def said(self) -> str:
        """How the days are written, in words: the shape of most cells."""
        found = [(count, shape) for shape, count in self.shapes.items() if shape not in {Shape.NEVER, Shape.UNREADABLE}]
        shape = max(found, key=lambda one: one[0])[1] if found else Shape.NEVER
        return (self.order if shape is Shape.EITHER else shape).value


def shape_of(cell: str) -> Shape:
    """Return how one cell writes a day."""
    if _PLAIN_ISO.fullmatch(cell):
        return Shape.ISO
    if cell.casefold() in NEVER:
        return Shape.NEVER
    if found := _NUMBERS.fullmatch(cell):
        return _order_of(int(found[1]), int(found[3]), found[2])
    for shape, read in _READERS.items():
        if read(cell) is not None:
            return shape
    return Shape.UNREADABLE


def _order_of(first: int, second: int, sign: str) -> Shape:
    if max(first, second) > 31 or min(first, second) < 1 or min(first, second) > _TWELVE:  # noqa: PLR2004 - days of a month
        return Shape.UNREADABLE
    # Points between numbers are written where the day stands first, and nowhere else.
    if first > _TWELVE or sign == ".":
        return Shape.DAY_FIRST
    return Shape.MONTH_FIRST if second > _TWELVE else Shape.EITHER


def moment_of(cell: str, order: Shape = Shape.EITHER) -> datetime | None:
    """Return the moment that a cell holds, in UTC where it names a zone; None where it says that there was none.

    `order` is that of day and month in the column. Raises NoDay for what cannot be read, or could be two days.
    """
    if _PLAIN_ISO.fullmatch(cell):
        return _plain(cell)
    if cell.casefold() in NEVER:
        return None
    if found := _NUMBERS.fullmatch(cell):
        return _by_numbers(found, cell, order)
    for read in _READERS.values():
        moment = read(cell)
        if moment is not None:
            return moment
    raise NoDay(cell)


def _plain(cell: str) -> datetime:
    try:
        made = datetime.fromisoformat(cell.removesuffix("Z"))
    except ValueError as error:
        raise NoDay(cell) from error
    if not _FIRST_YEAR <= made.year <= _LAST_YEAR:
        # Such as 9999-12-31, which systems write for "never".
        raise NoDay(cell)
    return made


def day_of_cell(cell: str, order: Shape = Shape.EITHER) -> date | None:
    """Return the day that a cell holds; None where it says that there was none. Raises NoDay."""
    moment = moment_of(cell, order)
    return moment.date() if moment else None


def _by_numbers(found: re.Match[str], cell: str, order: Shape) -> datetime:
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    shape = _order_of(first, second, found[2])
    if shape is Shape.EITHER and first != second:
        shape = order
    if shape is Shape.UNREADABLE or (shape is Shape.EITHER and first != second):
        raise NoDay(cell)
    day, month = (second, first) if shape is Shape.MONTH_FIRST else (first, second)
    made = _built((year if year > 99 else _CENTURY + year, month, day), found.group(5, 6, 7), found[8] or "")  # noqa: PLR2004
    if made is None:
        raise NoDay(cell)
    return _shifted(made, found.group(9, 10, 11, 12))


Parts = tuple[str | None, ...]


def _built(day: tuple[int, int, int], time: Parts, half: str) -> datetime | None:
    hour, minute, second = (int(part or 0) for part in time)
    if half:
        hour = hour % _TWELVE + (_TWELVE if half[0] in "pP" else 0)
    try:
        made = datetime(*day, hour, minute, second)  # noqa: DTZ001 - the zone is taken off below
    except ValueError:
        return None
    return made if _FIRST_YEAR <= made.year <= _LAST_YEAR else None


def _shifted(made: datetime, zone: Parts) -> datetime:
    _, sign, hours, minutes = zone
    if not sign:
        return made
    ahead = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    shifted = made - ahead if sign == "+" else made + ahead
    # The last hours of the last year that is known belong to no other year.
    return shifted if _FIRST_YEAR <= shifted.year <= _LAST_YEAR else made


def _iso(cell: str) -> datetime | None:
    found = _ISO.fullmatch(cell)
    made = _built((int(found[1]), int(found[2]), int(found[3])), found.group(4, 5, 6), "") if found else None
    return _shifted(made, found.group(7, 8, 9, 10)) if found and made else None


def _words(cell: str) -> datetime | None:
    if found := _DAY_MONTH.fullmatch(cell):
        day, month = found[1], found[2]
    elif found := _MONTH_DAY.fullmatch(cell):
        day, month = found[2], found[1]
    else:
        return None
    short = month[:3].casefold()
    if short not in _MONTHS:
        return None
    made = _built((int(found[3]), _MONTHS.index(short) + 1, int(day)), found.group(4, 5, 6), found[7] or "")
    return _shifted(made, found.group(8, 9, 10, 11)) if made else None


def _number(cell: str) -> float | None:
    return float(cell.replace(",", ".")) if _DIGITS.fullmatch(cell) else None


def _serial(cell: str) -> datetime | None:
    value = _number(cell)
    return _SERIAL_START + timedelta(days=value) if value is not None and int(value) in _SERIAL_DAYS else None


def _since_1970(cell: str, length: tuple[int, ...], unit: float) -> datetime | None:
    value = _number(cell)
    if value is None or value < 0 or len(str(int(value))) not in length:
        return None
    made = datetime.fromtimestamp(int(value) // int(unit), UTC).replace(tzinfo=None)
    return made if _FIRST_YEAR <= made.year <= _LAST_YEAR else None


def _filetime(cell: str) -> datetime | None:
    if not (cell.isascii() and cell.isdecimal() and len(cell) in {17, 18}):
        return None
    made = _FILE_START + timedelta(microseconds=int(cell) // 10)
    return made.replace(microsecond=0) if _FIRST_YEAR <= made.year <= _LAST_YEAR else None


_READERS: Mapping[Shape, Callable[[str], datetime | None]] = {
    Shape.ISO: _iso,
    Shape.WORDS: _words,
    Shape.SERIAL: _serial,
    Shape.SECONDS: lambda cell: _since_1970(cell, (9, 10), 1),
    Shape.MILLISECONDS: lambda cell: _since_1970(cell, (12, 13), 1000),
    Shape.FILETIME: _filetime,
}
