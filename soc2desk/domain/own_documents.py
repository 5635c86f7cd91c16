"""A client's own policies: the file, what the client says of it, and the sections that a person marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from soc2desk.domain.auditing import Matched


@dataclass(frozen=True, slots=True)
class ReadSection:
    """One section of a document as it was read. `number` is empty where it has none; `digest` is of number to text."""

    number: str
    heading: str
    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """A policy that the client has already. `version`, `approved_on` and `approved_by` are as the client states them.

    `evidence` is the piece that keeps the file, `digest` the SHA-256 of what was read; `on` the day it was read, set
    by the program.
    """

    id: str
    title: str
    on: date
    digest: str
    version: str = ""
    approved_on: date | None = None
    approved_by: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class OwnClause:
    """One section of such a document, with the controls that it states.

    `controls` are proposed (`matched` says how surely) until a person decided; none then means that it states none.
    `gone` says that the file as read last does not hold it any more.
    """

    id: str
    document: str
    heading: str
    text: str
    digest: str
    number: str = ""
    controls: tuple[str, ...] = ()
    matched: Matched = Matched.NONE
    gone: bool = False
    confirmed_by: str = ""
    confirmed_on: date | None = None

    @property
    def is_decided(self) -> bool:
        """Whether a named person said which controls it states, or that it states none."""
        return self.confirmed_on is not None and bool(self.confirmed_by)

    @property
    def name(self) -> str:
        """Its number and heading, as a reader finds it."""
        return " ".join(filter(None, (self.number, self.heading)))
