"""Promises on the command line: listed, narrowed, and one of them marked as planned."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.driving import SAMPLES

if TYPE_CHECKING:
    from tests.cli.driving import Run


def test_each_promise_is_told_with_its_owner_places_and_proof(run: Run) -> None:
    ran = run("promises", SAMPLES / "brightwater.yaml", "--find", "access review quarter")
    assert (ran.code, ran.err) == (0, "")
    assert "ACC-07/access_review_period  every quarter  Dana Whitfield  in place since 2025-10-20" in ran.out
    assert "said in DSC 8.7; POL-ACP 11.1" in ran.out
    assert "shown by Access review; ER-056" in ran.out


def test_a_program_reads_what_fits(run: Run) -> None:
    said = json.loads(run("promises", SAMPLES / "brightwater.yaml", "--state", "planned", "--json").out)
    assert said["promises"]
    assert said["all"] > len(said["promises"])
    assert {one["state"] for one in said["promises"]} == {"planned"}
    assert all(one["from"] for one in said["promises"])


def test_a_promise_is_planned_and_the_policy_says_so(run: Run) -> None:
    run("new", "acme", "--from", SAMPLES / "brightwater.yaml")
    ran = run("promises", "acme", "--plan", "LOG-02/log_review_period", "--from", "2027-03-01")
    assert ran.code == 0
    said = json.loads(run("promises", "acme", "--family", "LOG", "--json").out)["promises"]
    states = {one["promise"]: (one["state"], one["from"]) for one in said}
    assert states["LOG-02/log_review_period"] == ("planned", "2027-03-01")
    assert states["LOG-04/log_retention_days"][0] == "in_place"


def test_a_rhythm_that_no_question_sets_makes_its_control_planned(run: Run) -> None:
    run("new", "acme", "--from", SAMPLES / "brightwater.yaml")
    assert run("promises", "acme", "--plan", "IRS-04/rhythm").code == 0
    said = json.loads(run("promises", "acme", "--family", "IRS", "--json").out)["promises"]
    assert {one["promise"]: one["state"] for one in said}["IRS-04/rhythm"] == "planned"


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        (("--plan", "ACC-07/acces_review_period"), 4, "ACC-07/access_review_period"),
        (("--from", "2027-03-01"), 2, "--plan"),
        (("--plan", "ACC-07/access_review_period", "--from", "March"), 2, "2027-01-31"),
    ],
)
def test_what_cannot_be_planned_is_told(run: Run, given: tuple[str, ...], code: int, said: str) -> None:
    run("new", "acme", "--from", SAMPLES / "brightwater.yaml")
    ran = run("promises", "acme", *given)
    assert ran.code == code
    assert said in ran.err
