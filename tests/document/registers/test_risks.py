"""The risk register prints what a person rated, with the state of each control, and nothing else."""

from __future__ import annotations

import pytest

from soc2desk.document.blocks import Audience
from tests.composed import after, catalogue, document, of_sample, table, words

REGISTER, TREATMENTS = ("REG-RSK", "risks"), ("REG-RSK", "treatments")


def test_a_rated_risk_stands_with_its_score_in_words() -> None:
    made = of_sample("brightwater")
    row = table(made, *REGISTER)["stolen-password"]
    assert (row["score"], row["residual"]) == ("16 high", "8 medium (2\u00d74)")
    assert row["owner"] == "Dana Whitfield"
    assert "Google Workspace" in row["risk"]
    assert document(made, "REG-RSK").audience is Audience.AUDITOR


@pytest.mark.parametrize("without", ["owner", "likelihood", "impact", "rated_on"])
def test_without_owner_level_or_day_it_prints_nowhere(without: str) -> None:
    made = after("brightwater", f"risks.stolen-password.{without}=")
    assert "stolen-password" not in table(made, *REGISTER)
    for one in made.documents:
        assert one.id == "REG-RDY" or "A stolen password opens" not in words(one)
    assert "A stolen password opens" in words(document(made, "REG-RDY"))


def test_a_rating_of_a_day_to_come_is_none_yet() -> None:
    made = after("brightwater", "risks.stolen-password.rated_on=2026-11-21")
    assert "stolen-password" not in table(made, *REGISTER)


def test_a_register_in_which_nothing_is_rated_is_left_out() -> None:
    changes = [f"risks.{risk.id}.rated_on=" for risk in of_sample("tamarack").engagement.project.risks]
    assert "REG-RSK" not in {one.id for one in after("tamarack", *changes).documents}


def test_a_planned_control_says_so_beside_the_risk() -> None:
    linked = table(of_sample("brightwater"), *TREATMENTS)["open-storage"]["linked"]
    assert "LOG-05 planned from 2026-12-01" in linked
    assert "NET-01 in place" in linked


def test_an_acceptance_without_name_and_day_says_that_there_is_none() -> None:
    assert table(of_sample("brightwater"), *TREATMENTS)["boreal-outage"]["accepted"] == "Helen Marchetti, 2026-10-06"
    for gone in ("accepted_by", "accepted_on"):
        made = after("brightwater", f"risks.boreal-outage.{gone}=")
        assert table(made, *TREATMENTS)["boreal-outage"]["accepted"] == "Nobody has accepted it yet"


def test_an_owner_who_accepts_an_own_risk_is_named_as_both() -> None:
    made = after("brightwater", "risks.boreal-outage.accepted_by=ines-carvalho")
    assert "who also owns the risk" in table(made, *TREATMENTS)["boreal-outage"]["accepted"]


def test_a_candidate_that_the_answers_rule_out_leaves_the_name_alone() -> None:
    made = after("brightwater", "uses_hosting_provider=no")
    assert table(made, *REGISTER)["boreal-outage"]["risk"].strip() == "The hosting provider fails for a day or longer."


def test_own_words_replace_the_scenario_and_stay_text() -> None:
    made = after("brightwater", "risks.stolen-password.description={{ company }} {% if %} <b>")
    assert "{{ company }} {% if %} <b>" in table(made, *REGISTER)["stolen-password"]["risk"]


def test_every_candidate_has_a_kind_a_control_and_a_scenario_of_one_sentence() -> None:
    risks = catalogue().risks
    assert len(risks) >= 40
    assert {one.kind for one in risks} >= {"threat", "fraud", "vendor", "change", "privacy", "availability"}
    for one in risks:
        assert one.controls, one.id
        assert one.scenario.count(". ") == 0, one.id
        assert one.scenario.endswith("."), one.id
        assert f"risk_kind.{one.kind}" in catalogue().phrases
