"""Findings about released changes and access that was given, from records kept here and from lists of a tool."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.entered import record
from tests.readiness.operated import seen_at

if TYPE_CHECKING:
    from soc2desk.app.session import Plain

OVER = date(2027, 7, 5)


def change(**values: Plain) -> dict[str, Plain]:
    usual: dict[str, Plain] = {
        "change_id": "CHG-12", "type": "normal", "author": "daniel-obrien", "test_evidence": "pipeline run 88",
        "approval": {"by": "sam-okafor", "on": "2027-02-02"}, "deployed_at": "2027-02-03 10:00",
    }  # fmt: skip
    return {"records.chg": record("change_record", **{**usual, **values})}


def line(kind: str, fault: str, **values: Plain) -> dict[str, Plain]:
    return {"seen_in_lists.s-1": {"kind": kind, "fault": fault, "item": "Item 42", "on": "2027-02-03", **values}}


def test_fd_09_a_change_released_without_approval() -> None:
    (found,) = seen_at("FD-09", OVER, rows=change(approval=""))
    assert (found.place, "CHG-12" in found.message) == ("records.chg", True)
    assert len(seen_at("FD-09", OVER, rows=change(approval={"by": "sam-okafor", "on": "2027-02-05"}))) == 1
    assert seen_at("FD-09", OVER, rows=change()) == ()


def test_fd_09_an_emergency_is_approved_afterwards_and_what_waits_is_no_release() -> None:
    urgent = change(type="emergency", approval={"by": "sam-okafor", "on": "2027-02-05"})
    assert seen_at("FD-09", OVER, rows=urgent) == ()
    assert seen_at("FD-09", OVER, rows=change(approval="", deployed_at="")) == ()
    assert seen_at("FD-09", OVER, rows=change(approval="", deployed_at="2026-11-03 10:00")) == (), "before the window"


def test_many_changes_are_one_finding() -> None:
    rows = {f"records.c-{at}": change(approval="", change_id=f"CHG-{at}")["records.chg"] for at in range(9)}
    (found,) = seen_at("FD-09", OVER, rows=rows)
    assert "CHG-0, CHG-1, CHG-2 and 6 more" in found.message


def test_fd_10_a_change_released_without_a_test_result() -> None:
    assert len(seen_at("FD-10", OVER, rows=change(test_evidence=""))) == 1
    assert seen_at("FD-10", OVER, rows=change()) == ()
    planned = "control_states.CHG-03={state: planned, from: 2027-09-01}"
    assert seen_at("FD-10", OVER, planned, rows=change(test_evidence="")) == ()


def test_fd_12_an_emergency_that_nobody_looked_at_in_three_working_days() -> None:
    urgent = change(type="emergency", deployed_at="2027-03-24 23:00")
    assert seen_at("FD-12", date(2027, 3, 30), rows=urgent) == (), "Good Friday and a weekend lie between"
    assert len(seen_at("FD-12", date(2027, 3, 31), rows=urgent)) == 1
    looked_at = change(type="emergency", deployed_at="2027-03-24 23:00",
                       emergency_review={"by": "anneliese-krueger", "on": "2027-03-30"})  # fmt: skip
    assert seen_at("FD-12", OVER, rows=looked_at) == ()
    late = change(type="emergency", deployed_at="2027-03-24 23:00",
                  emergency_review={"by": "anneliese-krueger", "on": "2027-04-01"})  # fmt: skip
    assert len(seen_at("FD-12", OVER, rows=late)) == 1
    assert seen_at("FD-12", OVER, rows=change()) == ()


def grant(**values: Plain) -> dict[str, Plain]:
    usual: dict[str, Plain] = {
        "user": "park-ji-ho", "system": "GitHub", "manager_approval": {"by": "sam-okafor", "on": "2027-02-02"},
        "granted_at": "2027-02-03 10:00",
    }  # fmt: skip
    return {"records.acc": record("access_request", **{**usual, **values})}


def test_fd_59_access_given_before_anybody_else_approved_it() -> None:
    assert seen_at("FD-59", OVER, rows=grant()) == ()
    for values in (
        {"manager_approval": ""},
        {"manager_approval": {"by": "sam-okafor", "on": "2027-02-04"}},
        {"manager_approval": {"by": "park-ji-ho", "on": "2027-02-02"}},
    ):
        (found,) = seen_at("FD-59", OVER, rows=grant(**values))
        assert "Park Ji-ho (GitHub)" in found.message
    assert seen_at("FD-59", OVER, rows=grant(manager_approval="", granted_at="")) == ()


@pytest.mark.parametrize(
    ("rule", "kind", "fault", "control"),
    [
        ("FD-09", "changes", "no_approval", "CHG-01"),
        ("FD-10", "changes", "no_test", "CHG-03"),
        ("FD-46", "vulnerabilities", "past_deadline", "VUL-02"),
        ("FD-59", "access_grants", "approved_late", "ACC-01"),
        ("FD-61", "devices", "not_encrypted", "CRY-02"),
        ("FD-61", "devices", "not_listed", "END-01"),
        ("FD-63", "backup_jobs", "failed_no_follow_up", "BCP-03"),
        ("FD-69", "changes", "bypassed", "CHG-02"),
        ("FD-74", "alerts", "not_triaged", "LOG-03"),
    ],
)
def test_a_line_of_a_list_is_seen_until_somebody_settles_it(rule: str, kind: str, fault: str, control: str) -> None:
    def of_lists(*changes: str, **values: Plain) -> list[str]:
        found = seen_at(rule, OVER, *changes, rows=line(kind, fault, **values))
        return [one.message for one in found if "Item 42" in one.message]

    assert len(of_lists()) == 1
    assert of_lists(settled_on="2027-02-10", settled_by="dana-whitfield", answer="T-9") == []
    assert of_lists(on="2026-12-30") == [], "before the window"
    planned = f"control_states.{control}={{state: planned, from: 2027-09-01}}"
    assert of_lists(planned) == []
