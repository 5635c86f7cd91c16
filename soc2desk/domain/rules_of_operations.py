"""The rules of records about running systems: changes, incidents, exercises, logs, restores, scans, assets."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.entered_late import claimed
from soc2desk.domain.owed import owed
from soc2desk.domain.record_lacks import Kept, Lack, Looked, PrintedRule, has, is_nothing
from soc2desk.domain.rule_pieces import (
    any_of_line,
    differ,
    each_line,
    filled,
    inside_window,
    person_of,
    together,
    when,
    within,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SERIOUS = ("severity_1", "severity_2")
TWO_SOURCES = 2


def every_period(kept: Kept) -> Iterator[Lack]:
    """Yield each period that is over and has no record: it is told as a gap, never filled in afterwards."""
    there, days = set(), []
    for one in kept.records:
        there.add(one.occurrence.rpartition("/")[2] or one.text("period") or one.text("quarter"))
        days.append(one.day(claimed(kept.layout)))
    for act in owed(kept.engagement, kept.layout.owed_by[:1]):
        period = act.period
        is_done = period.name in there or any(day and period.start <= day <= period.end for day in days)
        if period.end < kept.engagement.day and not is_done:
            yield Lack("", "no_record", values=(("period", period.id),))


def _approved_first(looked: Looked) -> Iterator[Lack]:
    """The approval comes before the release, but for an emergency or a later look that was promised."""
    approved, released = looked.record.day("approval"), looked.record.day("deployed_at")
    looked_after = looked.answer("change_check") == "after" and has(looked.record.values.get("peer_review"))
    is_late = approved is not None and released is not None and approved > released
    if is_late and not looked.is_chosen("type", "emergency") and not looked_after:
        yield looked.lack("too_late", "approval", day=approved, last=released)


def _two_people(looked: Looked) -> Iterator[Lack]:
    yield from differ("approval", "author")(looked)
    yield from differ("peer_review", "author")(looked)


def _alone(looked: Looked) -> bool:
    return looked.holds("one_person")


def _emergency(looked: Looked) -> bool:
    return looked.is_chosen("type", "emergency")


def _writes_code(looked: Looked) -> bool:
    return looked.holds("develops_software")


def _in_breach_register(looked: Looked) -> Iterator[Lack]:
    """An incident that touched personal information, or may have, stands in the breach register."""
    register = Kept(looked.layout, looked.engagement).of("privacy_breach_register")
    number = looked.record.text("incident_id")
    if looked.is_chosen("personal_affected", "yes", "unknown") and number not in {
        one.text("incident_id") for one in register
    }:
        yield looked.lack("not_in_register", "personal_affected", number=number)


def _serious(looked: Looked) -> bool:
    return looked.is_chosen("severity", *SERIOUS)


def _notices(looked: Looked) -> Iterator[Lack]:
    """Every notice has a decision, and the moment at which it was sent."""
    yield from each_line("notifications", "decision")(looked)
    for number, line in looked.lines("notifications"):
        if line.get("decision") == "tell" and not has(line.get("sent_at")):
            yield looked.lack("missing", "notifications", number, "sent_at")


def _closed(looked: Looked) -> bool:
    return has(looked.record.values.get("closed_by")) and bool(looked.record.lines("lessons"))


def _present(looked: Looked) -> Iterator[Lack]:
    """The holder of the sponsor's role, or who stands in, was there, and was not alone."""
    there = {person_of(looked, line.get("name")) for _, line in looked.lines("participants") if line.get("attended")}
    sponsor = looked.engagement.project.role.get("executive_sponsor")
    if there and sponsor and sponsor.holder and not there & {sponsor.holder, sponsor.backup}:
        yield looked.lack("not_present", "participants", who=looked.engagement.person_name(sponsor.holder))
    if there and len(there) < TWO_SOURCES and not _alone(looked):
        yield looked.lack("alone", "participants")


def _gaps_answered(looked: Looked) -> Iterator[Lack]:
    """What did not work has an action, and each action an owner and a day."""
    gaps = looked.record.text("gaps")
    if gaps and not is_nothing(gaps):
        if not any(looked.lines("actions")):
            yield looked.lack("missing", "actions")
        yield from each_line("actions", "owner", "due")(looked)


def _overdue_noted(looked: Looked) -> Iterator[Lack]:
    """An open action past its day carries a ticket or a note."""
    for number, line in looked.lines("actions"):
        due = line.get("due")
        is_open = line.get("status") != "done" and not has(line.get("ticket"))
        if is_open and due is not None and str(due) < looked.engagement.day.isoformat():
            yield looked.lack("overdue", "actions", number, "ticket", day=due)


