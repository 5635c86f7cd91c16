"""Rules about the report, its dates and its criteria."""

from __future__ import annotations

from datetime import date

import pytest

from soc2desk.readiness.rules.scope import months_between
from tests.composed import findings, of_sample, seen


def abouts(rule: str, *changes: str, name: str = "brightwater") -> set[str]:
    return {finding.about for finding in seen(rule, *changes, name=name)}


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2027-01-01", "2027-03-31", 3),
        ("2027-01-01", "2027-12-31", 12),
        ("2027-04-01", "2028-03-31", 12),
        ("2027-01-15", "2027-04-14", 3),
        ("2028-02-01", "2028-02-29", 1),
    ],
)
def test_whole_months_are_whole(start: str, end: str, months: int) -> None:
    assert months_between(date.fromisoformat(start), date.fromisoformat(end)) == months


def test_fd_37_a_window_shorter_than_three_months() -> None:
    assert len(seen("FD-37", "window_end=2027-03-30")) == 1
    assert seen("FD-37", "window_end=2027-03-31") == ()
    assert findings(of_sample("tamarack"), "FD-37") == ()


def test_fd_38_a_window_longer_than_a_year() -> None:
    assert len(seen("FD-38", "window_end=2028-01-01")) == 1
    assert seen("FD-38", "window_end=2027-12-31") == ()


def test_a_type_1_report_has_no_window_to_be_short_or_long() -> None:
    type_1 = ("report_type=type_1", "report_date=2027-03-31")
    assert seen("FD-37", *type_1) == ()
    assert seen("FD-38", *type_1) == ()


def test_fd_44_a_criterion_without_a_control() -> None:
    planned = "control_states.GOV-02={state: planned, from: 2027-02-01}"
    (finding,) = seen("FD-44", planned)
    assert finding.about == "CC1.2"
    assert "GOV-02" in finding.message
    assert finding.severity == "high"
    assert (
        abouts("FD-44", "control_states.GOV-02={state: in_place, since: 2026-05-01, confirmed_by: dana-whitfield}")
        == set()
    )


def test_fd_44_a_criterion_left_out_with_a_reason_is_no_gap() -> None:
    gone = "control_states.PRV-08={state: planned}"
    assert abouts("FD-44", gone, name="clinique-erable") == {"P6.2"}
    assert abouts("FD-44", gone, "not_relevant.P6.2=We disclose nothing.", name="clinique-erable") == set()


def test_fd_45_a_criterion_with_one_control_only() -> None:
    assert "CC1.2" in abouts("FD-45")
    assert "CC1.3" not in abouts("FD-45")
    alone = [f"control_states.{c}={{state: planned}}" for c in ("GOV-03", "GOV-09")]
    assert "CC1.3" in abouts("FD-45", *alone)


@pytest.mark.parametrize("question", ["window_start", "window_end"])
def test_sd_01_type_2_without_its_dates(question: str) -> None:
    assert abouts("SD-01", f"{question}=") == {question}
    assert abouts("SD-01") == set()


def test_sd_01_type_1_needs_one_day() -> None:
    assert abouts("SD-01", "report_type=type_1") == {"report_date"}
    assert abouts("SD-01", "report_type=type_1", "report_date=2027-03-31") == set()


def test_sd_01_before_a_report_type_is_chosen_no_date_is_missing() -> None:
    assert abouts("SD-01", "report_type=", "window_start=", "window_end=") == set()


def test_sd_08_a_report_needed_before_what_it_examines_is_over() -> None:
    assert len(seen("SD-08", "report_needed_by=2027-06-30")) == 1
    assert seen("SD-08", "report_needed_by=2027-07-01") == ()
    assert seen("SD-08", "report_type=type_1", "report_date=2027-03-31", "report_needed_by=2027-07-01") == ()
    assert seen("SD-08", "report_needed_by=none") == ()
