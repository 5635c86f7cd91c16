"""Rows that two people made apart under one id: the newcomer gets an id of its own. One file attached twice is one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from soc2desk.domain.own_controls import OWN_FAMILY
from soc2desk.storage.merge_references import RowId, renamed
from soc2desk.storage.merge_shapes import EXISTING, OWN, same_thing, thing_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.storage.merge_flat import Flat, Row, Table
    from soc2desk.storage.merge_references import Names

EVIDENCE, _FILE, _DIGEST = "evidence", "file", "digest"
_FILE_GROUP = ("file", "digest", "size", "file_changed", "received")
_NUMBERED = re.compile(r"e-(\d{4,6})(-.*)?")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Apart:
    """The other copy with ids that fit this one. `ids` are the new ones by table and old id.

    `files` are the names that its files of evidence have there, by the names that they get here. `base` is the state
    of both with the ids that its rows have here, `base_ids` by table and the id there.
    """

    flat: Flat
    ids: dict[RowId, str]
    files: dict[str, str]
    base: Flat | None = None
    base_ids: dict[RowId, str] = field(default_factory=dict)


def told_apart(base: Flat | None, mine: Flat, theirs: Flat, people: Names, taken: Collection[str] = ()) -> Apart:
    """Return the other copy with an id of its own for each row that only shares one with a row of mine.

    `taken` are ids of evidence that this copy had once, so that no two files ever bear one name. Without a state that
    both come from, only files tell what is another thing: a name may have been changed.
    """
    here = {} if base is None else _as_here(base, mine, theirs)
    if base is None or not here:
        return replace(_told_apart(base, mine, theirs, people, taken), base=base)
    before = renamed(base, here, people)
    apart = _told_apart(before, mine, renamed(theirs, here, people), people, taken)
    return replace(apart, ids=_one_after_the_other(theirs, here, apart.ids), base=before, base_ids=here)


def _as_here(base: Flat, mine: Flat, theirs: Flat) -> dict[RowId, str]:
    """Return the ids that rows of the state of both have here, where that state is one of the other copy.

    Two rows that got one id stand the other way round there. A row whose place another one gets goes to the place that
    this one left, also where it is called otherwise by now.
    """
    came_from = _moved(base, mine)
    ids = {(table, was): now for (table, now), was in came_from.items()}
    for table, now in sorted(came_from):
        if (table, now) not in ids and (now in base.get(table, {}) or now in theirs.get(table, {})):
            free = came_from[table, now]
            while (table, free) in came_from:
                free = came_from[table, free]
            ids[table, now] = free
    return ids


def _one_after_the_other(theirs: Flat, first: Mapping[RowId, str], then: Mapping[RowId, str]) -> dict[RowId, str]:
    """Return the ids that rows of the other copy get by two changes of their ids."""
    both: dict[RowId, str] = {}
    for table in theirs:
        for id_ in theirs[table] if table in EXISTING else ():
            between = first.get((table, id_), id_)
            last = then.get((table, between), between)
            if last != id_:
                both[table, id_] = last
    return both


def _told_apart(base: Flat | None, mine: Flat, theirs: Flat, people: Names, taken: Collection[str]) -> Apart:
    ids = {} if base is None else _moved(base, theirs)
    leaving = {*_only_alike(base, mine, theirs, taken), *_pushed_out(theirs, ids)} - ids.keys()
    twins = _same_files(mine, theirs, ids, leaving)
    ids |= twins
    for table, id_ in dict.fromkeys((*_only_alike(base, mine, theirs, taken), *_pushed_out(theirs, ids))):
        if (table, id_) not in ids:
            ids[table, id_] = _fresh(table, id_, _used(table, (base or {}, mine), theirs, ids, taken))
    made, files = renamed(theirs, ids, people), {}
    for (table, old), new in ids.items():
        if table == EVIDENCE:
            row = made[EVIDENCE][new]
            here = mine.get(EVIDENCE, {}).get(new, {})
            if here.get(_DIGEST) and here.get(_DIGEST) == row.get(_DIGEST):
                # The same file: it stands here already, under the name that it got here.
                made[EVIDENCE][new] = _with_file_of(here, row)
            elif isinstance(name := row.get(_FILE), str):
                row[_FILE] = new + name.removeprefix(old) if name.startswith(old) else f"{new}-{name}"
                files[str(row[_FILE])] = name
    return Apart(made, ids, files)


def _moved(base: Flat, theirs: Flat) -> dict[RowId, str]:
    """Return the ids that rows had in the state of both, for those that got another one when copies came together."""
    ids: dict[RowId, str] = {}
    for table in EXISTING & base.keys() & theirs.keys():
        before, there = _by_thing(table, base[table]), _by_thing(table, theirs[table])
        for thing, id_ in there.items():
            was = before.get(thing)
            if id_ is not None and was is not None and was != id_ and not _stays(table, thing, theirs, was):
                ids[table, id_] = was
    return dict(sorted(ids.items()))


def _stays(table: str, thing: str, theirs: Flat, id_: str) -> bool:
    return id_ in theirs[table] and thing_of(table, theirs[table][id_]) == thing


def _by_thing(table: str, rows: Table) -> dict[str, str | None]:
    """Return the id of each thing; None where two rows are about the same."""
    found: dict[str, str | None] = {}
    for id_, row in rows.items():
        thing = thing_of(table, row)
        found[thing] = None if thing in found else id_
    return found


def _pushed_out(theirs: Flat, ids: dict[RowId, str]) -> Iterator[RowId]:
    """Yield the rows of the other copy whose id another row of it gets here."""
    gone = {(table, new) for (table, _), new in ids.items()}
    yield from sorted(one for one in gone if one[1] in theirs.get(one[0], {}) and one not in ids)


def _used(
    table: str, sides: tuple[Flat, Flat], theirs: Flat, ids: dict[RowId, str], taken: Collection[str]
) -> set[str]:
    """Return the ids that a newcomer cannot get: those of here and of before, and those that others there have."""
    staying = (ids.get((table, id_), id_) for id_ in theirs.get(table, {}))
    known = (id_ for side in sides for id_ in side.get(table, {}))
    return {*known, *staying, *(taken if table == EVIDENCE else ())}


def _same_files(mine: Flat, theirs: Flat, moved: dict[RowId, str], leaving: set[RowId]) -> dict[RowId, str]:
    """Return the ids that pieces of evidence have here, for those of the other copy with the very same file.

    `leaving` are rows there that give up their ids.
    """
    known = {str(row[_DIGEST]): id_ for id_, row in mine.get(EVIDENCE, {}).items() if row.get(_DIGEST)}
    there = theirs.get(EVIDENCE, {})
    staying = {moved.get((EVIDENCE, id_), id_) for id_ in there if (EVIDENCE, id_) not in leaving}
    found = ((id_, known.get(str(row.get(_DIGEST)))) for id_, row in there.items() if (EVIDENCE, id_) not in moved)
    return {(EVIDENCE, id_): twin for id_, twin in found if twin is not None and twin != id_ and twin not in staying}


def _with_file_of(mine: Row, theirs: Row) -> Row:
    kept = {name: value for name, value in theirs.items() if name not in _FILE_GROUP}
    return kept | {name: mine[name] for name in _FILE_GROUP if name in mine}


def _only_alike(base: Flat | None, mine: Flat, theirs: Flat, taken: Collection[str]) -> Iterator[RowId]:
    """Yield the rows of the other copy that were made apart from what has their id here."""
    for table in theirs:
        if table not in EXISTING or (base is None and table != EVIDENCE):
            continue
        here: Table = mine.get(table, {})
        for id_, row in theirs[table].items():
            if base is not None and id_ in base.get(table, {}):
                continue
            if id_ in here:
                if not same_thing(table, here[id_], row):
                    yield table, id_
            elif table == EVIDENCE and base is not None and id_ in taken:
                yield table, id_


def _fresh(table: str, id_: str, taken: Collection[str]) -> str:
    if table == OWN:
        numbers = [int(one.rpartition("-")[2]) for one in taken if one.startswith(f"{OWN_FAMILY}-")]
        return f"{OWN_FAMILY}-{max(numbers) + 1:02}"
    if table == EVIDENCE and _NUMBERED.fullmatch(id_):
        numbers = [int(found[1]) for found in map(_NUMBERED.fullmatch, taken) if found]
        return f"e-{max(numbers) + 1:04}"
    number = 2
    while (made := f"{id_[: _LONGEST - len(f'-{number}')].rstrip('-')}-{number}") in taken:
        number += 1
    return made
