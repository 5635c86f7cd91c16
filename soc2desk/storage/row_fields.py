"""What a field and a table of rows are made of."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from soc2desk.domain.questions import Belongs
from soc2desk.storage.row_checks import no_check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from soc2desk.storage.row_checks import Complaint

R = TypeVar("R")


class Holds(StrEnum):
    """What sort of value a field takes."""

    TEXT = "text"
    YES_NO = "yes_no"
    DATE = "date"
    CHOICE = "choice"
    ENTRIES = "entries"
    PERSON = "person"
    VENDOR = "vendor"
    DIGEST = "digest"
    ROLE = "role"
    CRITERIA = "criteria"
    CONTROLS = "controls"
    SYSTEM = "system"
    WRITTEN = "document"
    CANDIDATE = "candidate"
    LEVEL = "level"
    NUMBER = "number"
    BYTES = "bytes"
    MOMENT = "moment"
    REQUESTS = "requests"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a row. `attribute` is its name in the value where it differs; `means` explains it to a person.

    Where names are proposed `as_written` keeps their order, the best first; else they come in that of the catalogue.
    """

    holds: Holds
    means: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False
    attribute: str = ""
    as_written: bool = False


class Keys(StrEnum):
    """What the ids of a table's rows are: chosen by a person, of a given shape, or those of the catalogue."""

    OWN = "own"
    ROLE = "role"
    CONTROL = "control"
    STATED = "control or family"
    DOCUMENT = "document"
    SECTION = "section"
    OWN_CONTROL = "own control"
    BASELINE = "baseline item"
    REQUEST = "evidence request"
    CLAIM = "claimed day"


@dataclass(frozen=True, slots=True)
class Section(Generic[R]):
    """One table of rows: its name, the ids it takes, its fields, and what a row is made into.

    `belongs` says whose its rows are: kept for the firm's next client, or this client's alone.
    """

    name: str
    row: str
    keys: Keys
    fields: Mapping[str, Field]
    made: Callable[..., R]
    check: Callable[[dict[str, object]], Iterator[Complaint]] = no_check
    belongs: Belongs | None = None

    def defaults(self) -> Mapping[str, object]:
        """Return the value of each attribute that a file leaves out."""
        return _defaults(self.made)

    def attributes(self) -> Iterator[tuple[str, str]]:
        """Return each field with its name in the value."""
        return ((name, field.attribute or name) for name, field in self.fields.items())


@cache
def _defaults(made: Callable[..., object]) -> Mapping[str, object]:
    known = fields(cast("Any", made))
    return {field.name: field.default for field in known if field.default is not MISSING}


def text_field(means: str, *, required: bool = False) -> Field:
    """Return a field of words."""
    return Field(Holds.TEXT, means, required=required)


def date_field(means: str, *, required: bool = False, attribute: str = "") -> Field:
    """Return a field of a day."""
    return Field(Holds.DATE, means, required=required, attribute=attribute)


def yes_no_field(means: str) -> Field:
    """Return a field of yes or no."""
    return Field(Holds.YES_NO, means)


def person_field(means: str, *, required: bool = False) -> Field:
    """Return a field that names one of the people."""
    return Field(Holds.PERSON, means, required=required)


def number_field(means: str) -> Field:
    """Return a field of a whole number."""
    return Field(Holds.NUMBER, means)


def moment_field(means: str) -> Field:
    """Return a field of a day with a time."""
    return Field(Holds.MOMENT, means)


def entries_field(means: str) -> Field:
    """Return a field of several short texts."""
    return Field(Holds.ENTRIES, means)


def requests_field(means: str, *, as_written: bool = False) -> Field:
    """Return a field that names evidence requests."""
    return Field(Holds.REQUESTS, means, as_written=as_written)


def choice_field(means: str, choices: Iterable[str], *, required: bool = False) -> Field:
    """Return a field that takes one of some words."""
    return Field(Holds.CHOICE, means, tuple(choices), required=required)
