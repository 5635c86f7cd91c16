"""Two copies of one project beside the state that both come from: what differs, and what becomes of a choice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from soc2desk.domain.merging import USUAL, Choices, Side, Why
from soc2desk.storage.merge_references import RowId, named_in
from soc2desk.storage.merge_shapes import ENDED_IN, EXISTING, MARKED_BY, POINTS_TO, WHOLE, groups_of, says_days
from soc2desk.storage.row_shapes import TOP_LEVEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from soc2desk.storage.merge_flat import Flat, Row
    from soc2desk.storage.merge_references import Names

_POINTED_AT = frozenset(POINTS_TO.values())


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that stands otherwise in the two copies: a row, or fields of a row that are chosen together.

    `base`, `mine` and `theirs` are what stands there, None for a row that is not there. `part` is the first of the
    fields, empty for a whole row. `named` are the places that name a row which one side took out.
    """

    table: str
    row: str
    part: str
    fields: tuple[str, ...]
    base: Row | None
    mine: Row | None
    theirs: Row | None
    why: Why
    named: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """How a choice names it: people.sam.end."""
        return ".".join(filter(None, (self.table, self.row, self.part)))

    @property
    def must_choose(self) -> bool:
        """Whether nothing is taken before a person chose."""
        return self.why not in USUAL

    @property
    def keeping(self) -> Side | None:
        """The side that has something here, where the other has nothing; None where both have."""
        if bool(self.mine) == bool(self.theirs):
            return None
        return Side.MINE if self.mine else Side.THEIRS

    def chosen(self, choices: Choices) -> Side | None:
        """Return the side that is taken; None while a person has to choose."""
        return choices.get(self.path) or USUAL.get(self.why)


def differences(base: Flat | None, mine: Flat, theirs: Flat, people: Names) -> tuple[Difference, ...]:
    """Return what stands otherwise in two copies; without a state that both come from everything is to be chosen.

    A row that one side took out, and that stands named in what both would make together, is to be chosen too.
    """
    found = tuple(chain.from_iterable(_in_table(name, base, mine, theirs) for name in TOP_LEVEL))
    removed = {(one.table, one.row) for one in found if _is_taken_out(one)}
    named = _still_named(mine, found, removed, people) if removed else {}
    return _ends_asked(tuple(_with_names(one, named.get((one.table, one.row), ())) for one in found))


