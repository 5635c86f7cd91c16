"""The readiness review: owners are walked through the requests, gaps become a list, and a record ends it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.app.transfer import approver
from soc2desk.domain.auditing import Ready, Remedy, WalkedRequest
from soc2desk.domain.clock import refuse_behind
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.problems import ProjectProblem, UsageProblem, nearest
from soc2desk.domain.remedying import with_remedies
from soc2desk.domain.walking import asked_of, review_record
from soc2desk.packet.compose import compose

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.app.desk import Desk
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import KeptRecord
    from soc2desk.domain.project import Project

LONGEST_ANSWER = 2000


def answer_request(desk: Desk, name: str, request: str, ready: Ready, answer: str, owner: str) -> WalkedRequest:
    """Write down, with today's date, what an owner could show for a request. The usual owner stands for none named."""
    project = _change(desk, name, lambda project: answered(desk, project, request, ready, answer, owner))
    return next(one for one in project.walked_requests if one.id == request)


def answered(desk: Desk, project: Project, request: str, ready: Ready, answer: str = "", owner: str = "") -> Project:
    """Return the project with an owner's answer of today, in place of an earlier one.

    Raises UsageProblem for a request that nobody asks for here, ProjectProblem for a person who does not work here.
    """
    refuse_behind(project, desk.today)
    engagement = decide_engagement(desk.catalogue, project, desk.today)
    asked = {one.id: one for one in engagement.requests}
    if request not in asked:
        hint = nearest(request, asked) or "soc2desk readiness walk lists the requests."
        raise UsageProblem(f'"{request}" is no request of this scope and report.', hint=hint)
    person = approver(desk, project, owner).id if owner else _usual(asked_of(asked[request], engagement), engagement)
    said = WalkedRequest(request, ready, desk.today, person, answer.strip()[:LONGEST_ANSWER])
    others = tuple(one for one in project.walked_requests if one.id != request)
    return replace(project, walked_requests=(*others, said))


def _usual(person: str, engagement: Engagement) -> str:
    return person if person in engagement.project.person else ""


def behind(desk: Desk, project: Project) -> ProjectProblem | None:
    """Return the problem of a clock that stands before the newest entry of a project; None for one that is right."""
    try:
        refuse_behind(project, desk.today)
    except ProjectProblem as problem:
        return problem
    return None


def bring_up_to_date(desk: Desk, name: str, *, anew: bool = False) -> tuple[Remedy, ...]:
    """Bring the remediation list of a project up to date and return it; `anew` orders what is open again."""
    return _change(desk, name, lambda project: listed(desk, project, anew=anew)).remedies


def listed(desk: Desk, project: Project, *, anew: bool = False) -> Project:
    """Return the project with its remediation list as of today."""
    made = compose(desk.catalogue, project, desk.today)
    return replace(project, remedies=with_remedies(made.engagement, made.findings, anew=anew))


def close_remedy(desk: Desk, name: str, remedy: str) -> Remedy:
    """Write down that something was mended today. Raises UsageProblem for what is not on the list."""
    project = _change(desk, name, lambda project: closed(desk, project, remedy))
    return next(one for one in project.remedies if one.id == remedy)


def closed(desk: Desk, project: Project, remedy: str) -> Project:
    """Return the project with one line of its list closed today; one that was closed before keeps its day."""
    refuse_behind(project, desk.today)
    known = {one.id for one in project.remedies}
    if remedy not in known:
        hint = nearest(remedy, known) or "soc2desk readiness remedies makes the list."
        raise UsageProblem(f'"{remedy}" is not on the remediation list.', hint=hint)
    return replace(
        project,
        remedies=tuple(
            replace(one, closed_on=one.closed_on or desk.today) if one.id == remedy else one for one in project.remedies
        ),
    )


def finish_review(desk: Desk, name: str, by: str, recommendation: str) -> KeptRecord:
    """Keep the record of the readiness review, signed today by a person who works here. It lists what was walked."""
    project = _change(desk, name, lambda project: finished(desk, project, by, recommendation))
    return project.records[-1]


def finished(desk: Desk, project: Project, by: str, recommendation: str) -> Project:
    """Return the project with a record of the review. Raises ProjectProblem while nobody was asked anything."""
    if not project.walked_requests:
        message = "Nobody was asked anything yet, so there is no review to keep."
        raise ProjectProblem(message, hint="Walk the owners through the requests first.")
    refuse_behind(project, desk.today)
    person = approver(desk, project, by)
    engagement = decide_engagement(desk.catalogue, project, desk.today)
    record = review_record(engagement, person.id, recommendation)
    return replace(project, records=(*project.records, record))


def _change(desk: Desk, name: str, act: Callable[[Project], Project]) -> Project:
    from soc2desk.storage.projects import open_project, save

    stored = open_project(desk.workspace, name, desk.catalogue)
    project = act(stored.project)
    save(stored, project, desk.catalogue)
    return project
