"""Who may approve what, and what is said before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from soc2desk.app.approving import Approver, approving, withdrawn
from soc2desk.domain.project import Project
from tests.composed import DAY, composed, of_sample, sample

BASE = sample("brightwater")


def test_the_holder_of_the_approving_role_is_proposed_with_the_title() -> None:
    asked = approving(of_sample("brightwater"), ["POL-ACP", "POL-CHG"])
    assert [one.title for one in asked.documents] == ["Access control policy", "Change management policy"]
    assert asked.usual == "helen-marchetti"
    assert Approver("helen-marchetti", "Helen Marchetti", "Chief Executive Officer") in asked.people


def test_somebody_who_left_is_neither_offered_nor_proposed() -> None:
    people = tuple(
        replace(one, end=DAY - timedelta(days=1)) if one.id == "helen-marchetti" else one for one in BASE.people
    )
    asked = approving(composed(replace(BASE, people=people)), ["POL-ACP"])
    assert asked.usual == ""
    assert "helen-marchetti" not in {one.id for one in asked.people}


def test_what_nobody_approves_is_left_out() -> None:
    assert approving(of_sample("brightwater"), ["REG-MTX", "REC-OFF", "POL-NOT"]).documents == ()


def test_open_answers_are_counted_and_an_empty_project_offers_nobody() -> None:
    asked = approving(composed(Project()), ["POL-ACP"])
    assert asked.open > 0
    assert (asked.people, asked.usual) == ((), "")


def test_a_withdrawn_approval_is_gone_and_the_others_stay() -> None:
    left = withdrawn(BASE, "POL-ACP")
    assert set(BASE.approval) - set(left.approval) == {"POL-ACP"}
