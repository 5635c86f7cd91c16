"""The rules of records about access and people: reviews, leavers, joiners, requests, training, acceptance."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.answers import Duration
from soc2desk.domain.owed import looked_at
from soc2desk.domain.record_lacks import Kept, Lack, Looked, PrintedRule, has, is_nothing
from soc2desk.domain.rule_pieces import (
    deadline,
    differ,
    each_line,
    filled,
    in_order,
    inside_period,
    person_of,
    said_yes,
    together,
    when,
    within,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

CHANGED = frozenset({"change", "remove"})
AWARENESS = "awareness"
_PRIVILEGED = re.compile(r"(?<!not )(?<!no )(?<!non-)\b(privileged|admin|administrator|root|superuser)", re.IGNORECASE)
_DOCUMENT = re.compile(r"[A-Z]{2,4}-[A-Z0-9]{2,5}")


def _changes_followed(looked: Looked) -> Iterator[Lack]:
    """Ask for the ticket and the day where a line says that something has to change."""
    if any(line.get("decision") in CHANGED for _, line in looked.lines("lines")):
        yield from looked.missing("changes_ticket", "changes_done_date")
        if is_nothing(looked.record.text("changes_ticket")):
            yield looked.lack("ticket_needed", "changes_ticket")
        yield from in_order("review_date", "changes_done_date")(looked)


def _leavers(looked: Looked) -> Iterator[Lack]:
    """Tell who had left before the review and stands on the list without being removed."""
    day = looked.record.day("review_date")
    people = looked.engagement.project.person
    for number, line in looked.lines("lines"):
        person = people.get(person_of(looked, line.get("person")))
        if person and day and person.end and person.end < day and line.get("decision") != "remove":
            yield looked.lack("leaver", "lines", number, "person", who=person.name, day=person.end)


def _disabled_in_time(looked: Looked) -> Iterator[Lack]:
    """Measure the time between the last day and the disabled account against what was promised."""
    end, done = looked.record.moment("last_day_time"), looked.record.moment("identity_provider_disabled")
    limit = looked.answer("access_removal_limit")
    if looked.is_chosen("departure_type", "involuntary"):
        limit = looked.answer("involuntary_removal_limit") or limit
    if isinstance(end, datetime) and isinstance(done, datetime) and isinstance(limit, Duration):
        last = deadline(end, limit, looked.working_days)
        if done > last:
            yield looked.lack("too_late", "identity_provider_disabled", day=done, last=last)


def _equipment(looked: Looked) -> Iterator[Lack]:
    """Ask for a day and a condition of each item, or why there was none."""
    yield from each_line("equipment", "received", "condition")(looked)
    for number, line in enumerate(looked.record.lines("equipment"), 1):
        if is_nothing(str(line.get("item", ""))) and not any(has(cell) for key, cell in line.items() if key != "item"):
            yield looked.lack("why_none", "equipment", number, "condition")


def _handed_over(looked: Looked) -> Iterator[Lack]:
    """Ask for a new owner of each control that the person owned."""
    person = person_of(looked, looked.record.text("person"))
    given = {str(line.get("control", "")): line for _, line in looked.lines("control_ownership")}
    for control, owners in looked.engagement.owners.items():
        state = looked.engagement.state.get(control)
        if person and owners.owner == person and state and state.applies and control not in given:
            yield looked.lack("control_left", "control_ownership", control=control)
    for number, line in looked.lines("control_ownership"):
        if not has(line.get("new_owner")) or person_of(looked, line["new_owner"]) == person:
            yield looked.lack("missing", "control_ownership", number, "new_owner")


def _owns_something(looked: Looked) -> bool:
    person = person_of(looked, looked.record.text("person"))
    return bool(person) and any(one.owner == person for one in looked.engagement.owners.values())


def _is_privileged(looked: Looked) -> bool:
    return bool(_PRIVILEGED.search(looked.record.text("rights")))


def _approver(looked: Looked) -> Iterator[Lack]:
    yield from differ("manager_approval", "user")(looked)
    yield from differ("owner_approval", "user")(looked)


def _own_access(looked: Looked) -> Iterator[Lack]:
    """Nobody reviews their own access alone."""
    yield from looked.missing("own_access_reviewer")
    yield from differ("own_access_reviewer", "reviewer")(looked)


def _attended(kept: Kept, *, awareness: bool) -> dict[str, date]:
    """Return the first day on which each person attended a course."""
    found: dict[str, date] = {}
    for looked in kept.each():
        day = looked.record.day("date")
        if day is None or looked.is_chosen("skill_area", AWARENESS) is not awareness:
            continue
        for _, line in looked.lines("attendees"):
            person = person_of(looked, line.get("person"))
            if line.get("attended") is True and person:
                found[person] = min(day, found.get(person, day))
    for one in kept.engagement.project.completions:
        if one.person and (AWARENESS in one.course.casefold()) is awareness:
            found[one.person] = min(one.on, found.get(one.person, one.on))
    return found


def _owners_trained(kept: Kept) -> Iterator[Lack]:
    """Tell which owner of a control completed no training before what is examined began."""
    window = looked_at(kept.engagement)
    trained = _attended(kept, awareness=False)
    owners = dict.fromkeys(kept.engagement.owners[one.id].owner for one in kept.engagement.controls if one.applies)
    for owner in owners if window and window[0] <= kept.engagement.day else ():
        if owner and (owner not in trained or (window and trained[owner] > window[0])):
            yield Lack("", "not_trained", "attendees", values=(("who", kept.engagement.person_name(owner)),))


def _joiners_trained(kept: Kept) -> Iterator[Lack]:
    """Tell which joiner completed no awareness training in time."""
    engagement = kept.engagement
    stated = engagement.names.stated["training_due_days"].answer
    days = stated.value if stated and isinstance(stated.value, int) else None
    window = looked_at(engagement)
    trained = _attended(kept, awareness=True)
    for person in engagement.project.people if days is not None and window else ():
        last = person.start + timedelta(days=days or 0) if person.start else None
        joined_now = last and window and person.start and person.start >= window[0] and last < engagement.day
        if joined_now and last and trained.get(person.id, date.max) > last:
            yield Lack("", "not_trained", "attendees", values=(("who", person.name),))


def _accepted_by_all(kept: Kept) -> Iterator[Lack]:
    """Tell who works here and accepted nothing."""
    accepted = {person_of(one, one.record.text("person")) for one in kept.each()}
    for person in kept.engagement.project.people:
        if person.is_here(kept.engagement.day) and person.id not in accepted and kept.engagement.project.approvals:
            yield Lack("", "not_accepted", "person", values=(("who", person.name),))


def _after_publication(looked: Looked) -> Iterator[Lack]:
    """A text cannot be accepted before it existed."""
    found = _DOCUMENT.search(looked.record.text("policy"))
    approval = looked.engagement.project.approval.get(found.group()) if found else None
    day = looked.record.day("date")
    since = (approval.decided_on or approval.on) if approval else None
    if day and since and day < since:
        yield looked.lack("before_text", "date", day=day, other=since)


def _everybody_said(looked: Looked) -> Iterator[Lack]:
    """Nobody is present by default."""
    yield from each_line("attendees", "attended")(looked)


RULES = MappingProxyType(
    {
        "access_review": (
            PrintedRule("lines_decided", each_line("lines", "decision")),
            PrintedRule("inside_period", inside_period("period", "review_date", "changes_done_date")),
            PrintedRule("changes_followed", _changes_followed),
            PrintedRule("own_access", _own_access),
            PrintedRule("no_leavers", _leavers),
            PrintedRule("privileged_included", said_yes("privileged_reviewed")),
        ),
        "offboarding_checklist": (
            PrintedRule("disabled_in_time", _disabled_in_time),
            PrintedRule("each_system", each_line("systems", "done_at", "done_by")),
            PrintedRule("equipment_back", _equipment),
            PrintedRule("controls_handed_over", _handed_over),
            PrintedRule("both_signed", filled("hr_sign_off", "it_sign_off")),
        ),
        "onboarding_checklist": (
            PrintedRule(
                "screened_first",
                together(in_order("screening_done", "access_granted"), in_order("agreements_signed", "access_granted")),
            ),
            PrintedRule("aware_in_time", within("awareness_training", "start_date", "training_due_days")),
            PrintedRule("owner_trained", when(_owns_something, filled("role_training"))),
            PrintedRule("request_named", filled("access_request")),
        ),
        "access_request": (
            PrintedRule("approver_differs", _approver),
            PrintedRule(
                "approved_first",
                together(in_order("manager_approval", "granted_at"), in_order("owner_approval", "granted_at")),
            ),
            PrintedRule("owner_approved", when(_is_privileged, filled("owner_approval"))),
            PrintedRule("old_rights_gone"),
        ),
        "training_attendance": (
            PrintedRule("owners_trained", of_all=_owners_trained),
            PrintedRule("joiners_aware", of_all=_joiners_trained),
            PrintedRule("materials_kept", filled("materials")),
            PrintedRule("presence_said", _everybody_said),
        ),
        "policy_acknowledgement": (
            PrintedRule("everybody_accepted", of_all=_accepted_by_all),
            PrintedRule("after_publication", _after_publication),
        ),
    }
)
"""The rules of each layout in the order in which the form prints them."""
