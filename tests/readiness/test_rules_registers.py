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


def test_a_risk_register_in_place_needs_rated_risks_and_one_of_fraud() -> None:
    assert seen("SD-16") == ()
    risks = of_sample("tamarack").engagement.project.risks
    (found,) = seen("SD-16", *(f"risks.{risk.id}.rated_on=" for risk in risks), name="tamarack")
    assert found.about == "RSK-02"
    (fraud,) = seen("SD-16", "risks.false-invoice.kind=threat", name="tamarack")
    assert fraud.about == "RSK-03"
    planned = ("control_states.RSK-03.state=planned", "control_states.RSK-03.from=2027-03-01")
    assert seen("SD-16", "risks.false-invoice.kind=threat", *planned, name="tamarack") == ()
