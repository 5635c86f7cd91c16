"""Rules about what documents print and who stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.policies import TO_APPROVE
from soc2desk.domain.questions import QuestionKind
from soc2desk.readiness.dates import A_YEAR, listed, seen_until
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from soc2desk.domain.answers import Answer
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.questions import Question

PLAN, REVIEW = "POL-IRP", "policy_review"


def no_approved_incident_plan(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when the incident response plan is missing or not approved with its present text."""
    if PLAN in situation.approved:
        return
    phrases, project = situation.engagement.catalogue.phrases, situation.engagement.project
    own = situation.engagement.own_clauses.get("IRS-01", ()) if PLAN not in situation.documents else ()
    if any(project.own_document[one.document].approved_on for one in own):
        return
    approval = project.approval.get(PLAN)
    is_there = PLAN in situation.documents or own
    why = "missing" if not is_there else "lapsed" if approval else "not_approved"
    yield see(
        situation, "FD-24", f"approvals.{PLAN}", about=PLAN, controls=("IRS-01",), why=phrases[f"finding.FD-24.{why}"]
    )


def value_not_confirmed(situation: Situation) -> Iterator[Finding]:
    """Yield each value that a document would print and nobody at the company chose."""
    phrases = situation.engagement.catalogue.phrases
    for stated in situation.engagement.names.stated.values():
        question, answer = stated.question, stated.answer
        if question is not None and answer is not None and not answer.confirmed:
            value = _said(question, answer, phrases)
            yield see(
                situation, "FD-72", f"answers.{question.id}", about=question.id, question=question.label, value=value
            )


def _said(question: Question, answer: Answer, phrases: Mapping[str, str]) -> str:
    match answer.value:
        case tuple(values):
            return ", ".join(question.choice_label(value) for value in values)
        case value if question.kind is QuestionKind.CADENCE:
            return phrases[f"cadence.adjective.{value}"]
        case value:
            return question.choice_label(str(value))


def not_approved(situation: Situation) -> Iterator[Finding]:
    """Yield one finding for all documents whose present text nobody approved; the incident plan has its own."""
    waiting = [id_ for id_ in _to_approve(situation) if id_ != PLAN and id_ not in situation.approved]
    if waiting:
        titles = listed([situation.documents[id_] for id_ in waiting], situation.engagement)
        yield see(
            situation, "FD-29", f"approvals.{waiting[0]}", about="documents", controls=("GOV-05",),
            count=len(waiting), total=len(_to_approve(situation)), listed=titles,
        )  # fmt: skip


def not_reviewed(situation: Situation) -> Iterator[Finding]:
    """Yield one finding for all approved documents that nobody looked at for a year, as of the last day that counts."""
    engagement = situation.engagement
    last = seen_until(engagement)
    approved = [id_ for id_ in _to_approve(situation) if id_ in situation.approved]
    old = [id_ for id_ in approved if _reviewed(id_, situation) < last - A_YEAR]
    if old:
        titles = listed([situation.documents[id_] for id_ in old], engagement)
        yield see(
            situation, "FD-28", f"documents.{old[0]}", about="documents", controls=("GOV-05",), count=len(old),
            listed=titles,
        )  # fmt: skip


def _to_approve(situation: Situation) -> list[str]:
    template = situation.engagement.catalogue.template
    return [id_ for id_ in situation.documents if id_ in template and template[id_].kind in TO_APPROVE]


def _reviewed(document: str, situation: Situation) -> date:
    """Return the day on which a document was approved or, by a record, reviewed last."""
    engagement = situation.engagement
    approval = engagement.project.approval[document]
    names = {document, situation.documents[document]}
    reviews = (one for one in engagement.project.records if one.type == REVIEW and one.text("policy") in names)
    days = (day for one in reviews if (day := one.day("review_date")) and day <= engagement.day)
    return max((approval.decided_on or approval.on, *days))
