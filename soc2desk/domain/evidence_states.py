"""Where each request and each act owed stands, from the pieces of evidence put by, and what needs a look."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.domain.evidence import Evidence, Standing
from soc2desk.domain.evidence_rules import EXPORTED, Lies, ahead, lies, none_shown, says_none
from soc2desk.domain.owed import Owed, looked_at, owed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.requests import EvidenceRequest


class Progress(StrEnum):
    """How far a request or an act owed has come, from the pieces that were put by for it."""

    NOT_STARTED = "not_started"
    REJECTED = "rejected"
    COLLECTED = "collected"
    NONE_OCCURRED = "none_occurred"
    ACCEPTED = "accepted"


class Flag(StrEnum):
    """Something about a piece of evidence that somebody should look at. Nothing is taken away because of it."""

    MISSING = "missing"
    CHANGED = "changed"
    FUTURE = "future"
    UNDATED = "undated"
    OUTSIDE = "outside"
    NOT_OWED = "not_owed"
    NOT_ASKED = "not_asked"
    EMPTY_NOT_SHOWN = "empty_not_shown"


@dataclass(frozen=True)
class Standings:
    """Where everything stands. `requests` by request id, `acts` by occurrence id; `owed` are the acts themselves.

    `last` is the last day of what is examined; None while it is not known.
    """

    requests: Mapping[str, Progress] = field(default_factory=dict)
    acts: Mapping[str, Progress] = field(default_factory=dict)
    owed: tuple[Owed, ...] = ()
    last: date | None = None

    def owed_by(self, controls: Iterable[str]) -> tuple[Owed, ...]:
        """Return the acts that some controls owe, by their dates."""
        wanted = frozenset(controls)
        return tuple(act for act in self.owed if act.control in wanted)


def standings(engagement: Engagement) -> Standings:
    """Return where every request and every act owed stands, from the pieces that name it.

    A request that no piece names stands where the acts of its controls stand together. Where the list that its items
    are picked from shows that nothing happened, nothing happened there either.
    """
    window = looked_at(engagement)
    last = window[1] if window else date.max
    acts, pieces = owed(engagement, engagement.worked), engagement.project.evidence
    of_act, of_request = _by_what_they_name(pieces)
    by_act = {act.period.id: _progress(of_act.get(act.period.id, []), min(act.period.end, last)) for act in acts}
    begun = Standings({}, by_act, acts, window[1] if window else None)
    by_request = {
        request.id: _of_request(request, of_request.get(request.id, []), begun, last) for request in engagement.requests
    }
    none = {r for r in by_request if _nothing_in(of_request.get(r, []), last)}
    for request in engagement.requests:
        if request.sample_from in none and by_request[request.id] is Progress.NOT_STARTED:
            by_request[request.id] = Progress.NONE_OCCURRED
    return replace(begun, requests=by_request)


def _by_what_they_name(pieces: Iterable[Evidence]) -> tuple[dict[str, list[Evidence]], dict[str, list[Evidence]]]:
    """Return the pieces by their occurrence, and by each request that they answer."""
    of_act: dict[str, list[Evidence]] = defaultdict(list)
    of_request: dict[str, list[Evidence]] = defaultdict(list)
    for piece in pieces:
        of_act[piece.occurrence].append(piece)
        for request in piece.requests:
            of_request[request].append(piece)
    return of_act, of_request


def _nothing_in(pieces: list[Evidence], last: date) -> bool:
    kept = [piece for piece in pieces if piece.state is not Standing.REJECTED]
    return bool(kept) and all(none_shown(piece, last) for piece in kept)


def _of_request(request: EvidenceRequest, pieces: list[Evidence], found: Standings, last: date) -> Progress:
    if pieces or request.kind in EXPORTED:
        return _progress(pieces, last)
    through = {found.acts[act.period.id] for act in found.owed_by(request.controls)}
    if len(through) == 1:
        return through.pop()
    return Progress.COLLECTED if through - {Progress.NOT_STARTED, Progress.REJECTED} else _worst(through)


def _worst(found: set[Progress]) -> Progress:
    return Progress.REJECTED if Progress.REJECTED in found else Progress.NOT_STARTED


def _progress(pieces: Iterable[Evidence], until: date) -> Progress:
    """Return where pieces stand together. What still waits for a reviewer counts more than what was accepted."""
    seen = {_progress_of(piece, until) for piece in pieces}
    order = (Progress.COLLECTED, Progress.ACCEPTED, Progress.NONE_OCCURRED, Progress.REJECTED)
    return next((one for one in order if one in seen), Progress.NOT_STARTED)


def _progress_of(piece: Evidence, until: date) -> Progress:
    if piece.state in {Standing.ACCEPTED, Standing.REJECTED}:
        return Progress(piece.state)
    if says_none(piece):
        return Progress.NONE_OCCURRED if none_shown(piece, until) else Progress.NOT_STARTED
    return Progress.COLLECTED


def flags(item: Evidence, engagement: Engagement, found: Standings, file: str = "") -> tuple[Flag, ...]:
    """Return what somebody should look at. `file` is "missing" or "changed" where its file is; empty while it is fine.

    A window that moved takes nothing away: what lies outside now, or is owed no more, stays and is flagged.
    """
    where = lies(item, engagement)
    seen = {
        Flag.MISSING: file == Flag.MISSING,
        Flag.CHANGED: file == Flag.CHANGED,
        Flag.FUTURE: bool(ahead(item, engagement.day)),
        Flag.UNDATED: where is Lies.UNDATED,
        Flag.OUTSIDE: where is Lies.OUTSIDE,
        Flag.NOT_OWED: where is not Lies.EXEMPT and _is_owed_no_more(item, engagement, found),
        Flag.NOT_ASKED: bool(item.requests) and found.requests.keys().isdisjoint(item.requests),
        Flag.EMPTY_NOT_SHOWN: says_none(item) and not none_shown(item, _until(item, found)),
    }
    return tuple(flag for flag, is_so in seen.items() if is_so)


def _is_owed_no_more(item: Evidence, engagement: Engagement, found: Standings) -> bool:
    if item.occurrence.partition("/")[0] in {one.id for one in engagement.retired}:
        # What shows it until it was retired stays what it is.
        return False
    return bool(item.occurrence) and found.last is not None and item.occurrence not in found.acts


def _until(item: Evidence, found: Standings) -> date:
    ends = [act.period.end for act in found.owed if act.period.id == item.occurrence]
    return min((*ends, found.last or date.min))
