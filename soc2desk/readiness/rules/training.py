"""Rules about training: what is overdue, what is to be repeated, and certificates that end."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from soc2desk.domain.training_record import SOON, Taken, completions, needs
from soc2desk.readiness.rule import Situation, see
from soc2desk.readiness.rules.owner_training import untrained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding
    from soc2desk.domain.training_record import Need

TRAINED = ("HRS-03", "HRS-04")


def course_overdue(situation: Situation) -> Iterator[Finding]:
    """Yield, for each person, the courses that were due and that nobody entered as taken.

    What the rule about owners without any training tells already is left out, unless nobody took any course.
    """
    told = _told_of_owners(situation)
    for person, all_of in _by_person(situation, Taken.OVERDUE).items():
        found = [need for need in all_of if need.id not in told]
        days = [str(need.due) for need in found if need.due]
        if not days:
            continue
        yield see(
            situation, "SD-60", f"people.{person}", about=person, controls=TRAINED,
            name=situation.engagement.person_name(person), courses=_listed(found), due=min(days),
        )  # fmt: skip


def course_to_repeat(situation: Situation) -> Iterator[Finding]:
    """Yield each course of a person that was to be taken again."""
    for person, found in _by_person(situation, Taken.REPEAT).items():
        for need in found:
            yield see(
                situation, "SD-61", f"people.{person}", about=need.id, controls=TRAINED,
                name=situation.engagement.person_name(person), courses=need.course.id,
                on=need.taken.on if need.taken else "", due=need.repeat_by,
            )  # fmt: skip


def certificate_ends(situation: Situation) -> Iterator[Finding]:
    """Yield each certificate of somebody who works here that has ended, or ends within two months."""
    engagement = situation.engagement
    for one in engagement.project.certificates:
        person = engagement.project.person.get(one.person)
        here = person is not None and person.is_here(engagement.day)
        if here and one.expires_on is not None and one.expires_on <= engagement.day + SOON:
            yield see(
                situation, "SD-62", f"certificates.{one.id}", about=one.id, controls=("HRS-05",),
                certificate=one.name, name=engagement.person_name(one.person), day=one.expires_on,
            )  # fmt: skip


def _by_person(situation: Situation, state: Taken) -> dict[str, list[Need]]:
    found: dict[str, list[Need]] = defaultdict(list)
    for need in needs(situation.engagement):
        if need.state is state:
            found[need.person].append(need)
    return found


def _told_of_owners(situation: Situation) -> frozenset[str]:
    if not completions(situation.engagement):
        return frozenset()
    bare = untrained(situation.engagement)
    return frozenset(f"{person.id}/{course.id}" for person, courses in bare.items() for course in courses)


def _listed(found: list[Need]) -> str:
    return ", ".join(need.course.id for need in found)
