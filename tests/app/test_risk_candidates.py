"""Candidates become rows without a rating."""

from __future__ import annotations

from soc2desk.app.risk_candidates import offered_risks, rows_for
from tests.composed import after, of_sample


def test_those_already_taken_and_those_ruled_out_are_not_offered() -> None:
    offered = {one.id for one in offered_risks(of_sample("tamarack").engagement)}
    assert not {risk.candidate for risk in of_sample("tamarack").engagement.project.risks} & offered
    assert "RSK-C12" not in offered
    assert "RSK-C02" in offered


def test_a_candidate_is_offered_in_the_companys_own_words() -> None:
    one = next(one for one in offered_risks(of_sample("tamarack").engagement) if one.id == "RSK-C02")
    assert "Tamarack Gauge" in one.scenario
    assert one.kind == "Threat"
    assert all("{{" not in f"{one.scenario}{one.shows}" for one in offered_risks(of_sample("tamarack").engagement))


def test_a_row_arrives_with_its_name_and_nothing_a_person_has_to_say() -> None:
    engagement = after("tamarack", "risks.an-administrator-account-is-taken-over.name=Mine").engagement
    puts = rows_for(engagement, ["RSK-C02", "RSK-C03"])
    assert puts["risks", "an-administrator-account-is-taken-over-2"] == {
        "name": "An administrator account is taken over", "candidate": "RSK-C02",
    }  # fmt: skip
    assert all(set(row) == {"name", "candidate"} for row in puts.values() if isinstance(row, dict))
