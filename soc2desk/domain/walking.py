"""The readiness review as an event: who is asked for what, what they could show, and the record that comes of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.auditing import Ready, Remedy, WalkedRequest
from soc2desk.domain.kept_records import KeptRecord, Signature
from soc2desk.domain.owed import looked_at, owed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import Entry, Line
    from soc2desk.domain.requests import EvidenceRequest

RECORD, CONTROL = "readiness_review", "MON-02"
RECOMMENDATIONS = ("go", "conditions", "delay")


@dataclass(frozen=True, slots=True)
class Asked:
    """One request and what its owner answered; None while nobody asked."""

    request: EvidenceRequest
    owner: str
    said: WalkedRequest | None = None


@dataclass(frozen=True, slots=True)
class OwnerWalk:
    """Everything that one owner is asked for; `owner` is a person id, empty for nobody."""

    owner: str
    asked: tuple[Asked, ...]

    def count(self, ready: Ready | None) -> int:
        """Return how many requests were answered so; None counts those that nobody asked about yet."""
        return sum((one.said.ready if one.said else None) is ready for one in self.asked)

    @property
    def last_asked(self) -> date | None:
        """The newest day on which this owner was asked something."""
        return max((one.said.asked_on for one in self.asked if one.said and one.said.asked_on), default=None)


def asked_of(request: EvidenceRequest, engagement: Engagement) -> str:
    """Return the person asked: the owner of the first control behind the request, else the security lead."""
    for control in engagement.asked_for(request):
        if owner := engagement.performers[control].owner:
            return owner
    lead = engagement.project.role.get("security_lead")
    return lead.holder if lead else ""


def walk(engagement: Engagement) -> tuple[OwnerWalk, ...]:
    """Return the requests of this scope by owner: owners as their first request comes, nobody last."""
    said = {one.id: one for one in engagement.project.walked_requests}
    by_owner: dict[str, list[Asked]] = {}
    for request in engagement.requests:
        owner = asked_of(request, engagement)
        by_owner.setdefault(owner, []).append(Asked(request, owner, said.get(request.id)))
    order = sorted(by_owner, key=lambda owner: not owner)
    return tuple(OwnerWalk(owner, tuple(by_owner[owner])) for owner in order)


def counts(walked: tuple[OwnerWalk, ...]) -> Mapping[Ready | None, int]:
    """Return how many requests stand at each answer; None for those nobody asked about."""
    return Counter(one.said.ready if one.said else None for owner in walked for one in owner.asked)


def review_record(engagement: Engagement, by: str, recommendation: str) -> KeptRecord:
    """Return the record of the review as walked so far, signed by `by` on the day of the engagement.

    What nobody asked about is left out of it; nothing of it is dated earlier than it was said.
    """
    walked, day = walk(engagement), engagement.day
    asked = [one for owner in walked for one in owner.asked if one.said]
    days = sorted(one.said.asked_on for one in asked if one.said and one.said.asked_on)
    dates = dict.fromkeys(one.isoformat() for one in (*days[:1], *days[-1:]))
    values: dict[str, Entry] = {
        "review_dates": " - ".join(dates) or day.isoformat(),
        "reviewer": by,
        "scope": ", ".join((*engagement.scope.categories, *_examined(engagement))),
        "walkthroughs": tuple(_walkthroughs(asked, engagement)),
        "gaps": tuple(_gap(one) for one in engagement.project.remedies),
        "recommendation": recommendation,
        "approved": Signature(by, day),
    }
    made = {name: value for name, value in values.items() if value}
    id_ = _free(f"readiness-review-{day.isoformat()}", engagement)
    return KeptRecord(id_, RECORD, _occurrence(engagement), made, entered_by=by, entered_on=day, changed_on=day)


def _examined(engagement: Engagement) -> tuple[str, ...]:
    window = looked_at(engagement)
    return tuple(dict.fromkeys(day.isoformat() for day in window)) if window else ()


def _occurrence(engagement: Engagement) -> str:
    """Return the act that the review of this day is; empty where the rhythm owes none on it."""
    acts = owed(engagement, (CONTROL,))
    return next((act.period.id for act in acts if act.period.start <= engagement.day <= act.period.end), "")


def _walkthroughs(asked: list[Asked], engagement: Engagement) -> Iterator[Line]:
    for one in asked:
        said = one.said
        line: Line = {
            "control": ", ".join(engagement.asked_for(one.request)),
            "owner": (said.owner if said else "") or one.owner,
            "evidence": f"{one.request.id}: {said.answer}" if said and said.answer else one.request.id,
            "ready": said.ready.value if said else "",
        }
        yield {name: value for name, value in line.items() if value}


def _gap(remedy: Remedy) -> Line:
    line: Line = {
        "gap": remedy.name,
        "control": ", ".join(remedy.controls),
        "owner": remedy.owner,
        "status": "closed" if remedy.closed_on else "open",
    }
    kept = {name: value for name, value in line.items() if value}
    return {**kept, "due": remedy.due} if remedy.due else kept


def _free(id_: str, engagement: Engagement) -> str:
    taken = {one.id for one in engagement.project.records}
    tries = (id_, *(f"{id_}-{number}" for number in range(2, len(taken) + 3)))
    return next(one for one in tries if one not in taken)
