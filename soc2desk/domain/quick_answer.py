"""The five-minute answer: when a report can be there, worked out from four facts before anybody is interviewed.

Nothing here is promised. Every day is the earliest one that holds if work starts today and what is assumed is so.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from soc2desk.domain.problems import UsageProblem


class Stand(StrEnum):
    """Where a company stands today."""

    NOTHING = "nothing"  # nothing is written yet
    POLICIES = "policies"  # policies are written and approved
    RUNNING = "running"  # the controls run
    REPORT = "report"  # there was a report before


class Wish(StrEnum):
    """The report that is wanted."""

    TYPE_1 = "type_1"
    TYPE_2_3 = "type_2_3"
    TYPE_2_6 = "type_2_6"
    TYPE_2_12 = "type_2_12"
    EARLIEST = "earliest"


class Verdict(StrEnum):
    """Whether the wish can be held."""

    HELD = "held"  # at the usual pace
    TIGHT = "tight"  # only where preparing takes half the usual time
    NOT_HELD = "not_held"


MONTHS = {Wish.TYPE_1: 0, Wish.TYPE_2_3: 3, Wish.TYPE_2_6: 6, Wish.TYPE_2_12: 12}
"""Months that are examined. Three is the least that most readers take, a year the most that a report covers."""
PREPARING = {Stand.NOTHING: 180, Stand.POLICIES: 110, Stand.RUNNING: 60, Stand.REPORT: 21}
"""Days before the first examined day: the plan begins 180 days before it; policies are out 110 days before it,
controls stand 60 days before it, and 21 days before it is the gate at which every control has run once."""
COMPRESSED = 2
"""With less time all steps move together. Below half of it, approving, training and a first run of every control do
not fit beside other work."""
READINESS = 60
"""Days from the readiness review to fieldwork, so that gaps can be closed."""
LEAST_READINESS = 45
"""Fewer days than this between the two is a warning of ours."""
FIELDWORK_AFTER = 8
"""Days from the last examined day to fieldwork: the lists are exported on the day after, and the auditor has them a
week before."""
REPORT_AFTER = 56
"""Days from fieldwork to the report that are usual: eight weeks."""
LEAST_REPORT_AFTER = 28
"""Four weeks: less is not to be expected."""
MOST_PEOPLE = 100_000
"""More than this is a slip of the keyboard."""
MANY_PEOPLE = 500
"""From so many people on, one service and the team around it are asked about, not the whole company."""
_UNEVEN = timedelta(days=8)  # more than the days by which as many months differ
FARTHEST = 3650
"""Ten years: a report for later than this needs no plan today."""


@dataclass(frozen=True, slots=True)
class QuickQuestion:
    """What is asked: the day by which the report is needed, how many people work there, and where they stand."""

    needed_by: date
    people: int
    stand: Stand
    today: date
    wish: Wish = Wish.EARLIEST
    categories: tuple[str, ...] = ("security",)


@dataclass(frozen=True, slots=True)
class Dates:
    """One way to a report: the first and last examined day (one day for Type I), fieldwork, and the report."""

    start: date
    end: date
    fieldwork: date
    report: date

    @property
    def month(self) -> date:
        """The first day of the month in which the report can be expected; no day is named to anybody."""
        return self.report.replace(day=1)


@dataclass(frozen=True, slots=True)
class Way:
    """One kind of report: its dates at the usual pace, and where preparing takes half of that time."""

    wish: Wish
    usual: Dates
    short: Dates
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class QuickAnswer:
    """What can be said. `wished` is the way that is asked for, `instead` what can be there by then where it cannot.

    `latest_start` is the last day to begin at the usual pace, `last_call` at the short one; None where it has passed.
    """

    question: QuickQuestion
    ways: tuple[Way, ...]
    wished: Way
    instead: Way | None
    latest_start: date | None
    last_call: date | None

    @property
    def verdict(self) -> Verdict:
        """Whether the wish can be held."""
        return self.wished.verdict


def answer_quickly(question: QuickQuestion) -> QuickAnswer:
    """Return what can be there by when. Raises UsageProblem for a day that is over and for a company of nobody."""
    _check(question)
    ways = tuple(_way(wish, question) for wish in MONTHS)
    wished = next((way for way in ways if way.wish is question.wish), ways[0])
    return QuickAnswer(
        question,
        ways,
        wished,
        _instead(wished, ways),
        _begun(wished.wish, question, short=False),
        _begun(wished.wish, question, short=True),
    )


def _check(question: QuickQuestion) -> None:
    if question.needed_by <= question.today:
        message = f"The report is needed by {question.needed_by.isoformat()}, which is not in the future."
        raise UsageProblem(message, hint="Give the day by which somebody has to have it.")
    if (question.needed_by - question.today).days > FARTHEST:
        raise UsageProblem("The report is needed in more than ten years.", hint="Give a day in the next ten years.")
    if not 1 <= question.people <= MOST_PEOPLE:
        message = f"{question.people} is no number of people that a company has."
        raise UsageProblem(message, hint=f"Give everybody who works there, contractors too: 1 to {MOST_PEOPLE}.")


def _way(wish: Wish, question: QuickQuestion) -> Way:
    usual, short = _dates(wish, question, short=False), _dates(wish, question, short=True)
    verdict = Verdict.NOT_HELD
    if usual.report <= question.needed_by:
        verdict = Verdict.HELD
    elif short.report <= question.needed_by:
        verdict = Verdict.TIGHT
    return Way(wish, usual, short, verdict)


def _dates(wish: Wish, question: QuickQuestion, *, short: bool) -> Dates:
    start = question.today + timedelta(days=_preparing(question.stand, short=short))
    end = _after(start, MONTHS[wish])
    ready = question.today + timedelta(days=LEAST_READINESS if short else READINESS)
    fieldwork = max(end + timedelta(days=FIELDWORK_AFTER), ready)
    after = LEAST_REPORT_AFTER if short else REPORT_AFTER
    return Dates(start, end, fieldwork, fieldwork + timedelta(days=after))


def _preparing(stand: Stand, *, short: bool) -> int:
    return -(-PREPARING[stand] // COMPRESSED) if short else PREPARING[stand]


def _after(start: date, months: int) -> date:
    """Return the last day of a window of so many months; the day itself for none."""
    if not months:
        return start
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    following = date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
    return following - timedelta(days=1)


def _instead(wished: Way, ways: tuple[Way, ...]) -> Way | None:
    """Return the report nearest to the wish that can be there by then: the longest window, else a Type I."""
    if wished.verdict is not Verdict.NOT_HELD:
        return None
    possible = [way for way in ways if way.verdict is not Verdict.NOT_HELD]
    return possible[-1] if possible else None


def _begun(wish: Wish, question: QuickQuestion, *, short: bool) -> date | None:
    """Return the last day on which work can begin for the report to be there; None where that day is over."""
    needed, taken = question.needed_by, _dates(wish, question, short=short).report - question.today
    # The same months are a few days longer or shorter, as the day on which they begin.
    first = max(question.today, needed - taken - _UNEVEN)
    days = (needed - taken + _UNEVEN - first).days
    begun = (first + timedelta(days=at) for at in range(days, -1, -1))
    return next((day for day in begun if _dates(wish, _on(question, day), short=short).report <= needed), None)


def _on(question: QuickQuestion, today: date) -> QuickQuestion:
    return QuickQuestion(question.needed_by, question.people, question.stand, today, question.wish, question.categories)
