"""The rules of records about the programme and privacy: risks, vendors, meetings, owners, documents, rights."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.cadences import Cadence, next_day
from soc2desk.domain.record_lacks import Kept, Lack, Looked, PrintedRule, has
from soc2desk.domain.risks import HIGHEST_MEDIUM
from soc2desk.domain.rule_pieces import (
    any_of_line,
    differ,
    each_line,
    filled,
    in_order,
    name_of,
    not_later_than,
    person_of,
    said_yes,
    together,
    when,
    who,
)
from soc2desk.domain.rules_of_operations import every_period

if TYPE_CHECKING:
    from collections.abc import Iterator

FIVE_YEARS = 5
_TALKED_ABOUT = (
    "incidents", "risks", "deficiencies", "access_review_status", "training_status", "vendors", "changes_ahead",
    "audit_status",
)  # fmt: skip
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DOCUMENT = re.compile(r"[A-Z]{2,4}-[A-Z0-9]{2,5}")
_ALL_FINE = frozenset({"all fine", "fine", "ok", "all ok", "all good", "works", "yes", "done"})


def _fraud(kept: Kept) -> Iterator[Lack]:
    if kept.records and not any(one.text("category") == "fraud" for one in kept.records):
        yield Lack("", "no_fraud", "category")


def _is_open(looked: Looked) -> bool:
    return not looked.is_chosen("status", "closed")


def _risks_looked_at(kept: Kept) -> Iterator[Lack]:
    """Tell the risks that nobody looked at for longer than the rhythm of the risk review."""
    state = kept.engagement.state.get("RSK-02")
    value = state.cadence.value if state and state.cadence else ""
    for looked in kept.each():
        day = looked.record.day("last_reviewed")
        again = next_day(day, value) if day and isinstance(value, str) and value in set(Cadence) else None
        if again and again < kept.engagement.day and _is_open(looked):
            yield looked.lack("too_old", "last_reviewed", day=day)


def _high_treated(kept: Kept) -> Iterator[Lack]:
    """A risk that stays high has its day of treatment ahead."""
    for looked in kept.each():
        score, due = looked.record.values.get("residual_score"), looked.record.day("due_date")
        is_high = isinstance(score, float | int) and score > HIGHEST_MEDIUM
        if is_high and due and due < kept.engagement.day and _is_open(looked):
            yield looked.lack("overdue", "due_date", day=due)


def _accepted(looked: Looked) -> bool:
    return looked.is_chosen("treatment", "accept")


def _subservice(looked: Looked) -> bool:
    return looked.is_chosen("subservice", "carve_out", "inclusive")


def _chair(looked: Looked) -> Iterator[Lack]:
    """Somebody who runs no control is in the chair where a body oversees."""
    chair = person_of(looked, looked.record.text("chair"))
    if looked.answer("oversight_body") and any(
        one.owner == chair for one in looked.engagement.owners.values() if chair
    ):
        yield looked.lack("owns_controls", "chair", who=name_of(looked, chair))


def _each_control(looked: Looked) -> Iterator[Lack]:
    """Each control of the owner stands on the confirmation."""
    owner = person_of(looked, looked.record.text("owner"))
    said = {str(line.get("control", "")) for _, line in looked.lines("controls")}
    for one in looked.engagement.controls if owner else ():
        if one.applies and looked.engagement.owners[one.id].owner == owner and one.id not in said:
            yield looked.lack("control_left", "controls", control=one.id)


def _works_here(looked: Looked) -> Iterator[Lack]:
    person = looked.engagement.project.person.get(person_of(looked, looked.record.text("owner")))
    day = looked.record.day("signed")
    if person and day and not person.is_here(day):
        yield looked.lack("not_here", "owner", who=person.name, day=day)


def _evidence_named(looked: Looked) -> Iterator[Lack]:
    if looked.record.said("operated") is True and not looked.record.evidence:
        yield from looked.missing("evidence_link")
    for number, line in looked.lines("controls"):
        if line.get("ran") == "yes" and not has(line.get("evidence")):
            yield looked.lack("missing", "controls", number, "evidence")


def _rechecked(kept: Kept) -> Iterator[Lack]:
    """As many controls as promised were checked by somebody other than the owner."""
    stated = kept.engagement.names.stated["recheck_count"].answer
    wanted = stated.value if stated and isinstance(stated.value, int) else 0
    by_period: dict[str, int] = {}
    for looked in kept.each():
        owners = kept.engagement.owners.get(looked.record.text("control_id"))
        is_other = owners is not None and person_of(looked, looked.record.text("assessor")) != owners.owner
        period = looked.record.text("quarter")
        by_period[period] = by_period.get(period, 0) + is_other
    for period, count in by_period.items():
        if count < wanted:
            yield Lack(
                "", "too_few", "assessor", values=(("period", period), ("count", str(count)), ("wanted", str(wanted)))
            )


def _written_out(looked: Looked) -> Iterator[Lack]:
    yield from looked.missing("test")
    if looked.record.text("test").casefold().strip(" .!") in _ALL_FINE:
        yield looked.lack("not_written_out", "test")


def _deficient(looked: Looked) -> bool:
    return looked.is_chosen("result", "deficient")


def _all_walked(looked: Looked) -> Iterator[Lack]:
    """Every control in scope was walked through."""
    said = {str(line.get("control", "")) for _, line in looked.lines("walkthroughs")}
    for one in looked.engagement.controls:
        if one.applies and one.id not in said:
            yield looked.lack("control_left", "walkthroughs", control=one.id)


def _owns_none(looked: Looked) -> Iterator[Lack]:
    """The reviewer owns none of the controls checked."""
    reviewer = person_of(looked, looked.record.text("reviewer"))
    walked = [str(line.get("control", "")) for _, line in looked.lines("walkthroughs")]
    owned = [
        one for one in walked if one in looked.engagement.owners and looked.engagement.owners[one].owner == reviewer
    ]
    if reviewer and owned:
        yield looked.lack("owns_controls", "reviewer", who=name_of(looked, reviewer))


def _escalated(kept: Kept) -> Iterator[Lack]:
    for looked in kept.each():
        due = looked.record.day("due_date")
        is_closed = has(looked.record.values.get("closed"))
        if due and due < kept.engagement.day and not is_closed and not looked.record.day("escalated"):
            yield looked.lack("overdue", "escalated", day=due)


def _right_approver(looked: Looked) -> Iterator[Lack]:
    """The approver holds the role named on the cover, or stands in for who does."""
    found = _DOCUMENT.search(looked.record.text("policy"))
    template = next((one for one in looked.engagement.catalogue.templates if found and one.id == found.group()), None)
    role = looked.engagement.project.role.get(template.approver) if template else None
    signer = person_of(looked, who(looked.record, "approver"))
    if role and role.holder and signer and signer not in {role.holder, role.backup}:
        yield looked.lack("wrong_approver", "approver", who=looked.engagement.person_name(role.holder))


def _refused(looked: Looked) -> bool:
    return looked.is_chosen("decision", "refused")


def _answered_in_time(looked: Looked) -> Iterator[Lack]:
    answered, due = looked.record.day("answered"), looked.record.day("due")
    if answered and due and answered > due:
        yield looked.lack("too_late", "answered", day=answered, last=due)


def _every_incident(kept: Kept) -> Iterator[Lack]:
    """Every incident that touched personal information has an entry."""
    there = {one.text("incident_id") for one in kept.records}
    for incident in kept.of("incident_log"):
        number = incident.text("incident_id")
        if incident.text("personal_affected") == "yes" and number not in there:
            yield Lack("", "not_in_register", "incident_id", values=(("number", number),))


def _kept_long_enough(looked: Looked) -> Iterator[Lack]:
    """Five years from the day of awareness under the law of Quebec, where that day is written as one."""
    found = _DAY.search(looked.record.text("aware_date"))
    until = looked.record.day("retention_until")
    if not found or until is None or not looked.holds("quebec_law_applies"):
        return
    year, month, day = (int(part) for part in found.group().split("-"))
    if (until.year, until.month, until.day) < (year + FIVE_YEARS, month, day):
        yield looked.lack("kept_too_short", "retention_until", day=until, years=FIVE_YEARS)


RULES = MappingProxyType(
    {
        "risk_register": (
            PrintedRule("fraud_there", of_all=_fraud),
            PrintedRule("looked_at", of_all=_risks_looked_at),
            PrintedRule("acceptance_named", when(_accepted, filled("acceptance"))),
            PrintedRule("high_treated", of_all=_high_treated),
        ),
        "vendor_review": (
            PrintedRule("report_fits", when(_subservice, filled("report_period", "gap_covered"))),
            PrintedRule("duties_mapped", any_of_line("cuec_mapping", "control", "gap")),
            PrintedRule("reviewed_again", not_later_than("next_review", "reviewer_date", "VEN-04")),
            PrintedRule("countries_said", filled("location")),
            PrintedRule("decided", filled("decision")),
        ),
        "management_review_minutes": (
            PrintedRule("every_period", of_all=every_period),
            PrintedRule("independent_chair", _chair),
            PrintedRule("actions_owned", each_line("decisions_actions", "owner", "due")),
            PrintedRule("all_talked_about", filled(*_TALKED_ABOUT)),
        ),
        "control_owner_signoff": (
            PrintedRule("each_control", _each_control),
            PrintedRule("works_here", _works_here),
            PrintedRule("evidence_named", _evidence_named),
        ),
        "control_self_assessment": (
            PrintedRule("rechecked", of_all=_rechecked),
            PrintedRule("deficiency_named", when(_deficient, filled("deficiency"))),
            PrintedRule("written_out", _written_out),
        ),
        "readiness_review": (
            PrintedRule("early_enough"),
            PrintedRule("all_walked", _all_walked),
            PrintedRule("gaps_owned", each_line("gaps", "owner", "due")),
            PrintedRule("owns_none", _owns_none),
        ),
        "deficiency_log": (
            PrintedRule("owned", filled("owner", "due_date")),
            PrintedRule("closed_by_other", differ("closed", "owner")),
            PrintedRule("escalated", of_all=_escalated),
        ),
        "policy_review": (
            PrintedRule("next_in_time", not_later_than("next_review", "review_date", "GOV-05")),
            PrintedRule("right_approver", _right_approver),
            PrintedRule(
                "published_approved", together(in_order("review_date", "published"), in_order("approver", "published"))
            ),
        ),
        "data_subject_request": (
            PrintedRule("answered_in_time", _answered_in_time),
            PrintedRule("recourse_given", when(_refused, said_yes("recourse_given"))),
            PrintedRule("identity_checked", filled("identity_check")),
        ),
        "disclosure_log": (
            PrintedRule("ground_said", filled("basis")),
            PrintedRule("recipient_said", filled("recipient", "purpose")),
        ),
        "privacy_breach_register": (
            PrintedRule("every_incident", of_all=_every_incident),
            PrintedRule("harm_assessed", filled("harm_assessment")),
            PrintedRule("kept_long_enough", _kept_long_enough),
        ),
        "privacy_impact_assessment": (
            PrintedRule("before_live"),
            PrintedRule("officer_first", in_order("officer_consulted", "decision")),
            PrintedRule("risks_measured", any_of_line("risks", "measure", "owner")),
        ),
    }
)
"""The rules of each layout in the order in which the form prints them."""
