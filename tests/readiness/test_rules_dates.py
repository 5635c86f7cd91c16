"""Rules on dates: each comes and goes with what the answers, the records and the evidence say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.evidence import Evidence, Standing
from soc2desk.domain.project import Approval
from soc2desk.readiness.check import RULES, check
from soc2desk.readiness.rule import Situation
from soc2desk.readiness.rules.dates import SAME_AS
from tests.composed import DAY, catalogue, changed, sample
from tests.domain.filled_records import filled

if TYPE_CHECKING:
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.kept_records import KeptRecord

TYPE_1 = "report_type=type_1", "report_date=2027-06-15"


def seen(rule: str, *changes: str, name: str = "brightwater", day: date = DAY, **kept: object) -> tuple[Finding, ...]:
    """Return what a rule sees on a day after these changes; `kept` are rows that only their own commands write."""
    project = replace(changed(sample(name), *changes), **kept)  # type: ignore[arg-type]
    found = check(Situation(decide_engagement(catalogue(), project, day)))
    return tuple(finding for finding in found if finding.rule == rule)


def evidence(control: str, dated: date, **more: object) -> tuple[Evidence, ...]:
    return (Evidence("e-0001", "An export", controls=(control,), dated=dated, **more),)  # type: ignore[arg-type]


def review(on: date) -> tuple[KeptRecord, ...]:
    return (replace(filled(catalogue().record["access_review"], review_date=on), occurrence="ACC-07/2027-Q1"),)


def approval(on: date) -> tuple[Approval, ...]:
    return (Approval("RPT-ASR", "helen-marchetti", on, "0" * 64),)


def test_each_of_the_27_rules_on_dates_is_said_once() -> None:
    ours = {rule for rule, _ in RULES if rule.startswith("TL-")}
    assert ours.isdisjoint(SAME_AS)
    assert ours | set(SAME_AS) == {f"TL-{number:02}" for number in range(1, 28)}
    assert set(SAME_AS.values()) <= set(catalogue().finding)


@pytest.mark.parametrize("name", ["brightwater", "clinique-erable", "prairie-hosting", "tamarack"])
def test_a_sound_plan_is_left_in_peace(name: str) -> None:
    assert [rule for rule, _ in RULES if rule.startswith("TL-") and seen(rule, name=name)] == []


COMES = {
    "TL-01": ("window_start=2027-02-01", "window_end=2027-02-01"),
    "TL-04": ("window_end=2027-05-15",),
    "TL-10": ("fieldwork_start=2027-06-01",),
    "TL-17": ("report_needed_by=2027-07-20",),
    "TL-18": ("prior_report_end=2025-09-30",),
    "TL-19": ("prior_report_type=type_2", "prior_report_end=2026-09-30", "prior_report_start=2026-01-01"),
    "TL-20": ("prior_report_type=type_2", "prior_report_end=2027-01-31", "prior_report_start=2026-02-01"),
    "TL-22": (*TYPE_1, "control_states.ACC-07={state: planned, from: 2027-07-01}"),
}
GOES = {
    "TL-01": ("window_end=2027-02-02",),
    "TL-04": ("window_end=2027-06-30",),
    "TL-10": ("fieldwork_start=2027-06-30",),
    "TL-17": ("report_needed_by=2027-07-28",),
    "TL-18": ("prior_report_end=2025-11-20",),
    "TL-19": ("prior_report_end=2026-12-31",),
    "TL-20": ("prior_report_end=2026-12-31",),
    "TL-22": ("report_date=2027-07-01",),
}


@pytest.mark.parametrize("rule", COMES)
def test_a_rule_comes_and_goes(rule: str) -> None:
    (found,) = seen(rule, *COMES[rule])
    assert found.title
    assert "{" not in found.message
    assert seen(rule, *COMES[rule], *GOES[rule]) == ()


def test_three_months_are_usual_for_a_first_report_only() -> None:
    short = "window_end=2027-03-31", "fieldwork_start=", "report_needed_by="
    again = "prior_report_type=type_2", "prior_report_start=2026-07-01", "prior_report_end=2026-12-31"
    assert seen("TL-04", *short) == ()
    assert "3 months" in seen("TL-04", *short, *again)[0].message


def test_days_between_two_periods_are_counted() -> None:
    (found,) = seen("TL-19", *COMES["TL-19"])
    assert "92 days" in found.message
    assert seen("TL-20", *COMES["TL-19"]) == (), "a gap is said once"
    table = "earlier_reports.last={report: type_2, first: 2026-01-01, last: 2026-06-30}"
    assert "2026-06-30" in seen("TL-19", table)[0].message


def test_the_first_access_review_belongs_into_the_first_month() -> None:
    late, early = date(2027, 3, 2), date(2026, 12, 15)
    assert seen("TL-12", day=date(2027, 1, 31)) == (), "there is still time"
    (found,) = seen("TL-12", day=late)
    assert found.controls == ("ACC-07",)
    assert seen("TL-12", day=late, records=review(date(2027, 1, 29))) == ()
    assert len(seen("TL-12", day=late, records=review(date(2027, 2, 20)))) == 1
    assert seen("TL-12", day=late, evidence=evidence("ACC-07", early)) == ()
    for state in (Standing.REJECTED, Standing.NONE_OCCURRED):
        assert len(seen("TL-12", day=late, evidence=evidence("ACC-07", early, state=state))) == 1
    future = evidence("ACC-07", date(2027, 4, 1))
    assert len(seen("TL-12", day=late, evidence=future)) == 1, "nobody did on that day yet"


def test_a_risk_assessment_that_came_after_the_first_day_is_told() -> None:
    risks = sample("brightwater").risks
    old = tuple(f"risks.{risk.id}.{field}=" for risk in risks for field in ("rated_on", "reviewed_on"))
    late, inside = date(2027, 4, 1), evidence("RSK-01", date(2027, 2, 10))
    assert seen("TL-14", *old, day=late) == (), "where there is none at all, another rule says so"
    (found,) = seen("TL-14", *old, day=late, evidence=inside)
    assert "2027-02-10" in found.message
    assert seen("TL-14", *old, day=late, evidence=evidence("RSK-01", date(2026, 2, 10))) == ()
    assert seen("TL-14", *old, day=date(2026, 12, 1), evidence=inside) == ()


def test_what_runs_once_a_year_is_looked_for_while_there_is_time() -> None:
    day = date(2027, 5, 2)
    assert seen("TL-24", day=date(2027, 4, 30)) == ()
    (found,) = seen("TL-24", day=day)
    assert "IRS-04" in found.controls
    (found,) = seen("TL-24", day=day, evidence=evidence("IRS-04", date(2027, 2, 11)))
    assert "IRS-04" not in found.controls
    held = datetime.fromisoformat("2026-10-05 13:00")
    exercise = (filled(catalogue().record["tabletop_exercise"], date=held),)
    before = {one.about: one for one in seen("TL-24", day=day, records=exercise)}
    assert before["before"].controls == ("IRS-04",)
    assert "IRS-04" not in before["none"].controls


def test_a_type_i_date_feeds_the_window_behind_it() -> None:
    far = "window_start=2027-09-01", "window_end=2028-02-28", *TYPE_1
    assert "78 days" in seen("TL-23", *far)[0].message
    assert seen("TL-23", "window_start=2027-07-01", "window_end=2027-12-31", *TYPE_1) == ()
    assert seen("TL-23") == ()


def test_an_assertion_signed_before_the_end_is_seen() -> None:
    assert len(seen("TL-26", approvals=approval(date(2026, 11, 20)))) == 1
    assert seen("TL-26", day=date(2027, 7, 5), approvals=approval(date(2027, 6, 30))) == ()
    day, early = date(2027, 7, 5), date(2027, 5, 30)
    draft = evidence("COM-02", early, requests=("ER-003",))
    assert seen("TL-26", day=day, evidence=draft) == (), "a draft may be early"
    final = evidence("COM-02", early, requests=("ER-003",), state=Standing.ACCEPTED)
    assert len(seen("TL-26", day=day, evidence=final)) == 1
