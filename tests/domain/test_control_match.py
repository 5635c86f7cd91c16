"""Lines of a client's own list, in words unlike ours, found among our controls."""

from __future__ import annotations

from functools import cache

import pytest

from soc2desk.content.matching import load_meanings
from soc2desk.document.blocks import plain
from soc2desk.document.statements import statement_runs
from soc2desk.domain.auditing import Matched
from soc2desk.domain.control_match import ControlMatcher
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
