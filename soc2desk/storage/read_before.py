"""What was read or written before and has not changed since, so that one answer costs no reading of ten years' rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from soc2desk.storage.row_shapes import OWN_CONTROLS, PEOPLE, SYSTEMS, VENDORS

if TYPE_CHECKING:
    from soc2desk.reading.located import Plain

NO_TABLE: dict[str, Plain] = {}
_POINTED_AT = (PEOPLE.name, VENDORS.name, SYSTEMS.name, OWN_CONTROLS.name)
"""The tables whose rows others name by id."""


@dataclass(frozen=True, slots=True)
class Before:
    """One table as it was: its plain form, the rows read from it, and the ids that rows may name no more.

    Nobody changes a plain form in place: a change copies what it changes. So the same object is the same content.
    """

    table: dict[str, Plain] = field(default_factory=dict)
    rows: tuple[Any, ...] = ()
    lost: frozenset[str] = frozenset()

    def whole(self, table: Plain) -> tuple[Any, ...] | None:
        """Return all rows where nothing about a table has changed, else None."""
        return self.rows if table is self.table and self.table and not self.lost else None

    def by_id(self) -> Mapping[str, Any]:
        """Return the rows by their ids."""
        return {row.id: row for row in self.rows}

    def stands(self, id_: str, raw: Plain) -> bool:
        """Return whether a plain row is the one that was read, and names nothing that has gone."""
        return isinstance(raw, dict) and self.table.get(id_) is raw and not (self.lost and self._is_hit(id_, raw))

    def _is_hit(self, id_: str, raw: dict[str, Plain]) -> bool:
        return id_ in self.lost or any(
            not self.lost.isdisjoint(map(str, value)) if isinstance(value, list) else value in self.lost
            for value in raw.values()
            if isinstance(value, (str, list))
        )

    def written(self, rows: tuple[Any, ...], write: Callable[[Any], dict[str, Plain]]) -> dict[str, Plain]:
        """Return the plain form of rows; those that were read before stand as they stood, the others are written."""
        if rows is self.rows and len(rows) == len(self.table):
            return self.table
        known = self.by_id()
        found: dict[str, Plain] = {}
        for row in rows:
            id_: str = row.id
            found[id_] = self.table[id_] if known.get(id_) is row and id_ in self.table else write(row)
        return found


NOTHING_BEFORE = Before()


def table_of(plain: Mapping[str, Plain], name: str) -> dict[str, Plain]:
    """Return a table of a plain form; an empty one where there is none."""
    found = plain.get(name)
    return found if isinstance(found, dict) else NO_TABLE


def lost_ids(before: Mapping[str, Plain], now: Mapping[str, Plain]) -> frozenset[str] | None:
    """Return the ids that rows could name before and cannot now; None where own controls stand in another order.

    Lists of controls are kept in the order of the controls, so then every row has to be read.
    """
    old, new = table_of(before, OWN_CONTROLS.name), table_of(now, OWN_CONTROLS.name)
    if [id_ for id_ in old if id_ in new] != [id_ for id_ in new if id_ in old]:
        return None
    tables = [(table_of(before, name), table_of(now, name)) for name in _POINTED_AT]
    return frozenset(id_ for old, new in tables if old is not new for id_ in old if id_ not in new)
