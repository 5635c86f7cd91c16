"""What goes to and fro with an auditor: their own list of requests, the walk through ours, gaps, earlier reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Ready(StrEnum):
    """What an owner could show when the readiness review asked for it."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Matched(StrEnum):
    """How sure it is that a line of an auditor's list asks for what one of our requests asks for."""

    SURE = "sure"
    CHECK = "check"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class AuditorRequest:
    """One line of an auditor's own list, under the auditor's own `number`.

    `requests` are ours that it asks for, found by the program (`matched` says how surely) until a person confirmed it.
    """

    id: str
    number: str
    text: str
    due: date | None = None
    requests: tuple[str, ...] = ()
    matched: Matched = Matched.NONE
    confirmed_by: str = ""
    confirmed_on: date | None = None


@dataclass(frozen=True, slots=True)
class WalkedRequest:
    """What the owner answered when the readiness review walked through an evidence request; `id` is the request's."""

    id: str
    ready: Ready
    asked_on: date | None = None
    owner: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Remedy:
    """One thing to be mended before fieldwork. `hours` is the effort, `order` the place in the queue, from 1."""

    id: str
    name: str
    controls: tuple[str, ...] = ()
    request: str = ""
    finding: str = ""
    owner: str = ""
    due: date | None = None
    hours: int | None = None
    order: int | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class EarlierReport:
    """A report that this company had before. A Type I report has its one date as first and as last day."""

    id: str
    report: str
    first: date
    last: date
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class Retest:
    """An exception of an earlier report, to be shown as mended. `report` is the id of that report."""

    id: str
    name: str
    report: str = ""
    controls: tuple[str, ...] = ()
    how: str = ""
    shown_on: date | None = None
    evidence: tuple[str, ...] = ()
