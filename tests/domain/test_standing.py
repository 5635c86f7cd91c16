"""Four levels, each reached only after the one before it, and never a sum."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from soc2desk.domain.project import Project
from soc2desk.domain.standing import Level, Levels, Missing
from tests.composed import DAY, after, changed, composed, sample
from tests.entered import entered, evidence, record

if TYPE_CHECKING:
    from soc2desk.app.session import Plain

SPRING = date(2027, 4, 15)
"""In the window of the first sample: its first quarter is over."""


def levels(*changes: str, rows: dict[str, Plain] | None = None, day: date = DAY) -> Levels:
    return composed(entered(changed(sample("brightwater"), *changes), rows or {}), day).levels


def test_an_untouched_project_shows_nothing() -> None:
    made = composed(Project()).levels
    assert {one.level for one in made.controls.values()} == {Level.NOT_SHOWN}
    assert {one.level for one in made.criteria.values()} == {Level.NOT_SHOWN}


def test_written_and_approved() -> None:
    assert levels().controls["ACC-07"].level is Level.APPROVED
    lapsed = after("brightwater", "restore_test_frequency=monthly").levels.controls["BCP-04"]
    assert (lapsed.level, lapsed.missing) == (Level.WRITTEN, Missing.APPROVAL)


def test_a_planned_control_is_written_and_approved_and_no_further() -> None:
    shown = evidence("Dashboard", controls=["LOG-05"], dated="2026-11-10")
    one = levels(rows={"evidence.e-1": shown}).controls["LOG-05"]
    assert (one.level, one.missing) == (Level.APPROVED, Missing.IN_PLACE)


def test_operating_needs_something_that_shows_it_ran_once() -> None:
    shown = {"evidence.e-1": evidence("Review", occurrence="ACC-07/2026-Q3", dated="2026-10-05")}
    one = levels(rows=shown).controls["ACC-07"]
    assert (one.level, one.missing) == (Level.OPERATING, Missing.WINDOW)
    refused = {"evidence.e-1": evidence("Review", controls=["ACC-07"], state="rejected", reason="old")}
    assert levels(rows=refused).controls["ACC-07"].level is Level.APPROVED


def test_half_a_record_shows_nothing() -> None:
    half = {"records.r-1": record("log_review_record", "LOG-02/2026-W40", review_date="2026-10-05 09:00")}
    assert levels(rows=half).controls["LOG-02"].level is Level.APPROVED
    full = record(
        "log_review_record", "LOG-02/2026-W40", period="LOG-02/2026-W40", reviewer="yuki-tanabe",
        review_date="2026-10-05 09:00", sources="all", queries="usual", privileged_activity="yes",
        failed_sources="none", follow_up="none",
    )  # fmt: skip
    assert levels(rows={"records.r-1": full}).controls["LOG-02"].level is Level.OPERATING


def test_evidenced_when_each_act_due_so_far_has_something() -> None:
    first = {"evidence.e-1": evidence("Review", occurrence="ACC-07/2027-Q1", dated="2027-03-20")}
    one = levels(rows=first, day=SPRING).controls["ACC-07"]
    assert (one.level, one.due, one.done) == (Level.EVIDENCED, 1, 1)
    later = levels(rows=first, day=date(2027, 7, 5)).controls["ACC-07"]
    assert (later.level, later.missing, later.due, later.done) == (Level.OPERATING, Missing.ACTS, 2, 1)


def test_an_act_of_another_period_fills_no_gap() -> None:
    other = {"evidence.e-1": evidence("Review", occurrence="ACC-07/2026-Q4", dated="2027-01-04")}
    assert levels(rows=other, day=SPRING).controls["ACC-07"].level is Level.OPERATING


def test_what_is_not_due_yet_is_no_gap_and_shows_nothing() -> None:
    old = {"evidence.e-1": evidence("Assessment", controls=["RSK-01"], dated="2026-09-20")}
    one = levels(rows=old, day=SPRING).controls["RSK-01"]
    assert (one.level, one.missing) == (Level.OPERATING, Missing.DUE)


def test_an_empty_list_shows_that_nothing_happened() -> None:
    none = evidence("Leavers", controls=["ACC-08"], state="none_occurred", query="status = left", rows="0",
                    covers_from="2027-01-01", covers_until="2027-04-14")  # fmt: skip
    assert levels(rows={"evidence.e-1": none}, day=SPRING).controls["ACC-08"].level is Level.EVIDENCED


def test_a_criterion_has_come_as_far_as_its_slowest_shown_control() -> None:
    fraud = {"evidence.e-1": evidence("Assessment", controls=["RSK-03"], dated="2026-09-20")}
    made = levels(rows=fraud)
    assert made.criteria["CC3.3"].level is Level.OPERATING, "its one control has"
    assert made.criteria["CC3.2"].level is Level.APPROVED, "others behind it have not"
    assert made.criteria["CC3.2"].counts[Level.OPERATING] == 1


def test_what_a_vendor_runs_is_shown_by_the_review_of_the_vendor() -> None:
    assert levels().controls["PHY-02"].level is Level.OPERATING
    assert levels("vendors.boreal-cloud.last_review=").controls["PHY-02"].level is Level.APPROVED
