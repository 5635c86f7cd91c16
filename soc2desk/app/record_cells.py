"""One cell of a workbook as what a field of a record holds; what it cannot be is said in words."""

from __future__ import annotations

import re
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.kept_records import Signature
from soc2desk.storage.cleaning import clean
from soc2desk.storage.codec_records import DECIMALS, LARGEST, scalar_from
from soc2desk.storage.values import NotFitting, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from soc2desk.domain.kept_records import Scalar
    from soc2desk.domain.project import Project
    from soc2desk.domain.records import RecordColumn, RecordField

NOT_A_PERSON = "is nobody in the list of people, so the words are kept as they stand"
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Cells:
    """Reads cells for one project: whom they name, and what each kind of field takes."""

    def __init__(self, project: Project) -> None:
        """Know the people; a name that two people share names neither."""
        self._ids: dict[str, str] = {}
        for person in project.people:
            for word in {_bare(person.name), person.id}:
                self._ids[word] = "" if self._ids.get(word, person.id) != person.id else person.id
        self.notes: list[str] = []
        """What the last cell was taken in spite of."""

    def value(self, cell: object, field: RecordField | RecordColumn) -> Scalar:
        """Return what a cell holds for a field. Raises NotFitting with what it should be."""
        self.notes = []
        match field.kind:
            case "choice":
                return _choice(said(cell), field)
            case "person":
                return self.person(said(cell))
            case "signature":
                return self._signature(cell)
            case "date" | "datetime" | "boolean" | "number":
                return _KINDS[field.kind](cell)
            case _:
                return said(cell)

    def person(self, words: str) -> str:
        """Return the id of the person whom words name; the words themselves for nobody in the list."""
        found = self._ids.get(_bare(words), "")
        if not found:
            self.notes.append(f"{quoted(words)} {NOT_A_PERSON}.")
        return found or words

    def _signature(self, cell: object) -> Signature:
        words = said(cell)
        found = _ISO.search(words)
        day = scalar_from(found.group(), "date") if found else None
        name = (words[: found.start()] + words[found.end() :] if found else words).strip(" ,;:()/-\n")
        name = re.sub(r"\s+00:00(:00)?$", "", name)
        if not name:
            message = f"names nobody: {quoted(words)}."
            raise NotFitting(message, "Write the name and the day: Dana Whitfield, 2027-01-31.")
        return Signature(self.person(name), day if isinstance(day, date) else None)


def said(cell: object) -> str:
    """Return a cell as clean words; a whole number without a point, a day as year, month and day."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            midnight = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
            return cell.date().isoformat() if midnight else cell.isoformat(" ", "minutes")
        case _:
            return clean(str(cell))


def _bare(words: str) -> str:
    return " ".join(words.split()).casefold()


def _choice(words: str, field: RecordField | RecordColumn) -> str:
    bare = _bare(words)
    for id_, label in zip(field.choices, field.choice_labels or field.choices, strict=True):
        if bare in {_bare(label), id_}:
            return id_
    message = f"cannot be {quoted(words)}."
    raise NotFitting(message, f"It takes: {', '.join(field.choice_labels or field.choices)}.")


def _day(cell: object) -> date:
    words = f"{cell:%Y-%m-%d}".zfill(len("2027-01-31")) if isinstance(cell, date) else said(cell)
    if not _ISO.fullmatch(words):
        message = f"is no day that can be read without guessing: {quoted(words)}."
        raise NotFitting(message, "Write it as year, month and day: 2027-01-31.")
    value = scalar_from(words, "date")
    return value if isinstance(value, date) else date.min


def _moment(cell: object) -> datetime:
    words = said(cell)
    if _ISO.fullmatch(words):
        words += " 00:00"
    value = scalar_from(words.replace("T", " ")[:16], "datetime")
    return value if isinstance(value, datetime) else datetime.min  # noqa: DTZ901 - never reached


def _yes_no(cell: object) -> bool:
    return cell if isinstance(cell, bool) else scalar_from(said(cell), "boolean") is True


def _number(cell: object) -> float:
    if isinstance(cell, int | float) and not isinstance(cell, bool) and 0 <= cell <= LARGEST:
        # Rounded as a file holds it.
        return round(float(cell), DECIMALS)
    value = scalar_from(said(cell), "number")
    return float(value) if isinstance(value, float) else 0.0


_KINDS: Mapping[str, Callable[[object], Scalar]] = MappingProxyType(
    {"date": _day, "datetime": _moment, "boolean": _yes_no, "number": _number}
)
