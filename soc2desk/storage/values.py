"""Text typed as what it stands for: a number, a day, a length of time, one of a list."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING

from soc2desk.domain.answers import DURATION_UNITS, FIRST_YEAR, LAST_YEAR, Duration
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.claimed_days import CLAIMED
from soc2desk.domain.problems import nearest
from soc2desk.storage.cleaning import LONGEST_TEXT, clean

if TYPE_CHECKING:
    from collections.abc import Collection

    from soc2desk.reading.located import Plain

LARGEST_NUMBER = 9_999_999

ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
DATE_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
MOMENT_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}$"
NUMBER_PATTERN = "^[0-9]{1,7}$"
SIZE_PATTERN = "^[0-9]{1,15}$"
DURATION_PATTERN = "^[0-9]{1,7} (hours?|days?|business days?)$"
COLOR_PATTERN = "^#[0-9a-fA-F]{6}$"
PICTURE_PATTERN = r"^(?!/)(?!(.*/)?\.\.(/|$))[^\\:\n]{1,200}\.([pP][nN][gG]|[jJ][pP][eE]?[gG]|[sS][vV][gG])$"
SECTION_PATTERN = "^[A-Za-z0-9][A-Za-z0-9-]*/[a-z0-9][a-z0-9-]*$"
CLAIM_PATTERN = rf"^({'|'.join(CLAIMED)})\.[a-z0-9]+(-[a-z0-9]+)*\.({'|'.join(sorted(set(chain(*CLAIMED.values()))))})$"
DIGEST_PATTERN = "^[0-9a-f]{64}$"

_LONGEST_ID = 60
_LONGEST_QUOTE = 60
_MOST_CHOICES_SHOWN = 14
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


class NotFitting(Exception):
    """A value is not what its place takes. `message` continues a sentence that begins with the place."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def quoted(raw: str) -> str:
    """Return a value as an error shows it: in quotation marks, on one line, cut when it is long."""
    line = " ".join(clean(raw).split())
    return f'"{line}"' if len(line) <= _LONGEST_QUOTE else f'"{line[:_LONGEST_QUOTE]}..."'


def is_empty(raw: Plain) -> bool:
    """Return whether nothing was written: no value, or only spaces."""
    return raw is None or (isinstance(raw, str) and not clean(raw))


def one_value(raw: Plain) -> str:
    """Return the clean text of a single value. Raises NotFitting for a list, a table or text that is too long."""
    if not isinstance(raw, str):
        message = f"takes one value, not {'a table' if isinstance(raw, dict) else 'a list'}."
        raise NotFitting(message)
    text = clean(raw)
    if len(text) > LONGEST_TEXT:
        message = f"holds {len(text):,} characters; at most {LONGEST_TEXT:,} fit."
        raise NotFitting(message, "Put the long text in a file of its own and name that file here.")
    return text


def matching(raw: Plain, pattern: str, what: str, hint: str | None = None) -> str:
    """Return a single value of an exact shape. Raises NotFitting naming `what` it must be."""
    text = one_value(raw)
    if not re.fullmatch(pattern, text):
        message = f"must be {what}, not {quoted(text)}."
        raise NotFitting(message, hint)
    return text


def size(raw: Plain) -> int:
    """Return the size of a file in bytes, which may be larger than any number that people type."""
    return int(matching(raw, SIZE_PATTERN, "a size in bytes"))


def number(raw: Plain, unit: str = "") -> int:
    """Return a whole number from 0 to LARGEST_NUMBER. `unit` is only named in the hint."""
    hint = f"Write the number alone; it means {unit}." if unit else "Write the number alone, in digits."
    return int(matching(raw, NUMBER_PATTERN, f"a whole number from 0 to {LARGEST_NUMBER:,}", hint))


def day(raw: Plain) -> date:
    """Return a real date between 1900 and 2199, written 2027-01-31."""
    text = matching(raw, DATE_PATTERN, "a date", "Write it as year, month and day: 2027-01-31.")
    try:
        value = date.fromisoformat(text)
    except ValueError as error:
        message = f"is {text}, a day that no calendar has."
        raise NotFitting(message) from error
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        message = f"is {text}; only the years {FIRST_YEAR} to {LAST_YEAR} are known here."
        raise NotFitting(message)
    return value


