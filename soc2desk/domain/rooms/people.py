"""The files about people: who works here, who came and went, and who was trained when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.rooms.company import weekday

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.people import Person
    from soc2desk.domain.rooms.making import Making

STAFF, LEAVERS, TRAINING = "people/staff-list.csv", "people/leavers.csv", "people/training.xlsx"
_LATE_DAYS = (6, 9)


def add_people(making: Making) -> None:
    """Add the staff list, the leavers with the times at which their access ended, and the training list."""
    staff = sorted(making.company.staff, key=lambda one: one.name)
    making.listing(STAFF, "list_staff", (_staff_row(making, one) for one in staff))
    making.listing(LEAVERS, "list_leavers", _leavers(making))
    making.listing(TRAINING, "list_training", _training(making))


def gone(making: Making) -> tuple[Person, ...]:
    """Return everybody who left within the period, in the order of their last days."""
    company = making.company
    left = [one for one in company.staff if one.end is not None and company.start <= one.end <= company.end]
    return tuple(sorted(left, key=lambda one: (one.end or company.end, one.id)))


def _staff_row(making: Making, one: Person) -> tuple[str, ...]:
    end = one.end.isoformat() if one.end and one.end <= making.company.end else ""
    kind = making.company.words["kinds_of_staff"][1 if one.contractor else 0]
    return one.name, one.title, one.email, one.start.isoformat() if one.start else "", end, kind


def _leavers(making: Making) -> Iterator[tuple[str, ...]]:
    company = making.company
    faults = making.planted("removed_late")
    late = dict(zip(company.lots.some("removed late", company.leavers, len(faults)), faults, strict=True))
    left_on = company.lots.some("left on", company.leavers, len(making.planted("leaver_can_sign_in")))
    for one, fault in zip(left_on, making.planted("leaver_can_sign_in"), strict=True):
        making.stands(fault, LEAVERS, one.name)
    for at, one in enumerate(gone(making)):
        last = one.end or company.end
        hour = company.lots.number(f"removed {at}", 13, 16)
        removed = f"{last} {hour:02}:{company.lots.number(f'removed minute {at}', 1, 58):02}"
        if one in late:
            after = weekday(last + timedelta(days=company.lots.number("removed late", *_LATE_DAYS)))
            removed = f"{after} {hour:02}:05"
            making.stands(late[one], LEAVERS, one.name)
        yield one.name, last.isoformat(), f"HR-{410 + at * 7}", removed, company.holder("it_lead").name


def _training(making: Making) -> Iterator[tuple[str, ...]]:
    """Yield who took which course by when. What a list holds is numbered, because a name stands in it twice."""
    number = 100
    for words in (*_awareness(making), *_roles(making)):
        number += 1
        item, plant = f"T-{number}", words[-1]
        if plant:
            making.stands(plant, TRAINING, item)
        yield item, *words[:-1]


def _awareness(making: Making) -> Iterator[tuple[str, ...]]:
    company = making.company
    course = company.words["courses"][0]
    days = company.limit("training_due_days", 30)
    faults = making.planted("joiner_trained_late")
    late = dict(zip(company.lots.some("joiners late", company.joiners, len(faults)), faults, strict=True))
    # Those who left later, or were on leave, took it with everybody else before the first day.
    before = [one for one in company.staff if one.start is None or one.start < company.start]
    for at, one in enumerate(sorted(before, key=lambda one: one.name)):
        took = weekday(company.start - timedelta(days=company.lots.number(f"awareness {at}", 20, 60)))
        yield one.name, course, (company.start - timedelta(days=1)).isoformat(), took.isoformat(), ""
    for at, one in enumerate(company.joiners):
        due = (one.start or company.start) + timedelta(days=days)
        took = weekday(due - timedelta(days=company.lots.number(f"joined {at}", 8, days - 3)))
        if one in late:
            took = weekday(due + timedelta(days=company.lots.number("joined late", 17, 33)))
        yield one.name, course, due.isoformat(), _by(took, company.end), late.get(one, "")


def _roles(making: Making) -> Iterator[tuple[str, ...]]:
    """Yield the courses of those who own controls: they are due before the first day that is examined."""
    company = making.company
    roles = ("security_lead", "it_lead", "engineering_lead", "hr_lead", "support_lead", "vendor_manager")
    owners = tuple(dict.fromkeys(company.holder(role) for role in roles))
    late = dict(zip(company.lots.some("owners late", owners, 1), making.planted("owner_trained_late"), strict=False))
    due = (company.start - timedelta(days=1)).isoformat()
    for at, one in enumerate(owners):
        took = weekday(company.start - timedelta(days=company.lots.number(f"owner {at}", 15, 80)))
        if one in late:
            took = company.day("owner trained late", 25, 70)
        yield one.name, company.words["courses"][1 + at % 4], due, took.isoformat(), late.get(one, "")


def _by(day: date, end: date) -> str:
    return min(day, end).isoformat()
