"""What a line of a real list shows against what the documents promise, one function for each sort of list."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

NOT_SEEN_DAYS = 30
"""A device that has not been seen for longer than this may be lost: no document sets this limit."""
TRIAGE, CRITICAL, HIGH, REQUEST = "alert_triage_hours", "critical_patch_days", "high_patch_days", "dsr_days"
LIMITS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"alerts": (TRIAGE,), "vulnerabilities": (CRITICAL, HIGH), "privacy_requests": (REQUEST,)}
)
"""Which answers of the interview set the limits of a sort of list."""

_YES = frozenset({
    "yes", "true", "1", "y", "on", "enabled", "encrypted", "bypassed", "approved", "x",
    "all partitions encrypted", "boot partitions encrypted",
})  # fmt: skip
_NO = frozenset({
    "", "no", "false", "0", "n", "off", "none", "-", "n/a", "null", "not encrypted", "disabled",
    "unencrypted", "missing", "pending",
})  # fmt: skip
_PASSED = frozenset({
    "passed", "pass", "success", "successful", "succeeded", "ok", "green", "completed", "yes", "true", "done",
    "passing",
})  # fmt: skip
_WELL = _PASSED | {"complete", "finished", "completed successfully"}
_RUNNING = frozenset({"running", "queued", "pending", "in progress", "scheduled"})


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line of a list: its cells by what they are for, its moments likewise, and whom its names were taken for.

    A kind that the list has no column for is in none of the three. `line` is its place in the list.
    """

    line: int
    cells: Mapping[str, str] = field(default_factory=dict)
    moments: Mapping[str, datetime | None] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)

    @property
    def item(self) -> str:
        """What the line is about."""
        return self.cells.get("item", "") or self.cells.get("title", "")

    def same(self, one: str, two: str) -> bool:
        """Return whether two columns name the same person."""
        first, second = self.cells.get(one, "").casefold(), self.cells.get(two, "").casefold()
        known = self.people.get(one, "")
        return bool(first) and (first == second or (bool(known) and known == self.people.get(two)))


