"""Evidence: what was put by for an occurrence or a request, where it comes from and which days it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Standing(StrEnum):
    """Where a piece of evidence stands. What was never put by has no row: it is not started."""

    COLLECTED = "collected"
    NONE_OCCURRED = "none_occurred"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence.

    `file` is its name in the project's folder of evidence, with `digest` (SHA-256) and `size` in bytes as they were
    when it was attached; all three are empty for what has no file. It answers `requests` and an `occurrence`
    (ACC-07/2026-Q3), or stands for `controls`. `source` is the system it comes from, `query` what was asked there.
    It speaks of the days from `covers_from` to `covers_until`; `dated` is the day it bears, `received` the day it
    was attached, which the program sets, and `file_changed` the day its file was last written. `timestamp` says
    that a system's own time stands on it. A list of items has its `population`, the `rows` counted, the moment it
    was `run_at`, and a `second_source` with the rows counted there. `state` was decided by `reviewed_by` on
    `reviewed_on`, for a `reason`. `by` is who provided it.
    """

    id: str
    name: str
    source: str = ""
    query: str = ""
    requests: tuple[str, ...] = ()
    occurrence: str = ""
    controls: tuple[str, ...] = ()
    covers_from: date | None = None
    covers_until: date | None = None
    dated: date | None = None
    by: str = ""
    timestamp: bool | None = None
    population: str = ""
    rows: int | None = None
    run_at: datetime | None = None
    second_source: str = ""
    second_rows: int | None = None
    state: Standing = Standing.COLLECTED
    reviewed_by: str = ""
    reviewed_on: date | None = None
    reason: str = ""
    note: str = ""
    file: str = ""
    digest: str = ""
    size: int | None = None
    file_changed: date | None = None
    received: date | None = None

    @property
    def is_list(self) -> bool:
        """Whether it is a complete list of items from which an auditor picks."""
        return bool(self.population) or self.rows is not None


@dataclass(frozen=True, slots=True)
class SeenInList:
    """What a line of a real export showed against a promise: a merge nobody looked at, a device without encryption.

    `evidence` is the list it was read from, `item` what the line is about, `person` whom it concerns where known.
    `settled_on` and `settled_by` say that somebody looked into it and kept `answer`, such as a ticket.
    """

    id: str
    kind: str
    fault: str
    item: str
    evidence: str = ""
    system: str = ""
    person: str = ""
    on: date | None = None
    settled_on: date | None = None
    settled_by: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class UserExport:
    """What a list of users showed when it was joined with the people of the company.

    `columns` keep which heading was taken for what ("user=Login"). `leavers` are person ids with an enabled account
    after their last day; `unknown`, `shared_admins` and `admins` are names of accounts.
    """

    id: str
    system: str
    taken_at: datetime | None = None
    evidence: str = ""
    rows: int | None = None
    enabled: int | None = None
    columns: tuple[str, ...] = ()
    leavers: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    admins: tuple[str, ...] = ()
    shared_admins: tuple[str, ...] = ()
