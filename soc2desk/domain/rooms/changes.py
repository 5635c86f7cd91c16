"""The files about changes: what was merged or carried out, what was urgent, and the tickets behind it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.rooms.company import weekday

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.people import Person
    from soc2desk.domain.rooms.making import Making

CHANGES, URGENT, TICKETS = "changes/changes.csv", "changes/urgent-changes.csv", "tickets/tickets.csv"
_MANY, _FEW = 40, 18
_URGENT = 4


def add_changes(making: Making) -> None:
    """Add the list of changes, the list of urgent ones, and the tickets."""
    making.listing(CHANGES, "list_changes", _changes(making))
    making.listing(URGENT, "list_urgent", _urgent(making))
    making.listing(TICKETS, "list_tickets", _tickets(making))


def _count(making: Making) -> int:
    return _MANY if len(making.company.here) > 2 else _FEW  # noqa: PLR2004 - two people change less


def number_of(making: Making, at: int) -> str:
    """Return the number of a change."""
    first = making.company.lots.number("first change", 1100, 4800)
    return str(first + at * 4 + making.company.lots.number(f"change {at}", 0, 3))


def _author(making: Making, at: int) -> Person:
    return making.company.lots.pick(f"author {at}", making.company.makers)


def _changes(making: Making) -> Iterator[tuple[str, ...]]:
    company, words = making.company, making.company.words["change_words"]
    titles, count = company.words["change_titles"], _count(making)
    plants = ("approved_own_change", "change_without_test")
    faults = [(plant, fault) for plant in plants for fault in making.planted(plant)]
    # Every tenth is urgent and one looks odd and is not, so neither is taken.
    decoy = count // 2 + 1
    free = [at for at in range(2, count) if not _is_urgent(at) and at != decoy]
    odd = dict(zip(company.lots.some("odd changes", free, len(faults)), faults, strict=False))
    for at in range(count):
        author = _author(making, at)
        approver = company.other_than(f"approver {at}", author)
        plant, fault = odd.get(at, ("", ""))
        item = number_of(making, at)
        if fault:
            making.stands(fault, CHANGES, item)
        if at == decoy:
            making.sound("merged_own", CHANGES, item)
        by = author if plant == "approved_own_change" else approver
        merged_by = author if at == decoy else by
        tests = words[1] if plant == "change_without_test" else words[0]
        title = titles[(at + company.lots.number("titles", 0, len(titles))) % len(titles)]
        kind = words[3] if _is_urgent(at) else words[2]
        ticket = _ticket(making, at)
        yield item, title, author.name, by.name, tests, merged_by.name, _merged(making, at), kind, ticket


def _ticket(making: Making, at: int) -> str:
    return f"T-{making.company.lots.number('first ticket', 1500, 5200) + at * 2}"


def _is_urgent(at: int) -> bool:
    return at % 10 == 0


def _merged(making: Making, at: int) -> str:
    company = making.company
    share = ((company.end - company.start).days - 8) * at // _count(making)
    return f"{company.day(f'merged {at}', share, share + 3)} {company.clock(f'merged {at}')}"


def _urgent(making: Making) -> Iterator[tuple[str, ...]]:
    """Yield the urgent changes with their later reviews, one a line of the list of changes."""
    company = making.company
    days = company.limit("emergency_review_days", 3)
    found = [at for at in range(_count(making)) if _is_urgent(at)][:_URGENT]
    late = dict(zip(company.lots.some("urgent", found, 1), making.planted("urgent_not_reviewed"), strict=False))
    for at in found:
        author = _author(making, at)
        item, day = number_of(making, at), date.fromisoformat(_merged(making, at)[:10])
        reviewer = company.other_than(f"urgent by {at}", author)
        reviewed = weekday(day + timedelta(days=1))
        reviewed = max(reviewed, day)
        if at in late:
            making.stands(late[at], URGENT, item)
            yield item, day.isoformat(), author.name, company.words["urgent_reasons"][at // 10], str(days), "", ""
        else:
            reason = company.words["urgent_reasons"][at // 10]
            yield item, day.isoformat(), author.name, reason, str(days), reviewer.name, reviewed.isoformat()


def _tickets(making: Making) -> Iterator[tuple[str, ...]]:
    """Yield a ticket for each change; what was asked for, by whom, and when it was closed."""
    company, words = making.company, making.company.words["ticket_words"]
    for at in range(_count(making)):
        merged = date.fromisoformat(_merged(making, at)[:10])
        opened = weekday(merged - timedelta(days=company.lots.number(f"opened {at}", 1, 9)))
        asked = company.lots.pick(f"asked {at}", company.here)
        said = words[at % (len(words) - 1)]
        yield _ticket(making, at), said, asked.name, opened.isoformat(), merged.isoformat(), number_of(making, at)