@dataclass(frozen=True, slots=True)
class Fault:
    """What a line shows against a promise. `on` is the day it names, `person` whom it concerns, by id."""

    fault: str
    item: str
    line: int
    person: str = ""
    on: date | None = None
    system: str = ""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What lines are held against: the limits of the answers, and the moment at which the list was taken."""

    taken_at: datetime
    limits: Mapping[str, int] = field(default_factory=dict)


def faults_of(kind: str, lines: Iterable[ListLine], yardstick: Yardstick) -> Iterator[Fault]:
    """Yield what the lines of a list show, each line with each of its faults."""
    look = _RULES[kind]
    for line in lines:
        for fault, person, moment in look(line, yardstick):
            on = moment.date() if moment else None
            yield Fault(fault, line.item, line.line, person, on, line.cells.get("system", ""))


Seen = tuple[str, str, "datetime | None"]


def _changes(line: ListLine, _yardstick: Yardstick) -> Iterator[Seen]:
    cells, on = line.cells, line.moments.get("on")
    if "on" in line.moments and on is None:
        return  # what was never merged or deployed is no change
    author = line.people.get("author", "")
    if _says_no(cells, "approver"):
        yield "no_approval", author, on
    elif line.same("author", "approver"):
        yield "own_approval", author, on
    if _says_no(cells, "reviewer"):
        yield "no_review", author, on
    elif line.same("author", "reviewer") and "approver" not in cells:
        yield "own_approval", author, on
    if "tests" in cells and cells["tests"].casefold() not in _PASSED:
        yield "no_test", author, on
    if cells.get("bypassed", "").casefold() not in _NO:
        yield "bypassed", author, on


def _says_no(cells: Mapping[str, str], kind: str) -> bool:
    return kind in cells and cells[kind].casefold() in _NO


def _alerts(line: ListLine, yardstick: Yardstick) -> Iterator[Seen]:
    raised = line.moments.get("raised")
    by = line.people.get("triaged_by", "")
    triaged = line.moments.get("triaged")
    limit = timedelta(hours=yardstick.limits[TRIAGE]) if TRIAGE in yardstick.limits else None
    if triaged is None and not line.cells.get("triaged_by", ""):
        # One that is younger than the limit may still be looked at in time.
        if raised is None or limit is None or yardstick.taken_at - raised > limit:
            yield "not_triaged", by, raised
    elif raised and triaged and limit and triaged - raised > limit:
        yield "late", by, raised


def _backup_jobs(line: ListLine, _yardstick: Yardstick) -> Iterator[Seen]:
    status = line.cells.get("status", "").casefold()
    if status not in _WELL | _RUNNING and line.cells.get("follow_up", "").casefold() in _NO:
        yield "failed_no_follow_up", "", line.moments.get("on")


def _devices(line: ListLine, yardstick: Yardstick) -> Iterator[Seen]:
    person, seen = line.people.get("person", ""), line.moments.get("seen")
    if "encrypted" in line.cells and line.cells["encrypted"].casefold() not in _YES:
        yield "not_encrypted", person, seen
    if _says_no(line.cells, "managed"):
        yield "not_listed", person, seen
    if "seen" in line.moments and (seen is None or yardstick.taken_at - seen > timedelta(days=NOT_SEEN_DAYS)):
        yield "not_seen", person, seen


def _access_grants(line: ListLine, _yardstick: Yardstick) -> Iterator[Seen]:
    person = line.people.get("person", "")
    approved, granted = line.moments.get("approved"), line.moments.get("granted")
    if "granted" in line.moments and granted is None:
        return  # what was never granted gave nobody access
    unapproved = "approved" in line.moments and approved is None
    if _says_no(line.cells, "approver") or ("approver" not in line.cells and unapproved):
        yield "no_approval", person, granted
        return
    if line.same("person", "approver") or line.same("requester", "approver"):
        yield "own_approval", person, granted
    if approved and granted and _later(approved, granted):
        yield "approved_late", person, granted


def _later(one: datetime, other: datetime) -> bool:
    """Return whether a moment is after another; where one of them is a day alone, by days."""
    if (one.hour, one.minute) == (0, 0) or (other.hour, other.minute) == (0, 0):
        return one.date() > other.date()
    return one > other


def _privacy_requests(line: ListLine, yardstick: Yardstick) -> Iterator[Seen]:
    received = line.moments.get("received")
    answered = line.moments.get("answered") or yardstick.taken_at
    limit = yardstick.limits.get(REQUEST)
    if received and limit is not None and (answered.date() - received.date()).days > limit:
        yield "late", "", received


def _vulnerabilities(line: ListLine, yardstick: Yardstick) -> Iterator[Seen]:
    found, severity = line.moments.get("found"), line.cells.get("severity", "").casefold()
    is_critical = severity.startswith("crit") or severity in {"5", "p1"}
    name = CRITICAL if is_critical else HIGH if severity.startswith("high") else ""
    limit = yardstick.limits.get(name)
    if not found or limit is None or line.cells.get("exception", "").casefold() not in _NO:
        return
    fixed = line.moments.get("fixed") or yardstick.taken_at
    if (fixed.date() - found.date()).days > limit:
        yield "past_deadline", "", found


_RULES: Mapping[str, Callable[[ListLine, Yardstick], Iterator[Seen]]] = MappingProxyType({
    "changes": _changes,
    "alerts": _alerts,
    "backup_jobs": _backup_jobs,
    "devices": _devices,
    "access_grants": _access_grants,
    "privacy_requests": _privacy_requests,
    "vulnerabilities": _vulnerabilities,
})  # fmt: skip
KINDS = tuple(_RULES)
"""The sorts of list that are read beside lists of users."""
NEEDS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType({
    "changes": {
        "no_approval": ("approver",), "no_review": ("reviewer",), "no_test": ("tests",), "bypassed": ("bypassed",),
        "own_approval": ("author", "approver"),
    },
    "alerts": {"not_triaged": ("triaged",), "late": ("raised", "triaged")},
    "backup_jobs": {"failed_no_follow_up": ("status", "follow_up")},
    "devices": {"not_encrypted": ("encrypted",), "not_seen": ("seen",), "not_listed": ("person",)},
    "access_grants": {
        "no_approval": ("approver",), "approved_late": ("approved", "granted"), "own_approval": ("approver", "person"),
    },
    "privacy_requests": {"late": ("received", "answered")},
    "vulnerabilities": {"past_deadline": ("found", "fixed")},
})  # fmt: skip
"""Which columns a fault is seen by: without them it cannot be told, and that is said."""
