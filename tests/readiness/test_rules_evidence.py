"""Evidence as it is kept: each rule is seen and goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.evidence import Evidence
from soc2desk.readiness.check import check
from soc2desk.readiness.rule import Situation
from tests.composed import catalogue, changed, sample

FINE = Evidence("e-0001", "Review of March", occurrence="ACC-07/2027-Q1", dated=date(2027, 3, 30), file="e-0001.pdf")


def rules(item: Evidence, files: dict[str, str] | None = None, *changes: str) -> dict[str, str]:
    return dict(found_of((item,), files, *changes))


def found_of(items: tuple[Evidence, ...], files: dict[str, str] | None = None, *changes: str) -> list[tuple[str, str]]:
    project = replace(changed(sample("brightwater"), *changes), evidence=items)
    engagement = decide_engagement(catalogue(), project, date(2027, 4, 2))
    found = check(Situation(engagement, files=files or {}))
    return [(finding.rule, finding.message) for finding in found if "SD-40" <= finding.rule <= "SD-49"]


def test_evidence_in_order_is_not_found_fault_with() -> None:
    assert rules(FINE) == {}


@pytest.mark.parametrize(("state", "rule"), [("missing", "SD-40"), ("changed", "SD-41")])
def test_a_file_gone_or_changed_is_named(state: str, rule: str) -> None:
    found = rules(FINE, {"e-0001": state})
    assert list(found) == [rule]
    assert "e-0001.pdf" in found[rule]


def test_evidence_without_a_day_and_of_a_day_to_come_are_told_apart() -> None:
    assert list(rules(replace(FINE, dated=None))) == ["SD-42"]
    assert rules(replace(FINE, dated=None, run_at=datetime(2027, 3, 30, 8, 0))) == {}  # noqa: DTZ001 - as typed
    assert list(rules(replace(FINE, dated=date(2027, 4, 3)))) == ["SD-43"]


def test_a_piece_of_a_period_that_the_window_left_is_kept_and_flagged() -> None:
    found = rules(FINE, None, "window_start=2027-04-01", "window_end=2027-09-30")
    assert "ACC-07/2027-Q1" in found["SD-44"]


def test_ten_years_of_pieces_that_the_window_left_are_one_finding_that_counts_them() -> None:
    items = tuple(replace(FINE, id=f"e-{number:04}", name=f"Review {number}") for number in range(1, 41))
    ((rule, message),) = found_of(items, None, "window_start=2027-04-01", "window_end=2027-09-30")
    assert rule == "SD-44"
    assert "Review 1 (ACC-07/2027-Q1)" in message
    assert "37" in message
