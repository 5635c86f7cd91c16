"""The files about access: lists of users of two systems, requests for access, and the reviews of each quarter."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.rooms.company import weekday

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.people import Person
    from soc2desk.domain.rooms.making import Making
    from soc2desk.domain.systems import System

USERS = ("access/users-sign-in.csv", "access/users-changes.csv")
REQUESTS, REVIEWS = "access/access-requests.csv", "access/reviews.csv"
_REVIEWED_AFTER = (8, 20)


def sheet_of(place: int, quarter: str) -> str:
    """Return the file with the worksheet of one system and quarter."""
    return f"access/review-{('sign-in', 'changes')[place]}-{quarter}.xlsx"


def add_access(making: Making) -> None:
    """Add the lists of users, the requests for access, the reviews and the worksheets of each."""
    for place in (0, 1):
        making.listing(USERS[place], f"list_users_{place + 1}", _users(making, place))
    making.listing(REQUESTS, "list_requests", _requests(making))
    making.listing(REVIEWS, "list_reviews", _reviews(making))


# ---- lists of users --------------------------------------------------------------------------------


def _users(making: Making, place: int) -> Iterator[tuple[str, ...]]:
    company, system = making.company, making.company.systems[place]
    people = company.users_of(place)
    left_open = _left_open(making) if place == 1 else {}
    for one in sorted(people, key=company.login):
        left = one.end is not None and one.end <= company.end
        login = company.login(one)
        if one in left_open:
            making.stands(left_open[one], USERS[place], login)
        elif left:
            making.sound("suspended", USERS[place], login)
        is_on = one in left_open or not (left or one.is_away(company.end))
        yield _user_row(making, one, place, is_on=is_on)
    yield from _machines(making, system, place)
    if place == 0:
        for fault, login in _shared(making):
            making.stands(fault, USERS[place], login)
            words = company.words["user_words"]
            seen, made = company.day("shared seen", 150), company.start - timedelta(days=400)
            yield login, login.capitalize(), f"{login}@{company.domain}", words[0], words[3], str(seen), str(made)


def _shared(making: Making) -> Iterator[tuple[str, str]]:
    """Yield each administrator account that belongs to nobody, with the fault that asks for it."""
    for fault in making.planted("shared_administrator"):
        yield fault, making.company.lots.pick("shared", ("admin", "administrator", "helpdesk", "office"))


def _left_open(making: Making) -> dict[Person, str]:
    """Return whose account was left on, with the fault that asks for it."""
    faults, company = making.planted("leaver_can_sign_in"), making.company
    return dict(zip(company.lots.some("left on", company.leavers, len(faults)), faults, strict=True))


def _user_row(making: Making, one: Person, place: int, *, is_on: bool) -> tuple[str, ...]:
    company, words = making.company, making.company.words["user_words"]
    role = _role(making, one, place)
    until = min(one.end or company.end, company.end)
    seen = weekday(until - timedelta(days=company.lots.number(f"seen {place} {one.id}", 0, 12)))
    made = one.start or company.start
    return company.login(one), one.name, one.email, words[0 if is_on else 1], role, seen.isoformat(), made.isoformat()


def _role(making: Making, one: Person, place: int) -> str:
    """Return the rights of somebody's account in one of the two systems."""
    words = making.company.words["user_words"]
    return words[3 if one == making.company.reviewer_of(place) else 2]


def _machines(making: Making, system: System, place: int) -> Iterator[tuple[str, ...]]:
    """Yield the accounts that programs use: they stand in the company's table of them."""
    company, words = making.company, making.company.words["user_words"]
    for one in company.project.service_accounts:
        if one.system == system.id:
            making.sound("service", USERS[place], one.id)
            made = (company.start - timedelta(days=300)).isoformat()
            yield one.id, one.name, "", words[0], words[4], company.end.isoformat(), made


def _of_nobody(making: Making, place: int, sheet: str) -> Iterator[tuple[str, str, str]]:
    """Yield login, name and rights of each account that is no person's: a review holds those too."""
    words = making.company.words["user_words"]
    for one in making.company.project.service_accounts:
        if one.system == making.company.systems[place].id:
            yield one.id, one.name, words[4]
    for fault, login in _shared(making) if place == 0 else ():
        making.stands(fault, sheet, login)
        yield login, login.capitalize(), words[3]


# ---- requests --------------------------------------------------------------------------------------


