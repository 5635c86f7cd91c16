"""What evidence shows: whether its days touch what is examined, and what proof it lacks."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.domain.cadences import Cadence, next_day
from soc2desk.domain.evidence import Evidence, Standing
from soc2desk.domain.owed import looked_at

if TYPE_CHECKING:
    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.requests import EvidenceRequest

DAYS_TO_FILE = 10
"""How many days after the day it claims a record may be written or attached before it looks made up later."""

PROOFS = ("source", "query", "run_at", "rows", "second_source")
"""What shows that a list is complete, in the order in which it is asked for."""

EXPORTED = frozenset({"population", "configuration_export"})
"""Kinds of request that are answered by what a system puts out."""


class Lies(StrEnum):
    """Where the days of a piece of evidence lie, seen from what is examined."""

    INSIDE = "inside"
    EXEMPT = "exempt"
    OUTSIDE = "outside"
    UNDATED = "undated"
    UNKNOWN = "unknown"


def days_of(item: Evidence) -> tuple[date, date] | None:
    """Return the first and last day that a piece speaks of: its period, else its own day, else the day it was run.

    A period with a first day alone is still running. None where no day is known.
    """
    if item.covers_from or item.covers_until:
        return item.covers_from or item.covers_until or date.min, item.covers_until or date.max
    one = item.dated or (item.run_at.date() if item.run_at else None)
    return (one, one) if one else None


def lies(item: Evidence, engagement: Engagement) -> Lies:
    """Return where a piece lies: OUTSIDE is what FD-55 speaks of. For a Type I report that is after its date."""
    days, window = days_of(item), looked_at(engagement)
    if days is None:
        return Lies.UNDATED
    if window is None:
        return Lies.UNKNOWN
    if not engagement.scope.is_type_2:
        return Lies.INSIDE if days[0] <= window[1] or _is_run_later(item, engagement, window) else Lies.OUTSIDE
    if days[0] <= window[1] and days[1] >= window[0]:
        return Lies.INSIDE
    exempt = (
        (_is_run_later(item, engagement, window) and days[1] >= window[0])
        or _is_in_force(item, engagement, days, window)
        or _is_within_a_year(item, engagement, days, window)
    )
    return Lies.EXEMPT if exempt else Lies.OUTSIDE


def is_exported(item: Evidence, engagement: Engagement) -> bool:
    """Return whether a piece is a list or settings as a system puts them out, so that it may be run later."""
    return item.is_list or any(request.kind in EXPORTED for request in asked_by(item, engagement))


def _is_run_later(item: Evidence, engagement: Engagement, window: tuple[date, date]) -> bool:
    run = item.run_at.date() if item.run_at else item.dated
    return run is not None and run > window[1] and is_exported(item, engagement)


def _is_in_force(item: Evidence, engagement: Engagement, days: tuple[date, date], window: tuple[date, date]) -> bool:
    """Return whether it is a text, training, screening or approval from before that still holds."""
    if item.occurrence or days[0] > window[1]:
        return False
    requests = asked_by(item, engagement)
    return bool(requests) and all(request.in_force for request in requests)


def _is_within_a_year(
    item: Evidence, engagement: Engagement, days: tuple[date, date], window: tuple[date, date]
) -> bool:
    # The days first: most of what was put by over the years ends here.
    holds_until = next_day(days[1], Cadence.ANNUAL) if days[1] < window[1] else None
    if holds_until is None or holds_until <= window[1]:
        return False
    rhythms = {one.cadence.value for one in _states(item, engagement) if one.cadence}
    dated = {str(value) for value in rhythms if isinstance(value, str) and Cadence(value).acts_a_year}
    return dated == {Cadence.ANNUAL}


def _states(item: Evidence, engagement: Engagement) -> list[ControlState]:
    return [engagement.worked[control] for control in controls_of(item, engagement) if control in engagement.worked]


def asked_by(item: Evidence, engagement: Engagement) -> tuple[EvidenceRequest, ...]:
    """Return the requests that a piece answers: those it names, else those that ask for what its controls do."""
    if item.requests:
        return tuple(request for request in engagement.catalogue.requests if request.id in item.requests)
    control = control_of(item.occurrence)
    if control:
        return tuple(one for one in engagement.requests_of.get(control, ()) if one.kind not in EXPORTED)
    if len(item.controls) == 1:
        return engagement.requests_of.get(item.controls[0], ())
    named = set(item.controls)
    return tuple(request for request in engagement.requests if named.intersection(request.controls))


def control_of(occurrence: str) -> str:
    """Return the control of an occurrence: ACC-07 of ACC-07/2026-Q3."""
    return occurrence.partition("/")[0]


def controls_of(item: Evidence, engagement: Engagement) -> tuple[str, ...]:
    """Return the controls that a piece shows: of its occurrence, else those it names, else those of its requests."""
    if item.occurrence:
        return (control_of(item.occurrence), *item.controls)
    if item.controls:
        return item.controls
    found = (control for request in asked_by(item, engagement) for control in engagement.asked_for(request))
    return tuple(dict.fromkeys(found))


def by_control(engagement: Engagement) -> dict[str, tuple[Evidence, ...]]:
    """Return every piece that was not rejected, by the controls it shows; a control without one is absent."""
    found: dict[str, list[Evidence]] = {}
    for item in engagement.project.evidence:
        for control in controls_of(item, engagement) if item.state is not Standing.REJECTED else ():
            found.setdefault(control, []).append(item)
    return {control: tuple(items) for control, items in found.items()}


def missing_proofs(item: Evidence) -> tuple[str, ...]:
    """Return what a complete list lacks to prove that it is one, as names of PROOFS; empty for anything else."""
    if not item.is_list:
        return ()
    return tuple(name for name in PROOFS if getattr(item, name) in {None, ""})


def counts_differ(item: Evidence) -> bool:
    """Return whether the second source counted another number of rows."""
    return item.rows is not None and item.second_rows is not None and item.rows != item.second_rows


def made_late(item: Evidence) -> date | None:
    """Return the day that gives a piece away as made after the day it claims; None for one in time.

    What a system's own time stands on is believed, and so is a list, which is always run later.
    """
    if item.dated is None or item.timestamp or item.is_list:
        return None
    latest = item.dated + timedelta(days=DAYS_TO_FILE)
    late = [day for day in (item.file_changed, item.received) if day is not None and day > latest]
    return min(late, default=None)


def none_shown(item: Evidence, until: date) -> bool:
    """Return whether a piece shows that nothing happened: an empty list, with its query, run after the last day."""
    after = item.run_at is not None and item.run_at.date() > until
    return item.rows == 0 and bool(item.population) and bool(item.query) and after


def events_without_anything(engagement: Engagement) -> tuple[str, ...]:
    """Return the event-driven controls asked for that have neither an item nor an empty list run after the window."""
    window, found = looked_at(engagement), by_control(engagement)
    if window is None:
        return ()
    return tuple(
        one.id
        for one in engagement.worked.values()
        if one.is_asked_for and one.cadence and one.cadence.value == Cadence.PER_EVENT
        and not any(_shows_events(item, window[1]) for item in found.get(one.id, ()))
    )  # fmt: skip


def _shows_events(item: Evidence, last: date) -> bool:
    return none_shown(item, last) if says_none(item) else True


def says_none(item: Evidence) -> bool:
    """Return whether a piece claims that nothing happened, shown or not."""
    return item.state is Standing.NONE_OCCURRED or item.rows == 0


def ahead(item: Evidence, day: date) -> str:
    """Return the field of a piece that names a day after `day`; empty when none does.

    What holds until a later day, such as a certificate, is fine; a list or an act speaks of days that are over.
    """
    ended = item.is_list or bool(item.occurrence)
    said = {
        "dated": item.dated,
        "run_at": item.run_at.date() if item.run_at else None,
        "covers_from": item.covers_from,
        "covers_until": item.covers_until if ended else None,
    }
    return next((name for name, value in said.items() if value is not None and value > day), "")
