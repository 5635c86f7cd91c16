"""Rules about vendors: reviews, reports, and what each side expects of the other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.composed import changed, composed, findings, sample, seen
from tests.entered import record, seen_on

if TYPE_CHECKING:
    from soc2desk.app.session import Plain

AFTER = date(2027, 7, 5)
"""A few days after the window of the first sample closed."""


def abouts(rule: str, *changes: str, name: str = "brightwater") -> set[str]:
    return {finding.about for finding in seen(rule, *changes, name=name)}


def review(vendor: str, on: str, *mapped: tuple[str, str]) -> Plain:
    lines: list[Plain] = [{"expected": said, **({"control": by} if by else {})} for said, by in mapped]
    signed: Plain = {"by": "lukasz-wojcik", "on": on}
    return record("vendor_review", vendor=vendor, cuec_mapping=lines, reviewer_date=signed)


def test_fd_65_a_critical_vendor_without_a_review_in_twelve_months() -> None:
    assert abouts("FD-65", "vendors.github.last_review=2025-11-18") == {"github"}
    assert abouts("FD-65", "vendors.github.last_review=2025-11-21") == set()
    assert abouts("FD-65", "vendors.github.last_review=") == {"github"}
    assert abouts("FD-65", "vendors.github.last_review=2027-01-05") == {"github"}


def test_fd_65_looks_at_critical_vendors_only() -> None:
    assert abouts("FD-65", "vendors.jira.last_review=") == set()
    assert abouts("FD-65", "vendors.jira.last_review=", "vendors.jira.tier=critical") == {"jira"}


def test_fd_65_a_record_of_a_review_counts_like_its_day() -> None:
    old = "vendors.github.last_review=2025-01-18"
    assert [one.about for one in seen_on("FD-65", old)] == ["github"]
    assert seen_on("FD-65", old, rows={"records.v1": review("GitHub", "2026-10-12")}) == ()


def test_fd_39_a_subservice_organization_whose_report_nobody_read() -> None:
    assert abouts("FD-39") == set()
    assert abouts("FD-39", "vendors.boreal-cloud.last_review=2025-11-18") == {"boreal-cloud"}
    (never,) = seen("FD-39", "vendors.boreal-cloud.last_review=")
    assert never.message.endswith("its report was last reviewed: no review is on record.")
    assert abouts("FD-65", "vendors.boreal-cloud.last_review=2025-11-18") == set(), "one rule speaks, not two"
    assert seen_on("FD-39", "vendors.boreal-cloud.last_review=",
                   rows={"records.v1": review("Boreal Cloud", "2026-10-12")}) == ()  # fmt: skip


def test_fd_39_comes_with_time() -> None:
    later = composed(sample("tamarack"), date(2027, 8, 1))
    assert "fundy-cloud" in {f.about for f in findings(later, "FD-39")}
    reviewed = composed(changed(sample("tamarack"), "vendors.fundy-cloud.last_review=2027-06-15"), date(2027, 8, 1))
    assert "fundy-cloud" not in {f.about for f in findings(reviewed, "FD-39")}


def test_fd_40_a_report_that_ends_before_the_window_does() -> None:
    both = {"boreal-cloud", "granite-vault"}
    assert abouts("FD-40") == set(), "while the window is open a newer report may come"
    assert {one.about for one in seen_on("FD-40", day=AFTER)} == both
    newer = [f"vendors.{id_}.report_until=2027-06-30" for id_ in both]
    assert seen_on("FD-40", *newer, day=AFTER) == ()


def test_fd_40_a_bridge_letter_reaches_three_months_and_no_further() -> None:
    spring = ("vendors.granite-vault.report_until=2027-06-30", "vendors.boreal-cloud.report_until=2027-03-31")
    (finding,) = seen_on("FD-40", *spring, day=AFTER)
    assert "no bridge letter" in finding.message
    assert seen_on("FD-40", *spring, "vendors.boreal-cloud.bridge_until=2027-06-30", day=AFTER) == ()
    winter = (spring[0], "vendors.boreal-cloud.report_until=2026-12-31", "vendors.boreal-cloud.bridge_until=2027-06-30")
    (finding,) = seen_on("FD-40", *winter, day=AFTER)
    assert "three months" in finding.message


def test_fd_41_what_a_vendor_expects_without_a_control_of_ours() -> None:
    bare = {"records.v1": review("Boreal Cloud", "2026-10-12", ("Watch your keys", ""), ("Sign in twice", "ACC-03"))}
    (finding,) = seen_on("FD-41", rows=bare)
    assert (finding.place, "Watch your keys" in finding.message) == ("vendors.boreal-cloud", True)
    newer = bare | {"records.v2": review("Boreal Cloud", "2026-11-12", ("Watch your keys", "CRY-03"))}
    assert seen_on("FD-41", rows=newer) == (), "the newest review counts"
    assert seen_on("FD-41") == ()


def test_fd_43_a_carved_out_vendor_of_which_nothing_is_expected() -> None:
    assert abouts("FD-43") == set()
    assert abouts("FD-43", "vendors.boreal-cloud.expected_controls=") == {"boreal-cloud"}
    inclusive = "vendors.boreal-cloud.method=inclusive"
    assert abouts("FD-43", "vendors.boreal-cloud.expected_controls=", inclusive) == set()


def test_fd_54_information_kept_outside_quebec_without_an_assessment() -> None:
    assert seen("FD-54", name="clinique-erable") == ()
    (finding,) = seen("FD-54", "vendors.paie-clairval.location=Toronto, Ontario", name="clinique-erable")
    assert (finding.about, finding.controls) == ("paie-clairval", ("PRV-04", "VEN-02"))
    unknown = "vendors.paie-clairval.location="
    assert seen("FD-54", unknown, name="clinique-erable") == (), "nobody knows where: nothing is claimed"
    assert seen("FD-54", "vendors.jira.location=United States") == (), "its law does not concern this company"


def test_fd_54_the_assessment_names_the_vendor() -> None:
    made = record(
        "privacy_impact_assessment", project="Payroll at Paie Clairval", trigger="transfer",
        decision={"by": "nadia-bouchareb", "on": "2026-11-02"},
    )  # fmt: skip
    moved = "vendors.paie-clairval.location=Toronto, Ontario"
    assert seen_on("FD-54", moved, rows={"records.pia": made}, name="clinique-erable") == ()
