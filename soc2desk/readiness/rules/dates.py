"""Rules about dates: the window, what came before it, fieldwork, the report, and what has to run by when."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.earlier import earlier_reports
from soc2desk.domain.evidence import Standing
from soc2desk.domain.plan_dates import SOONEST_REPORT_DAYS
from soc2desk.domain.project import State
from soc2desk.domain.shown import days_shown
from soc2desk.readiness.dates import listed
from soc2desk.readiness.rule import Situation, see
from soc2desk.readiness.rules.scope import LONGEST_USUAL, SHORTEST_USUAL, months_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.findings import Finding

SAME_AS = MappingProxyType(
    {
        "TL-02": "FD-37",
        "TL-03": "FD-38",
        "TL-05": "FD-06",
        "TL-06": "FD-01",
        "TL-07": "FD-29",
        "TL-08": "FD-35",
        "TL-09": "FD-35",
        "TL-11": "FD-13",
        "TL-13": "FD-25",
        "TL-15": "FD-28",
        "TL-16": "FD-23",
        "TL-21": "FD-40",
        "TL-25": "FD-55",
        "TL-27": "FD-68",
    }
)
"""Rules on dates that another rule says already: nobody reads the same thing twice."""
USUAL_MONTHS = (3, 6, 12)
ACCESS_REVIEW, RISK_ASSESSMENT = "ACC-07", "RSK-01"
ASSERTION, ASSERTION_REQUEST = "RPT-ASR", "ER-003"
A_MONTH, A_YEAR = timedelta(days=30), timedelta(days=365)
FEEDS = 31
"""Days between a Type I date and the window behind it within which work for the one serves the other."""
TIME_LEFT = timedelta(days=60)
"""How long before its end a window is looked at for what runs once a year: then there is time to do it."""
LISTED = 8


def window_of_one_day(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when a window does not end after it began."""
    scope = situation.engagement.scope
    if scope.is_type_2 and scope.start and scope.end and scope.end <= scope.start:
        yield see(situation, "TL-01", "answers.window_end", start=scope.start, end=scope.end)


