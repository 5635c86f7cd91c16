"""What taking a client's answers would do, line by line, before anything is taken."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from soc2desk.app.session import Where
    from soc2desk.reading.located import Plain


class Fate(StrEnum):
    """What taking a line would do. A clash is an answer that was changed here since the file was made.

    What confirms says the same as a suggestion that stands here, from somebody whom the people list.
    """

    NEW = "new"
    CHANGED = "changed"
    CONFIRMS = "confirms"
    CLASH = "clash"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One answer or row: what stands here, what the file says, and what taking it writes."""

    place: str
    page: str
    label: str
    where: str
    before: str
    after: str
    fate: Fate
    puts: Mapping[Where, Plain]


@dataclass(frozen=True, slots=True)
class Unread:
    """Something of which nothing is taken: what it is about, where it stands in the file, and why."""

    label: str
    where: str
    message: str


@dataclass(frozen=True)
class AnswersPlan:
    """Everything that a file would bring. `signer` are the words of who filled it in, `person` whom they name."""

    file: str
    digest: str
    client: str
    made_on: str
    signer: str
    person: str
    proposals: tuple[Proposal, ...]
    unread: tuple[Unread, ...]
    note: str = ""

    @property
    def is_signed(self) -> bool:
        """Whether somebody whom the people list says it was they who answered."""
        return bool(self.person)

    @cached_property
    def counts(self) -> Counter[Fate]:
        """How many lines there are of each sort."""
        return Counter(one.fate for one in self.proposals)

    @property
    def to_take(self) -> tuple[Proposal, ...]:
        """What would change something here."""
        return tuple(one for one in self.proposals if one.fate is not Fate.SAME)

    @property
    def usual(self) -> frozenset[str]:
        """The places that are taken unless a person says otherwise: all but clashes."""
        return frozenset(one.place for one in self.to_take if one.fate is not Fate.CLASH)

    def puts(self, chosen: Collection[str]) -> dict[Where, Plain]:
        """Return what taking the chosen places writes."""
        return {path: value for one in self.to_take if one.place in chosen for path, value in one.puts.items()}
