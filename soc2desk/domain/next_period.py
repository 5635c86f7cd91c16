"""The next period of the same client: what goes on, what reopens, and what stays with the period that is over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.answers import Answer
from soc2desk.domain.auditing import EarlierReport, Retest
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.entry_days import with_entry_days
from soc2desk.domain.owed import looked_at, owed
from soc2desk.domain.problems import ProjectProblem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.evidence import Evidence
    from soc2desk.domain.owed import Owed
    from soc2desk.domain.project import Approval, Project

TYPE_1, TYPE_2 = "type_1", "type_2"
FIRST_MONTHS = 6
"""How long a first window is where nobody says; a later one is as long as the one before."""
LEAVES = ("report_date", "fieldwork_start", "report_needed_by")
"""Answers about the old period that say nothing of the new one."""
DAYS_OF_A_MONTH = 30.4375

LONGEST = 731
"""Days from the first to the last of a window: two years, and a leap day."""

Window = tuple[date, date]


@dataclass(frozen=True, slots=True)
class PriorException:
    """An exception of the report that was issued: in whose words, of which controls, and how it is shown as mended."""

    name: str
    controls: tuple[str, ...] = ()
    how: str = ""


@dataclass(frozen=True, slots=True)
class NextPeriod:
    """What a person says of it: the day the report was issued, the new window, and the exceptions in the report."""

    issued: date
    window: Window
    exceptions: tuple[PriorException, ...] = ()


@dataclass(frozen=True, slots=True)
class RolledForward:
    """The project in its new period, and what became of the old one.

    `reopened` are the documents to be approved again; `retests` how many exceptions are to be shown again; `goes_on`
    the occurrences begun before the window that touch it; `archived` how many rows stay with the old period alone.
    """

    project: Project
    period: Window
    report: EarlierReport
    reopened: tuple[str, ...]
    retests: int
    goes_on: tuple[str, ...]
    archived: int


def usual_window(engagement: Engagement) -> Window:
    """Return the window that follows without a gap. Raises ProjectProblem while the present period is not known."""
    first, last = present_period(engagement)
    begins = last + timedelta(days=1)
    months = round(((last - first).days + 1) / DAYS_OF_A_MONTH) if engagement.scope.is_type_2 else FIRST_MONTHS
    return begins, _months_later(begins, max(months, 1)) - timedelta(days=1)


def present_period(engagement: Engagement) -> Window:
    """Return the first and last day of the period that is over, or its one date twice."""
    period = looked_at(engagement)
    if period is None:
        message = "The present period is not known, so there is nothing to go on from."
        hint = "Answer which report it was, and its date or its first and last day."
        raise ProjectProblem(message, where="answers.report_type", hint=hint)
    return period


def roll_forward(catalogue: Catalogue, project: Project, wanted: NextPeriod, today: date) -> RolledForward:
    """Return the project in its next period. Raises ProjectProblem for days that cannot be.

    Answers, people, controls with their days, risks and training go on. Evidence, records and lists of the old period
    leave, but those of an act whose own period reaches into the new window.
    """
    engagement = decide_engagement(catalogue, project, today)
    period = present_period(engagement)
    _check(engagement, period, wanted, today)
    _check_controls(engagement, wanted.exceptions)
    report = _report(engagement, period, wanted, project)
    begun = replace(project, answers=_answers(project, engagement, period, wanted), document_date=None)
    touching = frozenset(act.period.id for act in _owed(catalogue, begun, today))
    made = _kept(_told_anew(begun, period), touching)
    made = replace(
        made,
        approvals=tuple(one for one in made.approvals if not _is_old(one, wanted.window[1])),
        earlier_reports=(*made.earlier_reports, report),
        retests=(*(one for one in made.retests if one.shown_on is None), *_retests(project, wanted, report.id)),
    )
    made = with_entry_days(project, replace(made, evidence=_evidence_kept(project, made, touching)), today)
    left = frozenset(made.approval)
    return RolledForward(
        made,
        period,
        report,
        tuple(one.id for one in project.approvals if one.id not in left),
        len(made.retests),
        _going_on(made, touching),
        _rows(project) - _rows(made),
    )


def _check(engagement: Engagement, period: Window, wanted: NextPeriod, today: date) -> None:
    begins, ends = wanted.window
    if wanted.issued > today:
        raise ProjectProblem(f"The report would be issued on {wanted.issued}, which is still to come.",
                             hint="Go on to the next period when the report is there.")  # fmt: skip
    if wanted.issued < period[1]:
        raise ProjectProblem(f"A report issued on {wanted.issued} cannot speak of days up to {period[1]}.",
                             hint="Give the day on which the auditor signed it.")  # fmt: skip
    if begins > ends:
        raise ProjectProblem(f"The window would end on {ends}, before it begins on {begins}.")
    if (ends - begins).days > LONGEST:
        raise ProjectProblem(f"The window would go on from {begins} to {ends}, for more than two years.",
                             hint="Give a last day within two years of the first.")  # fmt: skip
    overlaps = begins <= period[1] if engagement.scope.is_type_2 else begins < period[1]
    if overlaps:
        raise ProjectProblem(f"The new window would begin on {begins}, inside the period up to {period[1]}.",
                             hint=f"Let it begin on {period[1] + timedelta(days=1)}, or later.")  # fmt: skip


def _check_controls(engagement: Engagement, exceptions: Iterable[PriorException]) -> None:
    for one in exceptions:
        for control in one.controls:
            if control not in engagement.worked:
                message = f'The exception "{one.name}" names {control}, and there is no such control.'
                raise ProjectProblem(message, hint="Use the ids of the controls, such as ACC-07.")


def _report(engagement: Engagement, period: Window, wanted: NextPeriod, project: Project) -> EarlierReport:
    taken = {one.id for one in project.earlier_reports}
    stem = f"report-{period[1].isoformat()}"
    name = stem if stem not in taken else f"{stem}-{len(taken) + 1}"
    return EarlierReport(name, engagement.scope.report_type, *period, wanted.issued)


def _answers(project: Project, engagement: Engagement, period: Window, wanted: NextPeriod) -> dict[str, Answer]:
    begins, ends = wanted.window
    answers = {name: answer for name, answer in project.answers.items() if name not in LEAVES}
    answers |= {
        "report_type": Answer(TYPE_2), "window_start": Answer(begins), "window_end": Answer(ends),
        "prior_report_type": Answer(engagement.scope.report_type), "prior_report_end": Answer(period[1]),
    }  # fmt: skip
    if engagement.scope.is_type_2:
        answers["prior_report_start"] = Answer(period[0])
    else:
        answers.pop("prior_report_start", None)
    return answers


def _owed(catalogue: Catalogue, project: Project, today: date) -> tuple[Owed, ...]:
    engagement = decide_engagement(catalogue, project, today)
    return owed(engagement, (one.id for one in engagement.controls))


def _told_anew(project: Project, period: Window) -> Project:
    """Leave out what was told of the old period; that nothing was to tell is asked again."""
    incidents = tuple(one for one in project.disclosed_incidents if one.happened_on > period[1])
    changes = tuple(one for one in project.system_changes if one.changed_on > period[1])
    asked_again = {name for name, rows in (("incidents_said", incidents), ("changes_said", changes)) if not rows}
    answers = {name: answer for name, answer in project.answers.items() if name not in asked_again}
    return replace(project, answers=answers, disclosed_incidents=incidents, system_changes=changes)


def _kept(project: Project, touching: frozenset[str]) -> Project:
    return replace(
        project,
        records=tuple(one for one in project.records if one.occurrence in touching),
        user_exports=(),
        seen_in_lists=(),
        walked_requests=(),
        auditor_requests=(),
        remedies=tuple(one for one in project.remedies if one.closed_on is None),
    )


def _evidence_kept(before: Project, after: Project, touching: frozenset[str]) -> tuple[Evidence, ...]:
    """Return the evidence of acts that go on, and what something that stays rests on: a proof of training."""
    named = {name for one in after.records for name in one.evidence}
    named |= {name for one in after.completions for name in one.evidence}
    named |= {name for one in after.certificates for name in one.evidence}
    named |= {name for one in after.retests for name in one.evidence}
    return tuple(one for one in before.evidence if one.occurrence in touching or one.id in named)


def _is_old(approval: Approval, end: date) -> bool:
    """Whether twelve months and more will have passed since an approval when the new window ends."""
    return _months_later(approval.decided_on or approval.on, 12) < end


def _retests(project: Project, wanted: NextPeriod, report: str) -> tuple[Retest, ...]:
    taken = {one.id for one in project.retests}
    names = (f"retest-{number}" for number in range(1, len(taken) + len(wanted.exceptions) + 1))
    free = [name for name in names if name not in taken]
    return tuple(
        Retest(name, one.name, report, one.controls, one.how)
        for name, one in zip(free, wanted.exceptions, strict=False)
    )


def _going_on(made: Project, touching: frozenset[str]) -> tuple[str, ...]:
    begun = [*(one.occurrence for one in made.records), *(one.occurrence for one in made.evidence)]
    return tuple(dict.fromkeys(one for one in begun if one in touching))


def _rows(project: Project) -> int:
    tables = (
        project.evidence, project.records, project.user_exports, project.seen_in_lists, project.walked_requests,
        project.auditor_requests, project.remedies, project.disclosed_incidents, project.system_changes,
    )  # fmt: skip
    return sum(map(len, tables))


def _months_later(day: date, months: int) -> date:
    """Return the same day some months on, or the last of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))
