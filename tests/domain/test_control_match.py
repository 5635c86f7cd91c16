"""Lines of a client's own list, in words unlike ours, found among our controls."""

from __future__ import annotations

from functools import cache

import pytest

from soc2desk.content.matching import load_meanings
from soc2desk.document.blocks import plain
from soc2desk.document.statements import statement_runs
from soc2desk.domain.auditing import Matched
from soc2desk.domain.control_match import MOST_IN_SECTION, ControlMatcher
from tests.composed import of_sample

REVIEWED = "User access to production systems is reviewed every quarter by the system owner"


@cache
def matcher() -> ControlMatcher:
    engagement = of_sample("brightwater").engagement
    said = {one.id: plain(statement_runs(one, engagement)) for one in engagement.controls}
    return ControlMatcher(load_meanings(), [one.control for one in engagement.controls], said)


@pytest.mark.parametrize("criteria", [(), ("CC6.2", "CC6.3")])
@pytest.mark.parametrize(
    "line",
    [
        REVIEWED,
        "Each quarter the owner of each system reviews all accounts and rights.",
        "Access rights are reviewed quarterly by system owners",
        "Management reviews user access rights quarterly",
    ],
)
def test_a_review_of_access_is_proposed_first_however_it_is_said(line: str, criteria: tuple[str, ...]) -> None:
    assert matcher().match(line, criteria).requests[0] == "ACC-07"


@pytest.mark.parametrize(
    ("line", "criteria", "ours"),
    [
        ("The firewall rules are reviewed every year", "CC6.6", "NET-01"),
        ("Physical access to the office is reviewed every quarter", "CC6.4", "PHY-01"),
        ("Remote access is reviewed", "CC6.6", "NET-02"),
        ("Accounts of services are reviewed every year by their owner", "CC6.1", "ACC-09"),
        ("Access of terminated employees is revoked within one business day", "CC6.2", "ACC-08"),
    ],
)
def test_what_else_is_reviewed_is_no_review_of_access(line: str, criteria: str, ours: str) -> None:
    assert matcher().match(line, (criteria,)).requests[0] == ours


def test_under_criteria_that_none_of_ours_found_meets_nothing_is_sure() -> None:
    assert matcher().match(REVIEWED, ("A1.1",)).matched is Matched.CHECK


SAID = (
    ("No shared logins", "ACC-02"),
    ("Rights follow the principle of least privilege", "ACC-05"),
    ("Accounts are only created after written approval by the manager", "ACC-01"),
    ("When an employee leaves, IT blocks the accounts within 24 hours", "ACC-08"),
    ("KMS keys are rotated every year", "CRY-03"),
    ("Laptops are encrypted and managed with MDM", "END-02"),
    ("Changes are peer reviewed and approved by someone other than the developer", "CHG-02"),
    ("Unit tests run in the pipeline; a red build cannot be merged", "CHG-03"),
    ("Each deployment has a back-out procedure", "CHG-04"),
    ("Staging separate from prod, no customer data in staging", "CHG-06"),
    ("Configuration drift is detected and reported daily", "LOG-05"),
    ("Logs are protected from alteration and retained for twelve months", "LOG-04"),
    ("We keep a list of all suppliers and how critical they are", "VEN-01"),
    ("Before we sign with a new supplier the security lead looks at its certificates", "VEN-02"),
    ("\u00c9valuation pr\u00e9alable: a questionnaire is sent to the supplier", "VEN-02"),
    ("Fin de contrat: the supplier deletes our data", "VEN-05"),
    ("Each control has been assigned an owner", "GOV-04"),
    ("Incident commander and deputy, with emergency contacts", "IRS-02"),
    ("Affected customers are informed of an incident within 48 hours", "IRS-06"),
    ("The network diagram is reviewed annually", "COM-02"),
)


@pytest.mark.parametrize(("line", "ours"), SAID)
def test_what_small_companies_write_is_found_among_the_first_three(line: str, ours: str) -> None:
    assert ours in matcher().match(line).requests


def test_what_controls_are_said_to_be_about_is_known() -> None:
    meanings = load_meanings()
    known = {one.id for one in of_sample("brightwater").engagement.catalogue.controls}
    assert meanings.controls.keys() <= known
    groups = {*meanings.groups, *meanings.said_of_controls}
    assert {one for about in meanings.controls.values() for one in about} <= groups
    every = [words for group in meanings.said_of_controls.values() for words in group]
    assert len(every) == len(set(every)), "a word of two meanings would be found under one of them by chance"


def test_a_section_that_is_a_list_is_matched_line_by_line_and_a_short_one_as_a_whole() -> None:
    lines = [line for line, _ in SAID[6:12]]
    listed = matcher().match_section("Rules", "\n".join(lines))
    assert {ours for _, ours in SAID[6:12]} <= set(listed.requests)
    assert (listed.matched, len(listed.requests) <= MOST_IN_SECTION) == (Matched.CHECK, True)
    short = matcher().match_section("Rules", "\n".join(lines[:2]))
    assert short == matcher().match("Rules " + " ".join(lines[:2]))
