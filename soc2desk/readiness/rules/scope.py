"""Rules about the report, its dates and its criteria."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding

SHORTEST_USUAL = 3
LONGEST_USUAL = 12


def months_between(start: date, end: date) -> float:
    """Return the months from the first to the last day, both included; whole for whole calendar months."""
    after = end + timedelta(days=1)
    return (after.year - start.year) * 12 + after.month - start.month + (after.day - start.day) / 31


def report_without_dates(situation: Situation) -> Iterator[Finding]:
    """Yield a finding for each date that the chosen report needs and nobody gave."""
    scope = situation.engagement.scope
    needed = {"type_1": (("report_date", scope.as_of),)}.get(
        scope.report_type, (("window_start", scope.start), ("window_end", scope.end))
    )
    for question, day in needed if scope.report_type else ():
        if day is None:
            label = situation.engagement.catalogue.questions[question].label
            yield see(situation, "SD-01", f"answers.{question}", about=question, question=label)


def window_short(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when the window is shorter than buyers expect."""
    scope = situation.engagement.scope
    if scope.is_type_2 and scope.start and scope.end and months_between(scope.start, scope.end) < SHORTEST_USUAL:
        yield see(situation, "FD-37", "answers.window_end", start=scope.start, end=scope.end)


def window_long(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when the window is longer than a year."""
    scope = situation.engagement.scope
    if scope.is_type_2 and scope.start and scope.end and months_between(scope.start, scope.end) > LONGEST_USUAL:
        yield see(situation, "FD-38", "answers.window_end", start=scope.start, end=scope.end)


def criterion_without_control(situation: Situation) -> Iterator[Finding]:
    """Yield each criterion in scope with no control in place or run by a vendor."""
    engagement = situation.engagement
    for criterion, behind in engagement.coverage.items():
        if not behind:
            waiting = [one.id for one in engagement.controls if criterion in one.criteria and one.applies]
            yield see(
                situation, "FD-44", f"criteria.{criterion}", about=criterion, criteria=(criterion,), controls=waiting,
                criterion=criterion, title=engagement.catalogue.criterion[criterion].title,
                waiting=", ".join(waiting) or engagement.catalogue.phrases["table.none"],
            )  # fmt: skip


def criterion_with_one_control(situation: Situation) -> Iterator[Finding]:
    """Yield each criterion that rests on one control: enough, but alone."""
    for criterion, behind in situation.engagement.coverage.items():
        if len(behind) == 1:
            yield see(
                situation, "FD-45", f"criteria.{criterion}", about=criterion, criteria=(criterion,),
                controls=(behind[0].id,), criterion=criterion, control=behind[0].id,
            )  # fmt: skip


def needed_too_early(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when somebody needs the report before what it examines is over."""
    scope, answer = situation.engagement.scope, situation.engagement.names.stated["report_needed_by"].answer
    needed = answer.value if answer else None
    over = scope.end if scope.is_type_2 else scope.as_of
    if isinstance(needed, date) and over is not None and needed <= over:
        yield see(situation, "SD-08", "answers.report_needed_by", needed=needed, over=over)