def moment(raw: Plain) -> datetime:
    """Return a real day and time between 1900 and 2199, written 2027-01-31 17:05, without a time zone."""
    hint = "Write it as day and time: 2027-01-31 17:05."
    text = matching(raw, MOMENT_PATTERN, "a day with a time", hint)
    day(text[:10])
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        message = f"is {text}, a time that no clock shows."
        raise NotFitting(message, hint) from error


def duration(raw: Plain) -> Duration:
    """Return a length of time such as "1 business day"."""
    hint = "Write a number and a unit: 4 hours, 2 days or 1 business day."
    text = matching(" ".join(one_value(raw).split()), DURATION_PATTERN, "a length of time", hint)
    amount, _, unit = text.partition(" ")
    plural = unit if unit in DURATION_UNITS else f"{unit}s"
    return Duration(int(amount), plural)


def yes_no(raw: Plain) -> bool:
    """Return True for yes, False for no."""
    text = one_value(raw)
    if text.casefold() not in _YES_NO:
        message = f"must be yes or no, not {quoted(text)}."
        raise NotFitting(message)
    return _YES_NO[text.casefold()]


def one_of(raw: Plain, choices: Collection[str]) -> str:
    """Return one of the choices, exactly as listed."""
    text = one_value(raw)
    if text not in choices:
        message = f"cannot be {quoted(text)}."
        raise NotFitting(message, did_you_mean(text, choices) or _list_of(choices))
    return text


def cadence(raw: Plain, allowed: Collection[str]) -> Cadence:
    """Return a cadence that the question allows; every cadence where it names none."""
    return Cadence(one_of(raw, allowed or tuple(Cadence)))


def entries(raw: Plain) -> tuple[str, ...]:
    """Return the texts of a list, in the order written. Raises NotFitting for an empty list or an empty entry."""
    if not isinstance(raw, list):
        raise NotFitting("takes a list.", "Write it in square brackets: [first, second].")
    if not raw:
        raise NotFitting("holds an empty list.", "Leave the value out while nobody knows it.")
    if any(is_empty(entry) for entry in raw):
        raise NotFitting("holds an empty entry.", "Take the entry out of the list.")
    return tuple(one_value(entry) for entry in raw)


def many_of(raw: Plain, choices: Collection[str], *, as_written: bool = False) -> tuple[str, ...]:
    """Return several of the choices, in the order of the choices or in that in which they are written."""
    chosen = [one_of(entry, choices) for entry in entries(raw)]
    if len(set(chosen)) < len(chosen):
        twice = next(entry for entry in chosen if chosen.count(entry) > 1)
        message = f"holds {quoted(twice)} twice."
        raise NotFitting(message, "Keep one of the two.")
    return tuple(chosen) if as_written else tuple(choice for choice in choices if choice in chosen)


def picture_name(raw: Plain) -> str:
    """Return the name of a PNG, JPEG or SVG file beside the answers, never a path that leads elsewhere."""
    hint = "Put a PNG, JPEG or SVG file beside the answers and write its name: logo.png."
    return matching(raw, PICTURE_PATTERN, "a picture beside the answers", hint)


def row_id(raw: str) -> str:
    """Return an id that a person may choose for a row: lower-case ASCII letters and digits with single hyphens."""
    if not re.fullmatch(ID_PATTERN, raw) or len(raw) > _LONGEST_ID:
        hint = f"Use lower-case letters a to z, digits and single hyphens, at most {_LONGEST_ID}: dana-whitfield."
        raise NotFitting("is no id a row can have.", hint)
    return raw


def did_you_mean(text: str, known: Collection[str]) -> str | None:
    """Return a suggestion for a mistyped word, its capitals included; None when nothing is close."""
    same = [word for word in known if word.casefold() == text.casefold()]
    return f"Did you mean {same[0]}?" if same else nearest(text, known)


def _list_of(choices: Collection[str]) -> str | None:
    return f"It takes: {', '.join(choices)}." if 0 < len(choices) <= _MOST_CHOICES_SHOWN else None
