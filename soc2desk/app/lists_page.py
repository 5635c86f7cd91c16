"""One list of any sort, looked through for a person to see, change and take: what the page of lists shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from soc2desk.app.access_deciding import Decided, decision_puts, plan_decisions
from soc2desk.app.access_reading import AccessPlan, access_puts, plan_access
from soc2desk.app.access_wish import AccessWish
from soc2desk.app.access_worksheet import write_worksheet
from soc2desk.app.control_list import KIND as OWN_KIND
from soc2desk.app.control_list import ControlListPlan, plan_controls
from soc2desk.app.guessed import Guessed, guesses_of, order_of
from soc2desk.app.list_reading import KINDS, ListPlan, ListWish, list_puts, plan_list
from soc2desk.app.request_reading import KIND, RequestPlan, plan_requests
from soc2desk.domain.problems import UsageProblem
from soc2desk.storage.exports.columns import heading_kinds
from soc2desk.storage.exports.heading_words import USERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from soc2desk.app.session import Session, Where
    from soc2desk.domain.engagement import Engagement
    from soc2desk.reading.located import Plain

__all__ = [
    "EVERY_KIND",
    "OWN_LIST",
    "REQUESTS",
    "USERS",
    "Asked",
    "Looked",
    "decided_in",
    "look_through",
    "puts_of",
    "save_worksheet",
]

REQUESTS = KIND
OWN_LIST = OWN_KIND
EVERY_KIND = (USERS, *KINDS, REQUESTS, OWN_LIST)
"""Every sort of list that the page takes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person says of a list before it is read; `taken_at` as it was typed, `columns` headings by use."""

    kind: str
    system: str = ""
    taken_at: str = ""
    reviewer: str = ""
    order: str = ""
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)


AnyPlan = AccessPlan | ListPlan | RequestPlan | ControlListPlan


@dataclass(frozen=True)
class Looked:
    """A list that was looked through: the guesses, all headings, what else it may hold, and what was found."""

    asked: Asked
    plan: AnyPlan
    guesses: tuple[Guessed, ...]
    headings: tuple[str, ...]
    uses: tuple[str, ...]
    told: tuple[str, ...]


def look_through(session: Session, path: Path, asked: Asked) -> Looked:
    """Return what a list shows; nothing is written. Raises Problems for what cannot be read."""
    plan = _plan(session, path, asked)
    survey = plan.survey
    return Looked(asked, plan, guesses_of(survey), survey.layout.headings, heading_kinds(asked.kind), plan.told)


def _plan(session: Session, path: Path, asked: Asked) -> AnyPlan:
    order = order_of(asked.order)
    if asked.kind == REQUESTS:
        return plan_requests(session, path, asked.columns, order)
    if asked.kind == OWN_LIST:
        return plan_controls(session, path, asked.columns)
    moment = _moment(asked.taken_at)
    if asked.kind == USERS:
        wish = AccessWish(asked.system, moment, asked.reviewer, columns=asked.columns, order=order)
        return plan_access(session, path, wish)
    return plan_list(session, path, ListWish(asked.kind, moment, asked.system, asked.columns, order))


def _moment(typed: str) -> datetime:
    try:
        return datetime.fromisoformat(typed.strip()).replace(tzinfo=None)
    except ValueError as error:
        message = (
            "The moment when the list was run is missing." if not typed.strip() else f'"{typed[:40]}" is no moment.'
        )
        raise UsageProblem(message, hint="Write it as day and time: 2027-01-31 17:05.") from error


def puts_of(session: Session, looked: Looked) -> dict[Where, Plain]:
    """Return what taking a list writes, for one change of the project."""
    match looked.plan:
        case AccessPlan():
            return access_puts(session, looked.plan)
        case ListPlan():
            return list_puts(session, looked.plan)
        case _:
            return dict(looked.plan.puts)


def save_worksheet(looked: Looked, engagement: Engagement, path: Path) -> None:
    """Write the worksheet of an access review over a file that a person chose; nothing for another sort of list."""
    if isinstance(looked.plan, AccessPlan):
        write_worksheet(looked.plan, engagement, path, over=True)


def decided_in(session: Session, path: Path) -> tuple[Decided, dict[Where, Plain]]:
    """Return what a filled worksheet decides, and what taking it writes."""
    decided = plan_decisions(session, path)
    return decided, decision_puts(decided)
