"""Rules about incidents and exercises: what was learned, what was to be done, and whom it touched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.finding_kinds import FindingKind
from soc2desk.readiness.acts import counts, grouped, last_day, named, ran, records_of, runs
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.kept_records import KeptRecord

INCIDENT, EXERCISE, REGISTER = "incident_log", "tabletop_exercise", "privacy_breach_register"
EXERCISED, LEARNED, REGISTERED = "IRS-04", "IRS-05", "PRV-09"
SIGNIFICANT = frozenset({"severity_1", "severity_2"})
TOUCHED = frozenset({"yes", "unknown"})
DONE = "done"
TO_REGISTER = timedelta(days=30)
"""An incident that is still open is entered by then at the latest: the register is compared once a month."""


def exercise_actions_open(situation: Situation) -> Iterator[Finding]:
    """Yield each exercise with actions that are past their day and not done."""
    engagement = situation.engagement
    for record in records_of(engagement, EXERCISE) if ran(engagement, EXERCISED) else ():
        late = [
            str(line.get("action") or record.id)
            for line in record.lines("actions")
            if line.get("status") != DONE and _is_past(line.get("due"), engagement.day)
        ]
        if late:
            yield see(
                situation, "FD-26", f"records.{record.id}", about=record.id, controls=(EXERCISED,),
                exercise=record.text("exercise_name") or record.id, count=len(late), listed=named(late, engagement),
            )  # fmt: skip


def _is_past(value: object, day: date) -> bool:
    return isinstance(value, date) and value < day


def nothing_learned(situation: Situation) -> Iterator[Finding]:
    """Yield the serious incidents without a cause or improvements after the promised days."""
    engagement = situation.engagement
    found = [one for one in records_of(engagement, INCIDENT) if _is_unlearned(one, situation)]
    for group in grouped(found):
        about = group[0].id if len(group) == 1 else LEARNED
        listed = named((_label(one) for one in group), engagement)
        yield see(situation, "FD-27", f"records.{group[0].id}", about=about, controls=(LEARNED,), listed=listed)


def _is_unlearned(record: KeptRecord, situation: Situation) -> bool:
    resolved = record.day("resolved_at")
    if record.text("severity") not in SIGNIFICANT or resolved is None:
        return False
    last = last_day(resolved, "post_incident_days", situation)
    is_late = last is not None and last < situation.engagement.day
    reviewed = bool(record.text("root_cause").strip()) and bool(record.lines("lessons"))
    return is_late and not reviewed and counts(situation.engagement, LEARNED, resolved)


def incident_not_registered(situation: Situation) -> Iterator[Finding]:
    """Yield the incidents that touched information about people, or may have, and stand in no register of breaches.

    Where privacy is not examined it is a duty of the law, and no auditor's exception.
    """
    engagement = situation.engagement
    one = engagement.state.get(REGISTERED)
    if one is None or not (runs(engagement, REGISTERED) or (one.by_law and one.applies)):
        return
    registered = {record.text("incident_id").strip() for record in records_of(engagement, REGISTER)}
    found = [
        record
        for record in records_of(engagement, INCIDENT)
        if record.text("personal_affected") in TOUCHED
        and _is_due(record, engagement)
        and record.text("incident_id").strip() not in registered
    ]
    for group in grouped(found):
        about = group[0].id if len(group) == 1 else REGISTERED
        seen = see(
            situation, "FD-52", f"records.{group[0].id}", about=about, controls=(REGISTERED,),
            listed=named(map(_label, group), engagement),
        )  # fmt: skip
        yield replace(seen, kind=FindingKind.LEGAL_DUTY) if one.by_law else seen


def _is_due(record: KeptRecord, engagement: Engagement) -> bool:
    detected, resolved = record.day("detected_at"), record.day("resolved_at")
    if resolved is not None and resolved < engagement.day:
        return True
    return detected is not None and detected + TO_REGISTER < engagement.day


def _label(record: KeptRecord) -> str:
    return record.text("incident_id") or record.id
