"""The reports that a company had before, from the interview and from the table of earlier reports."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from soc2desk.domain.auditing import EarlierReport

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement


def earlier_reports(engagement: Engagement) -> tuple[EarlierReport, ...]:
    """Return every report that came before this one, the oldest first."""
    found = {(one.report, one.last): one for one in (*_answered(engagement), *engagement.project.earlier_reports)}
    return tuple(sorted(found.values(), key=lambda one: (one.last, one.report)))


def _answered(engagement: Engagement) -> tuple[EarlierReport, ...]:
    last = _day(engagement, "prior_report_end")
    report = engagement.answer_text("prior_report_type")
    if last is None or not report:
        return ()
    return (EarlierReport("", report, _day(engagement, "prior_report_start") or last, last),)


def _day(engagement: Engagement, question: str) -> date | None:
    answer = engagement.names.stated[question].answer
    return answer.value if answer and isinstance(answer.value, date) else None