def _requests(making: Making) -> Iterator[tuple[str, ...]]:
    """Yield who asked for what for whom, when it was approved and when it was given."""
    company, words = making.company, making.company.words["access_asked"]
    number = company.lots.number("requests", 210, 480)
    bare = list(making.planted("grant_without_approval"))
    count = 14 if len(company.here) > 2 else 6  # noqa: PLR2004 - two people ask for less
    odd = company.lots.number("request without approval", 3, count - 3)
    for at in range(count):
        person = company.lots.pick(f"request for {at}", company.here)
        asked = company.other_than(f"request by {at}", person, company.here)
        approver = company.holder("it_lead")
        if approver in {person, asked}:
            approver = next((one for one in company.here if one not in {person, asked}), asked)
        day = company.day(f"request {at}", at * 12, at * 12 + 10)
        item, system = f"AR-{number + at * 3}", company.systems[at % 2].name
        asked = person if approver == asked else asked
        approved, given = f"{day} 10:{at + 10}", f"{day} 14:{at + 20}"
        if at == odd and bare:
            making.stands(bare[0], REQUESTS, item)
            yield item, person.name, asked.name, system, words[at % len(words)], "", "", given
        else:
            yield item, person.name, asked.name, system, words[at % len(words)], approver.name, approved, given


# ---- reviews ---------------------------------------------------------------------------------------


def _reviews(making: Making) -> Iterator[tuple[str, ...]]:
    company = making.company
    skipped = {}
    for fault in making.planted("review_skipped"):
        # Those of the last quarter bear other faults.
        skipped[company.lots.number("skipped", 0, len(company.quarters) * 2 - 3)] = fault
    at = 0
    for quarter, first, last in company.quarters:
        for place, system in enumerate(company.systems):
            item = f"{system.name} {quarter.upper()}"
            reviewer = company.reviewer_of(place)
            # The last two are done before the period ends, so that the room holds them.
            done = weekday(first + timedelta(days=45 + company.lots.number(f"done {at}", *_REVIEWED_AFTER)))
            told = item, system.name, quarter.upper(), last.isoformat(), reviewer.name
            if at in skipped:
                making.stands(skipped[at], REVIEWS, item)
                yield *told, "", company.words["review_words"][0]
            else:
                sheet = sheet_of(place, quarter)
                making.listing(sheet, "list_review", _worksheet(making, place, quarter, done))
                yield *told, done.isoformat(), sheet
            at += 1


def _worksheet(making: Making, place: int, quarter: str, done: date) -> Iterator[tuple[str, ...]]:
    """Yield one line an account that was there on the day of the review. Nobody decides on the own account."""
    company, sheet = making.company, sheet_of(place, quarter)
    keep = company.words["review_words"][1]
    reviewer = company.reviewer_of(place)
    second = company.other_than(f"second {place}", reviewer, company.here)
    own = making.planted("review_own_access") if (place, quarter) == (1, company.quarters[-1][0]) else ()
    left_open = _left_open(making) if place == 1 else {}
    # An account of somebody on leave, or of somebody whose last day it is, is there as well.
    on = [one for one in company.users_of(place) if one.is_here(done) or one.end == done]
    # Who reviewed the account of a leaver and kept it has not seen what the list of users still shows.
    kept = [one for one in left_open if one.has_left(done) and one not in on]
    for one in kept:
        making.stands(left_open[one], sheet, company.login(one))
    out = _left_out(making, place, quarter, on)
    for one in sorted((*on, *kept), key=company.login):
        if one == out:
            continue
        by = second if one == reviewer and not own else reviewer
        if one == reviewer and own:
            making.stands(own[0], sheet, company.login(one))
        yield company.login(one), one.name, _role(making, one, place), keep, by.name, done.isoformat()
    for login, name, role in _of_nobody(making, place, sheet):
        yield login, name, role, keep, reviewer.name, done.isoformat()


def _left_out(making: Making, place: int, quarter: str, on: list[Person]) -> Person | None:
    """Return whose account the worksheet does not hold although it was on, where the exercise asks for that."""
    company = making.company
    faults = making.planted("review_leaves_out")
    if not faults or (place, quarter) != (0, company.quarters[-1][0]):
        return None
    known = [one for one in on if one.end is None and one in company.here and one != company.reviewer_of(place)]
    out = company.lots.pick("left out", known)
    making.stands(faults[0], sheet_of(place, quarter))
    making.stands(faults[0], USERS[place], company.login(out))
    return out