def _ends_asked(found: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """Let a person choose about the end of a control of which the other side said where it stands, or of its family.

    Taken unasked, the end would hide what the other one said, or be hidden by it.
    """
    said = {(one.table, one.row): one.why for one in found if one.table in ENDED_IN.values()}
    made = []
    for one in found:
        table, family = ENDED_IN.get(one.table, ""), one.row.partition("-")[0]
        whys = [said.get((table, row), one.why) for row in (one.row, family)]
        made.append(one if one.must_choose or set(whys) == {one.why} else replace(one, why=Why.BOTH))
    return tuple(made)


def _is_taken_out(one: Difference) -> bool:
    return one.table in _POINTED_AT and not one.part and one.keeping is not None and one.base is not None


def _with_names(one: Difference, named: tuple[str, ...]) -> Difference:
    if not named or not _is_taken_out(one):
        return one
    return replace(one, why=one.why if one.must_choose else Why.NAMED, named=named)


def _still_named(
    mine: Flat, found: tuple[Difference, ...], removed: set[RowId], people: Names
) -> dict[RowId, tuple[str, ...]]:
    """Return the places that would name a row that was taken out, whichever side is chosen where both changed."""
    places: dict[RowId, dict[str, None]] = {}
    for side in Side:
        together = merged(mine, found, {one.path: side for one in found if one.must_choose})
        for row, place in named_in(together, people):
            if row in removed and row[1] not in together.get(row[0], {}):
                places.setdefault(row, {})[place] = None
    return {row: tuple(named) for row, named in places.items()}


def _in_table(name: str, base: Flat | None, mine: Flat, theirs: Flat) -> Iterator[Difference]:
    before, here, there = ((one or {}).get(name, {}) for one in (base, mine, theirs))
    if here == there:
        return
    for id_ in dict.fromkeys((*here, *there)):
        rows = before.get(id_), here.get(id_), there.get(id_)
        if rows[1] == rows[2]:
            continue
        is_marked_there = name in MARKED_BY and rows[0] is None and rows[1] is None
        is_one_sided = name in EXISTING and None in rows[1:] and not is_marked_there
        if name in WHOLE or is_one_sided:
            yield from _told((name, id_, "", tuple(rows[1] or rows[2] or ())), rows, has_base=base is not None)
        else:
            yield from _in_row(name, id_, rows, has_base=base is not None)


Rows = tuple["Row | None", "Row | None", "Row | None"]


def _in_row(name: str, id_: str, rows: Rows, *, has_base: bool) -> Iterator[Difference]:
    fields = chain.from_iterable(one or {} for one in rows)
    for part, group in groups_of(name, fields).items():
        before, here, there = (_only(group, one) for one in rows)
        if here != there:
            yield from _told((name, id_, part, group), (before, here, there), has_base=has_base)


def _only(group: tuple[str, ...], row: Row | None) -> Row:
    return {field: row[field] for field in group if field in row} if row else {}


def _told(where: tuple[str, str, str, tuple[str, ...]], rows: Rows, *, has_base: bool) -> Iterator[Difference]:
    (before, here, there), table = rows, where[0]
    why = _why(before, here, there) if has_base else Why.UNKNOWN
    if why not in USUAL and here is not None and there is not None and _said(table, here) == _said(table, there):
        return  # said twice, on two days: what stands here stays
    if why is Why.THEIRS and there is not None and MARKED_BY.get(table) in there:
        why = Why.MARKED
    yield Difference(*where, before, here, there, why)


def _why(before: Row | None, here: Row | None, there: Row | None) -> Why:
    if here == before:
        return Why.THEIRS
    return Why.MINE if there == before else Why.BOTH


def _said(table: str, row: Row) -> Row:
    """Return a row without the days that the program took down."""
    return {name: value for name, value in row.items() if not says_days(table, name)}


def merged(mine: Flat, found: Iterable[Difference], choices: Choices) -> Flat:
    """Return the tables of mine with what was chosen of theirs. Raises KeyError where a choice is missing."""
    made = {name: dict(rows) for name, rows in mine.items()}
    for one in found:
        side = one.chosen(choices)
        if side is None:
            raise KeyError(one.path)
        if side is Side.THEIRS:
            _take(made, one)
    return {name: made[name] for name in TOP_LEVEL if made.get(name)}


def _take(made: Flat, one: Difference) -> None:
    rows = made.setdefault(one.table, {})
    if not one.part:
        if one.theirs is None:
            rows.pop(one.row, None)
        else:
            rows[one.row] = dict(one.theirs)
        return
    kept = {name: value for name, value in rows.get(one.row, {}).items() if name not in one.fields}
    row = kept | dict(one.theirs or {})
    if row or one.table in EXISTING:
        rows[one.row] = row
    else:
        rows.pop(one.row, None)


def keeping_side(one: Difference, side: Side) -> Side:
    """Return what is taken where one side is to win.

    What only one side has stays where nobody knows whether the other took it out, and where it may be named: nothing is
    lost unseen. A mark is no such thing: it is taken over by a word on it alone.
    """
    if one.part and one.theirs and MARKED_BY.get(one.table) in one.theirs:
        return side
    is_named = one.why in {Why.NAMED, Why.UNKNOWN} or (one.table in _POINTED_AT and not one.part)
    return one.keeping if is_named and one.keeping is not None else side


def open_of(found: Iterable[Difference], choices: Mapping[str, Side]) -> tuple[Difference, ...]:
    """Return what a person still has to choose."""
    return tuple(one for one in found if one.chosen(choices) is None)
