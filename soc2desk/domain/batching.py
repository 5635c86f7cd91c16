"""Many packets in one go: the clients, what was made for each before, and what became of each now."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.domain.file_names import file_name, is_device
from soc2desk.domain.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONGEST = 60
_SIGNS = 8
"""How much of a hash stands for a name of which no letter can be written everywhere."""


class Became(StrEnum):
    """What became of a client: a new packet, the one that was there, that of the same project, none, or nobody came."""

    BUILT = "built"
    KEPT = "kept"
    SAME = "same"
    FAILED = "failed"
    NOT_BEGUN = "not_begun"


@dataclass(frozen=True, slots=True)
class Client:
    """One client: the name of its folder among the packets, and where its project or answers file stands.

    `is_link`: the name is that of a link. `same_as` is the name of the client that stands at the same place.
    """

    name: str
    path: Path
    is_link: bool = False
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Packed:
    """One packet by the name of its folder; `zipped` says whether its ZIP stands beside."""

    folder: str
    zipped: bool
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Remembered:
    """Whose a folder among the packets is: the path of its `source`; and the day on which a packet was made in it.

    A packet says from what it was made; the day of making is part of that, and stands nowhere else. None: nothing was
    finished yet.
    """

    source: str
    made_on: date | None = None


@dataclass(frozen=True, slots=True)
class Delivered:
    """The packets that a client has now, and what is known of its answers as they are now.

    `answered` of `questions` are answered and confirmed; `is_empty`: nobody entered anything. `days_told`: something
    else than this program changed the days in the project's file.
    """

    company: str = ""
    findings: dict[str, int] = field(default_factory=dict)
    packets: tuple[Packed, ...] = ()
    answered: int = 0
    questions: int = 0
    is_empty: bool = False
    days_told: bool = False

    @property
    def open_questions(self) -> int:
        """How many questions still wait for an answer or for its confirmation."""
        return self.questions - self.answered


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One line of the summary. `made` is None where no packet of this client stands as it should.

    `reason`, `where` and `hint` are those of the Problem; `set_aside` are places of packets that somebody had changed.
    """

    client: Client
    became: Became
    made: Delivered | None = None
    reason: str = ""
    where: str = ""
    hint: str = ""
    set_aside: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether this client's packet stands."""
        return self.became in {Became.BUILT, Became.KEPT, Became.SAME}

    def found(self, severity: Severity) -> int:
        """Return how many findings of a severity the client has."""
        return self.made.findings.get(severity.value, 0) if self.made else 0


def client_name(path: Path, *, is_file: bool) -> str:
    """Return the name of a client's folder: that of its project or answers file, as every system takes it."""
    words = path.stem if is_file else path.name
    plain = file_name(words, _LONGEST)
    if plain and not is_device(plain):
        return plain
    return f"client-{plain or hashlib.sha256(words.encode('utf-8', 'replace')).hexdigest()[:_SIGNS]}"


def told_apart(clients: Iterable[Client]) -> tuple[tuple[Client, ...], tuple[ClientRow, ...]]:
    """Return the clients that have a name of their own, and a line for each of the others.

    Of clients that share a name one that is no link has it before links; where that leaves several, all are refused.
    Numbers behind the names would move when a client comes or goes, and put a packet into another client's folder.
    """
    given = tuple(clients)
    by_name: dict[str, list[Client]] = {}
    for client in given:
        if not client.same_as:
            by_name.setdefault(client.name, []).append(client)
    alone = tuple(one for same in by_name.values() if (one := _whose_it_is(same)))
    shared = (_refused(one, same) for same in by_name.values() for one in same if one is not _whose_it_is(same))
    twice = (_same(client) for client in given if client.same_as)
    return alone, (*shared, *twice)


def _whose_it_is(same: Sequence[Client]) -> Client | None:
    ahead = [one for one in same if not one.is_link] or same
    return ahead[0] if len(ahead) == 1 else None


def _same(client: Client) -> ClientRow:
    return ClientRow(client, Became.SAME, reason=f"This link leads to the same project as {client.same_as}.")


def _refused(client: Client, same: Sequence[Client]) -> ClientRow:
    others = ", ".join(str(one.path) for one in same if one is not client)
    return failed(
        client,
        f'Another client would have the folder "{client.name}" too: {others}.',
        hint="Give one of them another name, or make it in a batch of its own with another --out.",
    )


def failed(client: Client, reason: str, where: str = "", hint: str = "") -> ClientRow:
    """Return the line of a client that no packet could be made for."""
    return ClientRow(client, Became.FAILED, None, reason, where, hint)


def in_order(rows: Iterable[ClientRow]) -> tuple[ClientRow, ...]:
    """Return the lines by the names of the clients, whichever was finished first."""
    return tuple(sorted(rows, key=lambda row: (row.client.name, str(row.client.path))))


def count_of(severities: Iterable[Severity]) -> dict[str, int]:
    """Return how many findings there are of each severity, none left out."""
    found = list(severities)
    return {severity.value: found.count(severity) for severity in Severity}
