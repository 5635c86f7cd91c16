"""A real list held against what the documents promise: what fails is kept, the rest is counted."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.app.access_told import told_of_file
from soc2desk.app.attaching_lists import attach_list, evidence_said
from soc2desk.domain.access_join import PeopleFinder
from soc2desk.domain.clock import refuse_behind
from soc2desk.domain.counted import counted
from soc2desk.domain.file_names import file_name
from soc2desk.domain.list_rules import KINDS, LIMITS, NEEDS, Fault, ListLine, Yardstick, faults_of
from soc2desk.domain.problems import UsageProblem, nearest
from soc2desk.storage.exports.columns import Survey, survey
from soc2desk.storage.exports.days import NoDay, Shape, moment_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from soc2desk.app.session import Session, Where
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.people import Person
    from soc2desk.reading.located import Plain

__all__ = ["KINDS", "MOST_KEPT", "ListPlan", "ListWish", "plan_list", "take_list"]

MOST_KEPT = 500
"""Failing lines that are kept of one list; what is beyond is counted."""
DEVICES, NOT_LISTED = "devices", "not_listed"
_LONGEST_ID, _MARK = 60, 6
_PEOPLE = ("author", "approver", "reviewer", "triaged_by", "person", "requester")


@dataclass(frozen=True, slots=True)
class ListWish:
    """What a person says of a list: its kind, when it was taken, the system it comes from, columns to take."""

    kind: str
    taken_at: datetime
    system: str = ""
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    order: Shape = Shape.EITHER


@dataclass(frozen=True)
class ListPlan:
    """What a list shows: nothing is written yet. `faults` are kept, `beyond` are only counted."""

    path: Path
    wish: ListWish
    survey: Survey
    faults: tuple[tuple[str, Fault], ...]
    counts: Mapping[str, int]
    beyond: int
    puts: Mapping[Where, Plain]
    told: tuple[str, ...]


def plan_list(session: Session, path: Path, wish: ListWish) -> ListPlan:
    """Return what a list shows against the promises. Raises Problems for what cannot be read."""
    engagement = session.engagement
    if wish.system and wish.system not in engagement.project.system:
        hint = nearest(wish.system, engagement.project.system) or f"Known: {', '.join(engagement.project.system)}."
        raise UsageProblem(f'There is no system "{wish.system}".', hint=hint)
    looked = survey(path, wish.kind, wish.columns)
    limits, told = _limits(engagement, wish.kind)
    reader = _Lines(looked, engagement.project.people, wish.order)
    counts: Counter[str] = Counter()
    kept: dict[str, Fault] = {}
    beyond = 0
    yardstick = Yardstick(wish.taken_at, limits)
    found = faults_of(wish.kind, reader.lines(), yardstick)
    for fault in (*found, *_nobodys_device(wish, reader, engagement)):
        id_ = _id(wish, fault)
        counts[fault.fault] += id_ not in kept
        if id_ in kept or len(kept) < MOST_KEPT:
            kept[id_] = fault
        else:
            beyond += 1
    puts: dict[Where, Plain] = {
        ("seen_in_lists", id_): _plain(session, id_, fault, wish) for id_, fault in kept.items()
    }
    said = (
        *_told(wish, looked, counts, beyond),
        *told,
        *_unseen(session, wish, kept),
        *reader.doubts(),
        *told_of_file(looked),
    )
    return ListPlan(path, wish, looked, tuple(kept.items()), dict(counts), beyond, puts, said)


def take_list(session: Session, plan: ListPlan, label: str) -> None:
    """Write the failing lines into the project, as one change; lines seen before are renewed, not doubled."""
    puts = list_puts(session, plan)
    if puts:
        session.put(puts, label)


def list_puts(session: Session, plan: ListPlan) -> dict[Where, Plain]:
    """Return what taking a list writes; the list itself is attached as evidence."""
    system = session.project.system.get(plan.wish.system)
    name = f"List of {plan.wish.kind.replace('_', ' ')}"
    said = evidence_said(name, system.name if system else "", plan.wish.taken_at, plan.survey.rows)
    evidence, attached = attach_list(session, plan.path, said)
    more: dict[str, Plain] = {"evidence": evidence} if evidence else {}
    rows: dict[Where, Plain] = {
        where: {**row, **more} if isinstance(row, dict) else row for where, row in plan.puts.items()
    }
    return {**attached, **rows}


class _Lines:
    """The lines of a list, typed; people are found by their names and addresses."""

    def __init__(self, looked: Survey, people: Sequence[Person], order: Shape) -> None:
        self.looked, self.finder = looked, PeopleFinder(people)
        self.order = {kind: order if looked.order(kind) is Shape.EITHER else looked.order(kind) for kind in looked.days}
        self.unread: Counter[str] = Counter()
        self.named: set[str] = set()

    def lines(self) -> Iterator[ListLine]:
        """Yield every line that is whole."""
        guesses = self.looked.guess
        places = {kind: guess.at[0] for kind, guess in guesses.items()}
        for row in self.looked.good_rows():
            cells = {kind: row.cells[at] for kind, at in places.items()}
            people = {kind: found for kind in _PEOPLE if kind in cells and (found := self.finder.find(cells[kind]))}
            self.named.update(people.values())
            yield ListLine(row.line, cells, dict(self._moments(cells)), people)

    def _moments(self, cells: Mapping[str, str]) -> Iterator[tuple[str, datetime | None]]:
        """Yield the days of a line. One that cannot be read is not one that is missing: it is left out."""
        for kind in self.looked.days:
            try:
                yield kind, moment_of(cells[kind], self.order[kind])
            except NoDay:
                self.unread[kind] += 1

    def doubts(self) -> Iterator[str]:
        """Yield what could not be read, one sentence a column."""
        for kind, count in self.unread.items():
            heading = ", ".join(self.looked.guess[kind].headings)
            ambiguous = self.looked.days[kind].is_ambiguous
            hint = "; where a day can be read in two ways, say --dates day-first or month-first" if ambiguous else ""
            yield f"{heading}: {count:,} days were not read{hint}."


def _limits(engagement: Engagement, kind: str) -> tuple[dict[str, int], list[str]]:
    found: dict[str, int] = {}
    told: list[str] = []
    for name in LIMITS.get(kind, ()):
        stated = engagement.names.stated.get(name)
        value = stated.answer.value if stated and stated.answer else None
        if isinstance(value, int) and stated is not None:
            found[name] = value
            doubt = " (a usual value that nobody confirmed)" if stated.is_suggested else ""
            told.append(f"Held against {name} = {value}{doubt}.")
        else:
            told.append(f"Not held against {name}: it is not answered.")
    return found, told


def _nobodys_device(wish: ListWish, reader: _Lines, engagement: Engagement) -> Iterator[Fault]:
    """Yield the people who work here and have no device in a list of devices that names people."""
    if wish.kind != DEVICES or "person" not in reader.looked.guess or not reader.named:
        return
    for person in engagement.project.people:
        if person.is_here(wish.taken_at.date()) and person.id not in reader.named:
            yield Fault(NOT_LISTED, person.name, 0, person.id, wish.taken_at.date())


def _id(wish: ListWish, fault: Fault) -> str:
    """Return the same id for the same line, whenever it is read: from kind, fault and item."""
    head = file_name(f"{wish.kind}-{fault.fault}", _LONGEST_ID)
    item = file_name(fault.item, _LONGEST_ID)
    whole = f"{head}-{item}" if item else head
    if item == fault.item.casefold() and len(whole) <= _LONGEST_ID:
        return whole
    # A shortened or changed name could be that of another line.
    mark = hashlib.sha256(fault.item.encode()).hexdigest()[:_MARK]
    return f"{whole[: _LONGEST_ID - _MARK - 1].rstrip('-')}-{mark}"


def _plain(session: Session, id_: str, fault: Fault, wish: ListWish) -> Plain:
    table = session.plain.get("seen_in_lists")
    before = table.get(id_, {}) if isinstance(table, dict) else {}
    kept = {name: value for name, value in before.items() if value} if isinstance(before, dict) else {}
    seen = {
        "kind": wish.kind,
        "fault": fault.fault,
        "item": fault.item[:300] or f"line {fault.line}",
        "system": wish.system,
        "person": fault.person,
        "on": fault.on.isoformat() if fault.on else "",
    }
    return {**kept, **{name: value for name, value in seen.items() if value}}


def _told(wish: ListWish, looked: Survey, counts: Mapping[str, int], beyond: int) -> Iterator[str]:
    whole = sum(counts.values())
    yield f"{counted(looked.rows, 'line')}, {whole:,} of them to look into" + (":" if whole else ".")
    for fault, count in sorted(counts.items()):
        yield f"  {fault}: {count:,}"
    if beyond:
        yield f"{MOST_KEPT:,} of them are kept, {beyond:,} more are counted only."
    for fault, needs in NEEDS[wish.kind].items():
        missing = [kind for kind in needs if kind not in looked.guess]
        if missing:
            yield f"{fault} cannot be told: the list has no column for {', '.join(missing)}."


def _unseen(session: Session, wish: ListWish, kept: Mapping[str, Fault]) -> Iterator[str]:
    """Yield how many lines of an earlier list are not in this one."""
    rows = [one for one in session.project.seen_in_lists if one.kind == wish.kind and one.system == wish.system]
    gone = [one for one in rows if one.id not in kept and one.settled_on is None]
    if gone:
        what = counted(len(gone), "line")
        yield f"Kept before and not in this list any more: {what}, open until somebody settles it."


def settle(session: Session, id_: str, by: str, answer: str, label: str) -> None:
    """Note that somebody looked into a line, today, and what came of it. Raises UsageProblem for an unknown one."""
    rows = {one.id: one for one in session.project.seen_in_lists}
    if id_ not in rows:
        raise UsageProblem(f'There is no line "{id_}".', hint=nearest(id_, rows) or "See: soc2desk lists show PROJECT")
    if not answer.strip():
        raise UsageProblem("Say what came of it.", hint='For example --answer "Reviewed afterwards, ticket OPS-12".')
    refuse_behind(session.project, session.desk.today)
    person = person_named(session, by)
    base = ("seen_in_lists", id_)
    today = session.desk.today.isoformat()
    session.put({(*base, "settled_on"): today, (*base, "settled_by"): person, (*base, "answer"): answer}, label)


def person_named(session: Session, by: str) -> str:
    """Return the id of a person named by id or full name. Raises UsageProblem for nobody, or somebody who has left."""
    people = session.project.people
    found = [one for one in people if by in {one.id, one.name}] or [
        one for one in people if one.name.casefold() == by.casefold()
    ]
    if len(found) != 1:
        hint = nearest(by, [one.id for one in people]) or "Name one of the people by id: --by dana-whitfield."
        raise UsageProblem(f'There is nobody "{by}".' if by else "Say who: --by.", hint=hint)
    if found[0].has_left(session.desk.today):
        raise UsageProblem(f"{found[0].name} has left.", hint="Name somebody who works here.")
    return found[0].id
