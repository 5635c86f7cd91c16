"""Findings about watching, incidents, meetings, restores and requests of people: each comes and goes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.entered import evidence, record
from tests.readiness.operated import seen_at

if TYPE_CHECKING:
    from soc2desk.app.session import Plain

OVER = date(2027, 7, 5)
NO_TOOLS = "kept_in_tools=change_record"


def test_fd_21_weeks_without_a_log_review() -> None:
    (found,) = seen_at("FD-21", OVER, NO_TOOLS)
    assert (found.about, found.kind) == ("LOG-02", "exception")
    weekly = evidence("Log reviews", controls=["LOG-02"], covers_from="2026-12-28", covers_until="2027-06-18")
    (left,) = seen_at("FD-21", OVER, NO_TOOLS, rows={"evidence.logs": weekly})
    assert left.about == "LOG-02/2027-W25", "the week behind it reaches beyond the window"


def test_fd_21_is_asked_as_evidence_where_a_tool_keeps_the_record() -> None:
    assert seen_at("FD-21", OVER) == ()
    (found,) = [one for one in seen_at("FD-36", OVER) if one.about == "LOG-02"]
    assert found.kind == "evidence_risk"


def test_fd_21_a_monthly_rhythm_owes_a_month_when_it_is_over() -> None:
    monthly = (NO_TOOLS, "log_review_period=monthly")
    assert seen_at("FD-21", date(2027, 1, 31), *monthly) == ()
    assert [one.about for one in seen_at("FD-21", date(2027, 2, 1), *monthly)] == ["LOG-02/2027-01"]


def scan(on: str, **values: Plain) -> Plain:
    usual: dict[str, Plain] = {
        "scan_date": on, "scope": "all", "tool": "scanner", "coverage": "all", "tickets": "none",
        "reviewer": {"by": "yuki-tanabe", "on": on},
    }  # fmt: skip
    return record("vulnerability_scan_review", **{**usual, **values})


def test_fd_46_a_scan_that_was_skipped() -> None:
    monthly = (NO_TOOLS, "scan_frequency=monthly")
    day = date(2027, 2, 1)
    assert [one.about for one in seen_at("FD-46", day, *monthly)] == ["VUL-01/2027-01"]
    assert seen_at("FD-46", day, *monthly, rows={"records.jan": scan("2027-01-20")}) == ()
    assert seen_at("FD-46", day, *monthly, "control_states.VUL-01={state: planned, from: 2027-09-01}") == ()


def test_fd_46_findings_past_their_deadline_without_an_exception() -> None:
    lines: Plain = [{"finding": "CVE-1", "age": "40"}, {"finding": "CVE-2", "age": "50", "exception": "X-3"}]
    (found,) = seen_at("FD-46", OVER, rows={"records.jan": scan("2027-01-20", overdue=lines)})
    assert ("CVE-1" in found.message, "CVE-2" in found.message) == (True, False)
    newer = {"records.jan": scan("2027-01-20", overdue=lines), "records.feb": scan("2027-02-20")}
    assert seen_at("FD-46", OVER, rows=newer) == ()


def test_fd_71_network_rules_that_nobody_looked_at() -> None:
    assert seen_at("FD-71", date(2027, 6, 30)) == ()
    (found,) = seen_at("FD-71", OVER)
    assert found.about == "NET-01/2027-H1"
    done = {"evidence.e-1": evidence("Rules reviewed", occurrence="NET-01/2027-H1", dated="2027-05-05")}
    assert seen_at("FD-71", OVER, rows=done) == ()


def incident(**values: Plain) -> dict[str, Plain]:
    usual: dict[str, Plain] = {
        "incident_id": "INC-7", "detected_at": "2027-02-01 08:00", "severity": "severity_1",
        "personal_affected": "no", "resolved_at": "2027-02-03 17:00",
    }  # fmt: skip
    return {"records.inc": record("incident_log", **{**usual, **values})}


def test_fd_27_a_serious_incident_without_cause_or_improvements() -> None:
    (found,) = seen_at("FD-27", OVER, rows=incident())
    assert (found.place, "INC-7" in found.message) == ("records.inc", True)
    learned = incident(root_cause="an old key", lessons=[{"action": "rotate", "owner": "dana-whitfield"}])
    assert seen_at("FD-27", OVER, rows=learned) == ()
    assert seen_at("FD-27", OVER, rows=incident(severity="severity_3")) == ()
    assert seen_at("FD-27", OVER, rows=incident(resolved_at="")) == ()
    ten_days = date(2027, 2, 18)
    assert seen_at("FD-27", ten_days, rows=incident()) == (), "ten working days and Family Day"
    assert len(seen_at("FD-27", date(2027, 2, 19), rows=incident())) == 1


def test_fd_52_information_about_people_that_no_register_lists() -> None:
    touched = incident(personal_affected="unknown")
    (found,) = seen_at("FD-52", OVER, rows=touched)
    assert found.kind == "legal_duty", "privacy is not examined here, the law asks all the same"
    (found,) = seen_at("FD-52", date(2027, 7, 5), rows=touched, name="clinique-erable")
    assert found.kind == "exception"
    listed = {**touched, "records.reg": record("privacy_breach_register", incident_id="INC-7")}
    assert seen_at("FD-52", OVER, rows=listed) == ()
    assert seen_at("FD-52", OVER, rows=incident()) == ()
    assert seen_at("FD-52", date(2027, 2, 2), rows=incident(personal_affected="yes", resolved_at="")) == ()


def test_fd_26_actions_of_an_exercise_that_are_overdue() -> None:
    def held(status: str) -> dict[str, Plain]:
        actions: Plain = [{"action": "Buy a second phone", "due": "2027-05-01", "status": status}]
        return {"records.ttx": record("tabletop_exercise", exercise_name="Lost laptop", actions=actions)}

    (found,) = seen_at("FD-26", OVER, rows=held("open"))
    assert "Buy a second phone" in found.message
    assert seen_at("FD-26", OVER, rows=held("done")) == ()
    assert seen_at("FD-26", date(2027, 5, 1), rows=held("open")) == ()


def test_fd_34_a_known_gap_that_stays_open() -> None:
    gap: dict[str, Plain] = {"deficiency_id": "D-3", "found_date": "2027-02-01", "due_date": "2027-03-01"}
    (found,) = seen_at("FD-34", OVER, rows={"records.d": record("deficiency_log", **gap)})
    assert ("D-3" in found.message, "2027-03-01" in found.message) == (True, True)
    assert seen_at("FD-34", date(2027, 3, 1), rows={"records.d": record("deficiency_log", **gap)}) == ()
    closed = gap | {"closed": {"by": "priya-natarajan", "on": "2027-02-20"}}
    assert seen_at("FD-34", OVER, rows={"records.d": record("deficiency_log", **closed)}) == ()


def minutes(occurrence: str, on: str) -> Plain:
    texts = ("attendees", "incidents", "risks", "deficiencies", "access_review_status", "training_status", "vendors",
             "changes_ahead", "audit_status")  # fmt: skip
    return record(
        "management_review_minutes", occurrence, date=on, chair="helen-marchetti",
        approved={"by": "helen-marchetti", "on": on}, **dict.fromkeys(texts, "said"),
    )  # fmt: skip


def test_fd_62_a_meeting_that_was_not_held() -> None:
    assert {one.about for one in seen_at("FD-62", OVER)} == {"GOV-02/2027-H1", "GOV-07/2027-Q1", "GOV-07/2027-Q2"}
    rows = {
        "records.one": minutes("GOV-07/2027-Q1", "2027-03-10"),
        "records.two": minutes("GOV-02/2027-H1", "2027-06-10"),
    }
    assert seen_at("FD-62", OVER, rows=rows) == (), "minutes of both bodies stand on one form"
    rows.pop("records.two")
    assert [one.about for one in seen_at("FD-62", OVER, rows=rows)] == ["GOV-07/2027-Q2"]


def check_of(control: str, assessor: str) -> Plain:
    values: dict[str, Plain] = {"quarter": "2027-Q1", "control_id": control, "assessor": assessor}
    return record("control_self_assessment", "MON-01/2027-Q1", test="looked at it", result="effective", **values)


def test_fd_57_checks_by_somebody_other_than_the_owner() -> None:
    own = {"records.c-1": check_of("ACC-01", "dana-whitfield"), "records.c-2": check_of("ACC-02", "dana-whitfield")}
    (found,) = seen_at("FD-57", OVER, "recheck_count=1", rows=own)
    assert (found.about, found.kind) == ("MON-01/2027-Q1", "plan_warning")
    assert seen_at("FD-57", date(2027, 3, 31), "recheck_count=1", rows=own) == ()
    other = own | {"records.c-3": check_of("ACC-01", "yuki-tanabe")}
    assert seen_at("FD-57", OVER, "recheck_count=1", rows=other) == ()


def restore(on: str) -> Plain:
    texts = ("system", "backup_used", "method", "success_criteria", "start_end", "integrity_check")
    return record(
        "backup_restore_test", "", test_date=f"{on} 10:00", time_taken="2", data_loss="0", result="pass",
        tester="ines-carvalho", approver={"by": "sam-okafor", "on": on}, **dict.fromkeys(texts, "said"),
    )  # fmt: skip


def test_fd_48_a_backup_that_nobody_restored() -> None:
    assert [one.about for one in seen_at("FD-48", OVER)] == ["BCP-04/2027-Q1", "BCP-04/2027-Q2"]
    rows = {"records.one": restore("2027-02-10"), "records.two": restore("2027-05-10")}
    assert seen_at("FD-48", OVER, rows=rows) == ()
    assert seen_at("FD-48", OVER, "control_states.BCP-04={state: planned, from: 2027-09-01}") == ()


def test_fd_48_speaks_on_the_date_of_a_type_1_report_and_not_before() -> None:
    assert seen_at("FD-48", date(2027, 6, 14), name="prairie-hosting") == ()
    assert len(seen_at("FD-48", date(2027, 6, 16), name="prairie-hosting")) == 1
    new = "control_states.BCP-04={state: in_place, since: 2027-05-01, confirmed_by: darlene-friesen}"
    assert seen_at("FD-48", date(2027, 6, 16), new, name="prairie-hosting") == (), "no whole period has passed"


def inventory(quarter: str, on: str, **values: Plain) -> Plain:
    signed: Plain = {"by": "dana-whitfield", "on": on}
    return record(
        "asset_inventory", f"AST-01/{quarter}", quarter=quarter, sources="Jamf Pro", reconciled_by=signed, **values
    )


def test_fd_49_an_inventory_that_went_stale() -> None:
    assert [one.about for one in seen_at("FD-49", OVER)] == ["AST-01/2027-Q1", "AST-01/2027-Q2"]
    rows = {"records.q1": inventory("2027-Q1", "2027-03-20"), "records.q2": inventory("2027-Q2", "2027-06-20")}
    assert seen_at("FD-49", OVER, rows=rows) == ()
    rows["records.q2"] = inventory("2027-Q2", "2027-06-20", owner_gaps=[{"item": "Laptop 9"}])
    (found,) = seen_at("FD-49", OVER, rows=rows)
    assert (found.place, "Laptop 9" in found.message) == ("records.q2", True)


def asked(**values: Plain) -> dict[str, Plain]:
    usual: dict[str, Plain] = {"request_id": "R-1", "received": "2027-05-03", "type": "access"}
    return {"records.dsr": record("data_subject_request", **{**usual, **values})}


def test_fd_53_a_person_who_waits_too_long_for_an_answer() -> None:
    def late(day: date = OVER, *changes: str, **values: Plain) -> int:
        return len(seen_at("FD-53", day, *changes, rows=asked(**values), name="clinique-erable"))

    assert late(answered="2027-06-10") == 1
    assert late(answered="2027-05-20") == 0
    assert (late(date(2027, 6, 2)), late(date(2027, 6, 3))) == (0, 1)
    assert late(answered="2027-06-10", due="2027-06-20") == 1, "the law of Quebec allows no extension"
    assert late(OVER, "quebec_law_applies=no", answered="2027-06-10", due="2027-06-20") == 0
