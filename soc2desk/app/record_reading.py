"""Records read back from a workbook that was printed here and filled in: what would be taken, before it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.app.record_cells import Cells, said
from soc2desk.app.record_entering import occurrence_of, record_stem, refuse_ahead
from soc2desk.app.record_sheets import Found, places_of, rows_of
from soc2desk.app.rows import fresh_id
from soc2desk.domain.kept_records import KeptRecord
from soc2desk.domain.problems import Problem, SeveralProblems
from soc2desk.storage.values import NotFitting
from soc2desk.storage.workbooks import read_sheets

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from soc2desk.app.record_sheets import Row, Sheets
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import Entry, Line
    from soc2desk.domain.records import RecordColumn, RecordField, RecordType


class What(StrEnum):
    """What taking a record would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Told:
    """Something that a person should know about a cell. `taken` says that its row was read all the same."""

    sheet: str
    cell: str
    message: str
    taken: bool = False

    @property
    def where(self) -> str:
        """Sheet and cell, as a spreadsheet program names them."""
        return f"{self.sheet}, {self.cell}"


@dataclass(frozen=True, slots=True)
class Taken:
    """One record as it would be entered, where it stands, and what that would do."""

    record: KeptRecord
    what: What
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What a workbook holds: nothing is written yet."""

    layout: RecordType
    taken: tuple[Taken, ...]
    told: tuple[Told, ...]

    @property
    def to_enter(self) -> tuple[KeptRecord, ...]:
        """The records that are new or changed."""
        return tuple(one.record for one in self.taken if one.what is not What.SAME)


@dataclass(slots=True)
class _Made:
    """A record in the making: what its row and the lines in other sheets say."""

    row: Row
    sheet: str
    values: dict[str, Entry]
    is_sound: bool = True


@dataclass(slots=True)
class _Reading:
    """One reading of one workbook."""

    layout: RecordType
    engagement: Engagement
    cells: Cells
    made: list[_Made] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)

    def values(
        self, sheet: str, row: Row, fields: Iterable[RecordField | RecordColumn]
    ) -> tuple[dict[str, Entry], bool]:
        """Return what a row holds by field, and whether every cell of it could be read."""
        values: dict[str, Entry] = {}
        sound = True
        for one in fields:
            cell = row.cells.get(one.name)
            if said(cell) == "":
                continue
            try:
                values[one.name] = self.cells.value(cell, one)
            except NotFitting as error:
                sound = False
                self.tell(sheet, row.at(one.name), f"This {error.message} {error.hint or ''}".strip())
            else:
                for note in self.cells.notes:
                    self.tell(sheet, row.at(one.name), note, taken=True)
        return values, sound

    def tell(self, sheet: str, cell: str, message: str, *, taken: bool = False) -> None:
        """Note what a person should know."""
        self.told.append(Told(sheet, cell, message, taken))


def read_back(path: Path, engagement: Engagement) -> ReadBack:
    """Return the records that a filled-in workbook holds; what cannot be read is told with its sheet and cell.

    A row that is broken is left out, the others are taken. Raises FileProblem for a workbook that cannot be opened,
    or that was not printed here.
    """
    return taken_from(read_sheets(path), engagement, path.name)


def taken_from(sheets: Sheets, engagement: Engagement, name: str) -> ReadBack:
    """Return the records in the sheets of a workbook; see read_back."""
    layout, found = places_of(sheets, engagement.catalogue, name)
    reading = _Reading(layout, engagement, Cells(engagement.project))
    fields = {one.name: one for one in layout.fields}
    single = [one for one in layout.fields if one.kind != "table"]
    for one in found:
        if one.field == "":
            for row in rows_of(one, sheets):
                if _says_something(row, single):
                    values, sound = reading.values(one.sheet, row, single)
                    reading.made.append(_Made(row, one.sheet, values, sound))
    for one in found:
        if one.field in fields:
            _lines(reading, one, sheets, fields[one.field])
    return ReadBack(layout, tuple(_taken(reading)), tuple(reading.told))


def _says_something(row: Row, fields: Iterable[RecordField | RecordColumn]) -> bool:
    """Whether a row holds more than what was printed into it."""
    return any(said(row.cells.get(one.name)) for one in fields if not one.filled_from)


def _lines(reading: _Reading, one: Found, sheets: Sheets, table: RecordField) -> None:
    for row in rows_of(one, sheets):
        if not _says_something(row, table.columns):
            continue
        values, sound = reading.values(one.sheet, row, table.columns)
        owner = _owner(reading, row)
        if owner is None:
            first = next(iter(row.columns))
            reading.tell(one.sheet, row.at(first), "This line does not say which record it belongs to.")
            continue
        if sound:
            line: Line = {name: value for name, value in values.items() if not isinstance(value, tuple)}
            before = owner.values.get(table.name)
            owner.values[table.name] = (*(before if isinstance(before, tuple) else ()), line)


def _owner(reading: _Reading, row: Row) -> _Made | None:
    """Return the record that a line belongs to: the one its keys name, or the only one there is."""
    keys = {name.removeprefix("of_"): said(cell) for name, cell in row.cells.items() if name.startswith("of_")}
    keys = {name: words for name, words in keys.items() if words}
    fitting = [
        made for made in reading.made if all(said(made.row.cells.get(name)) == words for name, words in keys.items())
    ]
    return fitting[0] if len(fitting) == 1 else None


def _taken(reading: _Reading) -> Iterable[Taken]:
    before = {one.id: one for one in reading.engagement.project.records}
    used: set[str] = set()
    for made in reading.made:
        if not made.is_sound or not made.values:
            continue
        layout = reading.layout
        order = {one.name: made.values[one.name] for one in layout.fields if one.name in made.values}
        occurrence = occurrence_of(layout, order, reading.engagement)
        id_ = fresh_id(record_stem(layout, order, occurrence), used, layout.id.replace("_", "-"))
        record = KeptRecord(id_, layout.id, occurrence, order)
        problem = _ahead(record, reading.engagement)
        if problem:
            first = next(iter(made.row.columns))
            reading.tell(made.sheet, made.row.at(first), problem)
            continue
        used.add(id_)
        yield _against(record, before.get(id_), made)


def _against(record: KeptRecord, before: KeptRecord | None, made: _Made) -> Taken:
    what = What.NEW
    if before is not None:
        # What was put beside the record here is not in the workbook.
        record = KeptRecord(record.id, record.type, record.occurrence, record.values, evidence=before.evidence)
        same = (before.type, before.occurrence, dict(before.values)) == (
            record.type,
            record.occurrence,
            dict(record.values),
        )
        what = What.SAME if same else What.CHANGED
    return Taken(record, what, made.sheet, made.row.number)


def _ahead(record: KeptRecord, engagement: Engagement) -> str:
    try:
        refuse_ahead(record, engagement)
    except SeveralProblems as several:
        return " ".join(_told(one) for one in several.problems)
    except Problem as problem:
        return _told(problem)
    return ""


def _told(problem: Problem) -> str:
    return f"{(problem.where or '').rpartition('.')[2]}: {problem.message}"
