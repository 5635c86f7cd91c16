"""The company of an exercise as its evidence room shows it: its people, those who came and went, and its systems."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from soc2desk.domain.access_join import plain
from soc2desk.domain.people import Person

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.exercises import Exercise
    from soc2desk.domain.project import Project
    from soc2desk.domain.systems import System
    from soc2desk.domain.variants import Lots

_MAKERS = ("engineer", "develop", "administrator", "security analyst", "technician")
_SIGN_IN = "sign-in"
_OURS = ("runs ", "make and restore ")
_TEAM = 6
"""From so many people on, a company of an exercise takes on somebody in the period."""
_LEAVERS, _JOINERS = 3, 2
_SATURDAY = 5


@dataclass(frozen=True)
class Company:
    """What the files of a room are made from. `words` are the lines of rooms by what they are for."""

    exercise: Exercise
    project: Project
    lots: Lots
    words: Mapping[str, tuple[str, ...]]

    @property
    def start(self) -> date:
        """The first day that the room is about."""
        return self.exercise.period_start

    @property
    def end(self) -> date:
        """The last day that the room is about."""
        return self.exercise.period_end

    @cached_property
    def staff(self) -> tuple[Person, ...]:
        """Everybody who worked here at some time of the period, those who came and went among them."""
        old = [one for one in self.project.people if self.has_account(one) and not one.has_left(self.start)]
        return (*old, *(one for one in self.newcomers if one.id not in self.project.person))

    @cached_property
    def here(self) -> tuple[Person, ...]:
        """Those of the project who worked here through the whole period."""
        start = self.start
        return tuple(one for one in self.project.people if self.has_account(one) and one.end is None
                     and one.can_work(start) and one.can_work(self.end))  # fmt: skip

    @cached_property
    def makers(self) -> tuple[Person, ...]:
        """Those who change systems; where nobody's title says so, everybody."""
        found = tuple(one for one in self.here if any(word in one.title.casefold() for word in _MAKERS))
        return found if len(found) > 1 else self.here

    def users_of(self, place: int) -> tuple[Person, ...]:
        """Return whose accounts one of the two systems holds: everybody's, or those of the people who change it."""
        if place == 0:
            return self.staff
        gone = (one for one in self.staff if one.end is not None)
        return tuple(dict.fromkeys((*self.makers, self.reviewer_of(0), self.reviewer_of(1), *gone)))

    def reviewer_of(self, place: int) -> Person:
        """Return who looks over the accounts of one of the two systems."""
        return self.holder("it_lead" if place == 0 else "engineering_lead")

    @cached_property
    def leavers(self) -> tuple[Person, ...]:
        """Those who left within the period and were made for this variant."""
        return tuple(one for one in self.newcomers if one.end is not None)

    @cached_property
    def joiners(self) -> tuple[Person, ...]:
        """Those who came within the period and stay."""
        return tuple(one for one in self.newcomers if one.end is None)

    @cached_property
    def newcomers(self) -> tuple[Person, ...]:
        """People who are in this variant alone: some left in the period, some came in it."""
        firsts = self.lots.mixed("first names", self.words["first_names"], _LEAVERS + _JOINERS)
        lasts = self.lots.mixed("last names", self.words["last_names"], _LEAVERS + _JOINERS)
        titles = self.words["newcomer_titles"]
        made = []
        for at, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
            name, id_ = f"{first} {last}", plain(f"{first} {last}").replace(" ", "-")
            person = Person(id_, name, self.lots.pick(f"title {at}", titles), f"{plain(first)}@{self.domain}")
            made.append(self._dated(person, at))
        return tuple(made if len(self.here) >= _TEAM else made[:_LEAVERS])

    def _dated(self, person: Person, at: int) -> Person:
        days = (self.end - self.start).days
        if at < _LEAVERS:
            # Parted in the period, so that no two leave in one week and every list after it can show them.
            share = days * 2 // 3 // _LEAVERS
            gone = self.start + timedelta(days=14 + at * share + self.lots.number(f"gone {at}", 0, share - 8))
            began = self.start - timedelta(days=self.lots.number(f"began {at}", 200, 700))
            return replace(person, start=weekday(began), end=weekday(gone))
        came = self.start + timedelta(days=10 + (at - _LEAVERS) * 40 + self.lots.number(f"came {at}", 0, 25))
        return replace(person, start=weekday(came))

    @cached_property
    def domain(self) -> str:
        """What stands behind the @ of the addresses of the company."""
        return next(one.email.partition("@")[2] for one in self.project.people if one.email)

    def has_account(self, person: Person) -> bool:
        """Return whether somebody works here; members of a board have an address elsewhere and no account."""
        return person.email.endswith(f"@{self.domain}")

    @cached_property
    def systems(self) -> tuple[System, System]:
        """The two systems whose lists of users are in the room: where people sign in, and where changes are kept."""
        inside = [one for one in self.project.systems if one.in_scope]
        first = next((one for one in inside if _SIGN_IN in one.purpose), inside[0])
        named = {self.answer("source_control"), self.answer("ticket_system")}
        rest = [one for one in inside if one.id != first.id]
        return first, next((one for one in rest if one.name in named), rest[0])

    @cached_property
    def scanned(self) -> tuple[System, ...]:
        """The systems that the company runs itself: nobody scans or mends the servers of a bought service."""
        inside = [one for one in self.project.systems if one.in_scope]
        return tuple(one for one in inside if one.purpose.startswith(_OURS)) or (inside[0],)

    def answer(self, question: str) -> str:
        """Return an answer as text; empty where nobody gave one."""
        found = self.project.answers.get(question)
        return str(found.value) if found is not None and found.value is not None else ""

    def limit(self, question: str, usual: int) -> int:
        """Return an answer that is a number."""
        text = self.answer(question)
        return int(text) if text.isdecimal() else usual

    def login(self, person: Person) -> str:
        """Return what a person signs in with."""
        return person.email.partition("@")[0]

    def holder(self, role: str) -> Person:
        """Return who holds a role; somebody who is here where nobody does."""
        held = next((one.holder for one in self.project.roles if one.id == role), "")
        found = self.project.person.get(held)
        return found if found is not None and found in self.here else self.here[0]

    def other_than(self, name: str, person: Person, among: tuple[Person, ...] = ()) -> Person:
        """Return somebody else, drawn by a name."""
        others = [one for one in among or self.makers if one.id != person.id]
        return self.lots.pick(name, others or [one for one in self.here if one.id != person.id])

    def day(self, name: str, low: int = 0, high: int = 0) -> date:
        """Return a working day of the period that belongs to a name, between two numbers of days after its start."""
        last = (self.end - self.start).days
        return weekday(self.start + timedelta(days=self.lots.number(name, low, high or last - 3)))

    def clock(self, name: str) -> str:
        """Return a time of a working day that belongs to a name."""
        return f"{self.lots.number(f'{name} hour', 9, 16):02}:{self.lots.number(f'{name} minute', 1, 59):02}"

    @cached_property
    def quarters(self) -> tuple[tuple[str, date, date], ...]:
        """The calendar quarters of the period: what they are called, their first and their last day."""
        found, day = [], self.start.replace(day=1)
        while day < self.end:
            number = (day.month - 1) // 3 + 1
            after = date(day.year + number // 4, number % 4 * 3 + 1, 1)
            found.append((f"{day.year}-q{number}", date(day.year, number * 3 - 2, 1), after - timedelta(days=1)))
            day = after
        return tuple(found)


def weekday(day: date) -> date:
    """Return the day itself, or the Friday before it where it falls on a weekend."""
    return day - timedelta(days=max(day.weekday() - _SATURDAY + 1, 0))
