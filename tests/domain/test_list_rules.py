"""What a line of a list shows against a promise, and what it does not show."""

from __future__ import annotations

from datetime import datetime

import pytest

from soc2desk.domain.list_rules import KINDS, NEEDS, ListLine, Yardstick, faults_of

NOW = datetime.fromisoformat("2027-04-01T12:00")
LIMITS = {"alert_triage_hours": 4, "critical_patch_days": 14, "high_patch_days": 30, "dsr_days": 30}


def faults(kind: str, cells: dict[str, str], people: dict[str, str] | None = None, **moments: str | None) -> list[str]:
    days = {name: datetime.fromisoformat(text) if text else None for name, text in moments.items()}
    line = ListLine(7, {"item": "X-1", **cells}, days, people or {})
    return [fault.fault for fault in faults_of(kind, [line], Yardstick(NOW, LIMITS))]


GOOD = {"author": "ana", "approver": "bo", "reviewer": "cy", "tests": "passed", "bypassed": "false"}


@pytest.mark.parametrize(
    ("changed", "wanted"),
    [
        ({}, []),
        ({"approver": ""}, ["no_approval"]),
        ({"reviewer": "none"}, ["no_review"]),
        ({"tests": "failed"}, ["no_test"]),
        ({"bypassed": "yes"}, ["bypassed"]),
        ({"approver": "Ana"}, ["own_approval"]),
    ],
)
def test_a_change_is_held_against_approval_review_and_test(changed: dict[str, str], wanted: list[str]) -> None:
    assert faults("changes", {**GOOD, **changed}, on="2027-02-01") == wanted


def test_one_person_under_two_names_approves_an_own_change() -> None:
    people = {"author": "ana", "approver": "ana"}
    assert faults("changes", {**GOOD, "author": "aruiz", "approver": "ana@acme.example"}, people) == ["own_approval"]


def test_a_change_that_was_never_released_is_none_and_a_missing_column_proves_nothing() -> None:
    assert faults("changes", {**GOOD, "approver": ""}, on=None) == []
    assert faults("changes", {"author": "ana"}, on="2027-02-01") == []


@pytest.mark.parametrize(
    ("raised", "triaged", "wanted"),
    [
        ("2027-03-01T08:00", "2027-03-01T11:59", []),
        ("2027-03-01T08:00", "2027-03-01T12:01", ["late"]),
        ("2027-03-01T08:00", None, ["not_triaged"]),
        ("2027-04-01T11:00", None, []),
    ],
)
def test_an_alert_is_held_against_the_hours_that_were_promised(
    raised: str, triaged: str | None, wanted: list[str]
) -> None:
    assert faults("alerts", {}, raised=raised, triaged=triaged) == wanted


def test_a_failed_backup_asks_for_a_follow_up() -> None:
    assert faults("backup_jobs", {"status": "Failed", "follow_up": ""}) == ["failed_no_follow_up"]
    assert faults("backup_jobs", {"status": "Failed", "follow_up": "OPS-4"}) == []
    assert faults("backup_jobs", {"status": "Success", "follow_up": ""}) == []


def test_a_device_is_encrypted_managed_and_seen() -> None:
    assert faults("devices", {"encrypted": "Yes", "managed": "Yes"}, seen="2027-03-20") == []
    assert faults("devices", {"encrypted": "No", "managed": "no"}, seen="2027-01-20") == [
        "not_encrypted",
        "not_listed",
        "not_seen",
    ]


def test_access_is_approved_before_it_is_granted_and_by_somebody_else() -> None:
    good = {"person": "ana", "approver": "bo", "requester": "ana"}
    assert faults("access_grants", good, approved="2027-03-01", granted="2027-03-01T09:00") == []
    assert faults("access_grants", good, approved="2027-03-02", granted="2027-03-01T09:00") == ["approved_late"]
    assert faults("access_grants", {**good, "approver": "ana"}, granted="2027-03-01") == ["own_approval"]
    assert faults("access_grants", {**good, "approver": ""}, granted="2027-03-01") == ["no_approval"]
    assert faults("access_grants", {**good, "approver": ""}, granted=None) == []


def test_a_privacy_request_has_its_days() -> None:
    assert faults("privacy_requests", {}, received="2027-01-01", answered="2027-01-31") == []
    assert faults("privacy_requests", {}, received="2027-01-01", answered="2027-02-01") == ["late"]
    assert faults("privacy_requests", {}, received="2027-02-01", answered=None) == ["late"]


def test_only_critical_and_high_vulnerabilities_have_a_promised_limit() -> None:
    for severity, wanted in (("Critical", ["past_deadline"]), ("High", []), ("medium", [])):
        assert faults("vulnerabilities", {"severity": severity}, found="2027-03-01", fixed="2027-03-20") == wanted
    accepted = {"severity": "critical", "exception": "EX-3"}
    assert faults("vulnerabilities", accepted, found="2027-01-01", fixed=None) == []


def test_without_a_limit_nothing_is_late() -> None:
    line = ListLine(2, {"item": "A"}, {"raised": NOW.replace(month=1), "triaged": NOW})
    assert list(faults_of("alerts", [line], Yardstick(NOW))) == []


def test_every_kind_says_which_columns_its_faults_need() -> None:
    assert set(NEEDS) == set(KINDS)