def window_unusual(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when a window has an unusual length, or the one of a first report where there was one before."""
    scope = situation.engagement.scope
    if not (scope.is_type_2 and scope.start and scope.end):
        return
    months = months_between(scope.start, scope.end)
    before = any(one.report == "type_2" for one in earlier_reports(situation.engagement))
    unusual = SHORTEST_USUAL <= months <= LONGEST_USUAL and months not in USUAL_MONTHS
    if unusual or (before and months == SHORTEST_USUAL):
        yield see(situation, "TL-04", "answers.window_end", months=f"{months:.1f}".removesuffix(".0"))


def fieldwork_inside_window(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when fieldwork begins before the window has ended."""
    scope = situation.engagement.scope
    if scope.is_type_2 and scope.end and scope.fieldwork and scope.fieldwork < scope.end:
        yield see(situation, "TL-10", "answers.fieldwork_start", fieldwork=scope.fieldwork, end=scope.end)


def first_access_review_late(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when a month of the window is over and no access review was done by then."""
    engagement = situation.engagement
    start, one = engagement.scope.start, engagement.worked.get(ACCESS_REVIEW)
    if not (engagement.scope.is_type_2 and start and one is not None and one.is_asked_for):
        return
    by = start + A_MONTH
    if one.until is not None and one.until < by:
        return
    if engagement.day > by and not any(day <= by for day in days_shown(engagement, ACCESS_REVIEW)):
        place = f"owners.{ACCESS_REVIEW}" if one.until is None else engagement.place_of(ACCESS_REVIEW)
        yield see(situation, "TL-12", place, controls=(ACCESS_REVIEW,), by=by)


def risk_assessment_old_at_start(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when a window opened on a risk assessment older than a year, though one came later.

    Where none came at all, the rule on the missing assessment says so.
    """
    engagement = situation.engagement
    scope, one = engagement.scope, engagement.worked.get(RISK_ASSESSMENT)
    start = scope.start if scope.is_type_2 else scope.as_of
    if start is None or one is None or not one.is_asked_for or engagement.day < start:
        return
    days = [*days_shown(engagement, RISK_ASSESSMENT), *_rated(engagement)]
    if days and not any(start - A_YEAR <= day <= start for day in days) and any(day > start for day in days):
        first = min(day for day in days if day > start)
        yield see(situation, "TL-14", "risks", controls=(RISK_ASSESSMENT,), start=start, first=first)


def _rated(engagement: Engagement) -> Iterator[date]:
    for risk in engagement.project.risks:
        yield from (day for day in (risk.rated_on, risk.reviewed_on) if day and day <= engagement.day)


def report_too_soon(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when less than four weeks lie between the end of what is examined and the report."""
    scope, needed = situation.engagement.scope, _answered(situation.engagement, "report_needed_by")
    over = scope.end if scope.is_type_2 else scope.as_of
    if needed and over and over < needed < over + timedelta(days=SOONEST_REPORT_DAYS):
        yield see(situation, "TL-17", "answers.report_needed_by", needed=needed, over=over, days=(needed - over).days)


def report_stale(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when the newest report speaks of days that lie more than a year back."""
    engagement = situation.engagement
    scope = engagement.scope
    ends = [one.last for one in earlier_reports(engagement)]
    ends += [over] if (over := scope.end if scope.is_type_2 else scope.as_of) else []
    newest = max((day for day in ends if day <= engagement.day), default=None)
    if newest and engagement.day > newest + A_YEAR:
        yield see(situation, "TL-18", "pages.scope", end=newest)


def gap_before_window(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when months lie between the last window and this one: nobody examines them."""
    previous, start = _previous_end(situation.engagement), situation.engagement.scope.start
    if previous and start and (days := (start - previous).days - 1) > 0:
        yield see(situation, "TL-19", "answers.window_start", previous=previous, start=start, days=days)


def windows_overlap(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when this window begins before the last one has ended."""
    previous, start = _previous_end(situation.engagement), situation.engagement.scope.start
    if previous and start and start <= previous:
        follows = previous + timedelta(days=1)
        yield see(situation, "TL-20", "answers.window_start", previous=previous, start=start, follows=follows)


def _previous_end(engagement: Engagement) -> date | None:
    """Return the last day of the newest Type II report before this one; None where there is none."""
    scope = engagement.scope
    ends = [one.last for one in earlier_reports(engagement) if one.report == "type_2"]
    return max((day for day in ends if scope.is_type_2 and scope.end and day < scope.end), default=None)


def control_newer_than_date(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when controls begin only after the date of a Type I report."""
    engagement = situation.engagement
    as_of = engagement.scope.as_of
    if engagement.scope.is_type_2 or as_of is None:
        return
    begins = {one.id: one.start if one.state is State.PLANNED else one.since for one in engagement.controls}
    late = [one.id for one in engagement.controls if one.applies and not one.by_law
            and (day := begins[one.id]) is not None and day > as_of]  # fmt: skip
    if late:
        newest = max(day for one in late if (day := begins[one]) is not None)
        yield see(situation, "TL-22", "answers.report_date", controls=late, as_of=as_of, newest=newest,
                  count=len(late), listed=listed(late, engagement, LISTED))  # fmt: skip


def type_1_far_from_window(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when a Type I date lies too far before the window that is planned behind it."""
    engagement = situation.engagement
    answer = engagement.project.answers.get("window_start")
    as_of, start = engagement.scope.as_of, answer.value if answer else None
    if engagement.scope.is_type_2 or as_of is None or not isinstance(start, date):
        return
    if (days := (start - as_of).days) > FEEDS:
        yield see(situation, "TL-23", "answers.report_date", as_of=as_of, start=start, days=days)


def annual_control_outside_window(situation: Situation) -> Iterator[Finding]:
    """Yield what runs once a year and was shown before the window only, or not in the twelve months before its end."""
    engagement = situation.engagement
    scope = engagement.scope
    if not (scope.is_type_2 and scope.start and scope.end) or engagement.day < scope.end - TIME_LEFT:
        return
    last_run = {control: max((d for d in days_shown(engagement, control) if d <= scope.end), default=None)
                for control in _annual(engagement)}  # fmt: skip
    since = scope.end - A_YEAR
    found = {
        "none": [control for control, day in last_run.items() if day is None or day < since],
        "before": [control for control, day in last_run.items() if day is not None and since <= day < scope.start],
    }
    for about, controls in found.items():
        if controls:
            why = engagement.catalogue.phrases[f"finding.TL-24.{about}"].format(end=scope.end, start=scope.start)
            yield see(situation, "TL-24", f"owners.{controls[0]}", about=about, controls=controls, why=why,
                      listed=listed(controls, engagement, LISTED))  # fmt: skip


def _annual(engagement: Engagement) -> Iterator[str]:
    for one in engagement.controls:
        if one.is_asked_for and one.cadence is not None and one.cadence.value == Cadence.ANNUAL:
            yield one.id


def assertion_signed_early(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when a Type II assertion was approved, or taken as the final one, before the window had ended."""
    engagement = situation.engagement
    end = engagement.scope.end
    if not engagement.scope.is_type_2 or end is None:
        return
    approval = engagement.project.approval.get(ASSERTION)
    days = [approval.decided_on or approval.on] if approval else []
    days += [one.dated for one in engagement.project.evidence
             if ASSERTION_REQUEST in one.requests and one.state is Standing.ACCEPTED and one.dated]  # fmt: skip
    if days and min(days) < end:
        yield see(situation, "TL-26", f"documents.{ASSERTION}", about=ASSERTION, signed=min(days), end=end)


def _answered(engagement: Engagement, question: str) -> date | None:
    answer = engagement.names.stated[question].answer
    return answer.value if answer and isinstance(answer.value, date) else None
