"""The controls of an engagement as lines of a table: who holds each one, where it stands, and what is odd about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.ownership import assign
from soc2desk.domain.people import Owning
from soc2desk.domain.project import State

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement

PARTS = ("owner", "backup", "reviewer")
"""The three ways to hold a control, as fields of its row of owners."""
NOBODY = "-"
"""Stands for "nobody" where an owner is asked for: no person has this id."""


class Odd(StrEnum):
    """One thing about a control that a person should look at, beside what our rules find."""

    NOBODY = "nobody"
    OWNER_LEFT = "owner_left"
    BACKUP_LEFT = "backup_left"
    REVIEWER_LEFT = "reviewer_left"
    BACKUP_IS_OWNER = "backup_is_owner"
    REVIEWER_IS_OWNER = "reviewer_is_owner"
    NO_SUBSERVICE = "no_subservice"
    PROPOSED_AWAY = "proposed_away"
    CLAIMED_EARLY = "claimed_early"
    AT_ODDS = "at_odds"
    BY_LAW = "by_law"


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds one part of a control. `own` is True where it was said for this control, not for its role."""

    person: str = ""
    name: str = ""
    own: bool = False
    left: date | None = None


@dataclass(frozen=True, slots=True)
class ControlRow:
    """One control of the table. `vendor` and `confirmed_by` are names; `rhythm` is a code, empty while not answered.

    `own_word` is True where a state was said of this very control and not of its family. `printed` is the control as
    documents name it, with the client's own number first.
    """

    id: str
    title: str
    family: str
    criteria: tuple[str, ...]
    state: State
    owner: Held
    backup: Held
    reviewer: Held
    rhythm: str = ""
    since: date | None = None
    start: date | None = None
    vendor: str = ""
    reason: str = ""
    confirmed_by: str = ""
    confirmed_on: date | None = None
    own_word: bool = False
    odd: frozenset[Odd] = frozenset()
    sought: str = ""
    printed: str = ""

    @property
    def applies(self) -> bool:
        """Whether documents state it at all."""
        return self.state is not State.DOES_NOT_APPLY


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which controls are asked for; empty for all. `owner` is a person id or NOBODY."""

    text: str = ""
    criterion: str = ""
    family: str = ""
    owner: str = ""
    state: str = ""
    without_owner: bool = False
    not_confirmed: bool = False

    def fits(self, row: ControlRow) -> bool:
        """Return whether a control is asked for."""
        return (
            all(word in row.sought for word in self.text.casefold().split())
            and (not self.criterion or self.criterion in row.criteria)
            and self.family in {"", row.family}
            and self.state in {"", row.state}
            and (not self.owner or (row.owner.person or NOBODY) == self.owner)
            and (not self.without_owner or (row.applies and not row.owner.person))
            and (not self.not_confirmed or row.state is State.NOT_CONFIRMED)
        )


class Column(StrEnum):
    """The columns of the table, in their order."""

    CONTROL = "control"
    CRITERIA = "criteria"
    STATE = "state"
    OWNER = "owner"
    BACKUP = "backup"
    REVIEWER = "reviewer"
    RHYTHM = "rhythm"


_STATES = (State.NOT_CONFIRMED, State.PLANNED, State.RUN_BY_VENDOR, State.IN_PLACE, State.DOES_NOT_APPLY)
"""States in the order in which they wait for somebody."""


def control_rows(engagement: Engagement) -> tuple[ControlRow, ...]:
    """Return a line for every needed control, in the order of the library."""
    return tuple(_row(one, engagement) for one in engagement.controls)


def chosen(rows: Iterable[ControlRow], wanted: Wanted, keep: Collection[str] = ()) -> tuple[ControlRow, ...]:
    """Return the controls that are asked for; those of `keep` stay, because somebody is working on them."""
    return tuple(row for row in rows if row.id in keep or wanted.fits(row))


def in_order(rows: Iterable[ControlRow], by: Column, *, down: bool = False) -> tuple[ControlRow, ...]:
    """Return the lines sorted by a column, and by id where they are the same."""
    key = _KEYS[by]
    return tuple(sorted(sorted(rows, key=lambda row: row.id), key=key, reverse=down))


def _by_number(row: ControlRow) -> tuple[tuple[str, int], ...]:
    """Return what is printed as its parts, so that AC-2 stands before AC-10."""
    parts = re.split(r"([0-9]+)", row.printed.casefold())
    return tuple(("", int(part)) if at % 2 else (part, 0) for at, part in enumerate(parts))


def _by_state(row: ControlRow) -> tuple[int, date]:
    day = row.since or row.start or date.max
    return _STATES.index(row.state), day


def _by_rhythm(row: ControlRow) -> int:
    return list(Cadence).index(Cadence(row.rhythm)) if row.rhythm else -1


_KEYS: dict[Column, Callable[[ControlRow], Any]] = {
    Column.CONTROL: _by_number,
    Column.CRITERIA: lambda row: row.criteria,
    Column.STATE: _by_state,
    Column.OWNER: lambda row: row.owner.name.casefold(),
    Column.BACKUP: lambda row: row.backup.name.casefold(),
    Column.REVIEWER: lambda row: row.reviewer.name.casefold(),
    Column.RHYTHM: _by_rhythm,
}


def _row(one: ControlState, engagement: Engagement) -> ControlRow:
    held = _held(one, engagement)
    value = one.cadence.value if one.cadence else None
    names = (part.name for part in held.values())
    words = (one.control.printed, one.control.title, *one.criteria, engagement.vendor_name(one.vendor), *names)
    return ControlRow(
        one.id,
        one.control.title,
        one.control.family,
        one.criteria,
        one.state,
        **held,
        rhythm=str(value) if value is not None else "",
        since=one.since,
        start=one.start,
        vendor=engagement.vendor_name(one.vendor),
        reason=one.reason,
        confirmed_by=engagement.person_name(one.confirmed_by),
        confirmed_on=one.confirmed_on,
        own_word=one.id in engagement.project.state_entry,
        odd=frozenset(_odd(one, held, engagement)),
        sought=" ".join(words).casefold(),
        printed=one.control.printed,
    )


def _held(one: ControlState, engagement: Engagement) -> dict[str, Held]:
    owners = engagement.owners[one.id]
    said = engagement.project.owning.get(one.id, Owning(one.id))
    found = {}
    for part in PARTS:
        person = engagement.project.person.get(getattr(owners, part))
        own = bool(getattr(said, part))
        left = person.end if person and person.has_left(engagement.day) else None
        found[part] = Held(person.id, person.name, own, left) if person else Held(own=own)
    return found


def _odd(one: ControlState, held: dict[str, Held], engagement: Engagement) -> Iterator[Odd]:
    if one.applies:
        yield from _odd_owners(one.id, held, engagement)
    vendor = engagement.project.vendor.get(one.vendor)
    if one.state is State.RUN_BY_VENDOR and not (vendor and vendor.subservice):
        yield Odd.NO_SUBSERVICE
    said = {
        Odd.PROPOSED_AWAY: one.proposed_away,
        Odd.CLAIMED_EARLY: one.claimed_early,
        Odd.AT_ODDS: one.at_odds,
        Odd.BY_LAW: one.by_law,
    }
    yield from (odd for odd, is_so in said.items() if is_so)


def _odd_owners(control: str, held: dict[str, Held], engagement: Engagement) -> Iterator[Odd]:
    if not held["owner"].person:
        yield Odd.NOBODY
    yield from (Odd(f"{part}_left") for part in PARTS if held[part].left)
    # What was entered counts here: nobody backs up or reviews a control they own.
    said = engagement.project.owning.get(control, Owning(control))
    owner = held["owner"].person
    yield from (Odd(f"{part}_is_owner") for part in PARTS[1:] if owner and getattr(said, part) == owner)


def as_the_role_says(control: str, part: str, engagement: Engagement) -> str:
    """Return the name of who holds a part of a control where nobody is named for it; empty for nobody."""
    said = engagement.project.owning.get(control, Owning(control))
    others = tuple(row for row in engagement.project.owners if row.id != control)
    project = replace(engagement.project, owners=(*others, replace(said, **{part: ""})))
    found = assign((engagement.state[control].control,), project, engagement.day)[control]
    return engagement.person_name(getattr(found, part))
