"""Findings about evidence: missing, from other days, only said, not complete, or made afterwards."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.entered import evidence, record
from tests.readiness.operated import seen_at

if TYPE_CHECKING:
    from soc2desk.app.session import Plain
    from tests.entered import Rows

OVER = date(2027, 7, 5)
FILE = {"file": "proof.pdf", "digest": "ab" * 32, "size": "10"}


def abouts(rule: str, *changes: str, rows: Rows | None = None, day: date = OVER) -> set[str]:
    return {one.about for one in seen_at(rule, day, *changes, rows=rows)}


def test_fd_36_a_period_for_which_nothing_is_stored() -> None:
    assert "BCP-05" not in abouts("FD-36", day=date(2027, 3, 31))
    assert "BCP-05" in abouts("FD-36", day=date(2027, 4, 1))
    both = {
        "evidence.e-1": evidence("Forecast", occurrence="BCP-05/2027-Q1", dated="2027-03-20"),
        "evidence.e-2": evidence("Forecast", controls=["BCP-05"], covers_from="2027-04-01", covers_until="2027-06-30"),
    }
    assert "BCP-05" not in abouts("FD-36", rows=both)
    both.pop("evidence.e-2")
    (found,) = [one for one in seen_at("FD-36", OVER, rows=both) if one.about == "BCP-05"]
    assert ("2027-Q1" in found.message, "2027-Q2" in found.message) == (False, True)


def test_fd_36_is_not_said_where_another_rule_says_it_nor_of_what_others_run() -> None:
    found = abouts("FD-36")
    assert not found & {"ACC-07", "GOV-07", "BCP-04", "AST-01", "NET-01"}
    vendor = "control_states.BCP-05={state: run_by_vendor, vendor: boreal-cloud, since: 2026-01-01}"
    assert "BCP-05" not in abouts("FD-36", vendor)
    assert "BCP-05" not in abouts("FD-36", "control_states.BCP-05={state: planned, from: 2027-09-01}")


def test_fd_36_one_form_shows_every_control_that_it_is_kept_for() -> None:
    assert "VUL-02" in abouts("FD-36", "window_end=2027-01-31")
    scan = record("vulnerability_scan_review", "VUL-01/2027-W03", scan_date="2027-01-20", scope="all", tool="scanner",
                  coverage="all", tickets="none", reviewer={"by": "yuki-tanabe", "on": "2027-01-20"})  # fmt: skip
    assert "VUL-02" not in abouts("FD-36", "window_end=2027-01-31", rows={"records.jan": scan})


def test_fd_55_evidence_of_work_from_other_days() -> None:
    old = {"evidence.e-1": evidence("Review", occurrence="ACC-07/2026-Q3", dated="2026-09-20")}
    assert abouts("FD-55", rows=old) == {"e-1"}
    inside = {"evidence.e-1": evidence("Review", occurrence="ACC-07/2027-Q1", dated="2027-03-20")}
    assert abouts("FD-55", rows=inside) == set()
    later = list_of_leavers(run_at="2027-07-02 09:00")
    assert abouts("FD-55", rows=later) == set(), "a list is run after the window closed"
    rejected = {"evidence.e-1": evidence("Review", occurrence="ACC-07/2026-Q3", dated="2026-09-20", state="rejected",
                                         reason="old", reviewed_by="dana-whitfield")}  # fmt: skip
    assert abouts("FD-55", rows=rejected) == set()
    assert seen_at("FD-55", OVER, "report_type=type_1", rows=old) == ()


def signed(ran: str) -> Plain:
    lines: Plain = [{"control": "CRY-01", "owner": "dana-whitfield", "ran": ran}]
    by: Plain = {"by": "dana-whitfield", "on": "2027-03-30"}
    return record("control_owner_signoff", "MON-01/2027-Q1", quarter="2027-Q1", controls=lines, signed=by)


def test_fd_56_an_owner_says_so_and_nothing_can_be_looked_at() -> None:
    said = {"records.s-1": signed("yes")}
    assert abouts("FD-56", rows=said) == {"CRY-01"}
    without_file = said | {"evidence.e-1": evidence("Told by Dana", controls=["CRY-01"], dated="2027-03-20")}
    assert abouts("FD-56", rows=without_file) == {"CRY-01"}
    shown = said | {"evidence.e-1": evidence("Settings", controls=["CRY-01"], dated="2027-03-20", **FILE)}
    assert abouts("FD-56", rows=shown) == set()
    assert abouts("FD-56", rows={"records.s-1": signed("nothing")}) == set()


def list_of_leavers(**values: Plain) -> dict[str, Plain]:
    usual: dict[str, Plain] = {
        "population": "leavers", "rows": "3", "source": "Payfern HR", "query": "left since 1 January",
        "run_at": "2027-07-02 09:00", "second_source": "payroll", "second_rows": "3", "controls": ["ACC-08"],
    }  # fmt: skip
    return {"evidence.e-1": evidence("Leavers", **{**usual, **values})}


def test_fd_67_a_list_that_does_not_prove_to_be_complete() -> None:
    assert abouts("FD-67", rows=list_of_leavers()) == set()
    (found,) = seen_at("FD-67", OVER, rows=list_of_leavers(query="", second_source="", second_rows=""))
    assert "the query, a second source" in found.message
    (found,) = seen_at("FD-67", OVER, rows=list_of_leavers(second_rows="4"))
    assert found.kind == "evidence_risk"
    assert abouts("FD-67", rows={"evidence.e-1": evidence("Screenshot", dated="2027-02-01")}) == set()


def test_fd_68_made_after_the_day_it_claims() -> None:
    late = evidence("Minutes", controls=["GOV-07"], dated="2027-03-01", received="2027-04-20")
    assert abouts("FD-68", rows={"evidence.e-1": late}) == {"e-1"}
    assert abouts("FD-68", rows={"evidence.e-1": late | {"timestamp": "yes"}}) == set()
    assert abouts("FD-68", rows={"evidence.e-1": late | {"received": "2027-03-10"}}) == set()


def test_fd_68_a_record_entered_long_after_the_day_it_claims() -> None:
    def gap(entered_on: str) -> Rows:
        row = record("deficiency_log", deficiency_id="D-1", found_date="2027-02-01", due_date="2027-12-01")
        return {"records.d": {**row, "entered_by": "priya-natarajan", "entered_on": entered_on}}

    assert abouts("FD-68", rows=gap("2027-03-01")) == {"d"}
    assert abouts("FD-68", rows=gap("2027-02-11")) == set()


def test_fd_68_a_record_begun_in_time_and_signed_long_afterwards() -> None:
    def review(signed_on: str) -> Rows:
        values = {"review_date": "2027-02-01", "sign_off": {"by": "priya-natarajan", "on": "2027-02-02"}}
        row = record("access_review", "ACC-07/2027-Q1", **values)
        return {"records.d": {**row, "entered_on": "2027-02-01", "said_on": {"sign_off": signed_on}}}

    assert abouts("FD-68", rows=review("2027-02-03")) == set()
    assert abouts("FD-68", rows=review("2027-05-20")) == {"d"}


def test_fd_70_nothing_happened_and_nothing_shows_it() -> None:
    assert seen_at("FD-70", date(2027, 6, 30)) == ()
    (found,) = seen_at("FD-70", OVER)
    assert found.controls.count("ACC-08") == 1
    empty = list_of_leavers(rows="0", second_rows="0", state="none_occurred")
    (found,) = seen_at("FD-70", OVER, rows=empty)
    assert "ACC-08" not in found.controls
    early = list_of_leavers(rows="0", second_rows="0", state="none_occurred", run_at="2027-06-02 09:00")
    (found,) = seen_at("FD-70", OVER, rows=early)
    assert "ACC-08" in found.controls, "the window was still open"
    some = {"evidence.e-1": evidence("Ticket", controls=["ACC-08"], dated="2027-03-20")}
    (found,) = seen_at("FD-70", OVER, rows=some)
    assert "ACC-08" not in found.controls


def test_no_rule_on_work_done_speaks_before_the_window_opens() -> None:
    for rule in ("FD-13", "FD-18", "FD-21", "FD-30", "FD-36", "FD-46", "FD-48", "FD-49", "FD-62", "FD-70", "FD-73"):
        for name in ("brightwater", "clinique-erable", "prairie-hosting", "tamarack"):
            assert seen_at(rule, date(2026, 12, 31), "kept_in_tools=change_record", name=name) == (), (rule, name)
