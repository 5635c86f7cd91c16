"""Rules about what documents print and who stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.questions import QuestionKind
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding

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
    quiet = {QuestionKind.TEXT, QuestionKind.LONG_TEXT}
    for stated in situation.engagement.names.stated.values():
        question = stated.question
        if question is not None and stated.is_suggested and (question.kind not in quiet or question.suggest):
            value = stated.answer.value if stated.answer else ""
            yield see(
                situation, "FD-72", f"answers.{question.id}", about=question.id, question=question.label, value=value
            )
