"""Changes that nobody else looked at, releases without a way back, and duties in one hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.composed import findings, sample, seen
from tests.engaged import of_engagement
from tests.entered import record, seen_on

if TYPE_CHECKING:
    from soc2desk.app.session import Plain

BY_AUTHOR = {"by": "park-ji-ho", "on": "2026-11-03"}
BY_OTHER = {"by": "mehwish-qureshi", "on": "2026-11-03"}


def change(**values: Plain) -> dict[str, Plain]:
    usual: dict[str, Plain] = {
        "change_id": "ENG-9", "author": "park-ji-ho", "deployed_by": "Park Ji-ho", "deployed_at": "2026-11-03 14:00",
        "rollback_plan": "release before it",
    }  # fmt: skip
    return {"records.c1": record("change_record", **(usual | values))}


def test_fd_08_the_author_approved() -> None:
    (finding,) = seen_on("FD-08", rows=change(approval=BY_AUTHOR))
    assert (finding.place, finding.controls) == ("records.c1", ("CHG-02", "GOV-09"))
    assert "ENG-9: Park Ji-ho" in finding.message


def test_fd_08_the_author_released_before_anybody_approved() -> None:
    assert len(seen_on("FD-08", rows=change())) == 1
    assert len(seen_on("FD-08", rows=change(approval={"by": "mehwish-qureshi", "on": "2026-11-05"}))) == 1
    assert seen_on("FD-08", rows=change(approval=BY_OTHER)) == ()
    assert seen_on("FD-08", rows=change(deployed_by="pipeline")) == (), "that one is about a missing approval"


def test_fd_08_a_look_afterwards_by_somebody_else_compensates() -> None:
    later: dict[str, Plain] = {"by": "mehwish-qureshi", "on": "2026-11-06"}
    assert seen_on("FD-08", rows=change(approval=BY_AUTHOR, emergency_review=later)) == ()
    assert len(seen_on("FD-08", rows=change(approval=BY_AUTHOR, peer_review=BY_AUTHOR))) == 1


def test_fd_11_releases_that_name_no_way_back_are_one_finding() -> None:
    rows = change(approval=BY_OTHER, rollback_plan="") | {"records.c2": change(rollback_plan="")["records.c1"]}
    (finding,) = seen_on("FD-11", rows=rows)
    assert finding.message.startswith("2 released changes")
    assert seen_on("FD-11", rows=change(approval=BY_OTHER)) == ()


def test_fd_11_a_policy_without_a_way_back() -> None:
    assert seen_on("FD-11") == ()
    away = "control_states.CHG-04={state: does_not_apply, reason: we fix forward}"
    (finding,) = seen_on("FD-11", away)
    assert finding.place == "control_states.CHG-04"


def test_sd_41_in_a_firm_of_one_the_words_name_who_looks_instead() -> None:
    (finding,) = findings(of_engagement("one-person"), "SD-46")
    assert "outsider" in finding.message
    assert "GOV-09" in finding.message
    assert seen("SD-46") == ()


def test_sd_42_two_roles_that_check_each_other_in_one_hand() -> None:
    assert seen("SD-47") == ()
    (finding,) = seen("SD-47", "roles.it_lead={holder: priya-natarajan, backup: yuki-tanabe}")
    assert "IT lead and Security lead" in finding.message
    assert sample("tamarack").role["it_lead"].holder, "two people share all roles there, with a compensating check"
    assert seen("SD-47", name="tamarack") == ()
