"""A spreadsheet taken into a table: what would be new, changed or cannot be read, before anything is written."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from soc2desk.app.import_cells import Named, named, short, value_of
from soc2desk.app.rows import fresh_id
from soc2desk.app.table_fields import SECTIONS, Column, columns_of
from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.reading.located import Located
from soc2desk.storage.codec_rows import known_ids, rows_from
from soc2desk.storage.gathering import Gathering
from soc2desk.storage.sheets import MOST_BYTES, MOST_ROWS, Rows, read_sheet, rows_of
from soc2desk.storage.values import NotFitting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from soc2desk.app.session import Session, Where
    from soc2desk.reading.located import Plain

__all__ = ["MOST_BYTES", "MOST_ROWS", "Change", "ImportPlan", "PlannedRow", "Rows", "What", "plan_import", "read_sheet",
           "rows_of", "short", "takes_rows"]  # fmt: skip

NAME, EMAIL, FIRST, LAST = "name", "email", "first_name", "last_name"


class What(StrEnum):
    """What taking a row would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Change:
    """One value that would change, in its plain form; `before` is None where nothing stands."""

    column: str
    before: Plain
    after: Plain


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the spreadsheet. `line` is its number there; `problem` says why it cannot be read."""

    line: int
    what: What
    name: str
    id: str = ""
    values: Mapping[str, Plain] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    problem: str = ""


@dataclass(frozen=True)
class ImportPlan:
    """What taking a spreadsheet would do: nothing is written yet. `taken` are column ids, `dropped` their headings."""

    table: str
    rows: tuple[PlannedRow, ...]
    taken: tuple[str, ...]
    dropped: tuple[str, ...]

    @cached_property
    def counts(self) -> Counter[What]:
        """How many rows there are of each sort."""
        return Counter(row.what for row in self.rows)

    @cached_property
    def puts(self) -> dict[Where, Plain]:
        """Everything that taking it writes, for one change of the project."""
        wanted = (row for row in self.rows if row.what in {What.NEW, What.CHANGED})
        return {(self.table, row.id): dict(row.values) for row in wanted}


def takes_rows(columns: Sequence[Column]) -> bool:
    """Return whether rows of a spreadsheet can be known again in a table: by the name that they need for it."""
    return any(column.id == NAME for column in columns)


def plan_import(session: Session, table: str, rows: Rows, usual: Mapping[str, Sequence[str]]) -> ImportPlan:
    """Return what taking rows into a table would do. Only columns of the table are taken; others are named.

    `usual` are further headings by column id; "first_name" and "last_name" are put together. Raises FileProblem
    where no column of names can be found.
    """
    columns = columns_of(session.desk.catalogue, table)
    if not takes_rows(columns):
        message = "Rows of this table have no name, so those of a spreadsheet cannot be known again."
        raise FileProblem(message, hint="Enter them one by one.")
    header, body = _header(rows, columns, usual)
    reader = _Reader(session, table, {column.id: column for column in columns})
    read = [reader.read(line, cells, header.places) for line, cells in body]
    return ImportPlan(table, tuple(reader.checked(read)), header.taken, header.dropped)


# ---- the first row --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Header:
    places: Mapping[str, int]
    dropped: tuple[str, ...]

    @property
    def taken(self) -> tuple[str, ...]:
        return tuple(self.places)


def _header(rows: Rows, columns: Sequence[Column], usual: Mapping[str, Sequence[str]]) -> tuple[_Header, Rows]:
    if not rows:
        raise FileProblem("There is nothing to read: every cell is empty.", hint="Copy the rows with their headings.")
    words = _words(columns, usual)
    first = rows[0][1]
    places: dict[str, int] = {}
    dropped = []
    for at, heading in enumerate(first):
        column = words.get(_bare(heading))
        if column and column not in places:
            places[column] = at
        elif heading:
            dropped.append(heading)
    if NAME in places or {FIRST, LAST} <= places.keys():
        return _Header(places, tuple(dropped)), rows[1:]
    if all(len([cell for cell in cells if cell]) == 1 for _, cells in rows):
        return _Header({NAME: next(at for at, cell in enumerate(first) if cell)}, ()), rows
    known = ", ".join(column.heading for column in columns)
    hint = f"Name the columns in the first row; one of them must be {columns[0].heading}. Known are: {known}."
    raise FileProblem("The first row does not say which column holds the name.", hint=hint)


def _words(columns: Sequence[Column], usual: Mapping[str, Sequence[str]]) -> dict[str, str]:
    found = {_bare(word): id_ for id_, words in usual.items() for word in words}
    for column in columns:
        found |= {_bare(word): column.id for word in (column.label, column.heading, column.id)}
    return {word: id_ for word, id_ in found.items() if word}


def _bare(words: str) -> str:
    apart = unicodedata.normalize("NFKD", words.casefold())
    return re.sub(r"[\W_]+", "", "".join(sign for sign in apart if not unicodedata.combining(sign)))


# ---- the rows -------------------------------------------------------------------------------------


class _Reader:
    """Reads rows one after the other; remembers what was named already."""

    def __init__(self, session: Session, table: str, columns: Mapping[str, Column]) -> None:
        self.section, self.table, self.columns = SECTIONS[table], table, columns
        self.known: Named = named(session.project)
        self.stored = getattr(session.project, table)
        plain = session.plain.get(table)
        self.plain: dict[str, Plain] = plain if isinstance(plain, dict) else {}
        whole = Gathering(Located(dict(session.plain), {}, "", ProjectProblem))
        self.everybody = known_ids(whole, session.desk.catalogue)
        self.otherwise = session.desk.catalogue.table[table].one
        self.taken = set(self.plain)
        self.lines: dict[str, int] = {}

    def read(self, line: int, cells: Sequence[str], places: Mapping[str, int]) -> PlannedRow:
        """Return one row, not yet checked as a whole."""
        texts = {id_: cells[at] for id_, at in places.items() if at < len(cells) and cells[at]}
        parts = [texts.pop(part) for part in (FIRST, LAST) if part in texts]
        name = texts.setdefault(NAME, " ".join(parts))
        if not name:
            return PlannedRow(line, What.UNREADABLE, "", problem="The name is missing.")
        values: dict[str, Plain] = {}
        for id_, text in texts.items():
            try:
                values[id_] = value_of(text, self.columns[id_], self.known)
            except NotFitting as error:
                sentence = f"{self.columns[id_].heading} {error.message} {error.hint or ''}".strip()
                return PlannedRow(line, What.UNREADABLE, name, problem=sentence)
        return self._placed(line, name, values)

    def _placed(self, line: int, name: str, values: dict[str, Plain]) -> PlannedRow:
        email = str(values.get(EMAIL, "")).casefold()
        matching = self._matching(name.casefold(), email)
        if len(matching) > 1:
            problem = "Two rows here have this name, so nobody can tell which one is meant. Add the e-mail."
            return PlannedRow(line, What.UNREADABLE, name, problem=problem)
        # Two lines with one name are two people only where their addresses say so.
        row = matching[0] if matching else ""
        key = row or f"{name.casefold()} {email}"
        if key in self.lines:
            return PlannedRow(line, What.UNREADABLE, name, problem=f"It names the same as row {self.lines[key]}.")
        self.lines[key] = line
        if row:
            before = self.plain[row]
            whole = {**(before if isinstance(before, dict) else {}), **values}
            return PlannedRow(line, What.CHANGED, name, row, whole)
        fresh = fresh_id(name, self.taken, self.otherwise)
        self.taken.add(fresh)
        return PlannedRow(line, What.NEW, name, fresh, values)

    def _matching(self, name: str, email: str) -> list[str]:
        by_address = [row.id for row in self.stored if email and getattr(row, EMAIL, "").casefold() == email]
        return by_address or [row.id for row in self.stored if row.name.casefold() == name]

    def checked(self, rows: Sequence[PlannedRow]) -> Iterator[PlannedRow]:
        """Check all rows as a file is checked, and say of each what taking it would do."""
        wanted: dict[str, Plain] = {row.id: dict(row.values) for row in rows if row.id}
        gathering = Gathering(Located({self.table: wanted}, {}, "", ProjectProblem))
        made = {row.id: row for row in rows_from(gathering, self.section, self.everybody)}
        wrong = self._wrong(gathering)
        stored = {row.id: row for row in self.stored}
        for row in rows:
            if row.id in wrong:
                yield replace(row, what=What.UNREADABLE, problem=wrong[row.id])
            elif row.id and made[row.id] == stored.get(row.id):
                yield replace(row, what=What.SAME)
            else:
                yield replace(row, changes=self._changes(row)) if row.id else row

    def _wrong(self, gathering: Gathering) -> dict[str, str]:
        found: dict[str, str] = {}
        for problem in gathering.problems:
            path, _, rest = problem.message.partition(" ")
            _, id_, *column = path.split(".")
            heading = self.columns[column[0]].heading if column and column[0] in self.columns else ""
            found.setdefault(id_, f"{heading} {rest} {problem.hint or ''}".strip())
        return found

    def _changes(self, row: PlannedRow) -> tuple[Change, ...]:
        before = self.plain.get(row.id)
        old = before if isinstance(before, dict) else {}
        return tuple(
            Change(id_, old.get(id_), row.values[id_])
            for id_ in self.columns
            if id_ in row.values and row.values[id_] != old.get(id_, self.columns[id_].default or None)
        )
