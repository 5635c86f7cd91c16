"""Rules about what documents print and who stands behind it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soc2desk.domain.project import Approval
from tests.composed import DAY, after, changed, composed, document, findings, of_sample, sample, words

PLAN = "POL-IRP"


def test_fd_24_an_incident_plan_nobody_approved() -> None:
    project = replace(sample("brightwater"), approvals=())
    (finding,) = findings(composed(project), "FD-24")
    assert (finding.severity, finding.message) == ("high", "Nobody has approved the incident response plan yet.")
    approval = Approval(PLAN, "helen-marchetti", DAY, composed(project).hashes[PLAN])
    approved = composed(replace(project, approvals=(approval,)))
    assert findings(approved, "FD-24") == ()
    assert PLAN not in approved.unapproved


def test_fd_24_an_approval_lapses_when_the_text_changes_and_returns_with_it() -> None:
    made = after("brightwater", "customer_notice_hours=72")
    (finding,) = findings(made, "FD-24")
    assert "changed after it was approved" in finding.message
    assert "Text changed since the approval" in words(document(made, PLAN))
    assert findings(after("brightwater", "customer_notice_hours=72", "customer_notice_hours=48"), "FD-24") == ()


def test_fd_24_an_approval_of_another_policy_changes_nothing() -> None:
    plan = sample("brightwater").approval[PLAN]
    others = replace(sample("brightwater"), approvals=(replace(plan, id="POL-ACP"),))
    assert len(findings(composed(others), "FD-24")) == 1


def test_an_approval_outlives_a_change_elsewhere() -> None:
    assert findings(after("brightwater", "people.thomas-hendricks.title=Accountant"), "FD-24") == ()


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("password_min_length", "12"),
        ("access_review_period", "quarterly"),
        ("access_removal_limit", "1 business day"),
        ("control_set", "Lean"),
        ("categories", "Security"),
    ],
)
def test_fd_72_a_usual_value_nobody_chose(question: str, value: str) -> None:
    (finding,) = findings(after("tamarack", f"{question}="), "FD-72")
    assert (finding.about, finding.place, finding.severity) == (question, f"answers.{question}", "high")
    assert value.lower() in finding.message.lower()
    assert "(" + value.lower()[:1] in finding.message.lower()


def test_fd_72_goes_when_somebody_confirms_even_the_same_value() -> None:
    assert findings(after("tamarack", "password_min_length={suggested: 12}"), "FD-72") != ()
    assert findings(after("tamarack", "password_min_length=12"), "FD-72") == ()


def test_fd_72_says_nothing_of_a_question_that_does_not_matter() -> None:
    assert "dsr_days" not in {f.about for f in findings(of_sample("tamarack"), "FD-72")}
    project = changed(sample("tamarack"), "categories=security", "customer_deletion_days=")
    assert findings(composed(project), "FD-72") == ()
