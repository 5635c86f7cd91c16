"""Rules about what is to be done once a year, or once before fieldwork. They are silent until it is due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.owed import looked_at
from soc2desk.domain.risk_register import rated_risks
from soc2desk.readiness.dates import A_YEAR, applies, days_done, has_begun, is_overdue, seen_until, was_done
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding

EXERCISE, ASSESSMENT, REGISTER, REVIEW, TEST, RECOVERY, RETENTION = (
    "IRS-04", "RSK-01", "RSK-02", "MON-02", "MON-04", "BCP-02", "LOG-04",
)  # fmt: skip
AFTER_START, BEFORE_DATE = timedelta(days=45), timedelta(days=30)
"""By when an exercise is held: after the start of a window, before the date of a Type I report."""
SOONEST = 45
"""Days that a readiness review leaves at least until fieldwork, so that gaps can still be closed."""
FIELDWORK = timedelta(days=28)
"""How long an auditor's work usually lasts: early logs are asked for until then."""


def no_exercise(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when no incident exercise was held in what is examined or the year before, and one was due."""
    engagement = situation.engagement
    window = looked_at(engagement)
    if window is None or not applies(engagement, EXERCISE):
        return
    due = window[0] + AFTER_START if engagement.scope.is_type_2 else window[0] - BEFORE_DATE
    if engagement.day > due and not was_done(engagement, EXERCISE, window[0] - A_YEAR, seen_until(engagement)):
        yield see(situation, "FD-25", f"control_states.{EXERCISE}", about=EXERCISE, controls=(EXERCISE,), due=due)


def no_recovery_test(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when availability is examined and recovery was not tried in the year up to its end."""
    engagement = situation.engagement
    window = looked_at(engagement)
    if window is None or "availability" not in engagement.scope.categories or not applies(engagement, RECOVERY):
        return
    late = engagement.day > (window[1] if engagement.scope.is_type_2 else window[1] - BEFORE_DATE)
    done = was_done(engagement, RECOVERY, window[1] - A_YEAR, seen_until(engagement))
    if (late or is_overdue(engagement, RECOVERY)) and not done:
        yield see(situation, "FD-64", f"control_states.{RECOVERY}", about=RECOVERY, controls=(RECOVERY,))


def test_is_old(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when a promised penetration test is older than a year, or overdue and never shown."""
    engagement = situation.engagement
    one, window = engagement.state.get(TEST), looked_at(engagement)
    if one is None or not one.is_shown or window is None:
        return
    done, phrases = days_done(engagement, TEST), engagement.catalogue.phrases
    if done and done[-1] < seen_until(engagement) - A_YEAR:
        why = phrases["finding.FD-47.old"].format(day=done[-1])
    elif not done and (engagement.day > window[1] or is_overdue(engagement, TEST)):
        why = phrases["finding.FD-47.never"]
    else:
        return
    yield see(situation, "FD-47", f"control_states.{TEST}", about=TEST, controls=(TEST,), why=why)


def risks_not_assessed(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when no risk assessment of the last year stands behind what is claimed or examined."""
    engagement = situation.engagement
    shown = (engagement.state[id_].is_shown for id_ in (ASSESSMENT, REGISTER) if id_ in engagement.state)
    if not applies(engagement, ASSESSMENT) or not (any(shown) or has_begun(engagement)):
        return
    last = seen_until(engagement)
    window = looked_at(engagement)
    first = min(last, window[0] if window else last) - A_YEAR
    rated = [risk.rated_on for risk in rated_risks(engagement) if risk.rated_on]
    days = sorted((*rated, *days_done(engagement, ASSESSMENT)))
    if not any(first <= day <= last for day in days):
        why = "old" if days else "never"
        said = engagement.catalogue.phrases[f"finding.FD-32.{why}"].format(day=days[-1] if days else "")
        yield see(situation, "FD-32", "risks", about=ASSESSMENT, controls=(ASSESSMENT,), why=said)


def review_missing_or_late(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when the readiness review leaves fewer than 45 days until fieldwork, or there is none by then."""
    engagement = situation.engagement
    fieldwork = engagement.scope.fieldwork
    if fieldwork is None or engagement.day <= fieldwork - timedelta(days=SOONEST):
        return
    left = [(fieldwork - day).days for day in days_done(engagement, REVIEW)]
    if any(SOONEST <= days <= A_YEAR.days for days in left):
        return
    late = [days for days in left if 0 <= days < SOONEST]
    phrases = engagement.catalogue.phrases
    why = phrases["finding.FD-35.late"].format(days=max(late)) if late else phrases["finding.FD-35.missing"]
    yield see(situation, "FD-35", "pages.walk", about=REVIEW, controls=(REVIEW,), why=why, fieldwork=fieldwork)


def logs_kept_too_short(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when logs of the first examined day are gone before fieldwork is over."""
    engagement = situation.engagement
    scope, answer = engagement.scope, engagement.names.stated["log_retention_days"].answer
    kept = answer.value if answer else None
    if scope.start is None or scope.end is None or not isinstance(kept, int) or not applies(engagement, RETENTION):
        return
    needed = (_fieldwork_ends(scope.fieldwork, scope.end) - scope.start).days
    if kept < needed:
        yield see(
            situation, "FD-23", "answers.log_retention_days", about=RETENTION, controls=(RETENTION,), kept=kept,
            needed=needed, start=scope.start,
        )  # fmt: skip


def _fieldwork_ends(fieldwork: date | None, end: date) -> date:
    return max(fieldwork or end, end) + FIELDWORK
