"""What rules about work done see of a control that was retired within the period, up to its last day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from soc2desk.domain.evidence_states import standings
from soc2desk.domain.schedule import decide_schedule
from tests.readiness.operated import seen_at, situation

if TYPE_CHECKING:
    from tests.entered import Rows

DAY = date(2027, 6, 20)


def ended(control: str, last_day: str, entered: str = "") -> Rows:
    row = {"last_day": last_day, "reason": "Done by the host now", "on": entered or last_day}
    return {f"retired_controls.{control}": row}


def acts(rows: Rows, control: str = "ACC-07") -> list[str]:
    looked_at = situation(DAY, rows=rows)
    schedule = decide_schedule(looked_at.engagement, looked_at.working_days)
    return [one.id for one in schedule.occurrences if one.control == control]


def test_acts_missed_before_a_control_was_retired_are_missed_still() -> None:
    (finding,) = seen_at("FD-13", DAY, rows=ended("ACC-07", "2027-05-15"))
    assert (finding.about, finding.place) == ("ACC-07/2027-Q1", "retired_controls.ACC-07")
    assert [one.rule for one in seen_at("TL-12", DAY, rows=ended("ACC-07", "2027-05-15"))] == ["TL-12"]


def test_nothing_is_missed_after_the_last_day_or_of_what_ended_before_the_period() -> None:
    assert seen_at("FD-13", DAY, rows=ended("ACC-07", "2027-02-15")) == (), "its first act was not due yet"
    assert seen_at("TL-12", DAY, rows=ended("ACC-07", "2027-01-15")) == (), "its first month was not over"
    assert seen_at("FD-13", DAY, rows=ended("ACC-07", "2026-12-01")) == (), "never part of the period"


def test_an_end_that_was_told_late_takes_no_missed_act_away() -> None:
    told_late = ended("ACC-07", "2026-12-01", "2027-06-10")
    assert [one.about for one in seen_at("FD-13", DAY, rows=told_late)] == ["ACC-07/2027-Q1"]
    in_time = ended("ACC-07", "2027-03-30", "2027-04-02")
    assert seen_at("FD-13", DAY, rows=in_time) == (), "told within days, it ended when it says"


def test_an_end_still_to_come_changes_nothing() -> None:
    assert acts(ended("ACC-07", "2027-06-25", "2027-06-19")) == acts({})


def test_the_schedule_and_the_requests_hold_a_retired_control_up_to_its_last_day() -> None:
    assert acts(ended("ACC-07", "2027-05-15")) == ["ACC-07/2027-Q1"]
    assert acts(ended("ACC-07", "2026-12-01")) == []
    here = situation(DAY, rows=ended("ACC-07", "2027-05-15")).engagement
    asked = {control for one in here.requests for control in here.asked_for(one)}
    assert "ACC-07" in asked
    assert "ACC-07/2027-Q1" in standings(here).acts
    assert "ACC-07" not in here.state, "no document promises it"
    gone = situation(DAY, rows=ended("ACC-07", "2026-12-01")).engagement
    assert "ACC-07" not in {control for one in gone.requests for control in gone.asked_for(one)}


def test_what_another_rule_sees_once_a_year_is_told_of_a_retired_control_as_nothing_stored() -> None:
    year, rows = "fiscal_year_start=4", ended("VEN-04", "2027-05-15")
    assert "VEN-04" not in [one.about for one in seen_at("FD-36", DAY, year)], "a rule of its own speaks of it"
    (finding,) = [one for one in seen_at("FD-36", DAY, year, rows=rows) if one.about == "VEN-04"]
    assert "2026-27" in finding.message


def test_the_documents_know_of_an_end_within_the_period_also_when_it_was_told_late() -> None:
    def told(rows: Rows) -> object:
        return situation(DAY, rows=rows).engagement.names.known["retired_in_period"]

    assert told(ended("ACC-07", "2026-12-01", "2027-06-10")) is True
    assert told(ended("ACC-07", "2026-12-01")) is False
