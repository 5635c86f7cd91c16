"""Registers of what a company listed: printed with their words, left out while there is nothing to print."""

from __future__ import annotations

from tests.composed import after, document, of_sample, table, words


def ids(name: str, *changes: str) -> set[str]:
    return {one.id for one in (after(name, *changes) if changes else of_sample(name)).documents}


def test_a_register_without_a_line_is_left_out_and_claims_nothing() -> None:
    assert "REG-EXC" not in ids("tamarack")
    assert "REG-EXC" in ids("prairie-hosting")
    assert "REG-EXC" not in ids("prairie-hosting", "exceptions.old-switch.approved_by=")


def test_an_exception_without_approval_end_or_day_is_not_printed() -> None:
    for gone in ("approved_by", "approved_on", "ends_on"):
        made = after("brightwater", f"exceptions.ageing-scanner.{gone}=")
        assert set(table(made, "REG-EXC", "exceptions")) == {"release-approval"}


def test_an_exception_past_its_end_says_so_until_somebody_closes_it() -> None:
    rows = table(of_sample("brightwater"), "REG-EXC", "exceptions")
    assert rows["ageing-scanner"]["state"] == "Holds"
    assert rows["release-approval"]["state"] == "Closed on 2026-08-17"
    made = after("brightwater", "exceptions.release-approval.closed_on=")
    assert table(made, "REG-EXC", "exceptions")["release-approval"]["state"] == "Ended, not yet closed"


def test_rights_stand_by_system_with_who_approves_them() -> None:
    rows = table(of_sample("brightwater"), "REG-RAM", "access_rights")
    assert [row["system"] for row in rows.values()][:2] == ["Production on Boreal Cloud"] * 2
    assert rows["production-admin"]["privileged"] == "Yes"
    assert rows["production-admin"]["approver"] == "Inês Carvalho"


def test_a_service_account_is_listed_by_what_it_is_for() -> None:
    row = table(of_sample("tamarack"), "REG-SVA", "service_accounts")["nightly-copy"]
    assert row["used_for"] == "Nightly copy of the backups"
    assert (row["system"], row["rotated"]) == ("Saltmarsh Storage", "2026-08-10")


def test_a_secret_changed_on_a_day_to_come_was_not_changed() -> None:
    made = after("tamarack", "service_accounts.nightly-copy.rotated_on=2027-01-01")
    assert table(made, "REG-SVA", "service_accounts")["nightly-copy"]["rotated"] == ""


def test_a_commitment_names_the_controls_behind_it_and_those_not_in_place() -> None:
    rows = table(of_sample("brightwater"), "REG-COM", "commitments_made")
    assert rows["uptime"]["behind"] == "BCP-05, BCP-06, BCP-07"
    made = after("brightwater", "control_states.BCP-06.state=planned", "control_states.BCP-06.from=2027-03-01")
    assert "BCP-06 (planned)" in table(made, "REG-COM", "commitments_made")["uptime"]["behind"]


def test_every_system_is_in_the_inventory_and_devices_stay_in_their_tool() -> None:
    made = of_sample("brightwater")
    inside, outside = table(made, "REG-AST", "in_scope"), table(made, "REG-AST", "outside")
    assert set(outside) == {"payfern-hr"}
    assert len(inside) + len(outside) == len(made.engagement.project.systems)
    assert "taken from Jamf Pro" in words(document(made, "REG-AST"))


def test_a_system_in_scope_without_a_second_factor_says_so() -> None:
    row = table(after("brightwater", "systems.jira.mfa=no"), "REG-AST", "in_scope")["jira"]
    assert row["second_factor"] == "Not enforced"


def test_a_vendor_stands_with_its_data_its_report_and_the_controls_it_runs() -> None:
    row = table(of_sample("brightwater"), "REG-SUB", "subservice")["boreal-cloud"]
    assert row["data"] == "Customer data, Personal information: case files and accounts of customers"
    assert row["report"] == "SOC 2 Type II, 2025-01-01 to 2025-12-31"
    assert (row["carries"], row["tier"], row["kept_by"]) == ("PHY-02", "Critical", "Inês Carvalho")
    bare = after("brightwater", "vendors.boreal-cloud.report=", "vendors.boreal-cloud.report_from=",
                 "vendors.boreal-cloud.report_until=")  # fmt: skip
    assert table(bare, "REG-SUB", "subservice")["boreal-cloud"]["report"] == "None recorded"
