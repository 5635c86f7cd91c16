"""Rows of tables that came back: known again by their code, else by their name, else new."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from soc2desk.app.answer_cells import bare, says_nothing, space_of, typed
from soc2desk.app.answers_proposed import Fate, Proposal, Unread
from soc2desk.app.asking_words import NAMED_IN, said_cell
from soc2desk.app.import_cells import Named, value_of
from soc2desk.app.rows import fresh_id
from soc2desk.app.table_fields import columns_of
from soc2desk.domain.file_names import file_name
from soc2desk.domain.problems import FileProblem
from soc2desk.domain.question_codes import code_of, state_of
from soc2desk.storage.values import NotFitting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.app.answers_back import Grid, Line
    from soc2desk.app.table_fields import Column
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.reading.located import Plain

NAME, EMAIL = "name", "email"
MOST_LINES = 2_000
_NOBODY = Named({}, {}, {})
FIRST_TABLES = ("people", "vendors", "systems")
"""Read before the others, which name their rows."""


@dataclass(slots=True)
class RowsRead:
    """What is made of the rows of all tables. `held` are the tables as they stand here, with what is new.

    `brought` are places that files brought before: one of them that stands here no more was taken out here.
    """

    catalogue: Catalogue
    held: dict[str, dict[str, Plain]]
    prompts: tuple[str, ...]
    brought: frozenset[str] = frozenset()
    left: int = MOST_LINES
    proposals: list[Proposal] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    _by_name: dict[str, dict[tuple[str, str], list[str]]] = field(default_factory=dict)
    _names: Named | None = None

    def read(self, grid: Grid) -> None:
        """Read one table; each row is proposed, or told as unread."""
        columns = {bare(one.heading): one for one in columns_of(self.catalogue, grid.table)}
        places = {at: columns[bare(words)] for at, words in enumerate(grid.headings) if bare(words) in columns}
        title = self.catalogue.table[grid.table].title
        if not places:
            told = self.catalogue.phrases["asked.told.no_heading"].format(table=title)
            self.unread.append(Unread(title, title, told))
            return
        self._called(grid.table)
        self.left -= len(grid.lines)
        if self.left < 0:
            message = f"The tables of this file have more than {MOST_LINES:,} lines."
            raise FileProblem(message, hint="Take long lists with Take a file, on the page of their table.")
        twice = _different(grid.lines)
        for number, line in enumerate(grid.lines, 1):
            if line.place in twice:
                # A line that was copied to write a new one over it would be written over the old one here.
                told = self.catalogue.phrases["asked.told.twice_coded"].format(code=code_of(line.place))
                self.unread.append(Unread(line.cells[0] if line.cells else title, line.where, told))
                continue
            # What a program prints into an empty space is no word of the client.
            cells = {
                column.id: space_of(line.cells[at], (), self.prompts).words
                for at, column in places.items()
                if at < len(line.cells)
            }
            if any(cells.values()):
                numbered = line if line.where else replace(line, where=f"{title}, {number}")
                by_id = {one.id: one for one in places.values()}
                kept = self._answered(numbered, cells, by_id)
                if any(kept.values()):
                    self._row(grid.table, numbered, kept, by_id)

    def _answered(self, line: Line, cells: Mapping[str, str], columns: Mapping[str, Column]) -> dict[str, str]:
        """Return the cells that answer something, and tell of those that only say there is no answer."""
        left = [name for name, words in cells.items() if says_nothing(words)]
        if left:
            headings = ", ".join(columns[name].heading for name in left)
            told = self.catalogue.phrases["asked.told.no_answer"].format(columns=headings)
            self.unread.append(Unread(cells.get(NAME) or cells[left[0]], line.where, told))
        return {name: words for name, words in cells.items() if name not in left}

    def _row(self, table: str, line: Line, cells: dict[str, str], columns: Mapping[str, Column]) -> None:
        label = cells.get(NAME) or next(filter(None, (*line.cells, *cells.values())), "")
        kind, _, id_ = line.place.partition(".")
        try:
            self._check_place(line, kind, table)
            id_ = id_ or self._known(table, cells)
            changed = self._changed(table, id_, cells, columns)
        except NotFitting as error:
            self.unread.append(Unread(label, line.where, f"{error.message} {error.hint or ''}".strip()))
            return
        if changed:
            self._propose(table, id_, line, label, changed, columns)
        else:
            self._same(f"{table}.{id_}", table, label, line)

    def _check_place(self, line: Line, kind: str, table: str) -> None:
        if line.unknown or (line.place and kind != table):
            raise NotFitting(self.catalogue.phrases["asked.told.gone"].format(code=line.unknown or line.place))

    def _known(self, table: str, cells: Mapping[str, str]) -> str:
        """Return the row that a line without a code names: by its address, else by its name; "" for a new one."""
        called = self._called(table)
        for key in (EMAIL, NAME):
            found = called.get((key, bare(cells.get(key, ""))), [])
            if len(found) > 1:
                raise NotFitting(self.catalogue.phrases["asked.told.twice_named"])
            if found:
                return found[0]
        return ""

    def _called(self, table: str) -> dict[tuple[str, str], list[str]]:
        """Return the rows of a table by what they are called; kept, for it is asked line by line."""
        if table not in self._by_name:
            self._by_name[table] = {}
            for id_, row in self.held.get(table, {}).items():
                self._note_name(table, id_, row)
        return self._by_name[table]

    def _note_name(self, table: str, id_: str, row: Plain) -> None:
        for key in (EMAIL, NAME):
            words = bare(str(row.get(key, ""))) if isinstance(row, dict) else ""
            known = self._by_name.setdefault(table, {}).setdefault((key, words), [])
            if words and id_ not in known:
                known.append(id_)

    def _changed(
        self, table: str, id_: str, cells: Mapping[str, str], columns: Mapping[str, Column]
    ) -> dict[str, Plain]:
        """Return the values that a line brings and that do not stand in its row already; an empty cell says nothing."""
        row = self.held.get(table, {}).get(id_)
        before = row if isinstance(row, dict) else {}
        found: dict[str, Plain] = {}
        for name, words in cells.items():
            if not words or typed(words) == typed(self._said(before.get(name), columns[name])):
                continue
            try:
                value = value_of(_one_line(words, columns[name]), columns[name], self._known_names(columns[name]))
            except NotFitting as error:
                message = f"{columns[name].heading} {error.message}"
                raise NotFitting(message, error.hint) from error
            if value != before.get(name, columns[name].default or None):
                found[name] = value
        return found

    def _propose(
        self,
        table: str,
        id_: str,
        line: Line,
        label: str,
        changed: dict[str, Plain],
        columns: Mapping[str, Column],
    ) -> None:
        rows = self.held.setdefault(table, {})
        before = rows.get(id_)
        old = before if isinstance(before, dict) else {}
        whole: dict[str, Plain] = {**old, **changed}
        if not id_ and whole in rows.values():
            self._same("", table, label, line)
            return
        one = file_name(self.catalogue.table[table].one, 40)
        place_id = id_ or fresh_id(str(changed.get(NAME, "")), rows, one)
        place = f"{table}.{place_id}"
        fate = self._fate(place, line, before, changed, old)
        after = self._lines(changed, columns)
        was = self._lines({name: old.get(name) for name in changed}, columns) if before is not None else ""
        self.proposals.append(
            Proposal(place, self._title(table), label, line.where, was, after, fate, {(table, place_id): whole})
        )
        rows[place_id] = whole
        self._note_name(table, place_id, whole)
        if table in FIRST_TABLES:
            self._names = None

    def _fate(
        self, place: str, line: Line, before: Plain, changed: Mapping[str, Plain], old: Mapping[str, Plain]
    ) -> Fate:
        if before is None:
            return Fate.CLASH if place in self.brought else Fate.NEW
        if line.state:
            return Fate.CHANGED if line.state == state_of(place, before) else Fate.CLASH
        return Fate.CLASH if any(old.get(name) not in {None, ""} for name in changed) else Fate.CHANGED

    def _same(self, place: str, table: str, label: str, line: Line) -> None:
        self.proposals.append(Proposal(place, self._title(table), label, line.where, "", "", Fate.SAME, {}))

    def _title(self, table: str) -> str:
        return self.catalogue.table[table].title

    def _lines(self, values: Mapping[str, Plain], columns: Mapping[str, Column]) -> str:
        phrase = self.catalogue.phrases["asked.said.field"]
        said = ((name, self._said(value, columns[name]).replace("\n", "; ")) for name, value in values.items())
        return ", ".join(phrase.format(field=columns[name].heading, value=words) for name, words in said if words)

    def _said(self, value: Plain, column: Column) -> str:
        return said_cell(value, column, self.held, self.catalogue.phrases)

    def _known_names(self, column: Column) -> Named:
        return self._named() if column.kind in NAMED_IN else _NOBODY

    def _named(self) -> Named:
        """Return whom cells may name, with the rows that this file adds."""
        if self._names is None:
            self._names = Named(*(_names(self.held.get(table, {})) for table in FIRST_TABLES))
        return self._names


def in_order(grids: list[Grid]) -> Iterator[Grid]:
    """Yield the tables whose rows others name before those others."""
    yield from sorted(grids, key=lambda grid: (*FIRST_TABLES, grid.table).index(grid.table))


def _different(lines: list[Line]) -> frozenset[str]:
    """Return the places of rows that more than one line is about, with different cells."""
    first: dict[str, tuple[str, ...]] = {}
    return frozenset(
        line.place for line in lines if line.place and first.setdefault(line.place, line.cells) != line.cells
    )


def _names(rows: Mapping[str, Plain]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for id_, row in rows.items():
        held = row if isinstance(row, dict) else {}
        for word in {str(held.get(key, "")).casefold() for key in (NAME, EMAIL)} - {""}:
            found[word] = None if found.get(word, id_) != id_ else id_
    return found


def _one_line(words: str, column: Column) -> str:
    return words if column.kind in {"list", "long_text"} else typed(words) if column.kind != "text" else _joined(words)


def _joined(words: str) -> str:
    return " ".join(words.split())
