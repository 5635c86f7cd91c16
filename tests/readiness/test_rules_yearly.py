"""What is to be done once a year is missed only when it was due, and one record or piece of evidence is enough."""

from __future__ import annotations

from datetime import date

from tests.composed import DAY, seen
from tests.entered import evidence, record, seen_on

OPEN = date(2027, 3, 1)
OVER = date(2027, 7, 5)
"""In the window of the first sample, and after it."""


def test_nothing_is_missed_before_it_is_due() -> None:
    for rule in ("FD-05", "FD-06", "FD-25", "FD-28", "FD-35", "FD-40", "FD-47", "FD-64"):
        assert seen_on(rule, day=DAY) == (), rule


def test_fd_25_no_incident_exercise() -> None:
    assert seen_on("FD-25", day=date(2027, 2, 15)) == ()
    (finding,) = seen_on("FD-25", day=OPEN)
    assert (finding.controls, "2027-02-15" in finding.message) == (("IRS-04",), True)
    held = evidence("After-action report", requests=["ER-088"], dated="2027-02-10", received="2027-02-12")
    assert seen_on("FD-25", rows={"evidence.e-1": held}, day=OPEN) == ()


def test_fd_25_evidence_that_was_rejected_or_is_too_old_shows_nothing() -> None:
    bad = evidence("Report", requests=["ER-088"], dated="2027-02-10", state="rejected", reason="not ours")
    old = evidence("Report", requests=["ER-088"], dated="2025-06-10")
    ahead = evidence("Report", requests=["ER-088"], dated="2027-04-10")
    for one in (bad, old, ahead):
        assert len(seen_on("FD-25", rows={"evidence.e-1": one}, day=OPEN)) == 1


def test_fd_64_recovery_not_tried() -> None:
    assert seen_on("FD-64", day=OPEN) == ()
    assert len(seen_on("FD-64", day=OVER)) == 1
    tried = evidence("Recovery test", controls=["BCP-02"], dated="2026-09-10")
    assert seen_on("FD-64", rows={"evidence.e-1": tried}, day=OVER) == ()
    assert seen_on("FD-64", "categories=security", day=OVER) == ()


def test_fd_47_a_penetration_test_that_is_promised() -> None:
    assert len(seen_on("FD-47", day=OVER)) == 1
    old = evidence("Test", requests=["ER-043"], dated="2026-02-10")
    (finding,) = seen_on("FD-47", rows={"evidence.e-1": old}, day=OVER)
    assert "2026-02-10" in finding.message
    new = evidence("Test", requests=["ER-043"], dated="2027-02-10")
    assert seen_on("FD-47", rows={"evidence.e-1": new}, day=OVER) == ()
    planned = "control_states.MON-04={state: planned, from: 2027-09-01}"
    assert seen_on("FD-47", planned, day=OVER) == (), "nothing is promised for now"


def test_fd_35_no_readiness_review_before_fieldwork() -> None:
    assert seen_on("FD-35", day=date(2027, 6, 4)) == ()
    (finding,) = seen_on("FD-35", day=date(2027, 6, 5))
    assert "No readiness review" in finding.message
    late = evidence("Review", controls=["MON-02"], dated="2027-06-20")
    (finding,) = seen_on("FD-35", rows={"evidence.e-1": late}, day=OVER)
    assert "29 days" in finding.message
    early = evidence("Review", controls=["MON-02"], dated="2027-05-20")
    assert seen_on("FD-35", rows={"evidence.e-1": early, "evidence.e-2": late}, day=OVER) == ()


def test_fd_23_logs_that_are_gone_before_fieldwork_ends() -> None:
    assert seen("FD-23") == ()
    (finding,) = seen("FD-23", "log_retention_days=180")
    assert (finding.place, "227" in finding.message) == ("answers.log_retention_days", True)
    assert seen("FD-23", "log_retention_days=227") == ()
    assert seen("FD-23", "log_retention_days=180", name="prairie-hosting") == (), "a date is examined, not a period"


def test_fd_28_documents_that_nobody_looked_at_for_a_year() -> None:
    assert seen_on("FD-28", day=OVER) == ()
    longer = ("window_end=2027-12-31",)
    later = date(2027, 11, 20)
    (finding,) = seen_on("FD-28", *longer, day=later)
    assert finding.controls == ("GOV-05",)
    reviewed = record("policy_review", policy="POL-ACP", review_date="2027-10-10")
    (fewer,) = seen_on("FD-28", *longer, rows={"records.r1": reviewed}, day=later)
    assert int(fewer.message.split()[0]) == int(finding.message.split()[0]) - 1


def test_fd_29_one_finding_for_all_documents_that_are_not_approved() -> None:
    assert seen_on("FD-29") == ()
    (finding,) = seen_on("FD-29", "restore_test_frequency=monthly")
    assert (finding.severity, finding.about) == ("high", "documents")
    assert finding.place.startswith("approvals.")


def test_fd_58_a_change_later_than_the_documents() -> None:
    dated = "document_date=2026-11-10"
    assert seen("FD-58") == ()
    assert seen("FD-58", dated) == ()
    moved = "system_changes.new={changed_on: 2026-11-12, change: Mail moved to another provider}"
    (finding,) = seen("FD-58", dated, moved)
    assert finding.place == "system_changes.new"
    assert seen("FD-58", "document_date=2026-11-15", moved) == ()
