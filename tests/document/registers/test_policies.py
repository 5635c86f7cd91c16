"""The policy register follows the approvals; responsibilities follow the owners."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience
from soc2desk.domain.policies import TO_APPROVE
from soc2desk.domain.project import Approval
from tests.composed import changed, composed, document, of_sample, sample, table

if TYPE_CHECKING:
    from soc2desk.packet.compose import Composition


def test_every_document_that_somebody_approves_stands_once() -> None:
    made = of_sample("brightwater")
    rows = table(made, "REG-POL", "policies")
    assert set(rows) == {one.id for one in made.documents if one.kind in TO_APPROVE}


def approved(*changes: str) -> Composition:
    """The sample with one approval of its present text, then changed."""
    text = of_sample("brightwater").hashes["POL-ACP"]
    approval = Approval("POL-ACP", "helen-marchetti", date(2026, 11, 16), text)
    return composed(changed(replace(sample("brightwater"), approvals=(approval,)), *changes))


def test_an_approval_stands_with_its_day_and_the_next_review() -> None:
    row = table(approved(), "REG-POL", "policies")["POL-ACP"]
    assert row["approval"] == "Recorded by Helen Marchetti on 2026-11-16"
    assert row["review_due"] == "2027-11-16"


def test_an_approval_of_another_text_counts_for_nothing() -> None:
    row = table(approved("password_min_length=16"), "REG-POL", "policies")["POL-ACP"]
    assert row["approval"] == "Text changed since the approval recorded on 2026-11-16"
    assert row["review_due"] == ""


def test_a_document_nobody_approved_says_so() -> None:
    assert table(approved(), "REG-POL", "policies")["POL-IRP"]["approval"] == "Not approved yet"


def test_responsibilities_name_owner_approver_reviewer_and_backup() -> None:
    made = of_sample("brightwater")
    assert document(made, "REG-RAC").audience is Audience.INTERNAL
    row = table(made, "REG-RAC", "raci")["ACC-10"]
    assert (row["engineering_lead"], row["security_lead"], row["executive_sponsor"]) == ("R", "C", "A")
    assert (row["others"], row["run_by_person"]) == ("I Mehwish Qureshi", "Park Ji-ho")


def test_a_backup_who_stands_in_for_the_owning_role_is_informed_there() -> None:
    row = table(of_sample("brightwater"), "REG-RAC", "raci")["AST-01"]
    assert row["it_lead"] == "R, I"


def test_a_planned_control_says_so_in_its_title() -> None:
    assert table(of_sample("brightwater"), "REG-RAC", "raci")["LOG-05"]["title"].endswith("(planned)")
