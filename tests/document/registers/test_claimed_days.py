"""A day in a register that was typed long after it says when it was entered."""

from __future__ import annotations

from datetime import date

import pytest

from soc2desk.packet.compose import compose
from tests.composed import DAY, after, catalogue, changed, document, sample, table

WAS = f"2026-01-05 (entered on {DAY.isoformat()})"


@pytest.mark.parametrize(
    ("change", "register", "within", "row", "column", "said"),
    [
        ("risks.ransomware.rated_on=2026-01-05", "REG-RSK", "risks", "ransomware", "rated", WAS),
        ("risks.ransomware.reviewed_on=2026-01-05", "REG-RSK", "risks", "ransomware", "looked_at", WAS),
        ("risks.boreal-outage.accepted_on=2026-01-05", "REG-RSK", "treatments", "boreal-outage", "accepted",
         f"Helen Marchetti, {WAS}"),
        ("exceptions.ageing-scanner.approved_on=2026-01-05", "REG-EXC", "exceptions", "ageing-scanner", "approved_on",
         WAS),
        ("service_accounts.deployment.rotated_on=2026-01-05", "REG-SVA", "service_accounts", "deployment", "rotated",
         WAS),
        ("vendors.google-workspace.last_review=2026-01-05", "REG-SUB", "vendors", "google-workspace", "reviewed", WAS),
        ("certificates.one={person: dana-whitfield, name: Security+, issued_on: 2026-01-05}", "REG-TRN",
         "certificates", "one", "issued", WAS),
        ("exceptions.ageing-scanner.ends_on=2027-11-30", "REG-EXC", "exceptions", "ageing-scanner", "approved_on",
         f"2026-09-24 (entered on {DAY.isoformat()})"),
        ("retests.one={name: A late review, shown_on: 2026-01-05}", "REG-RTS", "retests", "one", "state",
         f"Shown on {WAS}"),
    ],
)  # fmt: skip
def test_a_day_typed_long_after_it_says_when_it_was_entered(
    change: str, register: str, within: str, row: str, column: str, said: str
) -> None:
    assert table(after("brightwater", change), register, within)[row][column] == said


def test_the_other_days_of_a_register_stay_as_they_are() -> None:
    made = table(after("brightwater", "risks.ransomware.rated_on=2026-01-05"), "REG-RSK", "risks")
    assert (made["ransomware"]["looked_at"], made["late-fixes"]["rated"]) == ("2026-10-27", "2026-09-15")


def test_a_day_typed_within_a_few_days_stands_alone() -> None:
    made = after("brightwater", "risks.ransomware.rated_on=2026-11-12")
    assert table(made, "REG-RSK", "risks")["ransomware"]["rated"] == "2026-11-12"


def test_a_register_is_no_older_than_a_day_that_was_typed_into_it() -> None:
    project = changed(sample("brightwater"), "risks.ransomware.rated_on=2026-01-05")
    early, made = date(2026, 11, 18), date(2026, 12, 1)
    found = compose(catalogue(), project, early, made=made)
    assert document(found, "REG-RSK").date == made.isoformat()
    assert document(found, "REG-EXC").date == early.isoformat()
