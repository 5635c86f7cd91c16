"""Rules about what controls claim and what stands behind them."""

from __future__ import annotations

import pytest

from tests.composed import DAY, after, clauses, document, findings, of_sample, seen, table, words
from tests.readiness.operated import seen_at


def abouts(rule: str, *changes: str, name: str = "brightwater") -> set[str]:
    return {finding.about for finding in seen(rule, *changes, name=name)}


def test_fd_19_a_system_without_a_second_factor() -> None:
    (finding,) = seen("FD-19", "systems.jira.mfa=no")
    assert (finding.about, finding.place, finding.severity) == ("jira", "systems.jira", "high")
    assert "Jira" in finding.message
    assert abouts("FD-19") == set()


def test_fd_19_asks_only_where_administrators_or_outsiders_sign_in_to_a_system_in_scope() -> None:
    assert abouts("FD-19", "systems.jira.mfa=no", "systems.jira.privileged_or_remote=no") == set()
    assert abouts("FD-19", "systems.payfern-hr.mfa=no") == set()


def test_fd_51_privacy_without_an_officer() -> None:
    assert abouts("FD-51", "roles.privacy_officer=", name="clinique-erable") == {"officer"}
    holder = of_sample("clinique-erable").engagement.project.role["privacy_officer"].holder
    assert abouts("FD-51", f"people.{holder}.end=2026-11-01", name="clinique-erable") == {"officer"}
    assert abouts("FD-51", name="clinique-erable") == set()


def test_fd_51_privacy_without_its_notice() -> None:
    assert abouts("FD-51", "control_states.PRV-02={state: planned}", name="clinique-erable") == {"notice"}


def test_fd_51_does_not_ask_where_privacy_is_not_examined_or_no_notice_is_owed() -> None:
    assert abouts("FD-51", "roles.privacy_officer=") == set()
    processor = ("privacy_role=processor", "control_states.PRV-02=")
    assert abouts("FD-51", *processor, name="clinique-erable") == set()


def test_fd_66_a_control_said_to_be_in_place_that_begins_later() -> None:
    early = "control_states.ACC-02={state: in_place, since: 2027-03-01, confirmed_by: dana-whitfield}"
    made = after("brightwater", early)
    assert {f.about for f in findings(made, "FD-66")} == {"ACC-02"}
    assert "ACC-02" not in table(made, "REG-MTX", "matrix")
    assert "DSC/acc/acc-02" not in clauses(made, "DSC")
    assert "Planned from 1 March 2027: Every user has a unique account." in words(document(made, "POL-ACP"))
    assert abouts("FD-66", "control_states.ACC-02={state: planned, from: 2027-03-01}") == set()
    assert abouts("FD-66") == set()


def test_fd_66_a_control_whose_answer_says_not_yet() -> None:
    made = after("brightwater", "restore_test_frequency=not yet")
    assert {f.about for f in findings(made, "FD-66")} == {"BCP-04"}
    assert "BCP-04" not in table(made, "REG-MTX", "matrix")


def test_sd_04_controls_nobody_confirmed_one_finding_a_family() -> None:
    (finding,) = seen("SD-04", "control_states.NET=")
    assert (finding.about, finding.severity) == ("NET", "high")
    assert finding.controls == ("NET-01", "NET-02", "NET-03")
    assert abouts("SD-04") == set()


@pytest.mark.parametrize("said", ["in_place", "{state: does_not_apply, reason: There is no network.}"])
def test_sd_04_a_state_that_nobody_is_named_for_is_not_confirmed(said: str) -> None:
    (finding,) = seen_at("SD-04", DAY, f"control_states.NET-01={said}")
    assert finding.controls == ("NET-01",)
    by = "control_states.NET-01.confirmed_by=dana-whitfield"
    assert seen_at("SD-04", DAY, f"control_states.NET-01={said}", by) == ()


def test_what_nobody_is_named_for_stands_in_no_matrix_and_covers_nothing() -> None:
    made = after("brightwater", "control_states.NET-01=in_place", "control_states.NET-01.since=2026-05-01")
    assert "NET-01" not in table(made, "REG-MTX", "matrix")
    assert not any("NET-01" in row["controls"] for row in table(made, "REG-COV", "coverage").values())


def test_sd_04_a_control_that_answers_propose_away_waits_for_a_person() -> None:
    assert "PHY" in abouts("SD-04", "has_office=no", "control_states.PHY-01=")
    away = (
        "control_states.PHY-01={state: does_not_apply, reason: The office was given up., confirmed_by: dana-whitfield}"
    )
    assert "PHY" not in abouts("SD-04", "has_office=no", away)


def test_sd_06_a_vendor_that_runs_a_control_is_a_subservice_organization() -> None:
    runs = (
        "control_states.LOG-04={state: run_by_vendor, vendor: heronlog, since: 2024-01-01,"
        " confirmed_by: dana-whitfield}"
    )
    assert abouts("SD-06", runs) == {"LOG-04"}
    marked = ("vendors.heronlog.subservice=yes", "vendors.heronlog.method=carve_out")
    assert abouts("SD-06", runs, *marked) == set()
    assert abouts("SD-06") == set()


def test_sd_07_a_second_factor_is_promised_where_the_table_of_systems_has_none() -> None:
    assert abouts("SD-07", "systems.jira.mfa=no") == {"jira"}
    assert abouts("SD-07") == set()


def test_sd_09_a_control_that_is_there_and_does_not_apply() -> None:
    assert abouts("SD-09", "has_office=no") == {"PHY-01"}
    away = "control_states.PHY-01={state: does_not_apply, reason: No office.}"
    assert abouts("SD-09", "has_office=no", away) == set()
    assert abouts("SD-09") == set()


def test_a_planned_day_that_has_come_is_told_until_somebody_says_more() -> None:
    assert seen("SD-17") == ()
    planned = ("control_states.IRS-04=planned", "control_states.IRS-04.from=2026-11-01")
    (found,) = seen("SD-17", *planned)
    assert found.controls == ("IRS-04",)
    assert found.severity == "low"
    assert seen("SD-17", "control_states.IRS-04=planned", "control_states.IRS-04.from=2027-03-01") == ()
