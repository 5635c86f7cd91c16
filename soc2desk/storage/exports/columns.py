"""Which column of a list holds what: guessed from headings and cells, told with how sure it is, and changed at will."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.domain.problems import UsageProblem, nearest
from soc2desk.storage.exports.days import DaysSeen, Shape
from soc2desk.storage.exports.heading_words import DAYS, HEADINGS, NEEDED, SEVERAL, USERS
from soc2desk.storage.exports.layout import bare, forms, layout_of, rows_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from soc2desk.storage.exports.layout import Layout
    from soc2desk.storage.exports.text_rows import Cells

MOST_ROWS = 300_000
MOST_FAULTS = 200
"""Broken rows that are told one by one; the rest is counted."""
_SAMPLED = 300
_SHORTEST_PART = 5
_WORD_FOR_WORD = frozenset({"enabled", "disabled", "admin"})
"""Kinds that are never guessed from a part of a heading: whether a second factor is on says nothing of the account."""
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_MOST_ARE = 0.8


class Sure(StrEnum):
    """How sure a guess is."""

    CHOSEN = "chosen by you"
    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "please check"


@dataclass(frozen=True, slots=True)
class Guess:
    """What was taken for one thing that a list may hold: the places of its columns and their headings."""

    kind: str
    at: tuple[int, ...]
    headings: tuple[str, ...]
    sure: Sure
    why: str = ""


@dataclass(frozen=True)
class Survey:
    """A list looked through once: what its columns hold, how many rows it has, and which of them are broken."""

    layout: Layout
    list_kind: str
    guesses: tuple[Guess, ...]
    rows: int
    broken: tuple[Cells, ...]
    broken_count: int
    empty: tuple[str, ...]
    days: Mapping[str, DaysSeen] = field(default_factory=dict)

    @property
    def guess(self) -> dict[str, Guess]:
        """Every guess by what it is for."""
        return {guess.kind: guess for guess in self.guesses}

    @property
    def unused(self) -> tuple[str, ...]:
        """The headings of columns that hold something and were taken for nothing: none of them is kept."""
        taken = {heading for guess in self.guesses for heading in guess.headings}
        return tuple(one for one in self.layout.headings if one not in taken and one not in self.empty)

    def order(self, kind: str) -> Shape:
        """Return the order of day and month in the columns of a kind."""
        return self.days[kind].order if kind in self.days else Shape.EITHER

    def good_rows(self) -> Iterator[Cells]:
        """Yield the rows that are whole, read anew."""
        return (row for row in rows_in(self.layout) if not row.fault)


def survey(path: Path, list_kind: str = USERS, chosen: Mapping[str, Sequence[str]] | None = None) -> Survey:
    """Return a list looked through once. `chosen` names headings by what they are for; an empty list takes none.

    Raises FileProblem for what holds no list, UsageProblem for headings that are not there or are missing.
    """
    layout = layout_of(path, list_kind)
    sample: list[Cells] = []
    seen = [DaysSeen() for _ in layout.headings]
    dated = _may_hold_days(layout, list_kind, chosen or {})
    unfilled = set(range(len(layout.headings)))
    broken: list[Cells] = []
    rows = broken_count = 0
    for row in rows_in(layout):
        if row.fault:
            broken_count += 1
            if len(broken) < MOST_FAULTS:
                broken.append(row)
            continue
        rows += 1
        if rows > MOST_ROWS:
            message = f"The list has more than {MOST_ROWS:,} rows."
            raise UsageProblem(message, where=path.name, hint="Export it in parts.")
        if rows <= _SAMPLED:
            sample.append(row)
        unfilled -= {at for at in unfilled if row.cells[at]}
        for at in dated:
            seen[at].see(row.cells[at])
    guesses = _guesses(layout, list_kind, chosen or {}, sample)
    empty = tuple(layout.headings[at] for at in sorted(unfilled))
    days = {guess.kind: _joined(seen, guess.at) for guess in guesses if guess.kind in DAYS}
    _check_needed(layout, list_kind, guesses)
    return Survey(layout, list_kind, guesses, rows, tuple(broken), broken_count, empty, days)


def _may_hold_days(layout: Layout, list_kind: str, chosen: Mapping[str, Sequence[str]]) -> tuple[int, ...]:
    found = _guesses(layout, list_kind, chosen, ())
    return tuple(sorted({at for guess in found if guess.kind in DAYS for at in guess.at}))


def _joined(seen: Sequence[DaysSeen], at: tuple[int, ...]) -> DaysSeen:
    whole = DaysSeen()
    for place in at:
        whole.shapes += seen[place].shapes
        whole.example = whole.example or seen[place].example
    return whole


def _guesses(
    layout: Layout, list_kind: str, chosen: Mapping[str, Sequence[str]], sample: Sequence[Cells]
) -> tuple[Guess, ...]:
    kinds = HEADINGS[list_kind]
    found = _chosen(layout, kinds, chosen)
    taken = {at for guess in found.values() for at in guess.at}
    for guess in (*_exact(layout, kinds), *_alike(layout, kinds)):
        free = tuple(at for at in guess.at if at not in taken)
        if guess.kind in chosen or guess.kind in found or not free:
            continue
        free = free if guess.kind in SEVERAL else free[:1]
        found[guess.kind] = Guess(guess.kind, free, tuple(layout.headings[at] for at in free), guess.sure, guess.why)
        taken.update(free)
    if list_kind == USERS:
        _by_cells(layout, chosen, sample, found, taken)
    return tuple(found[kind] for kind in kinds if kind in found)


def _chosen(
    layout: Layout, kinds: Mapping[str, tuple[str, ...]], chosen: Mapping[str, Sequence[str]]
) -> dict[str, Guess]:
    known = {heading.casefold(): at for at, heading in reversed(list(enumerate(layout.headings)))}
    found = {}
    for kind, headings in chosen.items():
        if kind not in kinds:
            raise UsageProblem(
                f"There is no column {kind} here.", hint=nearest(kind, kinds) or f"Known: {', '.join(kinds)}."
            )
        for heading in headings:
            if heading.casefold() not in known:
                hint = nearest(heading, layout.headings) or f"Its headings: {', '.join(layout.headings[:20])}."
                raise UsageProblem(f'The list has no column "{heading}".', where=layout.path.name, hint=hint)
        at = tuple(known[heading.casefold()] for heading in headings)
        if at:
            found[kind] = Guess(kind, at, tuple(layout.headings[one] for one in at), Sure.CHOSEN)
    return found


def _exact(layout: Layout, kinds: Mapping[str, tuple[str, ...]]) -> Iterator[Guess]:
    """Yield what headings say word for word; the more usual word comes first."""
    named = [set(forms(heading)) for heading in layout.headings]
    for kind, words in kinds.items():
        at = [place for word in words for place, one in enumerate(named) if word in one]
        if at:
            yield Guess(kind, tuple(dict.fromkeys(at)), (), Sure.SURE)


def _alike(layout: Layout, kinds: Mapping[str, tuple[str, ...]]) -> Iterator[Guess]:
    """Yield what headings hold among other words; the longest word decides."""
    best: list[tuple[int, str, int]] = []
    for place, heading in enumerate(layout.headings):
        whole = bare(heading)
        hits = [
            (len(word), kind) for kind, words in kinds.items() if kind not in _WORD_FOR_WORD
            for word in words if len(word) >= _SHORTEST_PART and word in whole
        ]  # fmt: skip
        if hits:
            length, kind = max(hits, key=lambda one: one[0])
            best.append((length, kind, place))
    for kind in kinds:
        at = [place for _, found, place in sorted(best, reverse=True) if found == kind]
        if at:
            yield Guess(kind, tuple(at), (), Sure.LIKELY, "the heading holds a usual word")


def _by_cells(
    layout: Layout,
    chosen: Mapping[str, Sequence[str]],
    sample: Sequence[Cells],
    found: dict[str, Guess],
    taken: set[int],
) -> None:
    """Take a column of addresses for the e-mail, and the e-mail for the login, where no heading says so."""
    if "email" not in found and "email" not in chosen and sample:
        for at, heading in enumerate(layout.headings):
            cells = [row.cells[at] for row in sample if row.cells[at]]
            if cells and at not in taken and sum(map(bool, map(_ADDRESS.fullmatch, cells))) >= len(cells) * _MOST_ARE:
                found["email"] = Guess("email", (at,), (heading,), Sure.LIKELY, "its cells are addresses")
                break
    if "user" not in found and "user" not in chosen and "email" in found:
        email = found["email"]
        found["user"] = Guess("user", email.at, email.headings, Sure.LIKELY, "people sign in with their address")


def _check_needed(layout: Layout, list_kind: str, guesses: Sequence[Guess]) -> None:
    found = {guess.kind for guess in guesses}
    missing = [kind for kind in NEEDED[list_kind] if kind not in found]
    if missing:
        message = f"The list does not say which column holds: {', '.join(missing)}."
        hint = f'Name it: --column {missing[0]}="...". Its headings: {", ".join(layout.headings[:20])}.'
        raise UsageProblem(message, where=layout.path.name, hint=hint)


def heading_kinds(list_kind: str) -> tuple[str, ...]:
    """Return everything that a sort of list may hold."""
    return tuple(HEADINGS[list_kind])
