"""Findings about registers come and go with what the rows say."""

from __future__ import annotations

from tests.composed import of_sample, seen


def test_an_exception_past_its_end_is_seen_until_it_is_closed() -> None:
    assert seen("SD-13") == ()
    (found,) = seen("SD-13", "exceptions.release-approval.closed_on=")
    assert found.place == "exceptions.release-approval"
    assert "2026-08-14" in found.message
    assert seen("SD-13", "exceptions.ageing-scanner.approved_by=", "exceptions.ageing-scanner.ends_on=2026-10-01") == ()


def test_risks_that_wait_are_counted_in_one_finding() -> None:
    assert seen("SD-14") == ()
    (found,) = seen("SD-14", "risks.one.name=One", "risks.two.name=Two", "risks.stolen-password.owner=")
    assert ": 3 (" in found.message
    assert found.severity == "low"


def test_a_risk_to_accept_needs_a_name_and_a_day() -> None:
    assert seen("SD-15") == ()
    (found,) = seen("SD-15", "risks.boreal-outage.accepted_on=")
    assert found.place == "risks.boreal-outage"
    assert len(seen("SD-15", "risks.boreal-outage.accepted_on=2026-12-24")) == 1


def test_fd_32_an_assessment_that_is_claimed_needs_rated_risks() -> None:
    assert seen("FD-32") == ()
    risks = of_sample("tamarack").engagement.project.risks
    bare = tuple(f"risks.{risk.id}.rated_on=" for risk in risks)
    (found,) = seen("FD-32", *bare, name="tamarack")
    assert (found.about, found.place, found.severity) == ("RSK-01", "risks", "high")
    planned = [f"control_states.RSK-0{n}={{state: planned, from: 2027-03-01}}" for n in (1, 2)]
    assert seen("FD-32", *bare, *planned, name="tamarack") == ()


def test_fd_32_an_old_assessment_is_said_with_its_day() -> None:
    risks = of_sample("tamarack").engagement.project.risks
    (found,) = seen("FD-32", *(f"risks.{risk.id}.rated_on=2025-03-03" for risk in risks), name="tamarack")
    assert "2025-03-03" in found.message


def test_fd_33_none_of_the_rated_risks_is_fraud() -> None:
    assert seen("FD-33", name="tamarack") == ()
    (fraud,) = seen("FD-33", "risks.false-invoice.kind=threat", name="tamarack")
    assert (fraud.about, fraud.controls) == ("RSK-03", ("RSK-03",))
    planned = ("control_states.RSK-03.state=planned", "control_states.RSK-03.from=2027-03-01")
    assert seen("FD-33", "risks.false-invoice.kind=threat", *planned, name="tamarack") == ()


def test_fd_50_a_commitment_without_a_control() -> None:
    assert seen("FD-50") == ()
    (found,) = seen("FD-50", "commitments_made.uptime.controls=")
    assert (found.place, found.about) == ("commitments_made.uptime", "uptime")
    away = [f"control_states.{c}={{state: does_not_apply, reason: no}}" for c in ("BCP-05", "BCP-06", "BCP-07")]
    assert [one.about for one in seen("FD-50", *away)] == ["uptime"]