def _findings_assessed(looked: Looked) -> Iterator[Lack]:
    """Every finding is assessed, a suspicious one has its number; "nothing unusual" is an answer, a blank is none."""
    yield from each_line("findings", "finding", "assessment")(looked)
    for number, line in looked.lines("findings"):
        if line.get("assessment") == "suspicious" and not has(line.get("ticket")):
            yield looked.lack("missing", "findings", number, "ticket")


def _restored_in_time(looked: Looked) -> Iterator[Lack]:
    """The restore took no longer than promised, or an action says what is done about it."""
    yield from looked.missing("time_taken")
    took, promised = looked.record.values.get("time_taken"), looked.number("rto_hours")
    is_long = isinstance(took, float | int) and promised is not None and took > promised
    if is_long and not any(has(line.get("action")) for _, line in looked.lines("issues_actions")):
        yield looked.lack("too_long", "time_taken", took=f"{took:g}", promised=promised)


def _checked_in_numbers(looked: Looked) -> Iterator[Lack]:
    """The check of completeness says what was counted."""
    yield from looked.missing("integrity_check")
    words = looked.record.text("integrity_check")
    if words and not re.search(r"\d", words):
        yield looked.lack("no_numbers", "integrity_check")


def _overdue_excepted(looked: Looked) -> Iterator[Lack]:
    """Each finding past its time has an exception, and each exception somebody who approved it and an end."""
    yield from each_line("overdue", "exception")(looked)
    for number, line in looked.lines("exceptions"):
        for column in ("approver", "expires"):
            if not has(line.get(column)):
                yield looked.lack("missing", "exceptions", number, column)


def _two_sources(looked: Looked) -> Iterator[Lack]:
    """One list cannot be compared with itself."""
    words = looked.record.text("sources")
    named = [part for part in re.split(r"[,;\n]|\band\b|&", words) if part.strip()]
    if words and len(named) < TWO_SOURCES:
        yield looked.lack("one_source", "sources")


def _certificate(looked: Looked) -> Iterator[Lack]:
    if not looked.record.evidence:
        yield from looked.missing("witness")


RULES = MappingProxyType(
    {
        "tabletop_exercise": (
            PrintedRule("inside_window", inside_window("date")),
            PrintedRule("sponsor_present", _present),
            PrintedRule("gaps_answered", _gaps_answered),
            PrintedRule("overdue_noted", _overdue_noted),
            PrintedRule("nothing_real"),
        ),
        "incident_log": (
            PrintedRule("severity_said", filled("severity", "description")),
            PrintedRule("in_breach_register", _in_breach_register),
            PrintedRule("serious_looked_into", when(_serious, filled("root_cause", "contained_at", "lessons"))),
            PrintedRule("notices_decided", _notices),
            PrintedRule("improvements_owned", when(_closed, each_line("lessons", "owner", "due"))),
        ),
        "change_record": (
            PrintedRule("approved_first", _approved_first),
            PrintedRule("two_people", when(_alone, filled("verification"), _two_people)),
            PrintedRule(
                "emergency_reviewed",
                when(
                    _emergency,
                    together(
                        filled("emergency_review"), within("emergency_review", "deployed_at", "emergency_review_days")
                    ),
                ),
            ),
            PrintedRule(
                "tested", when(_writes_code, filled("test_evidence", "rollback_plan"), filled("title", "systems"))
            ),
            PrintedRule("looked_at_after", filled("verification")),
        ),
        "log_review_record": (
            PrintedRule("every_period", of_all=every_period),
            PrintedRule("findings_assessed", _findings_assessed),
            PrintedRule("not_only_own"),
            PrintedRule("silent_sources_named", filled("failed_sources")),
        ),
        "backup_restore_test": (
            PrintedRule("restored_in_time", _restored_in_time),
            PrintedRule("checked_in_numbers", _checked_in_numbers),
            PrintedRule("every_period", of_all=every_period),
            PrintedRule("tester_differs", differ("approver", "tester")),
        ),
        "vulnerability_scan_review": (
            PrintedRule("every_period", of_all=every_period),
            PrintedRule("coverage_said", filled("coverage")),
            PrintedRule("counted", filled("counts", "overdue")),
            PrintedRule("overdue_excepted", _overdue_excepted),
        ),
        "asset_inventory": (
            PrintedRule(
                "differences_resolved",
                together(any_of_line("missing", "action", "done"), any_of_line("extra", "done", "reason")),
            ),
            PrintedRule("owners_named", each_line("owner_gaps", "new_owner")),
            PrintedRule("two_sources", _two_sources),
        ),
        "disposal_record": (
            PrintedRule("method_suits", filled("class", "method")),
            PrintedRule("certificate_named", _certificate),
        ),
    }
)
"""The rules of each layout in the order in which the form prints them."""
