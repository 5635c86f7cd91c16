"""Rules about people: trained and checked when they joined, policies accepted, performance looked at."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from soc2desk.readiness.acts import (
    counts,
    grouped,
    is_in_tool,
    is_on_staff,
    last_day,
    named,
    person_in,
    ran_on,
    records_of,
    runs,
)
from soc2desk.readiness.dates import A_YEAR, has_begun, seen_until, was_done
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.kept_records import KeptRecord
    from soc2desk.domain.people import Person

ATTENDANCE, ONBOARDING, ACCEPTANCE = "training_attendance", "onboarding_checklist", "policy_acknowledgement"
TRAINED, CHECKED, ACCEPTED, LOOKED_AT = "HRS-03", "HRS-01", "HRS-07", "HRS-05"
AWARENESS, COURSE = "awareness", "TRN-01"
"""The skill area of a record and the course that everybody takes."""
TO_ACCEPT = TO_ENTER = timedelta(days=30)
POLICY = "policy"


def joiner_trained_late(situation: Situation) -> Iterator[Finding]:
    """Yield each person who joined in the window and was not made aware in the promised days."""
    engagement = situation.engagement
    taken = _made_aware(engagement)
    kept_elsewhere = is_in_tool(engagement, ATTENDANCE)
    for person in _joiners(engagement, TRAINED):
        last = last_day(person.start or date.max, "training_due_days", situation)
        day = taken.get(person.id)
        if last is None or (person.end is not None and person.end <= last):
            continue
        if day > last if day is not None else last < engagement.day and not kept_elsewhere:
            why = engagement.catalogue.phrases[f"finding.FD-07.{'late' if day else 'never'}"].format(day=day)
            yield see(
                situation, "FD-07", f"people.{person.id}", about=person.id, controls=(TRAINED,), name=person.name,
                start=person.start, last=last, why=why,
            )  # fmt: skip


def _joiners(engagement: Engagement, control: str) -> Iterator[Person]:
    for person in engagement.project.people:
        if counts(engagement, control, person.start) and is_on_staff(engagement, person.id):
            yield person


def _made_aware(engagement: Engagement) -> dict[str, date]:
    """Return the first day on which each person was trained in awareness, from all places where that is kept."""
    found: dict[str, date] = {}
    for person, day in _aware_days(engagement):
        if day is not None and day <= engagement.day:
            found[person] = min(day, found.get(person, day))
    return found


def _aware_days(engagement: Engagement) -> Iterator[tuple[str, date | None]]:
    for one in engagement.project.completions:
        if one.course == COURSE:
            yield one.person, one.on
    for record in records_of(engagement, ONBOARDING):
        yield person_in(engagement, record.text("person")), record.day("awareness_training")
    for record in records_of(engagement, ATTENDANCE):
        if record.text("skill_area") == AWARENESS:
            for line in record.lines("attendees"):
                if line.get("attended") is True:
                    yield person_in(engagement, line.get("person")), record.day("date")


def checked_late(situation: Situation) -> Iterator[Finding]:
    """Yield each person who joined in the window and had access before the background check was done."""
    engagement = situation.engagement
    records = {person_in(engagement, one.text("person")): one for one in records_of(engagement, ONBOARDING)}
    for person in _joiners(engagement, CHECKED):
        record = records.get(person.id)
        why = _check_fault(record) if record else _no_record(person, engagement)
        if why:
            place = f"records.{record.id}" if record else f"people.{person.id}"
            said = engagement.catalogue.phrases[f"finding.FD-31.{why}"].format(name=person.name)
            yield see(situation, "FD-31", place, about=person.id, controls=(CHECKED,), why=said)


def _check_fault(record: KeptRecord) -> str:
    checked, granted = record.day("screening_done"), record.day("access_granted")
    if granted is None:
        return ""
    return "never" if checked is None else "late" if checked > granted else ""


def _no_record(person: Person, engagement: Engagement) -> str:
    """Return that nothing tells of the check, once it should have been entered; not where something else shows it."""
    start = person.start or date.max
    is_due = start <= engagement.day - TO_ENTER and not is_in_tool(engagement, ONBOARDING)
    return "no_record" if is_due and not was_done(engagement, CHECKED, start - A_YEAR, engagement.day) else ""


def policy_not_accepted(situation: Situation) -> Iterator[Finding]:
    """Yield who has not accepted policies that were approved more than 30 days ago, and which."""
    engagement = situation.engagement
    if not runs(engagement, ACCEPTED) or is_in_tool(engagement, ACCEPTANCE) or not has_begun(engagement):
        return
    accepted = _acceptances(engagement)
    by_people: dict[tuple[str, ...], list[str]] = {}
    for document, since in _published(engagement).items():
        missing = tuple(one.id for one in _has_to_accept(engagement, since)
                        if accepted.get((one.id, document), date.min) < since)  # fmt: skip
        by_people.setdefault(missing, []).append(document)
    for people, documents in by_people.items():
        if people:
            yield see(
                situation, "FD-30", f"people.{people[0]}", about=documents[0], controls=(ACCEPTED,),
                people=named((engagement.person_name(one) for one in people), engagement),
                documents=named(documents, engagement),
            )  # fmt: skip


def _published(engagement: Engagement) -> dict[str, date]:
    """Return the day of the newest approval of each policy that everybody accepts."""
    found = {}
    for template in engagement.catalogue.templates:
        approval = engagement.project.approval.get(template.id)
        if template.kind == POLICY and approval is not None and engagement.wants(template):
            found[template.id] = approval.decided_on or approval.on
    return found


def _has_to_accept(engagement: Engagement, since: date) -> Iterator[Person]:
    until = seen_until(engagement)
    for person in engagement.project.people:
        asked = max(since, person.start or since)
        is_due = asked + TO_ACCEPT < until and person.is_here(engagement.day) and not _is_away(person, engagement.day)
        if is_due and is_on_staff(engagement, person.id):
            yield person


def _is_away(person: Person, day: date) -> bool:
    begun = person.absent_from is not None and person.absent_from <= day
    return begun and (person.absent_until is None or day <= person.absent_until)


def _acceptances(engagement: Engagement) -> dict[tuple[str, str], date]:
    """Return the last day on which each person accepted each document, which a record names by its id or title."""
    titles = {one.title.casefold(): one.id for one in engagement.catalogue.templates}
    found: dict[tuple[str, str], date] = {}
    for record in records_of(engagement, ACCEPTANCE):
        day, words = record.day("date"), record.text("policy").strip()
        id_ = titles.get(words.casefold()) or next((one for one in titles.values() if one in words), "")
        key = person_in(engagement, record.text("person")), id_
        if day is not None and day <= engagement.day:
            found[key] = max(day, found.get(key, day))
    return found


def performance_not_reviewed(situation: Situation) -> Iterator[Finding]:
    """Yield who has worked here for more than a year and had no performance review in the last twelve months."""
    engagement = situation.engagement
    until = seen_until(engagement)
    if not has_begun(engagement) or not ran_on(engagement, LOOKED_AT, until - A_YEAR):
        return
    by_person = any(one.reviewed_on for one in engagement.project.people)
    # Where no day is kept per person, evidence for all of them is enough.
    if not by_person and was_done(engagement, LOOKED_AT, until - A_YEAR, until):
        return
    found = [one for one in engagement.project.people if _waits_for_review(one, engagement, until)]
    for group in grouped(found):
        about = group[0].id if len(group) == 1 else LOOKED_AT
        listed = named((one.name for one in group), engagement)
        yield see(situation, "FD-73", f"people.{group[0].id}", about=about, controls=(LOOKED_AT,), listed=listed)


def _waits_for_review(person: Person, engagement: Engagement, until: date) -> bool:
    if not person.is_here(until) or _is_away(person, until) or not is_on_staff(engagement, person.id):
        return False
    is_due = person.start is not None and person.start < until - A_YEAR
    return is_due and (person.reviewed_on is None or person.reviewed_on < until - A_YEAR)
