"""Every finding of the catalogue has a rule, and a test in which it appears and goes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from soc2desk.readiness.check import RULES
from soc2desk.readiness.rules.dates import SAME_AS
from tests.composed import catalogue

HERE = Path(__file__).parent
TESTED = "\n".join(path.read_text(encoding="utf-8") for path in HERE.rglob("test_rules_*.py"))


def test_each_of_the_74_findings_has_one_rule() -> None:
    ruled = [rule for rule, _ in RULES if rule.startswith("FD-")]
    assert ruled == sorted(set(ruled))
    assert ruled == [f"FD-{number:02}" for number in range(1, 75)]
    assert set(ruled) <= set(catalogue().finding)


def test_each_rule_stands_once_in_the_list() -> None:
    rules = [rule for rule, _ in RULES]
    assert len(rules) == len(set(rules))


@pytest.mark.parametrize("rule", [rule for rule, _ in RULES if not rule.startswith("TL-")])
def test_each_rule_is_tried_by_name(rule: str) -> None:
    digits = rule.partition("-")[2]
    tried = re.search(rf'"{rule}"', TESTED) or re.search(rf"test_[a-z_]*{rule[:2].lower()}_{digits}_", TESTED)
    assert tried, f"no test of readiness names {rule}"


def test_a_rule_on_dates_that_another_says_is_not_ruled_twice() -> None:
    rules = {rule for rule, _ in RULES}
    assert set(SAME_AS.values()) <= rules
    assert not set(SAME_AS) & rules
