"""Findings about access reviews come when the time is over, and go with what was entered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.entered import evidence, record
from tests.readiness.operated import seen_at

if TYPE_CHECKING:
    from soc2desk.app.session import Plain

OVER = date(2027, 7, 5)
"""After the window of the first sample, 1 January to 30 June 2027."""
SYSTEMS = (
    "Production on Boreal Cloud", "Granite Vault", "Google Workspace", "GitHub", "Jira", "Heronlog", "Jamf Pro",
    "1Password",
)  # fmt: skip


def review(quarter: str, on: str, system: str = SYSTEMS[0], **values: Plain) -> Plain:
    usual: dict[str, Plain] = {
        "period": quarter, "system": system, "list_source": "export of the console", "reviewer": "ines-carvalho",
        "review_date": on, "lines": [{"user": "kwame", "person": "kwame-mensah", "decision": "keep"}],
        "privileged_reviewed": "yes", "own_access_reviewer": "dana-whitfield", "changes_ticket": "none needed",
        "changes_done_date": on, "sign_off": {"by": "priya-natarajan", "on": on},
    }  # fmt: skip
    return record("access_review", f"ACC-07/{quarter}", **{**usual, **values})


def of_each_system(quarter: str, on: str) -> dict[str, Plain]:
    return {f"records.{quarter.lower()}-{at}": review(quarter, on, system) for at, system in enumerate(SYSTEMS)}


def test_fd_13_a_quarter_is_missing_when_it_is_over_and_not_before() -> None:
    assert seen_at("FD-13", date(2027, 3, 31)) == ()
    (found,) = seen_at("FD-13", date(2027, 4, 1))
    assert (found.about, found.place, found.kind) == ("ACC-07/2027-Q1", "control_states.ACC-07", "exception")
    assert [one.about for one in seen_at("FD-13", OVER)] == ["ACC-07/2027-Q1", "ACC-07/2027-Q2"]


def test_fd_13_goes_with_a_record_or_with_evidence_for_the_quarter() -> None:
    first = {"records.q1": review("2027-Q1", "2027-03-30")}
    assert [one.about for one in seen_at("FD-13", OVER, rows=first)] == ["ACC-07/2027-Q2"]
    late = {"records.q1": review("2027-Q1", "2027-04-02")}
    assert seen_at("FD-13", date(2027, 4, 10), rows=late) == (), "late, but it was done"
    both = {
        **first,
        "evidence.e-2": evidence("Review", occurrence="ACC-07/2027-Q2", dated="2027-06-20", state="accepted",
                                 reviewed_by="dana-whitfield", reviewed_on="2027-06-21"),
    }  # fmt: skip
    assert seen_at("FD-13", OVER, rows=both) == ()


def test_fd_13_stays_with_what_shows_nothing() -> None:
    begun = {"records.q1": record("access_review", "ACC-07/2027-Q1", review_date="2027-03-30")}
    rejected = {"evidence.e-1": evidence("Review", occurrence="ACC-07/2027-Q1", dated="2027-03-20", state="rejected",
                                         reason="another company", reviewed_by="dana-whitfield")}  # fmt: skip
    for rows in (begun, rejected):
        assert len(seen_at("FD-13", date(2027, 4, 1), rows=rows)) == 1


def test_fd_13_asks_nothing_of_who_does_not_claim_it() -> None:
    planned = "control_states.ACC-07={state: planned, from: 2027-09-01}"
    unsure = "control_states.ACC-07={state: not_confirmed}"
    for change in (planned, unsure, "control_states.ACC=", "report_type=type_1"):
        assert seen_at("FD-13", OVER, change) == (), change
    assert seen_at("FD-13", OVER, "window_start=", "window_end=") == (), "nothing is examined yet"


def test_fd_13_many_weeks_are_one_finding() -> None:
    (found,) = seen_at("FD-13", date(2028, 1, 10), "access_review_period=monthly", "window_end=2027-12-31")
    assert found.about == "ACC-07"
    assert "2027-01, 2027-02, 2027-03 and 9 more" in found.message


def test_fd_14_nobody_reviews_own_access_alone() -> None:
    own = {"records.q1": review("2027-Q1", "2027-03-30", own_access_reviewer="ines-carvalho")}
    (found,) = seen_at("FD-14", OVER, rows=own)
    assert (found.place, "Inês Carvalho" in found.message) == ("records.q1", True)
    assert seen_at("FD-14", OVER, rows={"records.q1": review("2027-Q1", "2027-03-30")}) == ()
    planned = "control_states.ACC-07={state: planned, from: 2027-09-01}"
    assert seen_at("FD-14", OVER, planned, rows=own) == ()


def test_fd_15_a_review_that_leaves_out_a_system() -> None:
    rows = of_each_system("2027-Q1", "2027-03-30")
    assert seen_at("FD-15", OVER, rows=rows) == (), "the second quarter is missing altogether"
    rows.pop("records.2027-q1-4")
    (found,) = seen_at("FD-15", OVER, rows=rows)
    assert (found.about, "Jira" in found.message) == ("ACC-07/2027-Q1", True)
    assert seen_at("FD-15", OVER, "systems.jira.in_scope=no", rows=rows) == ()
    assert seen_at("FD-15", date(2027, 3, 31), rows=rows) == (), "the quarter is not over"


def test_fd_15_a_review_that_leaves_out_privileged_accounts() -> None:
    rows = of_each_system("2027-Q1", "2027-03-30")
    rows["records.2027-q1-0"] = review("2027-Q1", "2027-03-30", privileged_reviewed="no")
    (found,) = seen_at("FD-15", OVER, rows=rows)
    assert "privileged" in found.message


def test_fd_16_a_removal_that_nobody_carried_out() -> None:
    lines = [{"user": "chloe.l", "decision": "remove"}, {"user": "kwame", "decision": "keep"}]
    asked = {"records.q1": review("2027-Q1", "2027-03-20", lines=lines, changes_done_date="")}
    (found,) = seen_at("FD-16", OVER, rows=asked)
    assert ("chloe.l" in found.message, "kwame" in found.message) == (True, False)
    done = {"records.q1": review("2027-Q1", "2027-03-20", lines=lines, changes_done_date="2027-03-24")}
    assert seen_at("FD-16", OVER, rows=done) == ()
    under_way = {"records.q1": review("2027-Q1", "2027-03-20", lines=lines, changes_done_date="", sign_off="")}
    assert seen_at("FD-16", date(2027, 3, 22), rows=under_way) == ()
