"""Rules about what documents print and who stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.questions import QuestionKind
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.domain.answers import Answer
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.questions import Question

PLAN = "POL-IRP"


def no_approved_incident_plan(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when the incident response plan is missing or not approved with its present text."""
    if PLAN in situation.approved:
        return
    phrases = situation.engagement.catalogue.phrases
    approval = situation.engagement.project.approval.get(PLAN)
    why = "missing" if PLAN not in situation.documents else "lapsed" if approval else "not_approved"
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
