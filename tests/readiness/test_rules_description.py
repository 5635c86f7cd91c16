"""What management writes is checked before a customer or an auditor reads it."""

from __future__ import annotations

import pytest

from tests.composed import SAMPLES, after, findings, of_sample, seen


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_give_nothing_away_and_contradict_nothing(name: str) -> None:
    found = [f.rule for f in of_sample(name).findings if f.rule in {"SD-20", "SD-21", "SD-23", "SD-24"}]
    assert found == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ("data_flow=Data goes to 10.20.30.40 first.", "answers.data_flow"),
        ("service_summary=Runs on db1.prod.example.com.", "answers.service_summary"),
        ("systems.github.purpose=arn:aws:iam::1:role/x", "systems.github"),
        ("user_duties.reporting.duty=Write to fe80:0:0:1::1.", "user_duties.reporting"),
    ],
)
def test_an_address_that_customers_would_read_is_named_with_its_place(change: str, place: str) -> None:
    (finding,) = seen("SD-20", change)
    assert finding.place == place
    assert finding.severity == "high"


@pytest.mark.parametrize(
    "words", ["Version 1.2.3 of the service", "At 10:30 each day", "Open brightwater.example to begin"]
)
def test_what_customers_are_meant_to_know_is_no_address(words: str) -> None:
    assert seen("SD-20", f"data_flow={words}") == ()


def test_an_answer_that_its_list_contradicts_is_seen_both_ways() -> None:
    assert [f.place for f in seen("SD-21", "changes_said=none_known")] == ["answers.changes_said"]
    assert [f.place for f in seen("SD-21", "incidents_said=listed")] == ["answers.incidents_said"]
    assert seen("SD-21", "changes_said=") == ()


def test_a_control_at_customers_names_a_criterion_of_the_scope() -> None:
    assert [f.about for f in seen("FD-42", "user_duties.dates.needed=yes")] == ["dates"]
    outside = ("user_duties.dates.needed=yes", "user_duties.dates.criteria=P1.1")
    assert [f.about for f in seen("FD-42", *outside)] == ["dates"]
    inside = ("user_duties.dates.needed=yes", "user_duties.dates.criteria=CC6.2")
    assert seen("FD-42", *inside) == ()


def test_a_letter_that_names_no_month_says_at_home_why() -> None:
    (finding,) = findings(after("brightwater", "control_states.ACC-07.state=not_confirmed"), "SD-23")
    assert "not confirmed" in finding.message


def test_an_old_report_is_no_ground_for_a_bridge() -> None:
    assert [f.place for f in seen("SD-24", "prior_report_end=2026-06-30")] == ["answers.prior_report_end"]
