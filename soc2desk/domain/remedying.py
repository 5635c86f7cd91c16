"""What is to be mended before fieldwork: made from what owners could not show and what an auditor would write."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.auditing import Ready, Remedy
from soc2desk.domain.findings import Severity
from soc2desk.domain.walking import asked_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.walking import Asked

DAYS_BEFORE = {Severity.HIGH: 42, Severity.MEDIUM: 28, Severity.LOW: 14}
"""Days before fieldwork by which a gap is closed: the worse, the earlier."""
SOON = timedelta(days=7)
"""What would have been due already is due in a week."""
LONGEST_NAME = 300
LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that has to be mended. `id` is the same each time it is seen; `asked_on` the day an owner said so."""

    id: str
    name: str
    severity: Severity
    controls: tuple[str, ...] = ()
    request: str = ""
    finding: str = ""
    owner: str = ""
    asked_on: date | None = None


def gaps(engagement: Engagement, findings: Iterable[Finding]) -> tuple[Gap, ...]:
    """Return what owners could not fully show, and the findings that an auditor would write down."""
    return (*_from_walk(engagement), *_from_findings(engagement, findings))


def with_remedies(engagement: Engagement, findings: Iterable[Finding], *, anew: bool = False) -> tuple[Remedy, ...]:
    """Return the list brought up to date: what a person entered stays, what is new goes to its end.

    The order is by severity, then by the day, then by effort; `anew` gives all that is open that order again. A closed
    line whose gap is seen again is open again: it was not mended for good.
    """
    seen = {gap.id: gap for gap in gaps(engagement, findings)}
    kept = tuple(_again(one, seen, engagement) for one in engagement.project.remedies)
    known = {one.id for one in kept}
    new = [_remedy(gap, engagement) for gap in seen.values() if gap.id not in known]
    severity = {gap.id: gap.severity for gap in seen.values()}
    if anew:
        kept, new = tuple(one for one in kept if one.closed_on), [*(one for one in kept if not one.closed_on), *new]
    last = 0 if anew else max((one.order or 0 for one in kept), default=0)
    new.sort(key=lambda one: (severity.get(one.id, Severity.LOW).rank, one.due or date.max, one.hours or 0, one.id))
    return (*kept, *(replace(one, order=last + at) for at, one in enumerate(new, 1)))


def in_order(remedies: Iterable[Remedy]) -> tuple[Remedy, ...]:
    """Return what is open by its place in the queue, then what is closed, the newest first."""
    all_of = tuple(remedies)
    still = sorted((one for one in all_of if not one.closed_on), key=lambda one: (one.order or math.inf, one.id))
    over = sorted((one for one in all_of if one.closed_on), key=lambda one: one.closed_on or date.min, reverse=True)
    return (*still, *over)


def _again(one: Remedy, seen: dict[str, Gap], engagement: Engagement) -> Remedy:
    gap = seen.get(one.id)
    if gap is None or one.closed_on is None or one.closed_on >= engagement.day:
        return one
    # What an owner said before the line was closed is no news.
    is_news = gap.asked_on is None or gap.asked_on > one.closed_on
    return replace(one, closed_on=None) if is_news else one


def _from_walk(engagement: Engagement) -> Iterator[Gap]:
    for owner in walk(engagement):
        for one in owner.asked:
            if one.said is not None and one.said.ready is not Ready.YES:
                yield _not_ready(one, engagement)


def _not_ready(one: Asked, engagement: Engagement) -> Gap:
    request, said = one.request, one.said
    is_part = said is not None and said.ready is Ready.PARTLY
    name = engagement.catalogue.phrases["remedy.request"].format(asked=request.request)
    return Gap(
        request.id.lower(), name[:LONGEST_NAME], Severity.MEDIUM if is_part else Severity.HIGH,
        tuple(engagement.asked_for(request)), request.id, "", (said.owner if said else "") or one.owner,
        said.asked_on if said else None,
    )  # fmt: skip


def _from_findings(engagement: Engagement, findings: Iterable[Finding]) -> Iterator[Gap]:
    for one in findings:
        if one.kind.is_written_by_auditor:
            name = engagement.catalogue.phrases["remedy.finding"].format(message=one.message, fix=one.fix)
            controls = tuple(id_ for id_ in one.controls if id_ in engagement.worked)
            id_, owner = _slug(f"{one.rule} {one.about}"), _owner(controls, engagement)
            yield Gap(id_, name[:LONGEST_NAME], one.severity, controls, "", one.rule, owner)


def _owner(controls: tuple[str, ...], engagement: Engagement) -> str:
    found = (engagement.performers[id_].owner for id_ in controls if engagement.performers[id_].owner)
    lead = engagement.project.role.get("security_lead")
    return next(found, lead.holder if lead else "")


def _remedy(gap: Gap, engagement: Engagement) -> Remedy:
    request = engagement.catalogue.request.get(gap.request)
    owner = gap.owner or (asked_of(request, engagement) if request else "")
    owner = owner if owner in engagement.project.person else ""
    due, hours = _due(gap.severity, engagement), _hours(gap, engagement)
    return Remedy(gap.id, gap.name, gap.controls, gap.request, gap.finding, owner, due, hours)


def _due(severity: Severity, engagement: Engagement) -> date | None:
    fieldwork = engagement.scope.fieldwork
    if fieldwork is None:
        return None
    usual = fieldwork - timedelta(days=DAYS_BEFORE[severity])
    return usual if usual > engagement.day else max(engagement.day, min(engagement.day + SOON, fieldwork))


def _hours(gap: Gap, engagement: Engagement) -> int:
    """Return a first guess for a person to change: the usual time of one act of the first control, at least an hour."""
    minutes = [engagement.worked[id_].control.effort_minutes for id_ in gap.controls if id_ in engagement.worked]
    return max(1, math.ceil((minutes[0] if minutes else 0) / 60))


def _slug(text: str) -> str:
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")[:LONGEST_ID].strip("-")
