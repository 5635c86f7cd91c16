"""Rules about people who ask for their information: answered in time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from soc2desk.readiness.acts import counts, grouped, last_day, named, records_of
from soc2desk.readiness.rule import Situation, see
from soc2desk.readiness.rules.seen_lines import lines_with

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from soc2desk.domain.findings import Finding
    from soc2desk.domain.kept_records import KeptRecord

REQUEST, LIMIT = "data_subject_request", "dsr_days"
ANSWERED, CORRECTED = "PRV-06", "PRV-07"
LONGER = timedelta(days=30)
"""The one extension that the federal law allows; the law of Quebec allows none."""


def answered_late(situation: Situation) -> Iterator[Finding]:
    """Yield the requests of people that were answered after the promised days, or were not by then."""
    engagement = situation.engagement
    found = [one for one in records_of(engagement, REQUEST) if _is_late(one, situation)]
    for group in grouped(found):
        controls = tuple(dict.fromkeys(_control(one) for one in group))
        about = group[0].id if len(group) == 1 else controls[0]
        listed = named((one.text("request_id") or one.id for one in group), engagement)
        why = engagement.catalogue.phrases["finding.FD-53.record"].format(listed=listed)
        yield see(situation, "FD-53", f"records.{group[0].id}", about=about, controls=controls, why=why)
    yield from lines_with(situation, "FD-53", "privacy_requests", ("late",), ANSWERED)


def _is_late(record: KeptRecord, situation: Situation) -> bool:
    received, answered = record.day("received"), record.day("answered")
    if received is None or not counts(situation.engagement, _control(record), received):
        return False
    last = _last(received, record, situation)
    if last is None:
        return False
    return answered > last if answered is not None else last < situation.engagement.day


def _last(received: date, record: KeptRecord, situation: Situation) -> date | None:
    """Return the last day for an answer: as promised, or as extended where a law allows it."""
    last, due = last_day(received, LIMIT, situation), record.day("due")
    is_longer = last is not None and due is not None and last < due <= last + LONGER
    return due if is_longer and situation.engagement.names.known["quebec_law_applies"] is not True else last


def _control(record: KeptRecord) -> str:
    return CORRECTED if record.text("type") == "correction" else ANSWERED
