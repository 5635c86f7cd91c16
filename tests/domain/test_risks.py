"""A risk prints only when a person rated it, dated it and owns it; the band follows the policy's scale."""

from __future__ import annotations

from datetime import date

import pytest

from soc2desk.domain.risk_register import concerns, controls_of, kind_of, rated_risks, waiting_risks
from soc2desk.domain.risks import Band, Risk, band
from tests.composed import after, catalogue, of_sample

DAY = date(2026, 11, 20)
WHOLE = {"owner": "dana", "likelihood": 3, "impact": 4, "rated_on": DAY}


def test_a_whole_rating_of_today_is_one() -> None:
    assert Risk("one", "One", **WHOLE).is_rated(["dana"], DAY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "missing",
    [{"owner": ""}, {"owner": "gone"}, {"likelihood": 0}, {"impact": 0}, {"rated_on": None},
     {"rated_on": date(2026, 11, 21)}],
)  # fmt: skip
def test_a_rating_without_owner_level_or_day_or_of_a_day_to_come_is_none(missing: dict[str, object]) -> None:
    assert not Risk("one", "One", **{**WHOLE, **missing}).is_rated(["dana"], DAY)  # type: ignore[arg-type]


def test_the_bands_end_where_the_policy_says() -> None:
    assert [band(score) for score in (1, 4, 5, 12, 13, 25)] == [
        Band.LOW, Band.LOW, Band.MEDIUM, Band.MEDIUM, Band.HIGH, Band.HIGH,
    ]  # fmt: skip
    body = catalogue().template["POL-RSK"].body
    for score in ("4 low", "5 medium", "12 medium", "15 high"):
        assert score in body
    assert "(1 to 4)" in body
    assert "(5 to 12)" in body
    assert "(13 to 25)" in body


def test_the_highest_score_stands_first_and_an_unrated_one_waits() -> None:
    engagement = after("brightwater", "risks.new-one.name=Something new").engagement
    scores = [risk.score for risk in rated_risks(engagement)]
    assert scores == sorted(scores, reverse=True)
    assert [risk.id for risk in waiting_risks(engagement)] == ["new-one"]


def test_a_candidate_gives_kind_and_controls_until_the_row_says_its_own() -> None:
    engagement = of_sample("prairie-hosting").engagement
    risks = {risk.id: risk for risk in engagement.project.risks}
    assert kind_of(risks["admin-misuse"], engagement) == "fraud"
    assert controls_of(risks["admin-misuse"], engagement) == ("ACC-06", "GOV-09", "LOG-01", "LOG-04")
    assert set(controls_of(risks["customer-to-customer"], engagement)) == {"NET-01", "MON-04"}


def test_a_control_that_does_not_apply_lowers_nothing() -> None:
    engagement = of_sample("prairie-hosting").engagement
    outside = Risk("x", "X", candidate="RSK-C05")
    assert controls_of(outside, engagement) == ("MON-04",)


def test_only_candidates_that_fit_the_answers_concern_a_company() -> None:
    found = {s: {one.id for one in catalogue().risks if concerns(one, of_sample(s).engagement)}
             for s in ("tamarack", "clinique-erable")}  # fmt: skip
    assert "RSK-C12" not in found["tamarack"]
    assert "RSK-C28" in found["tamarack"]
    assert {"RSK-C45", "RSK-C48", "RSK-C49"} <= found["clinique-erable"]
    assert not {"RSK-C45", "RSK-C48", "RSK-C49"} & found["tamarack"]
