"""Controls of one client on the command line: own words, retired ones, and the client's own list with its numbers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.driving import SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.driving import Run

LIST = """Control No.,Control description,TSC
AC-2,Access of terminated employees is revoked within one business day,CC6.2
XX-1,The menu of the canteen is tasted,CC1.1
"""


def test_a_consultant_keeps_the_numbers_of_last_years_list(run: Run, tmp_path: Path) -> None:
    run("new", "acme", "--from", SAMPLES / "brightwater.yaml")
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    ran = run("controls", "read", "acme", tmp_path / "list.csv")
    assert ran.code == 0
    assert "AC-2  sure  ACC-08  Access of terminated" in ran.out
    assert run("controls", "match", "acme", "AC-2", "--by", "Dana Whitfield").code == 0
    worded = run("controls", "word", "acme", "ACC-08").out
    assert ("your list, AC-2: Access of terminated" in worded, "your own: none" in worded) == (True, False)
    assert "stands in the words of your list" in run("controls", "restore", "acme", "ACC-08").err
    failed = run("controls", "own", "acme", "XX-1", "--by", "Dana Whitfield")
    assert failed.code == 2
    assert "--nature manual|automated|it_dependent_manual --evidence ..." in failed.err
    said = ("--cadence", "daily", "--nature", "manual", "--evidence", "The plate", "--by", "dana-whitfield")
    assert run("controls", "own", "acme", "XX-1", *said).code == 0
    listed = json.loads(run("controls", "list", "acme", "--json").out)["controls"]
    assert {one["number"]: one["id"] for one in listed if one["number"]} == {"AC-2": "ACC-08", "XX-1": "OWN-01"}
    missing = json.loads(run("controls", "missing", "acme", "--json").out)
    left = run("controls", "leave-out", "acme", missing[0]["id"], "--reason", "Not run", "--by", "dana-whitfield")
    assert left.code == 0
    lines = json.loads(run("controls", "lines", "acme", "--json").out)
    assert [one["confirmed_by"] for one in lines] == ["dana-whitfield", "dana-whitfield"]


def test_a_number_of_the_client_that_is_our_id_is_told_where_a_control_is_named(run: Run, tmp_path: Path) -> None:
    run("new", "acme", "--from", SAMPLES / "brightwater.yaml")
    (tmp_path / "list.csv").write_text(LIST.replace("AC-2", "ACC-01"), encoding="utf-8")
    run("controls", "read", "acme", tmp_path / "list.csv")
    run("controls", "match", "acme", "ACC-01", "ACC-08", "--by", "Dana Whitfield")
    assert "own no. ACC-01 (ACC-08)" in run("controls", "list", "acme").out
    told = run("controls", "word", "acme", "ACC-01").err
    assert "ACC-01 is taken as the control here" in told
    assert "ACC-01 of your own list speaks of ACC-08." in told
    assert "of your own list" not in run("controls", "word", "acme", "ACC-08").err


def test_a_control_is_reworded_retired_and_brought_back(run: Run) -> None:
    run("new", "acme", "--from", SAMPLES / "brightwater.yaml")
    assert "{{ access_review_period }}" in run("controls", "word", "acme", "ACC-07").out
    by = ("--by", "dana-whitfield")
    assert run("controls", "word", "acme", "ACC-07", "--text", "We look.", *by).code == 0
    assert "own words" in run("controls", "list", "acme").out
    assert run("controls", "restore", "acme", "ACC-07").code == 0
    asked = run("controls", "retire", "acme", "ACC-07", "--reason", "Gone", *by)
    assert (asked.code, "--last-day" in asked.err) == (2, True)
    assert run("controls", "retire", "acme", "ACC-07", "--reason", "Gone", "--last-day", "2026-11-01", *by).code == 0
    assert "ACC-07  retired after 2026-11-01 (entered on " in run("controls", "list", "acme").out
    assert run("controls", "return", "acme", "ACC-07").code == 0
    assert run("controls", "retire", "acme").code == 2, "without a control nothing is done"
